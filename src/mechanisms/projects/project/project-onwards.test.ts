import { describe, expect, test } from 'vitest';
import { holds } from '#kernel/condition.ts';
import { postOf } from '../../walk.ts';
import { projectFigures } from './figures.ts';
import { projectRecord } from './record.ts';
import { invest, town, clerk, head, leader, joint, steward, approval, stat, industry, firm, system, file, because, id, yi, lead, promises, agreement, refusal, words, Way, permits, start } from './test-way.ts';

// From the agreement on: signing, land, works, projects taken over, and what leaves the chain.

describe('signing', () => {
  const handed = (change: object) => {
    const way = new Way().to('decided');
    way.do(invest, 'submitAgreement', { ...agreement, ...change });
    return way;
  };
  test('needs a formal agreement kept by its hash, a review number and three promises', () => {
    expect(words(() => new Way().to('decided').do(leader, 'sign'))).toBe('“核准签约”前还缺：正式协议文件（留存哈希）、公平竞争审查号、不少于3条协议承诺。补齐后即可办理。');
    expect(words(() => handed({ fairReviewNo: undefined }).do(leader, 'sign'))).toContain('公平竞争审查号');
    expect(handed({}).held.facts['agreementHash']).toBe(agreement.agreement[0]?.hash);
  });

  test('an agreement without three promises, or with an unclear one, is refused as it is handed in', () => {
    expect(refusal(() => handed({ promises: promises.slice(0, 2) }))).toBe('tooFewPromises');
    expect(refusal(() => handed({ promises: [...promises, { name: '就业' }] }))).toBe('promiseUnclear');
  });

  test('a framework of intent is kept and counts for nothing', () => {
    const way = handed({ agreementKind: 'framework', promises: undefined });
    expect(refusal(() => way.do(leader, 'sign'))).toBe('frameworkAgreement');
    const signed = projectFigures.find(({ key }) => key === 'project.signed');
    expect(holds(signed!.where, way.held, '2021-12-28')).toBe(false);
    expect(holds(signed!.where, new Way().to('signed').held, '2021-12-28')).toBe(true);
  });

  test('whoever handed it in does not confirm it', () => {
    const zone = postOf('zone', 'longquan', ['ZONE']);
    const way = new Way().to('decided');
    way.do(zone, 'submitAgreement', agreement);
    expect(refusal(() => way.do(zone, 'sign'))).toBe('samePerson');
  });

  test('the enterprise registers its company in person, with licence and slip', () => {
    const way = new Way().to('signed');
    const given = { company: way.company, firstCapital: 100, firstCapitalOn: '2021-03-01', evidence: [file('licence'), file('slip')] };
    expect(refusal(() => way.do(postOf('other', 'enterprises', ['ENTERPRISE']), 'register', given))).toBe('notYours');
    expect(refusal(() => way.do(firm, 'register', { ...given, evidence: [file('licence')] }))).toBe('evidenceMissing');
    expect(refusal(() => way.do(firm, 'register', { ...given, firstCapitalOn: '2021-03-09' }))).toBe('dayLater');
    expect(refusal(() => way.do(firm, 'register', given))).toBe('open');
  });
});

describe('land, permits and start', () => {
  test('standard land lands the project by its commitment, and the benchmark is counted for a key project', () => {
    const way = new Way().to('registered');
    way.do(system, 'recordLand', { landCommitment: id, parcel: id, on: '2021-03-08', isBenchmark: true });
    expect(way.held).toMatchObject({ stage: 'landed', facts: { benchmarkLandOn: '2021-03-08', landMode: 'standard', landedOn: '2021-03-08' } });
    const figure = projectFigures.find(({ answers }) => answers === '3.3');
    expect(holds(figure!.where, way.held, '2021-12-28')).toBe(true);
    expect(holds(figure!.where, way.held, '2022-12-28')).toBe(false);
    way.do(leader, 'grade', { level: 'ordinary' });
    expect(holds(figure!.where, way.held, '2021-12-28')).toBe(false);
  });

  test('every missing permit is named, the energy review only above its threshold', () => {
    const way = new Way().to('landed');
    expect(words(() => way.do(approval, 'permit'))).toBe('“核准手续齐全”前还缺：国家投资项目统一代码、备案、核准文号、环评批复号、建设用地规划许可证、建设工程规划许可证、施工许可证。补齐后即可办理。');
    way.do(steward, 'recordPermits', permits);
    way.do(invest, 'amend', { electricity: 500 });
    expect(words(() => way.do(approval, 'permit'))).toBe('“核准手续齐全”前还缺：节能审查号。补齐后即可办理。');
    way.do(steward, 'recordPermits', { energyReviewNo: 'NP-1' });
    expect(refusal(() => way.do(approval, 'permit'))).toBe('open');
  });

  test('there is no start without the permit, before the land, tomorrow, or without the check by statistics', () => {
    const way = new Way().to('permitted');
    expect(refusal(() => way.do(steward, 'submitStart', { ...start, startClaimedOn: '2021-03-09' }))).toBe('dayLater');
    expect(refusal(() => way.do(steward, 'submitStart', { ...start, startClaimedOn: '2021-03-07' }))).toBe('startBeforeLand');
    way.do(steward, 'submitStart', start);
    expect(words(() => way.do(town, 'start'))).toBe('“核准开工”前还缺：统计部门核验。补齐后即可办理。');
    way.do(stat, 'checkStart');
    expect(refusal(() => way.do(town, 'start'))).toBe('open');
    const skipped = new Way().to('landed');
    skipped.do(clerk, 'askSkip', { skipTo: 'permitted', reason: because });
    skipped.do(leader, 'approveSkip', { reason: because, evidence: [file('approval')] });
    expect(refusal(() => skipped.do(steward, 'submitStart', start))).toBe('permitMissing');
  });

  test('below five million yuan it enters no statistics, below twenty no scale', () => {
    const small = new Way().to('started', { totalInvestment: 400_000_000, fixedInvestment: 300_000_000, equipment: 1, land: 6666.67 });
    expect(refusal(() => small.do(stat, 'enterStatistics', { statCode: 'TJ-1' }))).toBe('belowStatistics');
    expect(refusal(() => new Way().to('producing').do(stat, 'enterScale', { annualRevenue: 1_999_999_999, scaleNoticeNo: 'RG-1' }))).toBe('belowScale');
  });

  test('at capacity only after a review that is met', () => {
    const way = new Way().to('aboveScale');
    way.do(system, 'recordCompliance', { complianceCheck: id, conclusion: 'basic' });
    expect(refusal(() => way.do(industry, 'reachCapacity'))).toBe('gateClosed');
  });
});

describe('a project under way before the platform', () => {
  const stock = { name: '存量项目', town: 'longquan', source: '存量', visitRecord: '转入', kind: 'industry', totalInvestment: 3 * yi, level: 'districtKey', stockStage: 'permitted', stockOn: '2020-12-01', evidence: [file('papers')], reason: '平台启用前在推。' };
  const papers = { minutesNo: '1', agreementNo: 'XY-1', agreedInvestment: 3 * yi, signedOn: '2020-06-01', landContractNo: 'TD-1', landedOn: '2020-09-01', constructionPermitNo: 'SG-1' };
  const take = (change: object) => {
    const way = new Way();
    const { id: taken } = way.walk.file(clerk, 'project', 'takeOver', { ...stock, investor: way.investor, ...change });
    return { way, taken };
  };
  test('brings the papers of the stages behind it, and no day that is still to come', () => {
    expect(words(() => take({}))).toBe('转入“手续”阶段的项目还要填写：会议纪要文号、协议编号、协议总投资、签约日期、土地或者厂房合同号、落地日期、施工许可证。');
    expect(refusal(() => take({ agreementNo: 'XY-1' }))).toBe('stockIncomplete');
    expect(refusal(() => take({ ...papers, stockOn: '2021-03-09' }))).toBe('dayLater');
  });

  test('decided under the old rules is signed by an agreement of the new ones', () => {
    const { way, taken } = take({ ...papers, stockStage: 'decided' });
    way.walk.act(head, taken, 'confirmTakeOver');
    expect(words(() => way.walk.act(leader, taken, 'sign'))).toBe('“核准签约”前还缺：正式协议文件（留存哈希）、公平竞争审查号、不少于3条协议承诺。补齐后即可办理。');
    way.walk.act(invest, taken, 'submitAgreement', agreement);
    expect(refusal(() => way.walk.act(leader, taken, 'sign'))).toBe('open');
  });

  test('is confirmed by another, stands at its stage with its day, and goes on from there', () => {
    const { way, taken } = take(papers);
    expect(refusal(() => way.walk.act(postOf('clerk', 'review-office', ['SECRETARIAT_HEAD']), taken, 'confirmTakeOver'))).toBe('samePerson');
    way.walk.act(head, taken, 'confirmTakeOver');
    expect(way.walk.get(taken)).toMatchObject({ stage: 'permitted', facts: { permittedOn: '2020-12-01', signedOn: '2020-06-01', gate: 'supervision' } });
    way.walk.act(steward, taken, 'submitStart', start);
    expect(refusal(() => way.walk.act(stat, taken, 'checkStart'))).toBe('open');
  });
});

describe('beside the way', () => {
  test('an exception needs a reason, a leader and another person, and leads forward only', () => {
    const way = new Way().to('planning');
    expect(refusal(() => way.do(leader, 'approveSkip', { reason: because, evidence: [file('approval')] }))).toBe('noSkipAsked');
    expect(refusal(() => way.do(invest, 'askSkip', { skipTo: 'lead', reason: because }))).toBe('notLater');
    expect(refusal(() => way.do(invest, 'askSkip', { skipTo: 'signed', reason: '急' }))).toBe('reasonTooShort');
    way.do(invest, 'askSkip', { skipTo: 'signed', reason: because });
    expect(refusal(() => way.do(postOf('invest', 'leadership', ['LEADER']), 'approveSkip', { reason: because, evidence: [file('approval')] }))).toBe('samePerson');
    way.do(leader, 'approveSkip', { reason: because, evidence: [file('approval')] });
    expect(way.held.stage).toBe('signed');
    expect((way.held.facts['stageHistory'] as object[]).at(-1)).toEqual({ stage: 'signed', on: '2021-03-08', isException: true, reason: because });
  });

  test('a move back keeps the old day in the history and takes it out of the counts', () => {
    const way = new Way().to('started');
    expect(refusal(() => way.do(head, 'moveBack', { backTo: 'building', reason: because }))).toBe('notEarlier');
    way.walk.on('2021-04-12');
    way.do(head, 'moveBack', { backTo: 'permitted', reason: because });
    expect(way.held.stage).toBe('permitted');
    expect(way.held.facts).not.toHaveProperty('startedOn');
    expect((way.held.facts['stageHistory'] as object[]).at(-1)).toEqual({ stage: 'started', on: '2021-03-08', reversedOn: '2021-04-12', reason: because });
  });

  test('a hold lasts ninety days at most, pauses the clocks and gives the days back', () => {
    const way = new Way().to('planning');
    expect(refusal(() => way.do(head, 'hold', { holdUntil: '2021-06-07', reason: because }))).toBe('holdTooLong');
    way.do(head, 'hold', { holdUntil: '2021-06-06', reason: because });
    expect(way.due('planning')).toBeUndefined();
    way.walk.on('2021-03-18');
    way.do(head, 'resume');
    expect([way.held.stage, way.due('planning')]).toEqual(['planning', '2021-05-17']);
  });

  test('before the land a project is terminated, after it it exits', () => {
    const early = new Way().to('registered');
    expect(refusal(() => early.do(joint, 'exit', { exitKind: 'takeBack', minutesNo: '1', reason: because, evidence: [file('minutes')] }))).toBe('wrongStage');
    early.do(head, 'hold', { holdUntil: '2021-06-01', reason: because });
    expect(refusal(() => early.do(joint, 'exit', { exitKind: 'takeBack', minutesNo: '1', reason: because, evidence: [file('minutes')] }))).toBe('beforeLand');
    early.do(head, 'terminate', { reason: because });
    const late = new Way().to('landed');
    late.do(head, 'hold', { holdUntil: '2021-06-01', reason: because });
    expect(refusal(() => late.do(head, 'terminate', { reason: because }))).toBe('afterLand');
    late.do(joint, 'exit', { exitKind: 'takeBack', minutesNo: '1', reason: because, evidence: [file('minutes')] });
    expect([early.held.stage, late.held.stage]).toEqual(['terminated', 'exited']);
  });

  test('one filed twice is put into the other, never into itself', () => {
    const way = new Way();
    expect(refusal(() => way.do(clerk, 'merge', { mergedInto: way.id }))).toBe('intoItself');
    const second = way.walk.file(invest, 'project', 'fileLead', lead).id;
    way.walk.act(clerk, second, 'merge', { mergedInto: way.id });
    expect(projectRecord.stages.merged.uncounted).toBe(true);
    expect(way.walk.get(second).stage).toBe('merged');
  });

  test('a project may relocate', () => {
    const way = new Way().to('signed');
    way.do(leader, 'relocate', { relocatedTo: '邻区', reason: because });
    expect(way.held.stage).toBe('relocated');
  });
});
