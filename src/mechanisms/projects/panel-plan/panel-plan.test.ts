import { beforeEach, describe, expect, test } from 'vitest';
import { mechanisms } from '../../mechanisms.ts';
import { idOf, postOf, Walk } from '../../walk.ts';
import { serving } from './server.ts';
import { refusal as refused } from '#test/refusal.ts';

// Experts for several projects at once, from the registers to a plan; and what the office is told when there is none.

const clerk = postOf('clerk', 'review-office', ['SECRETARIAT']);
const head = postOf('head', 'review-office', ['SECRETARIAT_HEAD']);
const yi = 10_000_000_000;
const specialtyOf = (n: number) => (['technology', 'finance', 'land', 'environment', 'law'] as const)[n % 5] ?? 'law';
const [parent, applicant] = [idOf(8001), idOf(8002)];

let walk: Walk;
beforeEach(() => {
  walk = new Walk(mechanisms, '2021-03-01T00:00:00.000Z', { panelPlan: serving }).on('2021-03-08');
  walk.units.set('review-office', { id: 'review-office', name: '评审办', isActive: true, groups: [] });
  put(parent, 'enterprise', 'listed', { name: '母公司' });
  put(applicant, 'enterprise', 'listed', { name: '申请公司', holders: [{ holder: parent, share: 80, kind: 'controlling' }] });
  for (let n = 1; n <= 3; n += 1) put(idOf(8100 + n), 'project', 'review', { name: `海洋装备项目${n}`, totalInvestment: 5 * yi, investor: applicant }, `XM-2021-000${n}`);
});

function put(id: string, mechanism: string, stage: string, facts: Readonly<Record<string, unknown>>, number?: string): void {
  walk.matters.set(id, { district: '370215', id, mechanism, stage, year: 2021, version: 1, facts, clocks: {}, duties: [], links: [], doers: {}, filedAt: walk.now, changedAt: walk.now, isSample: false, ...(number === undefined ? {} : { number }) });
}

function admit(count: number, change: (n: number) => object = () => ({})): void {
  for (let n = 1; n <= count; n += 1) {
    put(idOf(8200 + n), 'expert', 'active', { name: `专家${n}`, expertNo: n, person: `expert-${n}`, specialties: [specialtyOf(n)], titleLevel: 'associate', years: 10 + (n % 7), isOutside: n % 3 !== 0, employerName: `单位${n}`, declaredOn: '2021-01-10', ...change(n) });
  }
}

const draft = (change: object = {}) => walk.file(clerk, 'panelPlan', 'draft', { name: '二季度评审测算', firstMonth: '2021-04', months: 1, seconds: 10, ...change }).id;
const computed = (change: object = {}) => walk.act(clerk, draft(change), 'compute');

type Panel = Readonly<Record<string, string>>;
const seated = (panels: unknown) => (panels as readonly Panel[]).flatMap((row) => ['technology', 'finance', 'land', 'environment', 'law'].flatMap((each) => (row[each] ?? '').split(' ')));

describe('a plan', () => {
  test('fills every seat within the caps, half from outside, and seats nobody whom the registers recuse', () => {
    // The first holds shares of the applicant's parent, two hops up.
    admit(40, (n) => (n === 1 ? { relations: [{ kind: 'share', party: parent }], years: 60 } : {}));
    const plan = computed({ months: 2 });
    expect(plan).toMatchObject({ stage: 'planned', facts: { outcome: 'optimal', projectCount: 3, seatCount: 21, expertCount: 40 } });
    expect(plan.facts['bound']).toBe(plan.facts['totalFit']);
    const rows = plan.facts['panels'] as readonly { readonly outside: number; readonly meanFit: number; readonly month: string }[];
    expect(rows.map(({ outside }) => outside >= 4)).toEqual([true, true, true]);
    expect(rows.map(({ month }) => month).toSorted()).toEqual(['2021-04', '2021-04', '2021-05']);
    expect(rows.map(({ meanFit }) => meanFit)).toEqual(rows.map(({ meanFit }) => meanFit).toSorted((a, b) => a - b));
    const sits = seated(rows);
    expect(sits).toHaveLength(21);
    expect(sits).not.toContain('1');
    for (const each of new Set(sits)) expect(sits.filter((one) => one === each).length).toBeLessThanOrEqual(4);
    expect(String(plan.facts['explanation'])).toContain('适配度最低的是项目');
    expect(String(plan.facts['explanationEn'])).toContain('worst-served');
  });

  test('counts what an expert has sat on already, this month and this year', () => {
    const seats = (count: number, month: string) => ({ seats: Array.from({ length: count }, (_, at) => ({ on: `2021-${month}-${String(at + 1).padStart(2, '0')}` })) });
    admit(40, (n) => (n % 2 === 0 ? seats(2, '04') : n % 7 === 0 ? seats(12, '01') : {}));
    const plan = computed();
    expect(plan.stage).toBe('planned');
    for (const each of seated(plan.facts['panels'])) expect([Number(each) % 2, Number(each) % 7 === 0]).toEqual([1, false]);
  });

  test('that cannot be is told in words: which specialty is short, and over more months it can', () => {
    // Two for law, who may sit twice a month each: enough for three projects in one month, not for five.
    admit(40, (n) => ({ specialties: [specialtyOf(n) === 'law' && n > 10 ? 'finance' : specialtyOf(n)] }));
    for (let n = 4; n <= 5; n += 1) put(idOf(8100 + n), 'project', 'review', { name: `海洋装备项目${n}`, totalInvestment: 5 * yi, investor: applicant }, `XM-2021-000${n}`);
    const plan = computed();
    expect(plan).toMatchObject({ stage: 'impossible', facts: { outcome: 'impossible', panels: [] } });
    expect(String(plan.facts['explanation'])).toMatch(/法律.*缺1人次/);
    expect(String(plan.facts['explanationEn'])).toMatch(/Law.*1 short/);
    const wider = walk.act(clerk, plan.id, 'amend', { name: '二季度评审测算', firstMonth: '2021-04', months: 3, seconds: 10 });
    expect(wider).toMatchObject({ stage: 'drafted', facts: { months: 3 } });
    expect(wider.facts).not.toHaveProperty('outcome');
    expect(walk.act(clerk, plan.id, 'compute').stage).toBe('planned');
  });

  test('is of the projects named, and is adopted by somebody else than who computed it', () => {
    admit(40);
    const plan = computed({ projects: [idOf(8102)] });
    expect(plan.facts).toMatchObject({ projectCount: 1, seatCount: 7 });
    const both = postOf('clerk', 'review-office', ['SECRETARIAT', 'SECRETARIAT_HEAD']);
    expect(refused(() => walk.act(both, plan.id, 'adopt'))).toBe('samePerson');
    expect(walk.act(head, plan.id, 'adopt').stage).toBe('adopted');
  });

  test('leaves out projects whose review is convened or concluded', () => {
    admit(40);
    put(idOf(8301), 'reviewMeeting', 'convened', { project: idOf(8101) });
    put(idOf(8102), 'project', 'review', { name: '海洋装备项目2', totalInvestment: 5 * yi, investor: applicant, reviewResult: 'passed' }, 'XM-2021-0002');
    expect(computed().facts['projectCount']).toBe(1);
  });

  test('begins in no month that is past, stays within a year, is of projects at their review, and of one at least', () => {
    admit(40);
    expect(refused(() => draft({ firstMonth: '2021-02' }))).toBe('monthPast');
    expect(refused(() => draft({ firstMonth: '2021-11', months: 3 }))).toBe('twoYears');
    put(idOf(8199), 'project', 'decided', { name: '已决策项目' });
    expect(refused(() => draft({ projects: [idOf(8199)] }))).toBe('notAtReview');
    for (let n = 1; n <= 3; n += 1) walk.matters.delete(idOf(8100 + n));
    expect(refused(() => computed())).toBe('nothingToPlan');
  });
});
