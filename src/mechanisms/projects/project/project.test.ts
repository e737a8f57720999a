import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { holds } from '#kernel/condition.ts';
import { Refusal } from '#kernel/refusal.ts';
import { postOf, Walk } from '../../walk.ts';
import { enterprise } from '../enterprise/enterprise.ts';
import { creditCodeOf } from '../sample-names.ts';
import { projectFigures } from './figures.ts';
import { obligation } from '../obligation/obligation.ts';
import { supervision } from '../supervision/supervision.ts';
import { project } from './project.ts';
import { projectRecord } from './record.ts';
import { halfYearAfter } from './rules.ts';
import { chain } from './stages.ts';

const invest = postOf('invest', 'investment', ['INVEST']);
const town = postOf('town', 'longquan', ['TOWN']);
const farTown = postOf('farTown', 'jinkou', ['TOWN']);
const clerk = postOf('clerk', 'review-office', ['SECRETARIAT']);
const head = postOf('head', 'review-office', ['SECRETARIAT_HEAD']);
const leader = postOf('leader', 'leadership', ['LEADER']);
const joint = postOf('joint', 'joint-meeting', ['JOINT']);
const steward = postOf('steward', 'investment', ['STEWARD']);
const natural = postOf('natural', 'natural-resources', ['NATURAL']);
const approval = postOf('approval', 'approval', ['APPROVAL']);
const stat = postOf('stat', 'statistics', ['STAT']);
const tax = postOf('tax', 'tax', ['TAX']);
const industry = postOf('industry', 'industry', ['INDUSTRY']);
const firm = postOf('firm', 'enterprises', ['ENTERPRISE']);
const system: Actor = { kind: 'system', job: 'follow' };

const file = (name: string) => ({ hash: name.padEnd(64, '0').replace(/[^0-9a-f]/g, 'a').slice(0, 64), name, type: 'application/pdf', size: 9 });
const because = '经研究，情况属实，按程序办理，特此说明情况和依据。';
const id = '01890000-0000-7000-8000-0000000000ff';
const yi = 10_000_000_000;
const lead = { name: '智能装备生产基地', town: 'longquan', source: '商会推介', visitRecord: '双方就选址、用地和投资计划作了洽谈。', site: '龙泉街道工业园', level: 'districtKey' };
const numbers = { totalInvestment: 3 * yi, fixedInvestment: 2 * yi, equipment: yi, land: 66_666.67, landKind: 'new', kind: 'industry', taxPerMu: 30, jobs: 300, process: '机械加工、装配' };
const promises = [
  { code: 'N1', kind: 'node', name: '开工', dueOn: '2021-12-31' },
  { code: 'I1', kind: 'investment', name: '固定资产投资', target: 20_000, measure: '万元', dueOn: '2023-12-31' },
  { code: 'T1', kind: 'tax', name: '亩均税收', target: 30, measure: '万元/亩', dueOn: '2024-12-31' },
];
const agreement = { agreementKind: 'formal', agreementNo: 'XY-2021-001', agreement: [file('agreement')], agreedInvestment: 3 * yi, fairReviewNo: '公审〔2021〕1号', promises, contactPerson: 'firm', contactUnit: 'enterprises' };

function refusal(attempt: () => unknown): string {
  try {
    attempt();
  } catch (failure) {
    if (failure instanceof Refusal) return failure.code;
    throw failure;
  }
  return 'open';
}
const words = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (failure) {
    if (failure instanceof Refusal) return failure.words.zh;
    throw failure;
  }
  return '';
};

/** One project on its way, and whoever moves it. */
class Way {
  readonly walk = new Walk([enterprise, project, obligation, supervision], '2021-03-08T02:00:00.000Z');
  readonly investor = this.walk.file(invest, 'enterprise', 'list', { name: '某装备集团有限公司', creditCode: creditCodeOf(1) }).id;
  readonly company = this.walk.file(invest, 'enterprise', 'list', { name: '某装备（即墨）有限公司', creditCode: creditCodeOf(2) }).id;
  readonly id: string;
  constructor(change: object = {}) {
    this.id = this.walk.file(invest, 'project', 'fileLead', { ...lead, ...change }).id;
  }
  do(actor: Actor, action: string, input: object = {}) {
    return this.walk.act(actor, this.id, action, input);
  }
  get held() {
    return this.walk.get(this.id);
  }
  /** Up to a stage, by the usual steps. */
  to(stage: string, change: object = {}) {
    const steps: readonly (readonly [string, () => void])[] = [
      ['planning', () => this.do(invest, 'propose', { investor: this.investor, ...numbers, evidence: [file('proposal')], ...change })],
      ['dueDiligence', () => this.do(system, 'beginDueDiligence', { dueDiligence: id })],
      ['review', () => this.do(system, 'passDueDiligence', { dueDiligence: id, riskIndex: 32.5, authenticity: 82.5, worth: 99.5 })],
      ['decided', () => { this.do(system, 'concludeReview', { reviewMeeting: id, result: 'passed', score: 86.58 }); this.do(clerk, 'askDecision'); this.do(leader, 'decide', { minutesNo: '〔2021〕第6次' }); }],
      ['signed', () => { this.do(invest, 'submitAgreement', agreement); this.do(leader, 'sign'); }],
      ['registered', () => this.do(firm, 'register', { company: this.company, firstCapital: 500_000_000, firstCapitalOn: '2021-03-01', evidence: [file('licence'), file('slip')] })],
      ['landed', () => { this.do(steward, 'submitLand', { landMode: 'lease', landContractNo: 'ZL-1', evidence: [file('contract')] }); this.do(natural, 'land'); }],
      ['permitted', () => { this.do(steward, 'recordPermits', permits); this.do(approval, 'permit'); }],
      ['started', () => { this.do(steward, 'submitStart', start); this.do(stat, 'checkStart'); this.do(town, 'start'); }],
      ['building', () => this.do(stat, 'enterStatistics', { statCode: 'TJ-1' })],
      ['completed', () => { this.do(steward, 'submitCompletion', { acceptanceNo: 'YS-1', evidence: [file('acceptance')] }); this.do(approval, 'complete'); }],
      ['producing', () => { this.do(steward, 'submitProduction', { invoiceNo: '0001', powerLoad: 800 }); this.do(tax, 'checkInvoice'); this.do(industry, 'produce'); }],
      ['aboveScale', () => this.do(stat, 'enterScale', { annualRevenue: 3_000_000_000, scaleNoticeNo: 'RG-1' })],
      ['atCapacity', () => { this.do(system, 'recordCompliance', { complianceCheck: id, conclusion: 'met' }); this.do(industry, 'reachCapacity'); }],
      ['closed', () => this.do(head, 'close', { settlement: '各项政策已兑现并清算。' })],
    ];
    const until = chain.indexOf(stage as 'lead');
    for (const [name, step] of steps) if (chain.indexOf(name as 'lead') <= until && chain.indexOf(name as 'lead') > chain.indexOf(this.held.stage as 'lead')) step();
    return this;
  }
  due(clock: string) {
    const held = this.held.clocks[clock];
    return held && findDueDay(chinaCalendar, held);
  }
}

const permits = { nationalCode: '2103-370215-04-01-123456', filingNo: 'BA-1', eiaNo: 'HP-1', landPermitNo: 'YD-1', planPermitNo: 'GH-1', constructionPermitNo: 'SG-1' };
const start = { startClaimedOn: '2021-03-08', startPhoto: [file('photo')], supervisionLogNo: 'JL-1' };

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

test('half a year after the last of August is the last of February', () => {
  expect([halfYearAfter('2021-08-31'), halfYearAfter('2021-03-08')]).toEqual(['2022-02-28', '2021-09-08']);
});

test('every refusal of the record is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  expect(Object.keys(projectRecord.refusals).filter((code) => !here.includes(`'${code}'`))).toEqual([]);
});
