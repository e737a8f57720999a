import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { mayReadOf, type Actor } from '#kernel/actor.ts';
import { chinaCalendar, dayOf } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { tiesOf } from '#kernel/matter.ts';
import { officialDocument } from '#reports/official-document.ts';
import { postOf, Walk } from '../../walk.ts';
import { enterprise } from '../enterprise/enterprise.ts';
import { project } from '../project/project.ts';
import { creditCodeOf } from '../sample-names.ts';
import { dueDiligence } from './due-diligence.ts';
import { authenticity, conclude, riskIndex, riskLevel, riskParts, worth } from './indices.ts';
import { dueDiligenceRecord } from './record.ts';
import { reportParts } from './report.ts';
import { sixMonthsAfter } from './rules.ts';
import { claims, items, measures, schemeOn, type Claim, type Item, type Measure } from './scheme.ts';
import { serving } from './server.ts';
import { refusal } from '#test/refusal.ts';

const invest = postOf('invest-1', 'investment', ['INVEST']);
const first = postOf('invest-2', 'investment', ['INVEST']);
const second = postOf('town', 'longquan', ['TOWN']);
const clerk = postOf('clerk', 'review-office', ['SECRETARIAT']);
const leader = postOf('leader', 'leadership', ['LEADER']);
const scheme = schemeOn('2021-03-08').body;

// The published worked example (projects.md §2.3).
const risks: Record<Item, number> = { D1a: 0, D1b: 1, D1c: 1, D2a: 1, D2b: 2, D2c: 0, D2d: 0, D3a: 2, D3b: 3, D3c: 2, D4a: 1, D4b: 1, D5a: 2, D5b: 1, D5c: 1, D5d: 0, D6a: 3, D6b: 2 };
const levels: Record<Claim, number> = { equity: 1, capital: 0.7, funding: 0.7, technology: 0.9, orders: 0.3, site: 1, team: 0.9 };
const worths: Record<Measure, [number, number?]> = { investmentPerMu: [330, 300], taxPerMu: [22, 20], valuePerTce: [3.2, 3.5], researchShare: [2.8, 3], jobs: [180, 200], chainFit: [0.8], investorStanding: [0.9] };
const ratingsOf = (change: Partial<Record<Item, number>> = {}) => Object.keys(items).map((item) => ({ item: item as Item, rating: { ...risks, ...change }[item as Item] }));
const proofsOf = (change: Partial<Record<Claim, number>> = {}) => Object.keys(claims).map((claim) => ({ claim: claim as Claim, level: { ...levels, ...change }[claim as Claim] }));
const worthOf = (change: Partial<Record<Measure, [number, number?]>> = {}) => Object.keys(measures).map((measure) => {
  const [value, benchmark] = { ...worths, ...change }[measure as Measure];
  return { measure: measure as Measure, value, ...(benchmark === undefined ? {} : { benchmark }) };
});
const words = '投资方主营业务稳定，资金来源已经核实，订单材料需要补充，建议关注负债率。';
const proof = { hash: 'c'.repeat(64), name: '订单合同.pdf', type: 'application/pdf', size: 9 };
const because = '报告缺少订单材料，请补充后再报。';

/** One round and whoever takes part. */
class Round {
  readonly walk = new Walk([enterprise, project, dueDiligence], '2021-03-08T02:00:00.000Z', { dueDiligence: serving });
  readonly project: string;
  id = '';
  constructor() {
    const investor = this.walk.file(invest, 'enterprise', 'list', { name: '某装备集团有限公司', creditCode: creditCodeOf(1) }).id;
    this.project = this.plan('智能装备生产基地', investor);
  }
  plan(name: string, investor = this.walk.get(this.project).facts['investor'] as string) {
    const { id } = this.walk.file(invest, 'project', 'fileLead', { name, town: 'longquan', source: '商会推介', visitRecord: '双方洽谈。' });
    this.walk.act(invest, id, 'propose', { investor, kind: 'industry', totalInvestment: 30_000_000_000, evidence: [proof] });
    return id;
  }
  open(change: object = {}) {
    this.id = this.walk.file(invest, 'dueDiligence', 'open', { project: this.project, leadParty: 'investment', leadPerson: 'invest-2', secondParty: 'longquan', secondPerson: 'town', ...change }).id;
    return this;
  }
  do(actor: Actor, action: string, input: object = {}) {
    this.walk.act(actor, this.id, action, input);
    return this;
  }
  get held() {
    return this.walk.get(this.id);
  }
  collecting() {
    return this.open().do(first, 'declare', { noConflict: true }).do(second, 'declare', { noConflict: true }).do(first, 'recordVisit', { visits: [{ on: '2021-03-08', where: '投资方总部', people: 3 }] });
  }
  drafted() {
    return this.collecting().do(first, 'giveLeadOpinion', { leadRatings: ratingsOf(), leadProofs: proofsOf(), leadWorth: worthOf(), leadReport: words });
  }
  compared(change: Partial<Record<Claim, number>> = {}) {
    return this.drafted().do(second, 'giveSecondOpinion', { secondRatings: ratingsOf(), secondProofs: proofsOf(change), secondWorth: worthOf(), secondReport: words });
  }
  submitted(change: Partial<Record<Claim, number>> = {}, redLines: readonly string[] = []) {
    return this.compared().do(first, 'reconcile', { ratings: ratingsOf(), proofs: proofsOf(change), worthRows: worthOf(), redLines, report: words }).do(first, 'submit');
  }
  reads(actor: Actor, name: 'leadReport' | 'secondReport' | 'leadRisk') {
    const { held } = this;
    return mayReadOf(dueDiligenceRecord.facts[name], actor, { stage: held.stage, facts: held.facts, ties: tiesOf(held, 'leadParty', undefined), today: dayOf(this.walk.now) });
  }
}

describe('the indices', () => {
  test('of the published example are 32.5, 78.5 and 99.5', () => {
    expect(riskIndex(scheme, ratingsOf())).toBe(32.5);
    expect(riskParts(scheme, ratingsOf()).map(({ points }) => points)).toEqual([3.33, 3.75, 11.67, 3.75, 3.75, 6.25]);
    expect(riskLevel(32.5)).toBe('middle');
    expect(authenticity(scheme, proofsOf())).toBe(78.5);
    expect(authenticity(scheme, proofsOf({ orders: 0.7 }))).toBe(82.5);
    expect(worth(scheme, worthOf())).toBe(99.5);
  });

  test('cap what is far above its benchmark', () => {
    expect(worth(scheme, worthOf({ taxPerMu: [200, 20] })) - worth(scheme, worthOf({ taxPerMu: [24, 20] }))).toBe(0);
  });

  test('lead to the review, to one supplement or to the end', () => {
    const ask = (valued: number, proven: number, risk: number, redLines = 0) => conclude(scheme, { valued, proven, risk, redLines });
    expect(ask(99.5, 78.5, 32.5)).toBe('supplement');
    expect(ask(99.5, 82.5, 32.5)).toBe('toReview');
    expect([ask(90, 80, 39.9), ask(90, 80, 40), ask(75, 60, 30), ask(74.9, 60, 30), ask(95, 59, 30), ask(95, 90, 61)]).toEqual(['toReview', 'supplement', 'supplement', 'notRecommended', 'notRecommended', 'notRecommended']);
    expect(ask(99.5, 82.5, 10, 1)).toBe('notRecommended');
    expect([20, 40, 60, 60.1].map(riskLevel)).toEqual(['low', 'middle', 'raised', 'high']);
  });
});

describe('two parties', () => {
  test('come from two units and are two people', () => {
    expect(refusal(() => new Round().open({ secondParty: 'investment' }))).toBe('sameUnit');
    expect(refusal(() => new Round().open({ secondPerson: 'invest-2' }))).toBe('samePersonTwice');
  });

  test('investigate only what is to be investigated', () => {
    const round = new Round().open();
    expect(round.walk.get(round.project).stage).toBe('dueDiligence');
    expect(refusal(() => round.open())).toBe('projectElsewhere');
  });

  test('sign that they have no conflict, within a working day, or somebody else is assigned', () => {
    const round = new Round().open();
    expect(round.held.duties.map(({ person, clock }) => [person, findDueDay(chinaCalendar, clock)])).toEqual([['invest-2', '2021-03-09'], ['town', '2021-03-09']]);
    expect(refusal(() => round.do(first, 'declare', { noConflict: false }))).toBe('conflicted');
    round.do(first, 'declare', { noConflict: true });
    expect(refusal(() => round.do(first, 'declare', { noConflict: true }))).toBe('notYours');
    round.do(invest, 'reassign', { secondParty: 'aoshanwei', secondPerson: 'other', reason: '原第二方回避。' });
    expect(round.held.facts['declaredBy']).toBe(0);
    expect(refusal(() => round.do(second, 'declare', { noConflict: true }))).toBe('notYours');
  });

  test('have ten working days, fifteen abroad', () => {
    expect(findDueDay(chinaCalendar, new Round().open().held.clocks['whole']!)).toBe('2021-03-22');
    expect(findDueDay(chinaCalendar, new Round().open({ isOverseas: true }).held.clocks['whole']!)).toBe('2021-03-29');
  });

  test('go there in twos, not tomorrow, and by video only abroad', () => {
    const round = new Round().open().do(first, 'declare', { noConflict: true }).do(second, 'declare', { noConflict: true });
    const opinion = { leadRatings: ratingsOf(), leadProofs: proofsOf(), leadWorth: worthOf(), leadReport: words };
    round.do(first, 'recordVisit', { visits: [{ on: '2021-03-08', people: 1 }] });
    expect(refusal(() => round.do(first, 'giveLeadOpinion', opinion))).toBe('notVisited');
    expect(refusal(() => round.do(first, 'recordVisit', { visits: [{ on: '2021-03-08', people: 2, isVideo: true }] }))).toBe('videoAbroadOnly');
    expect(refusal(() => round.do(first, 'recordVisit', { visits: [{ on: '2021-03-09', people: 2 }] }))).toBe('visitLater');
  });
});

describe('an opinion', () => {
  test('looks at everything, once', () => {
    const give = (change: object) => refusal(() => new Round().collecting().do(first, 'giveLeadOpinion', { leadRatings: ratingsOf(), leadProofs: proofsOf(), leadWorth: worthOf(), leadReport: words, ...change }));
    expect(give({ leadRatings: ratingsOf().slice(1) })).toBe('notAllRated');
    expect(give({ leadProofs: proofsOf().slice(1) })).toBe('notAllProven');
    expect(give({ leadWorth: worthOf({ jobs: [180] }) })).toBe('notAllMeasured');
    expect(give({ leadRatings: [...ratingsOf(), { item: 'D1a', rating: 4 }] })).toBe('ratedTwice');
    expect(give({ leadRatings: ratingsOf({ D1a: 5 }) })).toBe('badInput');
    expect(give({})).toBe('open');
  });

  test('is read by nobody but its author before the other one is in', () => {
    const round = new Round().drafted();
    expect([first, second, invest, clerk, leader].map((actor) => round.reads(actor, 'leadReport'))).toEqual([true, false, false, false, false]);
    expect(round.reads(second, 'leadRisk')).toBe(false);
    round.do(second, 'giveSecondOpinion', { secondRatings: ratingsOf(), secondProofs: proofsOf(), secondWorth: worthOf(), secondReport: words });
    expect([first, second, clerk].flatMap((actor) => [round.reads(actor, 'leadReport'), round.reads(actor, 'secondReport')])).toEqual([true, true, true, true, true, true]);
  });

  test('is given by the one named and by no colleague', () => {
    expect(refusal(() => new Round().collecting().do(invest, 'giveLeadOpinion', { leadRatings: ratingsOf(), leadProofs: proofsOf(), leadWorth: worthOf(), leadReport: words }))).toBe('notYours');
    expect(refusal(() => new Round().collecting().do(second, 'giveSecondOpinion', {}))).toBe('wrongStage');
  });
});

describe('reconciliation', () => {
  const agree = { ratings: ratingsOf(), proofs: proofsOf({ orders: 0.7 }), worthRows: worthOf(), report: words };

  test('more than fifteen points apart needs a third party, less needs none', () => {
    const near = new Round().compared({ capital: 0 });
    // 20 × 0.7 = 14 points.
    expect(near.held.facts['disagreement']).toBe(14);
    expect(refusal(() => near.do(invest, 'engageThirdParty', { thirdParty: '某律师事务所' }))).toBe('notApart');
    const far = new Round().compared({ capital: 0, orders: 0 });
    expect(far.held.facts['disagreement']).toBe(17);
    expect(refusal(() => far.do(first, 'reconcile', agree))).toBe('tooFarApart');
    far.do(invest, 'engageThirdParty', { thirdParty: '某律师事务所' });
    far.do(clerk, 'recordThirdOpinion', { thirdOpinion: '资金来源属实。', evidence: [proof] });
    expect(refusal(() => far.do(first, 'reconcile', agree))).toBe('open');
  });

  test('indices and conclusion follow by computation', () => {
    const round = new Round().compared().do(first, 'reconcile', agree);
    expect(round.held.facts).toMatchObject({ riskIndex: 32.5, riskLevel: 'middle', authenticity: 82.5, conclusion: 'toReview' });
  });
});

describe('the conclusion', () => {
  test('accepted moves the project to the review with its indices, for six months', () => {
    const round = new Round().submitted({ orders: 0.7 }).do(clerk, 'accept');
    expect(round.held).toMatchObject({ stage: 'accepted', facts: { validUntil: '2021-09-08', concludedOn: '2021-03-08' } });
    expect(round.walk.get(round.project)).toMatchObject({ stage: 'review', facts: { riskIndex: 32.5, authenticity: 82.5, diligenceValidUntil: '2021-09-08' } });
    expect(round.held.duties.every(({ state }) => state !== 'open')).toBe(true);
  });

  test('of the published example is one supplement, which brings the orders to 0.7 and the project to the review', () => {
    const round = new Round().submitted();
    expect(round.held.facts['conclusion']).toBe('supplement');
    expect(refusal(() => round.do(clerk, 'accept'))).toBe('notForReview');
    round.do(clerk, 'askSupplement', { reason: '请补充订单佐证。' });
    expect(findDueDay(chinaCalendar, round.held.clocks['correction']!)).toBe('2021-03-22');
    expect(refusal(() => round.do(first, 'supplement', { proofs: proofsOf({ orders: 0.7 }) }))).toBe('evidenceMissing');
    round.do(first, 'supplement', { proofs: proofsOf({ orders: 0.7 }), evidence: [proof] }).do(first, 'submit');
    expect(round.held.facts).toMatchObject({ authenticity: 82.5, conclusion: 'toReview' });
    expect(refusal(() => round.do(clerk, 'askSupplement', { reason: '请再补充佐证。' }))).toBe('notForSupplement');
    expect(refusal(() => round.do(clerk, 'reject', { reason: because }))).toBe('favourable');
  });

  test('after a red line is against it, whatever the points, and the project is returned', () => {
    const round = new Round().submitted({ orders: 1 }, ['forged']);
    expect(round.held.facts).toMatchObject({ conclusion: 'notRecommended', riskLevel: 'high' });
    round.do(clerk, 'reject', { reason: because });
    expect(round.walk.get(round.project).stage).toBe('returned');
  });

  test('is sent back twice at most', () => {
    const round = new Round().submitted({ orders: 0.7 });
    const again = () => round.do(clerk, 'sendBack', { reason: because }).do(first, 'reconcile', { ratings: ratingsOf(), proofs: proofsOf({ orders: 0.7 }), worthRows: worthOf(), report: words }).do(first, 'submit');
    again();
    again();
    expect(refusal(() => round.do(clerk, 'sendBack', { reason: because }))).toBe('returnedTwice');
  });

  test('is not drawn by whoever wrote it', () => {
    const both = postOf('invest-2', 'investment', ['INVEST', 'SECRETARIAT']);
    expect(refusal(() => new Round().submitted({ orders: 0.7 }).do(both, 'accept'))).toBe('samePerson');
  });

  test('may be spared by dropping the round', () => {
    const round = new Round().collecting().do(invest, 'drop', { reason: '投资方已经决定退出本区项目。' });
    expect(round.held.stage).toBe('dropped');
    expect(round.walk.get(round.project).stage).toBe('returned');
  });
});

test('a report whose text is copied from another project is pointed out', () => {
  const round = new Round().submitted({ orders: 0.7 });
  expect(round.held.facts).toMatchObject({ similarity: 0, isAlike: false });
  const other = new Round();
  other.submitted({ orders: 0.7 });
  const third = other.plan('另一个项目');
  other.open({ project: third }).do(first, 'declare', { noConflict: true }).do(second, 'declare', { noConflict: true }).do(first, 'recordVisit', { visits: [{ on: '2021-03-08', people: 2 }] });
  other.do(first, 'giveLeadOpinion', { leadRatings: ratingsOf(), leadProofs: proofsOf(), leadWorth: worthOf(), leadReport: words });
  other.do(second, 'giveSecondOpinion', { secondRatings: ratingsOf(), secondProofs: proofsOf(), secondWorth: worthOf(), secondReport: words });
  other.do(first, 'reconcile', { ratings: ratingsOf(), proofs: proofsOf({ orders: 0.7 }), worthRows: worthOf(), report: words }).do(first, 'submit');
  expect(other.held.facts).toMatchObject({ similarity: 100, isAlike: true, similarTo: 'JD-2021-0001 智能装备生产基地尽调' });
});

test('the report opens in Word with both opinions beside what was agreed', async () => {
  const round = new Round().submitted({ orders: 0.7 });
  const parts = reportParts({ matter: round.held, today: '2021-03-08', districtName: '即墨区', unitName: (unit) => unit, personName: (person) => person, findMatter: () => undefined, figure: () => undefined, found: {} });
  const table = parts.find((part) => part.kind === 'table');
  expect(table?.rows).toEqual([['风险指数', '32.5', '32.5', '32.5'], ['真实度', '78.5', '78.5', '82.5'], ['含金量', '99.5', '99.5', '99.5']]);
  expect((await officialDocument(parts)).subarray(0, 2).toString()).toBe('PK');
});

test('six months after the last of August is the last of February', () => {
  expect(sixMonthsAfter('2021-08-31')).toBe('2022-02-28');
});

test('every refusal of the record is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  expect(Object.keys(dueDiligenceRecord.refusals).filter((code) => !here.includes(`'${code}'`))).toEqual([]);
});
