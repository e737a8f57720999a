import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { holds } from '#kernel/condition.ts';
import { suggestion } from '../suggestion/suggestion.ts';
import { postOf, Walk } from '../../walk.ts';
import { bulletin } from './bulletin.ts';
import { bulletinRecord } from './record.ts';
import { bulletinParts } from './report.ts';
import { countWords } from './rules.ts';
import { paperContext } from '#test/paper-context.ts';
import { refusal } from '#test/refusal.ts';

const clerk = postOf('clerk', 'reform', ['OFFICE']);
const checker = postOf('checker', 'reform', ['OFFICE']);
const head = postOf('head', 'reform', ['OFFICE_HEAD']);
const police = postOf('police', 'police', ['UNIT']);
const city = postOf('city', 'urban', ['UNIT']);
const because = '经研究，理由是这样的，特此说明。';
const checks = { factsChecked: true, lawChecked: true, secrecyChecked: true };
const paper = { title: '关于车辆违停智能化查处的建议', state: '学校门口车辆乱停。'.repeat(150), measures: [{ measure: '安装电子抓拍设备', unit: 'police', basis: '道路交通安全法第九十三条' }], reportTo: '区委书记、区长', editorNote: '供参阅。' };
const remark = { leader: '区委书记', level: 'district', words: '请公安分局认真研究落实。', on: '2021-03-10', units: ['police'] };

function county() {
  const walk = new Walk([suggestion, bulletin], '2021-01-01T00:00:00.000Z').on('2021-03-08');
  for (const [id, name] of [['reform', '改革办'], ['police', '公安分局'], ['urban', '综合执法局']] as const) walk.units.set(id, { id, name, isActive: true, groups: [] });
  return walk;
}

function adopted(walk: Walk, change: object = {}): string {
  const anybody: Actor = { kind: 'public' };
  const { id } = walk.file(anybody, 'suggestion', 'submit', {
    title: '车辆违停智能化查处', grounds: '学校门口车辆乱停。', measure: '安装抓拍设备。', proposerKind: 'citizen', identityMode: 'realPublic', proposerName: '一位居民', contact: '13800000000',
    consentsToName: true, publishedName: '通济街道居民', notice: 'v2021', ...change,
  });
  walk.act(clerk, id, 'register', { field: 'society' });
  walk.act(clerk, id, 'requestOpinions', { field: 'society', units: ['police'], identityChecked: true });
  walk.act(police, id, 'giveOpinion', { feasible: 'yes', authority: 'district', text: '可行。' });
  walk.act(head, id, 'decide', { decision: 'adopted' });
  return id;
}

function issued(walk: Walk, suggestions: readonly string[]): string {
  const { id } = walk.file(clerk, 'bulletin', 'draft', { ...paper, suggestions });
  walk.act(checker, id, 'check', checks);
  walk.act(head, id, 'sign');
  walk.act(clerk, id, 'issue');
  return id;
}

describe('the way of a bulletin', () => {
  test('it takes suggestions to a leader and his words to a unit, and back', () => {
    const walk = county();
    const idea = adopted(walk);
    const id = issued(walk, [idea]);
    expect(walk.get(idea)).toMatchObject({ stage: 'reporting', facts: { bulletin: id } });
    walk.on('2021-03-10').act(clerk, id, 'instruct', remark);
    expect(walk.get(idea)).toMatchObject({ stage: 'instructed', facts: { instructions: [{ leader: '区委书记', words: remark.words, on: '2021-03-10' }] } });
    expect(findDueDay(chinaCalendar, walk.get(id).duties[0]!.clock)).toBe('2021-03-25');
    expect(findDueDay(chinaCalendar, walk.get(id).clocks['handOver']!)).toBe('2021-03-10');
    walk.act(clerk, id, 'assign', { leadUnit: 'police', coUnits: ['urban'] });
    expect(walk.get(idea)).toMatchObject({ stage: 'assigned', facts: { leadUnit: 'police', coUnits: ['urban'] } });
    expect(walk.get(id).duties.map((duty) => duty.unit)).toEqual(['police', 'urban']);
    walk.act(police, id, 'feedBack', { text: '已经制定落实方案，正在推进。' });
    expect(walk.get(id).stage).toBe('assigned');
    walk.act(city, id, 'feedBack', { text: '已经配合清理路侧占道。' });
    expect(walk.get(id).stage).toBe('fedBack');
    const causes = walk.events.filter((event) => event.matter === idea && event.cause?.matter === id).map((event) => event.action);
    expect(causes).toEqual(['report', 'instruct', 'assign']);
  });

  test('the issue begins anew each year, the total goes on', () => {
    const walk = county();
    issued(walk, [adopted(walk)]);
    const second = issued(walk, [adopted(walk)]);
    expect(walk.get(second)).toMatchObject({ number: '2021年第2期', facts: { issueNo: 2, totalNo: 2 } });
    const third = issued(walk.on('2022-01-05'), [adopted(walk)]);
    expect(walk.get(third)).toMatchObject({ number: '2022年第1期', facts: { issueNo: 1, totalNo: 3 } });
  });

  test('two leaders on one issue: one issue instructed upon, two instructions', () => {
    const walk = county();
    const idea = adopted(walk);
    const id = issued(walk, [idea]);
    walk.on('2021-03-10').act(clerk, id, 'instruct', remark);
    walk.act(clerk, id, 'assign', { leadUnit: 'police' });
    walk.act(clerk, id, 'instruct', { ...remark, leader: '市委副书记', level: 'city', dueOn: '2021-04-30' });
    expect(walk.get(id)).toMatchObject({ stage: 'assigned', facts: { instructionCount: 2, upperInstructionCount: 1 } });
    expect(walk.get(idea).stage).toBe('assigned');
    expect(walk.get(idea).facts['instructions']).toHaveLength(2);
    const figure = bulletin.figures.find(({ key }) => key === 'bulletin.instructed')!;
    expect(holds(figure.where, walk.get(id), '2021-12-28')).toBe(true);
  });

  test('suggestions of one issue may go to different units', () => {
    const walk = county();
    const [one, two] = [adopted(walk), adopted(walk)];
    const id = issued(walk, [one, two]);
    walk.on('2021-03-10').act(clerk, id, 'instruct', { ...remark, units: undefined });
    walk.act(clerk, id, 'assign', { leadUnit: 'police', which: [one] });
    walk.act(clerk, id, 'assign', { leadUnit: 'urban', which: [two] });
    expect([walk.get(one).facts['leadUnit'], walk.get(two).facts['leadUnit']]).toEqual(['police', 'urban']);
    expect(refusal(() => walk.act(clerk, id, 'assign', { leadUnit: 'urban', which: [id] }))).toBe('notCarried');
  });

  test('a suggestion taken out, or a bulletin discarded, stands where it stood', () => {
    const walk = county();
    const [one, two] = [adopted(walk), adopted(walk)];
    const { id } = walk.file(clerk, 'bulletin', 'draft', { ...paper, suggestions: [one] });
    walk.act(clerk, id, 'revise', { ...paper, suggestions: [two] });
    expect([walk.get(one).stage, walk.get(two).stage]).toEqual(['adopted', 'reporting']);
    expect(walk.get(one).facts['bulletin']).toBeUndefined();
    walk.act(head, id, 'discard', { reason: because });
    expect([walk.get(two).stage, walk.get(id).stage]).toEqual(['adopted', 'discarded']);
    expect(walk.get(id).links).toEqual([]);
  });
});

describe('gates', () => {
  test('drafter, checker and signer are different people', () => {
    const walk = county();
    const all = postOf('all', 'reform', ['OFFICE', 'OFFICE_HEAD']);
    const { id } = walk.file(all, 'bulletin', 'draft', { ...paper, research: '赴外地考察。' });
    expect(refusal(() => walk.act(all, id, 'check', checks))).toBe('samePerson');
    walk.act(checker, id, 'check', checks);
    expect(refusal(() => walk.act(all, id, 'sign'))).toBe('samePerson');
    walk.act(head, id, 'sendBack', { reason: because });
    expect(walk.get(id).stage).toBe('drafted');
  });

  test('it draws on something, and only on what is adopted', () => {
    const walk = county();
    const idea = adopted(walk);
    expect(refusal(() => walk.file(clerk, 'bulletin', 'draft', paper))).toBe('sourceMissing');
    walk.file(clerk, 'bulletin', 'draft', { ...paper, suggestions: [idea] });
    expect(refusal(() => walk.file(clerk, 'bulletin', 'draft', { ...paper, suggestions: [idea] }))).toBe('notAdopted');
  });

  test('an unusual length needs a reason, and each check is ticked', () => {
    const walk = county();
    const { id } = walk.file(clerk, 'bulletin', 'draft', { ...paper, state: '太短。', research: '赴外地考察。' });
    expect(refusal(() => walk.act(checker, id, 'check', { ...checks, lawChecked: false }))).toBe('checksMissing');
    expect(refusal(() => walk.act(checker, id, 'check', checks))).toBe('wordCountOff');
    expect(refusal(() => walk.act(checker, id, 'check', { ...checks, wordCountReason: '一事一报，从简。' }))).toBe('open');
    expect(countWords({ state: '增长12.5%，GDP 第1。' })).toBe(8);
  });

  test('the words verbatim, or only a pointer to the paper', () => {
    const walk = county();
    const idea = adopted(walk);
    const id = issued(walk, [idea]);
    const tried = (change: object) => refusal(() => walk.act(clerk, id, 'instruct', { ...remark, on: '2021-03-08', ...change }));
    expect(tried({ words: undefined })).toBe('wordsMissing');
    expect(tried({ isOnPaper: true })).toBe('pointerOnly');
    expect(tried({ isOnPaper: true, words: undefined })).toBe('wordsMissing');
    expect(tried({ on: '2021-03-09' })).toBe('futureDay');
    expect(tried({ on: '2021-03-07' })).toBe('futureDay');
    expect(tried({ dueOn: '2021-03-07' })).toBe('dueInPast');
    expect(tried({ isOnPaper: true, words: undefined, pointer: '收文〔2021〕18号，机要室' })).toBe('open');
    expect(walk.get(idea).facts['instructions']).toMatchObject([{ words: '原件另存：收文〔2021〕18号，机要室' }]);
  });

  test('one lead unit that is no co-unit, and a unit answers once', () => {
    const walk = county();
    const id = issued(walk, [adopted(walk)]);
    walk.act(clerk, id, 'instruct', { ...remark, on: '2021-03-08' });
    expect(refusal(() => walk.act(clerk, id, 'assign', { leadUnit: 'police', coUnits: ['police'] }))).toBe('leadIsCo');
    walk.act(police, id, 'feedBack', { text: '已经制定落实方案，正在推进。' });
    expect(walk.get(id).stage).toBe('instructed');
    expect(refusal(() => walk.act(police, id, 'feedBack', { text: '已经制定落实方案，正在推进。' }))).toBe('notYours');
  });
});

test('the paper bears its proposer only with consent', () => {
  const walk = county();
  const [open, hidden] = [adopted(walk), adopted(walk, { identityMode: 'realHidden', consentsToName: undefined, publishedName: undefined })];
  const id = issued(walk, [open, hidden]);
  const parts = bulletinParts(paperContext(walk, id, '2021-03-08'));
  expect(parts[0]).toEqual({ kind: 'head', mark: '改革专报', number: '第1期（总第1期）', issuer: '中共即墨区委改革办', issuedOn: '2021-03-08', style: 'bulletin' });
  expect(parts.filter((part) => part.kind === 'paragraph' && part.text.includes('建议人'))).toEqual([{ kind: 'paragraph', text: '（建议人：通济街道居民）' }]);
  expect(parts.find((part) => part.kind === 'distribution')).toEqual({ kind: 'distribution', report: ['区委书记', '区长'], send: [], copy: [] });
  expect(JSON.stringify(parts)).toContain('责任单位：公安分局；依据：道路交通安全法第九十三条');
});

test('every refusal of the record is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  expect(Object.keys(bulletinRecord.refusals).filter((code) => !here.includes(`'${code}'`))).toEqual([]);
});
