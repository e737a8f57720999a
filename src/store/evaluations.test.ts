import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluateBothWays, joined, type Joint } from '#engines/evaluation/joint.ts';
import { presets } from '#engines/evaluation/presets.ts';
import type { QuantityName, Scheme, Subject } from '#engines/evaluation/problem.ts';
import { quantityNames } from '#engines/evaluation/quantities.ts';
import { evaluate } from '#engines/evaluation/solve.ts';
import { findDisagreement } from '#engines/evaluation/verify.ts';
import { findJointDisagreement } from '#engines/evaluation/verify-joint.ts';
import { refuse } from '#kernel/refusal.ts';
import { district, happen, openTrial, type Trial } from '#test/trial.ts';
import type { Tx } from './database.ts';
import { beginBulk, bulkRunsOf, endBulk, noteBulk, resumeBulk } from './bulk-runs.ts';
import { benchmarksOver, classCounts, digestOfResults, evaluateFrozen, freezeInputs, inputsOf, quantityColumns, resultsOf, rosterOf, type FrozenInput } from './evaluations.ts';
import { freezeMembers, freezeRows, membersOf } from './evaluation-members.ts';
import { claimUnique } from './unique-values.ts';
import { keepReadings } from './schemes.ts';

// The engine in TypeScript is the oracle: the statement in the database has to come to the same to the last enterprise.

let opened: Trial;
let matter: string;
const at = '2022-04-30T02:00:00.000Z';
const doing = <T>(work: (tx: Tx) => Promise<T>) => opened.store.inDistrict(district, work);
const sources = Object.fromEntries(quantityColumns.map((name) => [name, name === 'land' ? ['registered', 'surveyed'] : [name]])) as unknown as Parameters<typeof freezeInputs>[4];
beforeAll(async () => {
  opened = await openTrial();
  matter = await doing(async (tx) => (await happen(tx, { at })).id);
});
afterAll(() => opened.close());

/** The same numbers every time (a linear congruence): few different ones, so that many are equal. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const industries = ['13', '17', '26', '27', '36', '39', ''];

function crowd(count: number, seed: number): readonly Subject[] {
  const roll = dice(seed);
  return Array.from({ length: count }, (_, at): Subject => {
    const size = 10 ** roll(4);
    const of = (name: QuantityName, unit: number) => (roll(name === 'pollutant' ? 3 : 25) === 0 ? {} : { [name]: roll(40) === 0 ? 0 : (1 + roll(12)) * unit * size });
    return {
      id: `91370215${String(at).padStart(10, '0')}`, industry: industries[Math.min(roll(industries.length), roll(industries.length))] ?? '',
      quantities: {
        ...of('tax', 3_333_333), ...of('valueAdded', 20_000_001), ...of('revenue', 70_000_000), ...of('research', 900_007), ...of('land', 133_000), ...of('energy', 70_000), ...of('pollutant', 31_000), ...of('staff', 2_100), ...of('electricity', 90_001),
        ...(roll(50) === 0 ? { tax: -5_000_000 } : {}),
      },
      ...(roll(12) === 0 ? { bonuses: [['highTech'], ['highTech', 'platform', 'listed'], ['listed']][roll(3)] ?? [] } : {}), ...(roll(15) === 0 ? { counts: { smallTenants: roll(4) } } : {}),
      ...(roll(40) === 0 ? { vetoes: [['wages'], ['taxFraud', 'penalty'], ['accident']][roll(3)] ?? [] } : {}), ...(roll(25) === 0 ? { exemption: 'startUp' } : {}),
    };
  });
}

const readingsOf = (subjects: readonly Subject[], period: string) => subjects.flatMap(({ id, quantities }) => quantityNames.flatMap((name) => {
  const value = quantities[name];
  if (value === undefined) return [];
  const reading = { subject: id, period, source: '试验', readAt: '2022-04-01T02:00:00.000Z' };
  return name === 'land' ? [{ ...reading, indicator: 'registered', value }, { ...reading, indicator: 'surveyed', value: Math.floor(value * 0.97) }] : [{ ...reading, indicator: name, value }];
}));

const enrolled = (subjects: readonly Subject[]) => subjects.map(({ id, quantities: _quantities, ...rest }) => ({ subject: id, ...rest }));

async function run(scheme: Scheme, subjects: readonly Subject[], base: readonly Subject[]) {
  const id = randomUUID();
  const frozen = { district, run: id, period: `${id}-2021` };
  const before = { ...frozen, period: `${id}-2020` };
  await doing(async (tx) => {
    await beginBulk(tx, district, { id, matter, action: 'compute', by: 'holder-clerk', post: 'clerk', startedAt: at });
    await keepReadings(tx, district, [...readingsOf(subjects, frozen.period), ...readingsOf(base, before.period)]);
    await freezeInputs(tx, before, enrolled(base), at, sources);
    for (let from = 0; from < subjects.length; from += 400) await freezeInputs(tx, frozen, enrolled(subjects.slice(from, from + 400)), at, sources);
  });
  const worked = await doing(async (tx) => {
    const found = await benchmarksOver(tx, scheme, before);
    if ('gap' in found) throw new Error(found.gap);
    await evaluateFrozen(tx, scheme, frozen, found.benchmarks);
    return { ...found, results: await resultsOf(tx, district, id, '', 1_000_000), counts: await classCounts(tx, district, id), digest: await digestOfResults(tx, district, id) };
  });
  return { id, frozen, ...worked };
}

function flat({ subject, values, stepPoints, list, rank, among, ranked, ...rest }: Awaited<ReturnType<typeof resultsOf>>[number]) {
  return { id: subject, values, points: [...stepPoints], ...(rank === null ? {} : { list, rank, among, ranked }), sum: rest.points, bonus: rest.bonus, deduction: rest.deduction, class: rest.class };
}

const schemes: readonly (readonly [string, Scheme])[] = [
  ...Object.entries(presets),
  ['by industry, four decimals', { ...presets.shandongFive, decimals: 4, groups: { by: 'industry', fewest: 60 }, indicators: presets.shandongFive.indicators.map((each) => ({ ...each, benchmark: { mean: 'industry' } as const })) }],
  ['without bonus, guard or veto', { ...presets.anhuiCity, bonuses: [], deductions: [], guards: [], vetoes: [] }],
];

describe('the database evaluates as the engine does, tie by tie', () => {
  test.each(schemes)('%s', async (name, scheme) => {
    const known = { bonuses: scheme.bonuses.length > 0, counts: scheme.deductions.length > 0, vetoes: scheme.vetoes.length > 0 };
    const subjects = crowd(1_500, name.length + 7).map(({ bonuses, counts, vetoes, ...rest }): Subject => ({ ...rest, ...(bonuses && known.bonuses ? { bonuses } : {}), ...(counts && known.counts ? { counts } : {}), ...(vetoes && known.vetoes ? { vetoes } : {}) }));
    const base = crowd(900, name.length + 8);
    const ours = await run(scheme, subjects, base);
    const oracle = evaluate({ scheme, subjects, base });
    if ('no' in oracle) throw new Error(oracle.no);
    const expected = oracle.results.map(({ id, steps, points, bonus, deduction, group, rank, among, ranked, class: band }) => ({
      id, values: steps.map(({ value }) => value ?? null), points: steps.map((step) => step.points), ...(rank === undefined ? {} : { list: group, rank, among, ranked }), sum: points, bonus, deduction, class: band,
    }));
    expect(ours.benchmarks).toEqual(oracle.benchmarks);
    expect(ours.results.map(flat)).toEqual(expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    // A population without ties would prove little.
    expect(new Set(expected.map(({ sum }) => sum)).size).toBeLessThan(expected.length);
    expect(ours.counts.reduce((sum, { count }) => sum + count, 0)).toBe(subjects.length);
    if (subjects.length <= 300) expect(findDisagreement({ scheme, subjects, base }, oracle)).toBeUndefined();
  });
});

/** Neighbours together by twos and threes, every third group for comparison alone. */
function groupsAmong(subjects: readonly Subject[]): readonly Joint[] {
  return Array.from({ length: 40 }, (_, at): Joint => ({ id: `group-${String(at).padStart(2, '0')}`, members: subjects.slice(at * 3, at * 3 + 2 + (at % 2)).map(({ id }) => id), counts: at % 3 !== 0 }));
}

const frozenAs = ({ id, industry, quantities, bonuses, counts, vetoes, exemption }: Subject): FrozenInput => ({
  subject: id, industry, ...(Object.fromEntries(quantityColumns.map((name) => [name, quantities[name] ?? null])) as { readonly [K in (typeof quantityColumns)[number]]: number | null }),
  ...(bonuses ? { bonuses } : {}), ...(counts ? { counts } : {}), ...(vetoes ? { vetoes } : {}), ...(exemption === undefined ? {} : { exemption }),
});

test('a group that is one more frozen row comes out of the database as the engine evaluates both ways, and can be worked out again from its members', async () => {
  const [scheme, subjects, base] = [{ ...presets.shandongFive, groups: { by: 'industry', fewest: 60 } } satisfies Scheme, crowd(600, 21), crowd(300, 22)];
  const joints = groupsAmong(subjects);
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  const own = (joint: Joint) => joint.members.flatMap((member) => byId.get(member) ?? []);
  const within = new Set(joints.flatMap(({ counts, members }) => (counts ? members : [])));
  const id = randomUUID();
  const [frozen, before] = [{ district, run: id, period: `${id}-2021` }, { district, run: id, period: `${id}-2020` }];
  const { results, members } = await doing(async (tx) => {
    await beginBulk(tx, district, { id, matter, action: 'compute', by: 'holder-clerk', post: 'clerk', startedAt: at });
    await keepReadings(tx, district, [...readingsOf(subjects, frozen.period), ...readingsOf(base, before.period)]);
    await freezeInputs(tx, before, enrolled(base), at, sources);
    const brought = joints.flatMap((joint) => own(joint).map((subject) => ({ ...frozenAs(subject), joint: joint.id, counted: joint.counts })));
    // Taken up again, what is frozen stays.
    for (const rows of [brought, brought.map((row) => ({ ...row, tax: 1 }))]) await freezeMembers(tx, frozen, rows);
    await freezeRows(tx, frozen, joints.filter(({ counts }) => counts).map((joint) => frozenAs(joined(scheme, joint.id, own(joint)))));
    await freezeInputs(tx, frozen, enrolled(subjects.filter((subject) => !within.has(subject.id))), at, sources);
    const found = await benchmarksOver(tx, scheme, before);
    if ('gap' in found) throw new Error(found.gap);
    await evaluateFrozen(tx, scheme, frozen, found.benchmarks);
    return { results: await resultsOf(tx, district, id, '', 1_000), members: await membersOf(tx, district, id) };
  });
  const oracle = evaluateBothWays({ scheme, subjects, base, joints });
  if ('no' in oracle) throw new Error(oracle.no);
  expect(findJointDisagreement({ scheme, subjects, base, joints }, oracle)).toBeUndefined();
  const ofEngine = oracle.results.map((result) => [result.id, result.points, result.rank ?? null, result.among ?? null, result.group ?? null, result.class, result.steps.map(({ value }) => value ?? null)]);
  const ofDatabase = results.map((row) => [row.subject, row.points, row.rank, row.among, row.list, row.class, row.values]);
  expect(new Map(ofDatabase.map(([subject, ...rest]) => [subject, rest]))).toEqual(new Map(ofEngine.map(([subject, ...rest]) => [subject, rest])));
  expect(results.filter(({ subject }) => subject.startsWith('group-'))).toHaveLength(joints.filter(({ counts }) => counts).length);
  expect(members.map(({ joint: _joint, counted: _counted, ...row }) => subjectOf(row))).toEqual(members.map(({ subject }) => byId.get(subject)));
  expect(new Set(members.map(({ joint, counted }) => `${joint} ${counted}`))).toEqual(new Set(joints.map((joint) => `${joint.id} ${joint.counts}`)));
});

test('an old year replayed from what was frozen gives the old classes, whatever was read since', async () => {
  const subjects = crowd(200, 5);
  const first = await run(presets.huangyan2022, subjects, subjects);
  await doing((tx) => keepReadings(tx, district, readingsOf(subjects, first.frozen.period).map((reading) => ({ ...reading, value: reading.value * 3, readAt: '2023-01-01T02:00:00.000Z' }))));
  const inputs = await doing((tx) => inputsOf(tx, first.frozen, '', 1_000));
  const again = evaluate({ scheme: presets.huangyan2022, subjects: inputs.map(subjectOf), base: [] });
  if ('no' in again) throw new Error(again.no);
  expect(again.results.map((result) => [result.id, result.class])).toEqual(first.results.map((result) => [result.subject, result.class]));
  const later = await run(presets.huangyan2022, subjects, subjects);
  expect(later.digest).toBe(first.digest);
});

function subjectOf({ subject, industry, bonuses, counts, vetoes, exemption, ...rest }: FrozenInput): Subject {
  const given = <T>(name: string, value: T | null | undefined) => (value === null || value === undefined ? {} : { [name]: value });
  return { id: subject, industry, quantities: Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)), ...given('bonuses', bonuses), ...given('counts', counts), ...given('vetoes', vetoes), ...given('exemption', exemption) };
}

test('a second reading supersedes the first and does not remove it; one taken after the moment is not there yet', async () => {
  const [one, frozen] = [randomUUID(), { district, run: randomUUID(), period: 'superseded' }];
  const reading = { indicator: 'tax', subject: one, period: frozen.period, source: '税务局', value: 5, readAt: '2022-04-01T02:00:00.000Z' };
  await doing(async (tx) => {
    await beginBulk(tx, district, { id: frozen.run, matter, action: 'compute', by: 'holder-clerk', post: 'clerk', startedAt: at });
    await keepReadings(tx, district, [reading, { ...reading, value: 7, readAt: '2022-04-02T02:00:00.000Z' }, { ...reading, value: 9, readAt: '2022-05-02T02:00:00.000Z' }]);
    await freezeInputs(tx, frozen, [{ subject: one, industry: '36' }], at, sources);
    expect(await inputsOf(tx, frozen, '', 5)).toMatchObject([{ subject: one, tax: 7, land: null }]);
    // Taken up again, what is frozen stays.
    await freezeInputs(tx, frozen, [{ subject: one, industry: '36' }], '2022-06-01T02:00:00.000Z', sources);
    expect(await inputsOf(tx, frozen, '', 5)).toMatchObject([{ tax: 7 }]);
  });
});

test('the tax is changed by the parts that a scheme counts otherwise, and stays unknown where it is', async () => {
  const [one, two, three, frozen] = [...Array.from({ length: 3 }, () => randomUUID()).toSorted(), { district, run: randomUUID(), period: 'parts' }] as [string, string, string, { district: string; run: string; period: string }];
  const reading = (subject: string, indicator: string, value: number) => ({ subject, indicator, value, period: frozen.period, source: '税务局', readAt: '2022-04-01T02:00:00.000Z' });
  await doing(async (tx) => {
    await beginBulk(tx, district, { id: frozen.run, matter, action: 'compute', by: 'holder-clerk', post: 'clerk', startedAt: at });
    await keepReadings(tx, district, [reading(one, 'tax', 100), reading(one, 'withheld', 7), reading(one, 'arrears', 5), reading(one, 'offset', 20), reading(two, 'tax', 50), reading(three, 'withheld', 9)]);
    await freezeInputs(tx, frozen, [one, two, three].map((subject) => ({ subject, industry: '36' })), at, sources, { quantity: 'tax', plus: ['withheld', 'arrears'], minus: ['offset'] });
    expect((await inputsOf(tx, frozen, '', 5)).map(({ tax }) => tax)).toEqual([92, 50, null]);
  });
});

test('nothing is frozen and nobody evaluated in a run that is not there', async () => {
  const frozen = { district, run: randomUUID(), period: 'no run' };
  await expect(doing((tx) => freezeInputs(tx, frozen, [{ subject: 'one', industry: '36' }], at, sources))).rejects.toThrow(frozen.run);
  await expect(doing((tx) => evaluateFrozen(tx, presets.huangyan2022, frozen, {}))).rejects.toThrow(frozen.run);
  expect(await doing((tx) => inputsOf(tx, frozen, '', 5))).toEqual([]);
});

test('a benchmark for which last year has nothing is named', async () => {
  const frozen = { district, run: randomUUID(), period: 'nobody' };
  expect(await doing((tx) => benchmarksOver(tx, presets.anhuiCity, frozen))).toEqual({ gap: 'taxPerMu' });
});

test('a run that has ended is not ended again, and goes on from where it stopped', async () => {
  const id = randomUUID();
  await doing((tx) => beginBulk(tx, district, { id, matter, action: 'compute', by: 'holder-clerk', post: 'clerk', startedAt: at }));
  await doing((tx) => noteBulk(tx, district, id, { step: '2020', reached: 'x', done: 1, total: 2 }));
  expect(await doing((tx) => resumeBulk(tx, district, id))).toBe(false);
  expect(await doing((tx) => endBulk(tx, district, id, { state: 'cancelled', outcome: null, finishedAt: at }))).toBe(true);
  expect(await doing((tx) => endBulk(tx, district, id, { state: 'done', outcome: {}, finishedAt: at }))).toBe(false);
  const found = async () => (await doing((tx) => bulkRunsOf(tx, district, matter))).find((run) => run.id === id);
  expect(await found()).toMatchObject({ state: 'cancelled', step: '2020', reached: 'x', done: 1 });
  expect(await doing((tx) => resumeBulk(tx, district, id))).toBe(true);
  expect(await found()).toMatchObject({ state: 'running', reached: 'x', finishedAt: null });
});

test('the roster of a year is who is on its list, with the industry of the register', async () => {
  const codes = ['91370215ROSTER0001', '91370215ROSTER0002', '91370215ROSTER0003'];
  await doing(async (tx) => {
    for (const code of codes) {
      const { id } = await happen(tx, { at, set: { code, title: 'C3670' } });
      await claimUnique(tx, { district, mechanism: 'storeTrial', fact: 'code', value: code, matter: id }, () => refuse('taken'));
    }
    const reading = { indicator: 'above', period: '2021', source: '统计局', readAt: '2022-04-01T02:00:00.000Z' };
    await keepReadings(tx, district, [...codes.map((subject) => ({ ...reading, subject, value: 1 })), { ...reading, subject: codes[1] ?? '', value: 0, readAt: '2022-04-02T02:00:00.000Z' }]);
    const list = { indicator: 'above', period: '2021', asOf: at, register: 'storeTrial', code: 'code', industry: 'title' };
    expect((await rosterOf(tx, district, list, '', 10)).map(({ subject, industry }) => [subject, industry])).toEqual([[codes[0], '36'], [codes[2], '36']]);
    expect(await rosterOf(tx, district, list, codes[0] ?? '', 10)).toHaveLength(1);
  });
});
