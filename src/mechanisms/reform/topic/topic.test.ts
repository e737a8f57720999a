import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { holds } from '#kernel/condition.ts';
import { idOf, type Walk } from '../../walk.ts';
import { because, clerk, head, land, landHead, paper, refusal, secretary, sessionCounty, trade } from '#test/sessions.ts';
import { topicFigures } from './figures.ts';
import { topicRecord } from './record.ts';

const proposal = { title: '盘活闲置工业用地', level: 'district', source: 'unitProposal', field: 'economy', leadUnit: 'natural-resources', coUnits: ['commerce'], goal: '两年盘活一千亩。' };
const words = '这块地荒了三年，  今年必须见分晓。';
const setting = { title: '盘活闲置工业用地', field: 'economy', setBy: 'secretary', setterRank: 'principal', setOn: '2021-03-01', occasion: '深改委第五次会议', setWords: words, leadUnit: 'natural-resources' };

const proposed = (walk: Walk, change: object = {}) => walk.file(land, 'topic', 'propose', { ...proposal, ...change }).id;
const approved = (walk: Walk) => {
  const id = proposed(walk);
  walk.act(land, id, 'research', { research: '已摸清底数、成因和办法。', evidence: paper('report') });
  walk.act(secretary, id, 'approve');
  return id;
};

describe('a topic', () => {
  test('goes from a proposal to its close', () => {
    const walk = sessionCounty();
    const id = approved(walk);
    expect(walk.get(id)).toMatchObject({ stage: 'approved', number: 'TM-2021-001', facts: { approvedBy: 'chair', approvedOn: '2021-03-01' } });
    expect(findDueDay(chinaCalendar, walk.get(id).duties[0]!.clock)).toBe('2021-03-22');
    walk.act(landHead, id, 'submitPlan', { plan: '分三步盘活，先易后难。', milestones: [{ name: '摸底', dueOn: '2021-04-30' }], evidence: paper('plan') });
    walk.act(land, id, 'start');
    expect(walk.offers(clerk, id).find(({ action }) => action === 'review')?.code).toBe('resultMissing');
    walk.act(land, id, 'recordResult', { resultNote: '已盘活五百亩，形成办法。' });
    walk.act(clerk, id, 'review', { reviewNote: '目标完成过半，做法可以推广。' });
    walk.act(head, id, 'reopen', { reason: because });
    walk.act(clerk, id, 'review', { reviewNote: '目标完成过半，做法可以推广。' });
    walk.act(head, id, 'close');
    expect(walk.get(id).stage).toBe('closed');
  });

  test('names where it comes from and one lead unit', () => {
    const walk = sessionCounty();
    expect(refusal(() => proposed(walk, { source: 'leaderSet' }))).toBe('useSetByLeader');
    expect(refusal(() => proposed(walk, { source: 'suggestion' }))).toBe('sourceMissing');
    expect(refusal(() => proposed(walk, { source: 'upperTask' }))).toBe('sourceMissing');
    expect(refusal(() => proposed(walk, { source: 'upperTask', sourceNote: '省委改革要点第12条' }))).toBe('open');
    expect(refusal(() => proposed(walk, { source: 'inspectionFinding' }))).toBe('sourceMissing');
    expect(refusal(() => proposed(walk, { coUnits: ['natural-resources'] }))).toBe('leadIsCo');
  });

  test('is researched with proof, planned with milestones, and suspended with a reason', () => {
    const walk = sessionCounty();
    const id = proposed(walk);
    expect(refusal(() => walk.act(land, id, 'research', { research: '已摸清底数、成因和办法。' }))).toBe('evidenceMissing');
    const other = approved(walk);
    expect(refusal(() => walk.act(land, other, 'submitPlan', { plan: '分三步盘活，先易后难。', milestones: [{ name: '摸底' }], evidence: paper('plan') }))).toBe('milestonesMissing');
    expect(refusal(() => walk.act(head, other, 'suspend', { reason: '短' }))).toBe('reasonTooShort');
    walk.act(head, other, 'suspend', { reason: because });
    walk.act(head, other, 'resume', { reason: because });
    expect(walk.get(other).stage).toBe('running');
  });

  test('gathers tasks, and may gather others later', () => {
    const walk = sessionCounty();
    const [first, second] = [idOf(901), idOf(902)];
    const id = proposed(walk, { tasks: [first] });
    walk.act(clerk, id, 'nameTasks', { tasks: [second] });
    expect(walk.get(id).links).toEqual([{ type: 'gathers', mechanism: 'task', id: second }]);
  });

  test('has issued documents alone as its results, and one document may be the result of two', () => {
    const walk = sessionCounty();
    const document = walk.file(clerk, 'reformDocument', 'draft', { title: '盘活闲置工业用地办法', kind: 'measures', issuer: '区政府', leadUnit: 'natural-resources', isReform: true, openness: 'internal' }).id;
    const both = [approved(walk), approved(walk)];
    for (const id of both) {
      walk.act(land, id, 'submitPlan', { plan: '分三步盘活，先易后难。', milestones: [{ name: '摸底', dueOn: '2021-04-30' }], evidence: paper('plan') });
      walk.act(land, id, 'start');
    }
    expect(refusal(() => walk.act(land, both[0]!, 'recordResult', { results: [document], resultNote: '形成办法，已经印发。' }))).toBe('documentNotIssued');
    walk.act(clerk, document, 'issue', { docNo: '即政发〔2021〕3号', issuedOn: '2021-03-01' });
    for (const id of both) walk.act(land, id, 'recordResult', { results: [document], resultNote: '形成办法，已经印发。' });
    expect(both.map((id) => walk.get(id).links.filter(({ type }) => type === 'result').map(({ id: other }) => other))).toEqual([[document], [document]]);
  });
});

describe('a topic set by a leader', () => {
  test('keeps the words as spoken, the day and the occasion, for those inside alone', () => {
    const walk = sessionCounty();
    const { facts } = walk.file(clerk, 'topic', 'setByLeader', setting);
    expect(facts).toMatchObject({ source: 'leaderSet', level: 'district', setWords: words, setOn: '2021-03-01', occasion: '深改委第五次会议' });
    for (const fact of [topicRecord.facts.setWords, topicRecord.facts.occasion]) expect(fact).toMatchObject({ seenBy: expect.not.arrayContaining(['public']) });
    expect(topicRecord.facts.setWords.searched).toBeUndefined();
  });

  test('is answered in ten working days from the day it was set, also when it is recorded later', () => {
    const walk = sessionCounty('2021-03-05');
    const id = walk.file(clerk, 'topic', 'setByLeader', setting).id;
    const { clocks, duties } = walk.get(id);
    expect([findDueDay(chinaCalendar, clocks['initialPlan']!), findDueDay(chinaCalendar, duties[0]!.clock)]).toEqual(['2021-03-15', '2021-03-15']);
    expect(refusal(() => walk.act(land, id, 'research', { research: '已摸清底数、成因和办法。', evidence: paper('report') }))).toBe('planOwed');
    expect(refusal(() => walk.act(trade, id, 'answerLeader', { initialPlan: '先摸底，再分类处置。' }))).toBe('notYours');
    walk.on('2021-03-15').act(land, id, 'answerLeader', { initialPlan: '先摸底，再分类处置。' });
    expect(walk.get(id).facts).toMatchObject({ initialPlanOn: '2021-03-15', isAnsweredInTime: true });
    expect(walk.told.at(-1)?.to).toEqual({ person: 'secretary' });
    const late = walk.file(clerk, 'topic', 'setByLeader', setting).id;
    walk.on('2021-03-16').act(land, late, 'answerLeader', { initialPlan: '先摸底，再分类处置。' });
    expect(walk.get(late).facts['isAnsweredInTime']).toBe(false);
  });

  test('was not set tomorrow, has no lead unit twice, and is not dropped', () => {
    const walk = sessionCounty();
    expect(refusal(() => walk.file(clerk, 'topic', 'setByLeader', { ...setting, setOn: '2021-03-02' }))).toBe('setLater');
    expect(refusal(() => walk.file(clerk, 'topic', 'setByLeader', { ...setting, coUnits: ['natural-resources'] }))).toBe('leadIsCo');
    const { id } = walk.file(secretary, 'topic', 'setByLeader', setting);
    expect(walk.offers(head, id).find(({ action }) => action === 'drop')?.code).toBe('leaderTopicStays');
    const other = proposed(walk);
    walk.act(head, other, 'drop', { reason: because });
    expect(walk.get(other).stage).toBe('dropped');
  });
});

test('figure 1.11 counts district topics approved this year, 1.13 those set by the principal leader', () => {
  const asks = (no: string, facts: object) => holds(topicFigures.find(({ answers }) => answers === no)!.where, { stage: 'running', facts: { level: 'district', approvedOn: '2021-03-19', ...facts } }, '2021-12-28');
  expect([asks('1.11', {}), asks('1.11', { level: 'unit' }), asks('1.11', { approvedOn: '2020-03-19' }), asks('1.11', { approvedOn: undefined })]).toEqual([true, false, false, false]);
  const set = { source: 'leaderSet', setOn: '2021-02-01', setterRank: 'principal' };
  expect([asks('1.13', set), asks('1.13', { ...set, setterRank: 'inCharge' }), asks('1.13', { ...set, setOn: '2020-12-31' })]).toEqual([true, false, false]);
});
