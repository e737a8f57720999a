import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import type { Walk } from '../../walk.ts';
import { application, because, clerk, decision, group, head, held, justice, land, leader, paper, planned, refusal, sessionCounty, signed, trade, treasury } from '#test/sessions.ts';

const applied = (walk: Walk, change: object = {}) => walk.file(land, 'agendaItem', 'apply', { ...application, ...change }).id;
const checked = (walk: Walk, change: object = {}) => {
  const id = applied(walk, change);
  walk.act(clerk, id, 'preCheck');
  return id;
};

describe('an application', () => {
  test('is a unit’s own, with one reporting unit', () => {
    const walk = sessionCounty();
    expect(refusal(() => applied(walk, { reporterUnit: 'commerce', coUnits: [] }))).toBe('notOwnUnit');
    expect(refusal(() => applied(walk, { coUnits: ['natural-resources'] }))).toBe('reporterIsCo');
    expect(refusal(() => walk.file(clerk, 'agendaItem', 'apply', { ...application, reporterUnit: 'justice' }))).toBe('open');
  });

  test('names topics that are researched and papers that are drafts', () => {
    const walk = sessionCounty();
    expect(refusal(() => applied(walk, { kind: 'topics' }))).toBe('topicsMissing');
    const topic = walk.file(land, 'topic', 'propose', { title: '盘活闲置土地', level: 'district', source: 'unitProposal', field: 'economy', leadUnit: 'natural-resources', goal: '两年盘活一千亩。' });
    expect(refusal(() => applied(walk, { kind: 'topics', topics: [topic.id] }))).toBe('topicNotReady');
    const draft = walk.file(clerk, 'reformDocument', 'draft', { title: '工业用地标准地出让办法', kind: 'measures', issuer: '区政府', leadUnit: 'natural-resources', isReform: true, openness: 'public' });
    expect(refusal(() => applied(walk, { document: draft.id }))).toBe('open');
    walk.act(head, draft.id, 'discard', { reason: because });
    expect(refusal(() => applied(walk, { document: draft.id }))).toBe('documentNotDraft');
  });

  test('of a major decision was open to comments for thirty days, or says in public why not', () => {
    const walk = sessionCounty();
    const major = { isMajor: true, consultationFrom: '2021-01-10', consultationTo: '2021-02-08' };
    expect(refusal(() => applied(walk, major))).toBe('consultationShort');
    expect(refusal(() => applied(walk, { ...major, consultationShortened: '汛期临近，经区政府同意缩短为二十九日。' }))).toBe('open');
    expect(refusal(() => applied(walk, { ...major, consultationTo: '2021-02-09' }))).toBe('open');
    expect(refusal(() => applied(walk, { consultationFrom: '2021-02-09', consultationTo: '2021-02-01' }))).toBe('consultationOff');
    expect(refusal(() => applied(walk, { hearingOn: '2021-03-20', hearingPapersOn: '2021-03-14' }))).toBe('hearingPapersLate');
    expect(refusal(() => applied(walk, { hearingOn: '2021-03-20', hearingPapersOn: '2021-03-13' }))).toBe('open');
  });

  test('is pre-checked within a working day, once draft and explanation are there', () => {
    const walk = sessionCounty('2021-03-05');
    const id = applied(walk, { draft: undefined });
    expect(findDueDay(chinaCalendar, walk.get(id).clocks['preCheck']!)).toBe('2021-03-08');
    expect(walk.offers(clerk, id).find(({ action }) => action === 'preCheck')?.code).toBe('gateClosed');
    walk.act(land, id, 'handIn', { draft: paper('draft') });
    expect(refusal(() => walk.act(clerk, id, 'preCheck'))).toBe('open');
  });

  test('that is sent back is made anew, without what was said of the old draft', () => {
    const walk = sessionCounty();
    const id = checked(walk);
    walk.act(clerk, id, 'requestOpinions', { units: ['commerce'], legalUnit: 'justice' });
    walk.act(justice, id, 'giveLegalOpinion', { legalOpinion: 'lawful', legalText: '符合上位法。' });
    walk.act(clerk, id, 'sendBack', { reason: because });
    expect(walk.get(id).duties.map(({ state }) => state)).toEqual(['withdrawn', 'done']);
    walk.act(land, id, 'reapply', application);
    expect([walk.get(id).stage, walk.get(id).facts['legalOpinion']]).toEqual(['applied', undefined]);
    expect(refusal(() => walk.act(land, id, 'withdraw', { reason: because }))).toBe('open');
  });
});

describe('coordination', () => {
  test('waits for opinions that are in time, and writes a dispute down with both reasons', () => {
    const walk = sessionCounty();
    const id = checked(walk);
    walk.act(clerk, id, 'requestOpinions', { units: ['commerce', 'justice'] });
    expect(findDueDay(chinaCalendar, walk.get(id).clocks['coordination']!)).toBe('2021-03-08');
    expect(findDueDay(chinaCalendar, walk.get(id).duties[0]!.clock)).toBe('2021-03-04');
    walk.act(trade, id, 'giveOpinion', { agrees: false, text: '时限过短，企业办不到。' });
    expect(walk.offers(clerk, id).find(({ action }) => action === 'coordinate')?.code).toBe('opinionsOut');
    walk.on('2021-03-05');
    expect(refusal(() => walk.act(clerk, id, 'coordinate'))).toBe('disputeUnwritten');
    expect(refusal(() => walk.act(clerk, id, 'coordinate', { disputes: [{ unit: 'commerce', unitReason: '时限过短' }] }))).toBe('disputeUnwritten');
    walk.act(clerk, id, 'coordinate', { disputes: [{ unit: 'commerce', unitReason: '时限过短', reporterReason: '省里已有同样时限' }] });
    expect(walk.get(id).stage).toBe('coordinated');
  });

  test('that was settled needs no dispute', () => {
    const walk = sessionCounty();
    const id = checked(walk);
    walk.act(clerk, id, 'requestOpinions', { units: ['commerce'] });
    walk.act(trade, id, 'giveOpinion', { agrees: false, text: '时限过短。' });
    expect(refusal(() => walk.act(clerk, id, 'coordinate', { isSettled: true }))).toBe('open');
  });

  test('that five working days did not settle goes back with the leader’s consent', () => {
    const walk = sessionCounty();
    const id = checked(walk);
    walk.act(clerk, id, 'requestOpinions', { units: ['commerce'] });
    expect(walk.on('2021-03-08').offers(leader, id).find(({ action }) => action === 'returnUnsettled')?.code).toBe('coordinationRunning');
    walk.on('2021-03-09').act(leader, id, 'returnUnsettled', { reason: because });
    expect(walk.get(id).stage).toBe('returned');
  });
});

describe('the material set', () => {
  test('is asked for by what the item touches, and each piece says who gives it', () => {
    const walk = sessionCounty();
    const id = walk.file(land, 'agendaItem', 'apply', { ...application, upperDocuments: undefined, adoption: undefined, isMajor: true, isMarketRelated: true, involvesMoney: true }).id;
    walk.act(clerk, id, 'preCheck');
    walk.act(clerk, id, 'coordinate');
    walk.act(group, id, 'reviewInGroup', { groupOpinion: '同意。' });
    walk.act(leader, id, 'signByLeader');
    const pieces = walk.offers(clerk, id).find(({ action }) => action === 'schedule')?.needs ?? [];
    expect(pieces.filter(({ met }) => !met).map(({ name, from }) => [name.zh, from])).toEqual([
      ['意见采纳情况表', 'handIn'], ['上级同类文件目录', 'handIn'], ['合法性审查意见', 'giveLegalOpinion'], ['公平竞争审查结论', 'handIn'],
      ['社会稳定风险评估报告', 'handIn'], ['公开征求意见（不少于30日）', 'handIn'], ['财政意见', 'giveFiscalOpinion'],
    ]);
    expect(refusal(() => walk.act(clerk, id, 'schedule', { meeting: planned(walk) }))).toBe('gateClosed');
  });

  test('of a report that is only heard is the report', () => {
    const walk = sessionCounty();
    const { id } = walk.file(land, 'agendaItem', 'apply', { title: '一季度进展汇报', kind: 'hear', isReform: true, field: 'economy', reporterUnit: 'natural-resources', draft: paper('report') });
    for (const [who, move, input] of [[clerk, 'preCheck', {}], [clerk, 'coordinate', {}], [group, 'reviewInGroup', { groupOpinion: '同意。' }], [leader, 'signByLeader', {}]] as const) walk.act(who, id, move, input);
    expect(refusal(() => walk.act(clerk, id, 'schedule', { meeting: planned(walk) }))).toBe('open');
  });

  test('counts the days from its last piece, the opinions of justice and finance among them', () => {
    const walk = sessionCounty();
    const id = checked(walk, { involvesMoney: true });
    walk.act(clerk, id, 'requestOpinions', { legalUnit: 'justice', fiscalUnit: 'finance' });
    walk.on('2021-03-04').act(justice, id, 'giveLegalOpinion', { legalOpinion: 'lawful', legalText: '符合上位法。' });
    walk.on('2021-03-09').act(treasury, id, 'giveFiscalOpinion', { fiscalOpinion: '资金有来源。' });
    expect(walk.get(id).facts['materialsOn']).toBe('2021-03-09');
  });

  test('with an unlawful draft goes nowhere', () => {
    const walk = sessionCounty();
    const id = signed(walk);
    walk.act(clerk, id, 'handIn', { draft: paper('draft') });
    const other = checked(walk, { title: '另外一个办法' });
    walk.act(clerk, other, 'requestOpinions', { legalUnit: 'justice' });
    walk.act(justice, other, 'giveLegalOpinion', { legalOpinion: 'unlawful', legalText: '与上位法抵触。' });
    walk.act(clerk, other, 'coordinate');
    walk.act(group, other, 'reviewInGroup', { groupOpinion: '同意。' });
    walk.act(leader, other, 'signByLeader');
    expect(refusal(() => walk.act(clerk, other, 'schedule', { meeting: planned(walk) }))).toBe('unlawful');
  });
});

describe('an outcome', () => {
  test('fits the kind of the item', () => {
    const walk = sessionCounty();
    const id = signed(walk);
    held(walk, [id]);
    expect(refusal(() => walk.act(clerk, id, 'recordOutcome', { outcome: 'heard' }))).toBe('outcomeOff');
    expect(refusal(() => walk.act(clerk, id, 'recordOutcome', { outcome: 'passed' }))).toBe('decisionMissing');
    expect(refusal(() => walk.act(clerk, id, 'recordOutcome', { outcome: 'rejected', decisions: [decision] }))).toBe('needlessDecision');
    expect(refusal(() => walk.act(clerk, id, 'recordOutcome', { outcome: 'passed', decisions: [{ content: '印发实施' }] }))).toBe('decisionIncomplete');
    expect(refusal(() => walk.act(clerk, id, 'recordOutcome', { outcome: 'passed', decisions: [{ ...decision, dueOn: '2021-03-18' }] }))).toBe('decisionPast');
    expect(refusal(() => walk.act(clerk, id, 'recordOutcome', { outcome: 'passed', decisions: [{ ...decision, coUnits: ['natural-resources'] }] }))).toBe('decisionLeadIsCo');
    walk.act(clerk, id, 'recordOutcome', { outcome: 'withdrawn' });
    expect(walk.get(id).stage).toBe('withdrawn');
  });

  test('of a dispatching meeting names matter, unit, measure and day', () => {
    const walk = sessionCounty();
    const id = signed(walk);
    held(walk, [id], { kind: 'dispatching' });
    expect(refusal(() => walk.act(clerk, id, 'recordOutcome', { outcome: 'passed', decisions: [decision] }))).toBe('decisionIncomplete');
    expect(refusal(() => walk.act(clerk, id, 'recordOutcome', { outcome: 'passed', decisions: [{ ...decision, measure: '成立专班' }] }))).toBe('open');
  });

  test('in principle asks for a revision in ten working days, and the paper is decided when it is in', () => {
    const walk = sessionCounty();
    const draft = walk.file(clerk, 'reformDocument', 'draft', { title: '工业用地标准地出让办法', kind: 'measures', issuer: '区政府', leadUnit: 'natural-resources', isReform: true, openness: 'public' });
    const id = signed(walk, { document: draft.id });
    held(walk, [id]);
    walk.act(clerk, id, 'recordOutcome', { outcome: 'passedInPrinciple', decisions: [decision] });
    expect(walk.get(id).facts['revisionDueOn']).toBe('2021-04-02');
    expect(walk.get(draft.id).stage).toBe('drafted');
    walk.on('2021-03-25').act(land, id, 'handInRevision', { revision: paper('revised') });
    expect(refusal(() => walk.act(land, id, 'handInRevision', { revision: paper('again') }))).toBe('notYours');
    expect(walk.get(draft.id)).toMatchObject({ stage: 'reviewed', facts: { item: id, reviewedOn: '2021-03-25', appliedOn: '2021-03-01' } });
    expect(walk.get(id).duties.filter(({ state }) => state === 'open')).toEqual([]);
  });

  test('is corrected until the minutes are out', () => {
    const walk = sessionCounty();
    const id = signed(walk);
    const meeting = held(walk, [id]);
    walk.act(clerk, id, 'recordOutcome', { outcome: 'passed', decisions: [decision] });
    expect(walk.offers(land, id).find(({ action }) => action === 'handInRevision')?.open).toBe(false);
    walk.act(clerk, id, 'amendDecisions', { decisions: [{ ...decision, dueOn: '2021-04-30' }], reason: because });
    expect(walk.get(meeting).facts['decisions']).toMatchObject([{ dueOn: '2021-04-30' }]);
    walk.act(head, meeting, 'issueMinutes');
    expect(refusal(() => walk.act(clerk, id, 'amendDecisions', { decisions: [decision], reason: because }))).toBe('wrongStage');
  });

  test('that passed topics approves them', () => {
    const walk = sessionCounty();
    const topic = walk.file(land, 'topic', 'propose', { title: '盘活闲置土地', level: 'district', source: 'unitProposal', field: 'economy', leadUnit: 'natural-resources', goal: '两年盘活一千亩。' });
    walk.act(land, topic.id, 'research', { research: '已摸清闲置土地底数和成因。', evidence: paper('report') });
    const id = signed(walk, { kind: 'topics', topics: [topic.id] });
    held(walk, [id]);
    walk.act(clerk, id, 'recordOutcome', { outcome: 'passed', decisions: [decision] });
    expect(walk.get(topic.id)).toMatchObject({ stage: 'approved', facts: { approvedOn: '2021-03-19', approvedBy: 'meeting', approvedAt: id } });
  });
});
