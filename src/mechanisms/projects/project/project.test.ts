import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { postOf } from '../../walk.ts';
import { projectRecord } from './record.ts';
import { halfYearAfter } from './rules.ts';
import { chain } from './stages.ts';
import { invest, farTown, clerk, leader, natural, system, id, yi, refusal, words, Way } from './test-way.ts';

// From the lead to the decision: the way, what a project may not say, the first two gates.

describe('the way of a project', () => {
  test('from the lead to its end, one step after another, each with its day', () => {
    const way = new Way().to('closed');
    expect(way.held.stage).toBe('closed');
    expect((way.held.facts['stageHistory'] as { stage: string }[]).map(({ stage }) => stage)).toEqual([...chain]);
    expect(way.held.number).toBe('XM-2021-0001');
    expect(Object.values(way.held.clocks).every(({ stoppedOn }) => stoppedOn !== undefined)).toBe(true);
  });

  test('runs its clocks: a lead thirty days, due diligence ten working days, fifteen abroad, signing thirty, start half a year after the land', () => {
    const way = new Way();
    expect(way.due('lead')).toBe('2021-04-07');
    way.to('planning');
    expect([way.due('planning'), way.held.clocks['lead']?.stoppedOn]).toEqual(['2021-05-07', '2021-03-08']);
    expect(way.to('dueDiligence').due('diligence')).toBe('2021-03-22');
    expect(new Way({ capitalSource: 'foreign' }).to('dueDiligence').due('diligence')).toBe('2021-03-29');
    expect(way.to('decided').due('signing')).toBe('2021-04-20');
    expect(way.to('landed').due('start')).toBe('2021-09-07');
    // Permits do not begin the half year anew.
    way.walk.on('2021-06-01');
    expect(way.to('permitted').due('start')).toBe('2021-09-07');
  });

  test('skips no stage: what belongs to a later one is refused', () => {
    expect(refusal(() => new Way().do(leader, 'sign'))).toBe('wrongStage');
    expect(refusal(() => new Way().to('signed').do(natural, 'land'))).toBe('wrongStage');
  });

  test('is moved by nobody but the platform where it follows from another matter', () => {
    for (const action of ['beginDueDiligence', 'passDueDiligence', 'concludeReview']) expect(refusal(() => new Way().to('dueDiligence').do(clerk, action, { dueDiligence: id }))).toBe('notYours');
  });

  test('is seen and started by the town that receives it, not by another', () => {
    const way = new Way().to('permitted');
    expect(refusal(() => way.do(farTown, 'start'))).toBe('notYours');
  });
});

describe('what a project may not say', () => {
  const planned = (change: object) => refusal(() => new Way().to('planning', change));
  test('a part above its whole', () => {
    expect(planned({ fixedInvestment: 4 * yi })).toBe('fixedAboveTotal');
    expect(planned({ equipment: 2.5 * yi })).toBe('equipmentAboveFixed');
    expect(planned({ totalInvestment: 0 })).toBe('badInput');
  });

  test('an unusual figure without saying why, an impossible one at all', () => {
    // 200 million yuan on 4 mu are 5,000 万元/亩.
    expect(planned({ land: 2666.67 })).toBe('unusual');
    expect(words(() => new Way().to('planning', { land: 2666.67 }))).toContain('亩均固定资产投资4999.99，超出通常范围10–3000');
    expect(planned({ land: 2666.67, rangeReason: '高层厂房，容积率3.5，设备单价高。' })).toBe('open');
    expect(planned({ land: 266.67, rangeReason: '高层厂房。' })).toBe('impossible');
    expect(planned({ taxPerMu: 501 })).toBe('unusual');
    expect(planned({ jobs: 60_000 })).toBe('unusual');
    expect(planned({ jobs: 600_000, rangeReason: '劳动密集。' })).toBe('impossible');
  });

  test('a completion before the start', () => {
    expect(planned({ plannedStartOn: '2022-01-01', plannedCompleteOn: '2021-12-01' })).toBe('datesDisordered');
  });

  test('an investor that was struck off', () => {
    const way = new Way();
    way.walk.act(invest, way.investor, 'cancel', { reason: '企业已注销。' });
    expect(refusal(() => way.to('planning'))).toBe('enterpriseGone');
  });
});

describe('due diligence', () => {
  test('holds for six months and for the project it looked at', () => {
    const way = new Way().to('review');
    expect(way.held.facts['diligenceValidUntil']).toBe('2021-09-08');
    way.do(system, 'concludeReview', { reviewMeeting: id, result: 'passed', score: 85 });
    way.do(invest, 'amend', { totalInvestment: 3.5 * yi });
    expect(refusal(() => way.do(clerk, 'askDecision'))).toBe('open');
    for (const change of [{ totalInvestment: 3.7 * yi }, { land: 80_000 }, { process: '电镀' }, { investor: way.company }]) {
      const changed = new Way().to('review');
      changed.do(system, 'concludeReview', { reviewMeeting: id, result: 'passed', score: 85 });
      changed.do(invest, 'amend', change);
      expect(words(() => changed.do(clerk, 'askDecision'))).toBe('“提请决策”前还缺：有效的尽调。补齐后即可办理。');
    }
  });

  test('done anew moves the project back and takes its later days out of every count', () => {
    const way = new Way().to('decided');
    way.walk.on('2021-05-10');
    way.do(system, 'beginDueDiligence', { dueDiligence: id });
    expect(way.held.stage).toBe('dueDiligence');
    expect(way.held.facts).not.toHaveProperty('decidedOn');
    expect(way.held.facts).not.toHaveProperty('reviewOn');
    expect((way.held.facts['stageHistory'] as { stage: string; reversedOn?: string }[]).map(({ stage, reversedOn }) => [stage, reversedOn])).toEqual([
      ['lead', undefined], ['planning', undefined], ['dueDiligence', '2021-05-10'], ['review', '2021-05-10'], ['decided', '2021-05-10'], ['dueDiligence', undefined],
    ]);
    expect(Object.entries(way.held.clocks).filter(([, { stoppedOn }]) => stoppedOn === undefined).map(([name]) => name)).toEqual(['diligence']);
    expect(way.to('review').held.facts).not.toHaveProperty('reviewResult');
  });

  test('that does not recommend returns the project, which may come again', () => {
    const way = new Way().to('dueDiligence');
    way.do(system, 'failDueDiligence', { dueDiligence: id, words: '实际控制人在失信名单。', riskIndex: 70 });
    expect(way.held.stage).toBe('returned');
    way.do(invest, 'resubmit', { reason: '投资方已经更换，重新提交。' });
    expect(way.held.stage).toBe('planning');
  });
});

describe('review and decision', () => {
  test('no decision without a review, none against it', () => {
    const way = new Way().to('review');
    expect(refusal(() => way.do(clerk, 'askDecision'))).toBe('notConcluded');
    expect(words(() => way.do(leader, 'decide', { minutesNo: '1' }))).toBe('“决策同意”前还缺：评审办提请决策、有效期内的评审结论。补齐后即可办理。');
    way.do(system, 'concludeReview', { reviewMeeting: id, result: 'refused', score: 62 });
    expect(way.held.stage).toBe('returned');
    way.do(invest, 'resubmit', { reason: '补充了新的技术验证材料，申请复议。' });
    expect(way.held).toMatchObject({ stage: 'review' });
    expect(way.held.facts).not.toHaveProperty('reviewResult');
  });

  test('a refusal carried along by a move back still bars the decision', () => {
    const way = new Way().to('review');
    way.do(system, 'concludeReview', { reviewMeeting: id, result: 'conditional', score: 75 });
    const refused = { ...way.held, facts: { ...way.held.facts, reviewResult: 'refused' } };
    way.walk.matters.set(way.id, refused);
    expect(refusal(() => way.do(clerk, 'askDecision'))).toBe('notFavourable');
  });

  test('whoever asks for the decision does not take it', () => {
    const both = postOf('both', 'review-office', ['SECRETARIAT', 'LEADER']);
    const way = new Way().to('review');
    way.do(system, 'concludeReview', { reviewMeeting: id, result: 'passed', score: 85 });
    way.do(both, 'askDecision');
    expect(refusal(() => way.do(both, 'decide', { minutesNo: '1' }))).toBe('samePerson');
  });
});

test('half a year after the last of August is the last of February', () => {
  expect([halfYearAfter('2021-08-31'), halfYearAfter('2021-03-08')]).toEqual(['2022-02-28', '2021-09-08']);
});

test('every refusal of the record is met by a test of this folder', async () => {
  const read = await Promise.all(['./project.test.ts', './project-onwards.test.ts'].map((name) => readFile(new URL(name, import.meta.url), 'utf8')));
  expect(Object.keys(projectRecord.refusals).filter((code) => !read.some((here) => here.includes(`'${code}'`)))).toEqual([]);
});
