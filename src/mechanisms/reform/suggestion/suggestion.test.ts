import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { mayRead, maySee } from '#kernel/actor.ts';
import { chinaCalendar, dayOf } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { holds } from '#kernel/condition.ts';
import { tiesOf } from '#kernel/matter.ts';
import { Refusal } from '#kernel/refusal.ts';
import { bulletin } from '../bulletin/bulletin.ts';
import { postOf, Walk } from '../../walk.ts';
import { suggestionRecord } from './record.ts';
import { scrub } from './scrub.ts';
import { serving } from './server.ts';
import { suggestion } from './suggestion.ts';
import { paperContext } from '#test/paper-context.ts';

const anybody: Actor = { kind: 'public' };
const night: Actor = { kind: 'system', job: 'night' };
const clerk = postOf('clerk', 'reform', ['OFFICE']);
const otherClerk = postOf('clerk2', 'reform', ['OFFICE']);
const head = postOf('head', 'reform', ['OFFICE_HEAD']);
const traffic = postOf('traffic', 'police', ['UNIT']);
const trafficHead = postOf('trafficHead', 'police', ['UNIT_HEAD']);
const city = postOf('city', 'urban', ['UNIT']);
const author = (id: string): Actor => ({ kind: 'author', matterId: id });

const proof = { hash: 'a'.repeat(64), name: '验收单.pdf', type: 'application/pdf', size: 10 };
const parking = {
  title: '车辆违停智能化查处', grounds: '学校门口车辆乱停，接送时段堵塞。', measure: '安装电子抓拍设备，自动取证。',
  proposerKind: 'citizen', identityMode: 'realHidden', proposerName: '一位居民', contact: '13800000000', town: '通济街道', notice: 'v2021',
};
const because = '经研究，理由是这样的，特此说明。';
const opinion = { feasible: 'yes', authority: 'district', text: '可行，建议试点。', score: 90 };
const reply = { answer: '您的建议已经采纳，将在三所学校门口先行试点。', nextStep: '年底前完成安装。', answerMark: 'B', publicSummary: '建议在学校门口安装电子抓拍设备。' };

function county(day = '2021-03-08') {
  const walk = new Walk([suggestion, bulletin], '2021-01-01T00:00:00.000Z').on(day);
  for (const [id, name] of [['reform', '改革办'], ['police', '公安分局'], ['urban', '综合执法局'], ['petition', '信访局']] as const) walk.units.set(id, { id, name, isActive: true, groups: [] });
  return walk;
}

function refusal(attempt: () => unknown): string {
  try {
    attempt();
  } catch (failure) {
    if (failure instanceof Refusal) return failure.code;
    throw failure;
  }
  return 'open';
}

const submit = (walk: Walk, change: object = {}) => walk.file(anybody, 'suggestion', 'submit', { ...parking, ...change }).id;
function register(walk: Walk, change: object = {}) {
  const id = submit(walk, change);
  walk.act(clerk, id, 'register', { field: 'society' });
  return id;
}
function screen(walk: Walk, change: object = {}, units: readonly string[] = ['police']) {
  const id = register(walk, change);
  walk.act(clerk, id, 'requestOpinions', { field: 'society', units, identityChecked: true });
  return id;
}
function judged(walk: Walk, change: object = {}) {
  const id = screen(walk, change);
  walk.act(traffic, id, 'giveOpinion', opinion);
  return id;
}
function decided(walk: Walk, decision = 'adopted', change: object = {}) {
  const id = judged(walk, change);
  walk.act(head, id, 'decide', { decision, ...(decision === 'adopted' ? {} : { decisionReason: because }) });
  return id;
}
function assigned(walk: Walk, change: object = {}) {
  const id = decided(walk, 'adopted', change);
  walk.act(clerk, id, 'assign', { leadUnit: 'police', coUnits: ['urban'] });
  return id;
}
function implementing(walk: Walk, change: object = {}) {
  const id = assigned(walk, change);
  walk.act(traffic, id, 'plan', { plan: '分三步实施。', dueOn: '2021-12-31' });
  return id;
}
function claimed(walk: Walk, change: object = {}) {
  const id = implementing(walk, change);
  walk.act(trafficHead, id, 'claimImplemented', { result: '三所学校门口不再堵塞。', evidence: [proof] });
  return id;
}
function implemented(walk: Walk, change: object = {}) {
  const id = claimed(walk, change);
  walk.act(clerk, id, 'confirmImplemented');
  return id;
}
const due = (walk: Walk, id: string, clock: string) => {
  const held = walk.get(id).clocks[clock];
  return held && findDueDay(chinaCalendar, held);
};
const lastTold = (walk: Walk, id: string) => walk.toldAuthor(id).at(-1);

describe('the way of a suggestion', () => {
  test('from the citizen to the street, each step told to its author', () => {
    const walk = county();
    const id = implemented(walk);
    expect(walk.events.filter((event) => event.matter === id).map((event) => event.stage)).toEqual([
      'submitted', 'registered', 'screening', 'screening', 'adopted', 'assigned', 'implementing', 'implementing', 'implemented',
    ]);
    walk.act(clerk, id, 'answer', { ...reply, answerMark: 'A' });
    expect(walk.get(id).stage).toBe('implemented');
    walk.act(author(id), id, 'rate', { rating: 5 });
    walk.act(clerk, id, 'commend', { award: 'certificate' });
    expect(walk.get(id)).toMatchObject({ stage: 'commended', number: 'JY-2021-00001', facts: { awardNo: 1, rating: 5 } });
    expect(walk.toldAuthor(id).length).toBe(10);
    expect(walk.get(id).duties.every((duty) => duty.state === 'done' || duty.state === 'withdrawn')).toBe(true);
  });

  test('an answer tells decision, reasons and the next step, and work goes on', () => {
    const walk = county();
    const id = decided(walk, 'partlyAdopted');
    walk.act(clerk, id, 'answer', reply);
    expect(walk.get(id).stage).toBe('partlyAdopted');
    for (const part of ['部分采纳', because, reply.answer, reply.nextStep]) expect(lastTold(walk, id)?.zh).toContain(part);
    walk.act(clerk, id, 'assign', { leadUnit: 'police' });
    walk.act(traffic, id, 'plan', { plan: '分步实施。', dueOn: '2021-06-30' });
    expect(walk.get(id).stage).toBe('implementing');
  });

  test('what was not adopted ends with its answer', () => {
    const walk = county();
    const id = decided(walk, 'notAdopted');
    walk.act(clerk, id, 'answer', { ...reply, answerMark: 'D' });
    expect(walk.get(id).stage).toBe('answered');
  });

  test('a letter typed in by the office gets its number at once', () => {
    const walk = county();
    const { notice: _notice, ...letter } = parking;
    const { id } = walk.file(clerk, 'suggestion', 'registerOnBehalf', { ...letter, channel: 'letter', receivedOn: '2021-03-01' });
    expect(walk.get(id)).toMatchObject({ stage: 'registered', number: 'JY-2021-00001', facts: { receivedOn: '2021-03-01', registeredOn: '2021-03-08' } });
    expect(due(walk, id, 'sortingLimit')).toBe('2021-03-16');
  });

  test('more is asked for once, and the clocks stand still meanwhile', () => {
    const walk = county();
    const id = register(walk);
    expect(due(walk, id, 'decision')).toBe('2021-04-20');
    walk.act(clerk, id, 'askSupplement', { supplementAsked: '请写明是哪几所学校' });
    expect(due(walk, id, 'decision')).toBeUndefined();
    expect(due(walk, id, 'supplement')).toBe('2021-03-22');
    walk.on('2021-03-15').act(author(id), id, 'supply', { supplement: '实验小学，联系人：王某某，13900000000' });
    expect(walk.get(id)).toMatchObject({ stage: 'registered', facts: { supplement: '实验小学，联系人：［姓名］，［手机号］' } });
    expect(due(walk, id, 'decision')).toBe('2021-04-26');
    expect(refusal(() => walk.act(clerk, id, 'askSupplement', { supplementAsked: '再补充' }))).toBe('askedAlready');
  });

  test('silence lapses after ten working days, and the code revives it', () => {
    const walk = county();
    const id = register(walk);
    walk.act(clerk, id, 'askSupplement', { supplementAsked: '请写明是哪几所学校' });
    expect(refusal(() => walk.on('2021-03-22').act(night, id, 'lapse'))).toBe('notYetLapsed');
    walk.on('2021-03-23').act(night, id, 'lapse');
    expect(walk.get(id).stage).toBe('lapsed');
    walk.on('2021-06-01').act(author(id), id, 'revive', { supplement: '实验小学' });
    expect(walk.get(id).stage).toBe('registered');
  });

  test('what is out of scope is refused with its reason', () => {
    const walk = county();
    const id = register(walk);
    walk.act(clerk, id, 'rejectScope', { scopeReason: 'statutoryPath', reason: because });
    expect(walk.get(id).stage).toBe('rejectedScope');
    expect(lastTold(walk, id)?.zh).toContain('法定途径');
  });

  test('what is no suggestion is diverted, its author told where and why, and the receiver owes an answer', () => {
    const walk = county();
    const id = register(walk);
    walk.act(clerk, id, 'divert', { diversion: 'petition', divertedTo: 'petition', reason: because });
    expect(lastTold(walk, id)?.zh).toContain('信访部门');
    expect(findDueDay(chinaCalendar, walk.get(id).duties[0]!.clock)).toBe('2021-03-23');
    walk.act(postOf('petitioner', 'petition', ['PETITION']), id, 'replyDiverted', { divertedReply: '已受理，正在核实。' });
    expect(walk.get(id).duties[0]?.state).toBe('done');
  });

  test('a suggestion without anybody’s bulletin may be assigned, moved and given up', () => {
    const walk = county();
    const id = implementing(walk);
    expect(due(walk, id, 'implementation')).toBe('2021-12-31');
    walk.act(head, id, 'postpone', { newDueOn: '2022-03-31', reason: because });
    expect(due(walk, id, 'implementation')).toBe('2022-03-31');
    expect(refusal(() => walk.act(head, id, 'postpone', { newDueOn: '2022-03-31', reason: because }))).toBe('notLater');
    walk.act(head, id, 'notRealise', { reason: because });
    expect(walk.get(id)).toMatchObject({ stage: 'notRealised', facts: { closingReason: because } });
    expect(walk.get(id).duties.filter((duty) => duty.state === 'open')).toEqual([]);
  });

  test('a co-unit reports its part done and owes nothing more', () => {
    const walk = county();
    const id = implementing(walk);
    walk.act(city, id, 'recordProgress', { text: '已清理路侧占道。', ownPartDone: true });
    expect(walk.get(id).duties.filter((duty) => duty.state === 'open').map((duty) => duty.kind)).toEqual(['carryOut']);
    expect(walk.get(id).facts['progress']).toEqual([{ on: '2021-03-08', unit: 'urban', text: '已清理路侧占道。' }]);
  });

  test('what is kept for reference is looked at again within a year', () => {
    const walk = county();
    const id = decided(walk, 'reference');
    walk.act(clerk, id, 'answer', { ...reply, answerMark: 'D' });
    expect(due(walk, id, 'relook')).toBe('2022-03-08');
    walk.on('2022-03-01').act(clerk, id, 'relook', { outcome: 'keep', reason: because });
    expect(walk.get(id).stage).toBe('answered');
    expect(due(walk, id, 'relook')).toBe('2023-03-01');
    walk.on('2023-02-01').act(clerk, id, 'relook', { outcome: 'reopen', reason: because });
    expect(walk.get(id).stage).toBe('screening');
    expect(walk.get(id).facts['decision']).toBeUndefined();
    walk.act(head, id, 'decide', { decision: 'adopted' });
    walk.act(clerk, id, 'answer', reply);
    expect(walk.get(id)).toMatchObject({ stage: 'adopted', facts: { answeredOn: '2023-02-01' } });
  });

  test('a low rating is looked into once', () => {
    const walk = county();
    const id = decided(walk);
    walk.act(clerk, id, 'answer', reply);
    expect(refusal(() => walk.act(head, id, 'reexamine', { reexamination: '经复核，原答复属实，予以维持，特此说明。' }))).toBe('noLowRating');
    walk.act(author(id), id, 'rate', { rating: 2, ratingComment: '我叫张三，没说清楚' });
    expect(walk.get(id).facts['ratingComment']).toBe('我叫［姓名］，没说清楚');
    expect(due(walk, id, 'reexamination')).toBe('2021-03-22');
    walk.act(head, id, 'reexamine', { reexamination: '经复核，原答复不够具体，建议人反映属实，现更正如下。', answer: '三所学校为实验小学等，四月底前全部安装完毕。' });
    expect(lastTold(walk, id)?.zh).toContain('四月底前');
    expect(refusal(() => walk.act(head, id, 'reexamine', { reexamination: '经复核，原答复属实，予以维持，特此说明。' }))).toBe('noLowRating');
  });

  test('a good rating starts nothing', () => {
    const walk = county();
    const id = decided(walk);
    walk.act(clerk, id, 'answer', reply);
    walk.act(author(id), id, 'rate', { rating: 3 });
    expect(walk.get(id).clocks['reexamination']).toBeUndefined();
  });

  test('a returned claim is made again', () => {
    const walk = county();
    const id = claimed(walk);
    walk.act(clerk, id, 'returnClaim', { reason: because });
    expect(refusal(() => walk.act(clerk, id, 'confirmImplemented'))).toBe('notClaimed');
    expect(refusal(() => walk.act(clerk, id, 'returnClaim', { reason: because }))).toBe('notClaimed');
    walk.act(trafficHead, id, 'claimImplemented', { result: '补充了验收单。', evidence: [proof] });
    expect(walk.get(id).facts['claimedOn']).toBe('2021-03-08');
  });

  test('an author withdraws before work begins', () => {
    const walk = county();
    const id = screen(walk);
    walk.act(author(id), id, 'withdraw');
    expect(walk.get(id).stage).toBe('withdrawn');
    expect(walk.get(id).duties.map((duty) => duty.state)).toEqual(['withdrawn']);
    expect(refusal(() => walk.act(author(assigned(walk)), [...walk.matters.keys()].at(-1)!, 'withdraw'))).toBe('wrongStage');
  });
});

describe('merging', () => {
  const merged = (walk: Walk) => {
    const main = register(walk.on('2021-03-08'));
    const twin = register(walk.on('2021-03-10'), { contact: '13900000000' });
    walk.act(clerk, twin, 'merge', { mergedInto: main });
    return { main, twin };
  };

  test('both authors hear, the link stands, and the answer reaches both', () => {
    const walk = county();
    const { main, twin } = merged(walk);
    expect(walk.get(twin)).toMatchObject({ stage: 'merged', links: [{ type: 'mergedInto', mechanism: 'suggestion', id: main }] });
    expect(walk.get(main).facts['mergedFrom']).toEqual([twin]);
    expect(lastTold(walk, twin)?.zh).toContain('JY-2021-00001');
    expect(lastTold(walk, main)?.zh).toContain('另有群众');
    walk.act(clerk, main, 'requestOpinions', { field: 'society', units: ['police'], identityChecked: true });
    walk.act(traffic, main, 'giveOpinion', opinion);
    walk.act(head, main, 'decide', { decision: 'adopted' });
    walk.act(clerk, main, 'answer', reply);
    expect(lastTold(walk, twin)).toEqual(lastTold(walk, main));
  });

  test('it is undone within thirty days, and the clocks credit the days', () => {
    const walk = county();
    const { main, twin } = merged(walk);
    const before = due(walk.on('2021-03-10'), main, 'decision');
    walk.on('2021-03-24').act(clerk, twin, 'unmerge', { reason: because });
    expect(walk.get(twin)).toMatchObject({ stage: 'registered', links: [] });
    expect(walk.get(main).facts['mergedFrom']).toBeUndefined();
    expect(due(walk, main, 'decision')).toBe(before);
    expect(due(walk, twin, 'decision')).toBe('2021-05-08');
  });

  test('after thirty days it stands', () => {
    const walk = county();
    const { twin } = merged(walk);
    expect(refusal(() => walk.on('2021-04-10').act(clerk, twin, 'unmerge', { reason: because }))).toBe('unmergeTooLate');
    expect(refusal(() => walk.on('2021-04-09').act(clerk, twin, 'unmerge', { reason: because }))).toBe('open');
  });

  test('the main record keeps the earliest day', () => {
    const walk = county();
    const early = register(walk.on('2021-03-01'));
    const late = register(walk.on('2021-03-08'));
    walk.act(clerk, early, 'merge', { mergedInto: late });
    expect(walk.get(late).facts['earliestOn']).toBe('2021-03-01');
    walk.act(author(early), early, 'withdraw');
    expect(walk.get(late).facts).toMatchObject({ earliestOn: '2021-03-08' });
    expect(walk.get(late).facts['mergedFrom']).toBeUndefined();
  });

  test('whoever joins after the answer gets it at once', () => {
    const walk = county();
    const main = decided(walk);
    walk.act(clerk, main, 'answer', reply);
    const twin = register(walk);
    walk.act(clerk, twin, 'merge', { mergedInto: main });
    expect(lastTold(walk, twin)?.zh).toContain(reply.answer);
  });

  test('not into itself, not into what is gone, and not away from those that joined', () => {
    const walk = county();
    const { main, twin } = merged(walk);
    const third = register(walk);
    expect(refusal(() => walk.act(clerk, third, 'merge', { mergedInto: third }))).toBe('mergeWithItself');
    expect(refusal(() => walk.act(clerk, third, 'merge', { mergedInto: twin }))).toBe('mainNotOpen');
    expect(refusal(() => walk.act(clerk, main, 'merge', { mergedInto: third }))).toBe('othersJoined');
    expect(refusal(() => walk.act(author(main), main, 'withdraw'))).toBe('othersJoined');
  });
});

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

describe('deadlines follow China’s calendar', () => {
  test('the day before the Spring Festival, everything moves behind it', () => {
    const walk = county('2021-02-10');
    const id = submit(walk);
    expect(due(walk, id, 'registration')).toBe('2021-02-18');
    expect(due(walk, id, 'sortingLimit')).toBe('2021-02-25');
    walk.act(clerk, id, 'register', { field: 'society' });
    expect([due(walk, id, 'sorting'), due(walk, id, 'scope'), due(walk, id, 'decision'), due(walk, id, 'decisionLimit')]).toEqual(['2021-02-20', '2021-02-23', '2021-03-30', '2021-04-12']);
  });

  test('opinions, decision and answer, plan and check', () => {
    const walk = county('2021-04-28');
    const id = screen(walk);
    expect(findDueDay(chinaCalendar, walk.get(id).duties[0]!.clock)).toBe('2021-05-14');
    walk.act(traffic, id, 'giveOpinion', opinion);
    walk.act(head, id, 'decide', { decision: 'adopted' });
    expect(due(walk, id, 'answer')).toBe('2021-05-08');
    walk.act(clerk, id, 'assign', { leadUnit: 'police' });
    expect([due(walk, id, 'plan'), due(walk, id, 'firstReport')]).toEqual(['2021-05-14', '2021-05-13']);
    walk.act(traffic, id, 'plan', { plan: '分步实施。', dueOn: '2021-08-31' });
    walk.act(trafficHead, id, 'claimImplemented', { result: '已经办好。', evidence: [proof] });
    expect(due(walk, id, 'verification')).toBe('2021-05-08');
    walk.act(clerk, id, 'confirmImplemented');
    expect(due(walk, id, 'commendation')).toBe('2021-05-28');
  });

  test('the decision is extended once, by thirty days at most, and its author told why', () => {
    const walk = county();
    const id = screen(walk);
    expect(refusal(() => walk.act(head, id, 'extendDecision', { days: 31, reason: because }))).toBe('badInput');
    walk.settings.set('suggestion.extension', 20);
    expect(refusal(() => walk.act(head, id, 'extendDecision', { days: 21, reason: because }))).toBe('extensionTooLong');
    const before = due(walk, id, 'decisionLimit');
    walk.act(head, id, 'extendDecision', { days: 20, reason: because });
    expect([before, due(walk, id, 'decisionLimit')]).toEqual(['2021-05-07', '2021-05-27']);
    expect(lastTold(walk, id)?.zh).toContain(because);
    expect(refusal(() => walk.act(head, id, 'extendDecision', { days: 5, reason: because }))).toBe('extendedAlready');
    const other = screen(walk.on('2021-03-08'));
    expect(refusal(() => walk.on('2021-06-01').act(head, other, 'extendDecision', { days: 5, reason: because }))).toBe('clockOver');
  });

  test('an answer on the last day is in time, a day later it is not', () => {
    for (const [day, inTime] of [['2021-03-15', true], ['2021-03-16', false]] as const) {
      const walk = county();
      const id = decided(walk);
      walk.on(day).act(clerk, id, 'answer', reply);
      expect(walk.get(id).facts['answeredInTime']).toBe(inTime);
    }
  });

  test('rating is open for thirty days', () => {
    const walk = county();
    const id = decided(walk);
    expect(refusal(() => walk.act(author(id), id, 'rate', { rating: 5 }))).toBe('notAnswered');
    walk.act(clerk, id, 'answer', reply);
    expect(refusal(() => walk.on('2021-04-08').act(author(id), id, 'rate', { rating: 5 }))).toBe('ratingClosed');
    walk.on('2021-04-07').act(author(id), id, 'rate', { rating: 5 });
    expect(refusal(() => walk.act(author(id), id, 'rate', { rating: 4 }))).toBe('ratedAlready');
  });

  test('a wrong addressee objects within five working days', () => {
    const walk = county('2021-04-28');
    const late = screen(walk);
    expect(refusal(() => walk.on('2021-05-10').act(traffic, late, 'objectAddressee', { reason: because }))).toBe('objectionTooLate');
    walk.on('2021-05-08').act(traffic, late, 'objectAddressee', { reason: because, rightUnit: 'urban' });
    expect(walk.get(late).duties[0]?.state).toBe('withdrawn');
    expect(refusal(() => walk.act(traffic, late, 'giveOpinion', opinion))).toBe('notYours');
  });
});

describe('gates', () => {
  test('nothing is decided while an opinion may still come, nor without any', () => {
    const walk = county();
    const id = screen(walk, {}, ['police', 'urban']);
    walk.act(traffic, id, 'giveOpinion', opinion);
    expect(refusal(() => walk.act(head, id, 'decide', { decision: 'adopted' }))).toBe('opinionPending');
    expect(refusal(() => walk.act(clerk, id, 'requestOpinions', { field: 'society', units: ['urban'], identityChecked: true }))).toBe('askedUnitAlready');
    expect(refusal(() => walk.on('2021-03-23').act(head, id, 'decide', { decision: 'adopted' }))).toBe('open');
    const silent = screen(walk.on('2021-03-08'));
    expect(refusal(() => walk.on('2021-03-23').act(head, silent, 'decide', { decision: 'adopted' }))).toBe('noOpinion');
  });

  test('all but a full adoption give reasons', () => {
    const walk = county();
    const id = judged(walk);
    for (const decision of ['partlyAdopted', 'reference', 'notAdopted']) expect(refusal(() => walk.act(head, id, 'decide', { decision, decisionReason: '不便' }))).toBe('decisionReasonMissing');
    expect(refusal(() => walk.act(clerk, id, 'decide', { decision: 'adopted' }))).toBe('notYours');
  });

  test('mark and decision agree, and it is answered once', () => {
    const walk = county();
    const id = decided(walk, 'reference');
    expect(refusal(() => walk.act(clerk, id, 'answer', reply))).toBe('markMismatch');
    const adopted = decided(walk);
    walk.act(clerk, adopted, 'answer', reply);
    expect(refusal(() => walk.act(clerk, adopted, 'answer', reply))).toBe('answeredAlready');
    expect(refusal(() => walk.act(clerk, adopted, 'relook', { outcome: 'keep', reason: because }))).toBe('wrongStage');
    const not = decided(walk, 'notAdopted');
    walk.act(clerk, not, 'answer', { ...reply, answerMark: 'D' });
    expect(refusal(() => walk.act(clerk, not, 'relook', { outcome: 'keep', reason: because }))).toBe('notForReference');
  });

  test('one lead unit, a day to come, a plan that keeps to it', () => {
    const walk = county();
    const id = decided(walk);
    expect(refusal(() => walk.act(clerk, id, 'assign', { leadUnit: 'police', coUnits: ['police'] }))).toBe('leadIsCo');
    expect(refusal(() => walk.act(clerk, id, 'assign', { leadUnit: 'police', dueOn: '2021-03-07' }))).toBe('dueInPast');
    walk.act(clerk, id, 'assign', { leadUnit: 'police', dueOn: '2022-03-01' });
    expect(walk.get(id).clocks['firstReport']).toBeUndefined();
    const plan = (dueOn: string) => refusal(() => walk.act(traffic, id, 'plan', { plan: '分步实施。', dueOn }));
    expect([plan('2021-03-07'), plan('2022-03-09'), plan('2022-03-02')]).toEqual(['dueInPast', 'planTooLong', 'planBeyondDue']);
    expect(refusal(() => walk.act(city, id, 'plan', { plan: '分步实施。', dueOn: '2021-12-31' }))).toBe('notYours');
    expect(plan('2022-03-01')).toBe('open');
  });

  test('a claim needs proof and the head of the unit, and nobody confirms his own', () => {
    const walk = county();
    const id = implementing(walk);
    expect(refusal(() => walk.act(traffic, id, 'claimImplemented', { result: '办好了。', evidence: [proof] }))).toBe('notYours');
    expect(refusal(() => walk.act(trafficHead, id, 'claimImplemented', { result: '办好了。', evidence: [] }))).toBe('evidenceMissing');
    const both = postOf('both', 'police', ['UNIT_HEAD', 'OFFICE']);
    walk.act(both, id, 'claimImplemented', { result: '办好了。', evidence: [proof] });
    expect(refusal(() => walk.act(both, id, 'claimImplemented', { result: '办好了。', evidence: [proof] }))).toBe('claimedAlready');
    expect(refusal(() => walk.act(both, id, 'confirmImplemented'))).toBe('samePerson');
    expect(refusal(() => walk.act(clerk, id, 'confirmImplemented'))).toBe('open');
  });

  test('the office types in letters and calls, not web forms, and none from tomorrow', () => {
    const walk = county();
    const { notice: _notice, ...letter } = parking;
    const typed = (change: object) => refusal(() => walk.file(clerk, 'suggestion', 'registerOnBehalf', { ...letter, channel: 'phone', receivedOn: '2021-03-08', ...change }));
    expect([typed({ channel: 'web' }), typed({ receivedOn: '2021-03-09' }), typed({})]).toEqual(['wrongChannel', 'futureDay', 'open']);
    expect([typed({ receivedOn: '0001-01-01' }), typed({ receivedOn: '2011-03-07' }), typed({ receivedOn: '2011-03-08' })]).toEqual(['receivedLongAgo', 'receivedLongAgo', 'open']);
    // Calls that are open and over: reform/topic-call/topic-call.test.ts.
    expect(typed({ topicCall: '01890000-0000-7000-8000-000000009999' })).toBe('callNotOpen');
    walk.settings.set('suggestion.oldest', 1);
    expect(typed({ receivedOn: '2020-03-07' })).toBe('receivedLongAgo');
  });

  test('a unit whose duty is done owes no further opinion', () => {
    const walk = county();
    const id = screen(walk, {}, ['police', 'urban']);
    walk.act(traffic, id, 'giveOpinion', opinion);
    expect(refusal(() => walk.act(traffic, id, 'giveOpinion', opinion))).toBe('notYours');
  });
});

describe('figures', () => {
  test('in conversion counts main records that stand there, and the rest agrees', () => {
    const walk = county();
    implementing(walk);
    claimed(walk);
    implemented(walk);
    const twin = register(walk);
    walk.act(clerk, twin, 'merge', { mergedInto: implementing(walk) });
    walk.act(author(register(walk)), [...walk.matters.keys()].at(-1)!, 'withdraw');
    const count = (key: string) => {
      const figure = suggestion.figures.find((each) => each.key === key)!;
      return [...walk.matters.values()].filter((matter) => holds(figure.where, matter, '2021-12-28')).length;
    };
    expect(['received', 'accepted', 'adopted', 'inConversion', 'implemented'].map((key) => count(`suggestion.${key}`))).toEqual([5, 5, 4, 3, 1]);
  });
});

describe('what it asks of the server', () => {
  test('likely duplicates come with the facts that match', () => {
    const walk = county();
    const one = register(walk);
    register(walk, { title: '车辆乱停车智能化查处', contact: '13900000000' });
    register(walk, { title: '建立回馈嘉许志愿者制度', grounds: '志愿者缺少激励。', measure: '服务时长可以兑换公共服务。' });
    const found = serving.similar!.find(walk.get(one), [...walk.matters.values()]);
    expect(found).toHaveLength(1);
    expect(found[0]?.matches.map((match) => match.fact)).toContain('title');
  });

  test('the same author with the same words is the same filing, whatever the signs', () => {
    const again = { ...parking, measure: '安装电子抓拍设备,自动取证' };
    expect(serving.repeatKey!('submit', parking)).toBe(serving.repeatKey!('submit', again));
    expect(serving.repeatKey!('submit', parking)).not.toBe(serving.repeatKey!('submit', { ...parking, contact: '13900000000' }));
    expect(serving.repeatKey!('submit', { ...parking, contact: undefined })).toBeUndefined();
  });

  test('the slip for the unit does not tell who the author is', () => {
    const walk = county();
    const id = assigned(walk);
    const context = paperContext(walk, id, '2021-03-08');
    const slip = JSON.stringify(serving.documents!['assignment']!.parts(context));
    expect(slip).toContain('公安分局');
    expect(slip).not.toContain('13800000000');
    expect(slip).not.toContain(parking.proposerName);
  });
});

test('every refusal of the record is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  expect(Object.keys(suggestionRecord.refusals).filter((code) => !here.includes(`'${code}'`))).toEqual([]);
});
