import type { Actor } from '#kernel/actor.ts';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { Refusal } from '#kernel/refusal.ts';
import { postOf, Walk } from '../../walk.ts';
import { enterprise } from '../enterprise/enterprise.ts';
import { obligation } from '../obligation/obligation.ts';
import { creditCodeOf } from '../sample-names.ts';
import { supervision } from '../supervision/supervision.ts';
import { project } from './project.ts';
import { chain } from './stages.ts';

export { refusal } from '#test/refusal.ts';

// One project on its way, for the tests of this folder: who moves it and with what papers.

export const invest = postOf('invest', 'investment', ['INVEST']);
export const town = postOf('town', 'longquan', ['TOWN']);
export const farTown = postOf('farTown', 'jinkou', ['TOWN']);
export const clerk = postOf('clerk', 'review-office', ['SECRETARIAT']);
export const head = postOf('head', 'review-office', ['SECRETARIAT_HEAD']);
export const leader = postOf('leader', 'leadership', ['LEADER']);
export const joint = postOf('joint', 'joint-meeting', ['JOINT']);
export const steward = postOf('steward', 'investment', ['STEWARD']);
export const natural = postOf('natural', 'natural-resources', ['NATURAL']);
export const approval = postOf('approval', 'approval', ['APPROVAL']);
export const stat = postOf('stat', 'statistics', ['STAT']);
export const tax = postOf('tax', 'tax', ['TAX']);
export const industry = postOf('industry', 'industry', ['INDUSTRY']);
export const firm = postOf('firm', 'enterprises', ['ENTERPRISE']);
export const system: Actor = { kind: 'system', job: 'follow' };

export const file = (name: string) => ({ hash: name.padEnd(64, '0').replace(/[^0-9a-f]/g, 'a').slice(0, 64), name, type: 'application/pdf', size: 9 });
export const because = '经研究，情况属实，按程序办理，特此说明情况和依据。';
export const id = '01890000-0000-7000-8000-0000000000ff';
export const yi = 10_000_000_000;
export const lead = { name: '智能装备生产基地', town: 'longquan', source: '商会推介', visitRecord: '双方就选址、用地和投资计划作了洽谈。', site: '龙泉街道工业园', level: 'districtKey' };
export const numbers = { totalInvestment: 3 * yi, fixedInvestment: 2 * yi, equipment: yi, land: 66_666.67, landKind: 'new', kind: 'industry', taxPerMu: 30, jobs: 300, process: '机械加工、装配' };
export const promises = [
  { code: 'N1', kind: 'node', name: '开工', dueOn: '2021-12-31' },
  { code: 'I1', kind: 'investment', name: '固定资产投资', target: 20_000, measure: '万元', dueOn: '2023-12-31' },
  { code: 'T1', kind: 'tax', name: '亩均税收', target: 30, measure: '万元/亩', dueOn: '2024-12-31' },
];
export const agreement = { agreementKind: 'formal', agreementNo: 'XY-2021-001', agreement: [file('agreement')], agreedInvestment: 3 * yi, fairReviewNo: '公审〔2021〕1号', promises, contactPerson: 'firm', contactUnit: 'enterprises' };

export const words = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (failure) {
    if (failure instanceof Refusal) return failure.words.zh;
    throw failure;
  }
  return '';
};

/** One project on its way, and whoever moves it. */
export class Way {
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

export const permits = { nationalCode: '2103-370215-04-01-123456', filingNo: 'BA-1', eiaNo: 'HP-1', landPermitNo: 'YD-1', planPermitNo: 'GH-1', constructionPermitNo: 'SG-1' };
export const start = { startClaimedOn: '2021-03-08', startPhoto: [file('photo')], supervisionLogNo: 'JL-1' };
