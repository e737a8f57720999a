import { describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { mayRead, maySee } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import { holds } from '#kernel/condition.ts';
import { tiesOf } from '#kernel/matter.ts';
import { anybody, night, clerk, otherClerk, head, traffic, author, parking, because, opinion, reply, county, refusal, submit, register, decided, implementing, implemented, due } from '#test/suggestion-walk.ts';
import { postOf } from '../../walk.ts';
import { suggestionRecord } from './record.ts';
import { scrub } from '../../scrub.ts';

describe('privacy', () => {
  test('numbers, addresses and introduced names never reach the working text', () => {
    const walk = county();
    const id = submit(walk, { grounds: '我叫张三，家住3号楼2单元501室，电话13800000000。', measure: '抓拍鲁B12345这样的车，身份证370215199001010011。' });
    expect(walk.get(id).facts).toMatchObject({ grounds: '我叫［姓名］，家住［门牌号］，电话［手机号］。', measure: '抓拍［车牌号］这样的车，身份证［身份证号］。' });
    expect(walk.get(id).facts['original']).toContain('13800000000');
  });

  test.each([
    ['联系人：李四 0532-88888888', '联系人：［姓名］ ［电话］'],
    ['卡号6222021234567890123请退款', '卡号［银行卡号］请退款'],
    ['卡号 6222 0212 3456 7890', '卡号 ［银行卡号］'],
    ['１３８００００００００', '［手机号］'],
    ['邮箱 a.b@example.com', '邮箱 ［邮箱］'],
    ['文化路12号，门口', '文化路［门牌号］，门口'],
    ['2021年3月8日12345热线转来，地铁8号线', '2021年3月8日12345热线转来，地铁8号线'],
    ['涉及200户居民，改造3栋楼，8月3号，联系人员变动', '涉及200户居民，改造3栋楼，8月3号，联系人员变动'],
    ['文化路12-1号3号楼一单元501室，某小区502室', '文化路［门牌号］［门牌号］，某小区［门牌号］'],
    ['新能源车辆3000辆', '新能源车辆3000辆'],
  ])('%s is published as %s', (words, published) => {
    expect(scrub(words)).toBe(published);
    expect(scrub(scrub(words))).toBe(scrub(words));
  });

  test('name, contact and original words are sealed and only the office may open them', () => {
    for (const name of ['proposerName', 'contact', 'original', 'supplementOriginal'] as const) {
      const held = suggestionRecord.facts[name];
      expect([name, held.sealed, mayRead(held, clerk), mayRead(held, traffic), mayRead(held, author('x'))]).toEqual([name, true, true, false, false]);
    }
  });

  test('units are asked only once it is checked that nothing tells who the author is', () => {
    const walk = county();
    const id = register(walk);
    expect(refusal(() => walk.act(clerk, id, 'requestOpinions', { field: 'society', units: ['police'], identityChecked: false }))).toBe('identityUnchecked');
  });

  test('an accusation is seen by its two handlers and nobody else', () => {
    const walk = county();
    const id = register(walk);
    const input = { diversion: 'discipline', reason: because };
    expect(refusal(() => walk.act(clerk, id, 'divert', input))).toBe('twoHandlers');
    expect(refusal(() => walk.act(clerk, id, 'divert', { ...input, firstHandler: 'clerk', secondHandler: 'clerk' }))).toBe('twoHandlers');
    expect(refusal(() => walk.act(clerk, id, 'divert', { ...input, divertedTo: 'police', firstHandler: 'clerk', secondHandler: 'head' }))).toBe('noDisciplineUnit');
    walk.act(clerk, id, 'divert', { ...input, firstHandler: 'clerk', secondHandler: 'head' });
    const matter = walk.get(id);
    const sees = (actor: Actor) => maySee(suggestionRecord.sees, actor, tiesOf(matter, 'leadUnit', 'coUnits'), matter.facts);
    expect([clerk, head, otherClerk, traffic, postOf('mayor', 'top', ['TOP'])].map(sees)).toEqual([true, true, false, false, false]);
    expect(matter.duties).toEqual([]);
  });

  test('other diversions name no handlers, and another unit names itself', () => {
    const walk = county();
    const id = register(walk);
    expect(refusal(() => walk.act(clerk, id, 'divert', { diversion: 'hotline', firstHandler: 'clerk', reason: because }))).toBe('handlersOnlyForDiscipline');
    expect(refusal(() => walk.act(clerk, id, 'divert', { diversion: 'otherUnit', reason: because }))).toBe('receiverMissing');
    expect(refusal(() => walk.act(clerk, id, 'divert', { diversion: 'hotline', reason: '转走' }))).toBe('reasonTooShort');
  });

  test('nothing is public while it is judged, nor when withheld or withdrawn', () => {
    const walk = county();
    const shown = (id: string) => holds(suggestionRecord.publicFace!.when, walk.get(id), dayOf(walk.now));
    const id = decided(walk, 'notAdopted');
    expect(shown(id)).toBe(false);
    walk.act(clerk, id, 'answer', { ...reply, answerMark: 'D' });
    expect(shown(id)).toBe(true);
    walk.act(author(id), id, 'stopPublishing');
    expect(shown(id)).toBe(false);
    expect(refusal(() => walk.act(author(id), id, 'stopPublishing'))).toBe('hiddenAlready');
    for (const name of ['proposerName', 'contact', 'grounds', 'measure', 'opinions']) expect(suggestionRecord.publicFace!.facts).not.toContain(name);
  });

  test('the author erases his data at any time, the platform 180 days after the last word', () => {
    const walk = county();
    const id = decided(walk, 'notAdopted');
    walk.act(clerk, id, 'answer', { ...reply, answerMark: 'D' });
    expect(refusal(() => walk.on('2021-09-03').act(night, id, 'erase'))).toBe('notYetErasable');
    walk.on('2021-09-04').act(night, id, 'erase');
    expect(walk.get(id).facts).toMatchObject({ isErased: true, identityMode: 'realHidden' });
    expect(walk.get(id).facts['contact']).toBeUndefined();
    expect(walk.get(id).facts['original']).toBeUndefined();
    expect(walk.get(id).facts['measure']).toBe(parking.measure);
    expect(refusal(() => walk.act(author(id), id, 'erase'))).toBe('nothingToErase');
    const running = implementing(walk);
    walk.act(clerk, running, 'answer', reply);
    expect(refusal(() => walk.on('2022-06-01').act(night, running, 'erase'))).toBe('notYetErasable');
    walk.act(author(running), running, 'erase');
    expect(walk.get(running).facts['identityMode']).toBe('anonymous');
  });

  test('an anonymous author is thanked, and rewarded once he comes forward', () => {
    const walk = county();
    const { proposerName: _name, contact: _contact, ...nameless } = parking;
    const anonymous = { proposerName: undefined, contact: undefined, identityMode: 'anonymous' };
    expect(refusal(() => walk.file(anybody, 'suggestion', 'submit', { ...nameless, identityMode: 'anonymous', contact: '13800000000' }))).toBe('anonymousHasContact');
    const id = implemented(walk, anonymous);
    expect(walk.get(id).clocks['commendation']).toBeUndefined();
    expect(refusal(() => walk.act(clerk, id, 'commend', { award: 'reward', awardAmount: 100_00 }))).toBe('anonymousReward');
    walk.act(author(id), id, 'changeIdentity', { identityMode: 'realHidden', proposerName: '一位居民', contact: '13800000000' });
    expect(due(walk, id, 'commendation')).toBe('2021-04-06');
    expect(refusal(() => walk.act(clerk, id, 'commend', { award: 'reward' }))).toBe('amountOnlyForReward');
    walk.act(clerk, id, 'commend', { award: 'reward', awardAmount: 100_00 });
    expect(walk.get(id).stage).toBe('commended');
  });

  test('a real name comes with one contact; a name is published by separate consent alone', () => {
    const walk = county();
    const tried = (change: object) => refusal(() => submit(walk, change));
    expect(tried({ contact: undefined })).toBe('nameOrContactMissing');
    expect(tried({ publishedName: '一位居民' })).toBe('nameNotConsented');
    expect(tried({ identityMode: 'realPublic', publishedName: '一位居民' })).toBe('nameNotConsented');
    expect(tried({ identityMode: 'realPublic', publishedName: '一位居民', consentsToName: true })).toBe('open');
    expect(tried({ contact: '随便写写' })).toBe('badInput');
    expect(tried({ town: '通济街道12号' })).toBe('badInput');
    expect(tried({ title: '请打13800000000找我' })).toBe('titleNamesPerson');
  });

  test('consent is taken back, and the name is gone from the page', () => {
    const walk = county();
    const id = submit(walk, { identityMode: 'realPublic', publishedName: '一位居民', consentsToName: true });
    walk.act(author(id), id, 'changeIdentity', { identityMode: 'realHidden' });
    expect(walk.get(id).facts['publishedName']).toBeUndefined();
    expect(walk.get(id).facts['contact']).toBe('13800000000');
    walk.act(author(id), id, 'changeIdentity', { identityMode: 'anonymous' });
    expect(walk.get(id).facts['contact']).toBeUndefined();
  });

  test('under fourteen the guardian consents and no name is shown', () => {
    const walk = county();
    expect(refusal(() => submit(walk, { isMinor: true }))).toBe('guardianMissing');
    expect(refusal(() => submit(walk, { isMinor: true, guardianConsents: true, identityMode: 'realPublic', publishedName: '小学生', consentsToName: true }))).toBe('minorNotPublished');
    expect(refusal(() => submit(walk, { isMinor: true, guardianConsents: true }))).toBe('open');
  });

  test('who has not been shown the notice in force cannot submit', () => {
    expect(refusal(() => submit(county(), { notice: 'v2020' }))).toBe('badInput');
  });

  test('sensitive content is withheld unless its author consents', () => {
    const walk = county();
    const id = submit(walk);
    walk.act(clerk, id, 'register', { field: 'society', holdsSensitive: true });
    walk.act(clerk, id, 'requestOpinions', { field: 'society', units: ['police'], identityChecked: true });
    walk.act(traffic, id, 'giveOpinion', opinion);
    walk.act(head, id, 'decide', { decision: 'adopted' });
    expect(refusal(() => walk.act(clerk, id, 'answer', reply))).toBe('sensitiveShown');
    expect(refusal(() => walk.act(clerk, id, 'answer', { ...reply, publicSummary: '联系人：李四' }))).toBe('summaryNotScrubbed');
    expect(refusal(() => walk.act(clerk, id, 'answer', { ...reply, isWithheld: true }))).toBe('open');
  });
});
