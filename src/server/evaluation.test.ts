import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { presets } from '#engines/evaluation/presets.ts';
import { factText } from '#kernel/kinds.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Speech } from '#kernel/kind.ts';
import type { Language } from '#kernel/words.ts';
import { evaluationAnomalyRecord } from '#mechanisms/parks/evaluation-anomaly/record.ts';
import { evaluationRemarkRecord } from '#mechanisms/parks/evaluation-remark/record.ts';
import { evaluationYears } from '#mechanisms/parks/evaluation-years.ts';
import { occupationStories, parkFirmStories, parkParcelStories, parkStories } from '#mechanisms/parks/sample-registers.ts';
import { sampleEnterprises, sampleRows } from '#mechanisms/parks/sample-enterprises.ts';
import type { Bulk } from '#mechanisms/bulk.ts';
import type { Known, Step, Story } from '#mechanisms/story.ts';
import { bringFile } from '#sample/bring-file.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { bulkRunsOf } from '#store/bulk-runs.ts';
import { answerFigure } from '#store/figures.ts';
import type { KeptResult, Scheme } from '#engines/evaluation/problem.ts';
import { resultsOf } from '#store/evaluations.ts';
import { eventsOf } from '#store/events.ts';
import { findMatter } from '#store/matters.ts';
import { schemesOf } from '#store/schemes.ts';
import { openCounty, type County } from '#test/county.ts';
import { keepProof } from '#test/proof.ts';
import { act, mattersWhere } from './act.ts';
import { actMany } from './act-many.ts';
import { buildApp } from './http/app.ts';
import { cancelBulk, runBulk, runBulkOf } from './bulk.ts';
import { listPublic } from './listing.ts';
import { presentPage } from './present.ts';
import { jointOffers } from './together.ts';
import { listWaiting } from './waiting.ts';

// The whole evaluation of the sample, action by action and run by run, on a database of its own.

let county: County;
let ids: Map<string, string>;
const proof = async () => keepProof(county.platform);

beforeAll(async () => {
  county = await openCounty('2021-01-04T01:00:00.000Z');
  ids = new Map();
  await bring(parkFirmStories());
  await until('2020-01-10');
  await bring([...parkParcelStories(), ...occupationStories()].filter(({ file }) => file?.startsWith('即墨经济开发区') || file?.startsWith('金山工业园')));
});
afterAll(() => county.close());

const reading = <T>(work: (tx: Parameters<Parameters<County['platform']['store']['reading']>[1]>[0]) => Promise<T>) => county.platform.store.reading(county.platform.district, work);
const cycleId = () => ids.get('evaluation-2020') ?? '';
const get = async (id: string): Promise<Matter> => {
  const matter = await reading((tx) => findMatter(tx, county.platform.district, id));
  if (!matter) throw new Error(id);
  return matter;
};
const where = (mechanism: string, condition: Parameters<typeof mattersWhere>[2]['where']) => reading((tx) => mattersWhere(county.platform, tx, { mechanism, where: condition }));
const sheets = () => where('evaluationSheet', { fact: 'cycle', in: [cycleId()] });
const sheetAt = async (at: number) => {
  const found = (await sheets()).find(({ facts }) => facts['creditCode'] === sampleEnterprises[at]?.creditCode);
  if (!found) throw new Error(`no sheet ${at}`);
  return found;
};
const results = async (): Promise<KeptResult[]> => {
  const { facts } = await get(cycleId());
  return reading((tx) => resultsOf(tx, county.platform.district, String(facts['trialRun']), '', 1_000));
};

/** What comes in by files; of the parks one is enough. */
async function bring(stories: readonly Story[]): Promise<void> {
  for (const [file, rows] of Map.groupBy(stories, (story) => story.file ?? '')) {
    const known: Known = { idOf: (key) => ids.get(key) ?? '', file: () => ({ hash: '', name: '' }), found: [] };
    ids = await bringFile(county.platform, rows.flatMap(({ key, mechanism, steps: [step] }) => (step ? [{ key, mechanism, file, at: step.at, by: String(step.by), input: step.input(known) }] : [])), ids);
  }
}

/** Lets the sample happen up to a moment. */
const told = { at: 0 };
/** A parcel whose year an office entered before the evaluation was published. */
let surveyed = '';
const other = /evaluation-2019|evaluation-2020-small/;
const steps = [...parkStories().map((story) => ({ ...story, steps: story.steps.slice(0, 1) })), ...evaluationYears().filter(({ key }) => !other.test(key))].flatMap((story) => story.steps.map((step) => ({ story, step }))).toSorted((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : 0));
async function until(day: string): Promise<void> {
  const file = await proof();
  for (; told.at < steps.length; told.at += 1) {
    const { story, step } = steps[told.at]!;
    if (step.at.slice(0, 10) > day) return;
    county.setClock(step.at);
    const known: Known = { idOf: (key) => ids.get(key) ?? '', file: () => file, found: [] };
    const found = step.asks ? await reading((tx) => mattersWhere(county.platform, tx, step.asks!(known))) : [];
    if (step.each) {
      const actor = step.by === 'system' ? ({ kind: 'system', job: 'sample' } as const) : await county.as(step.by as string);
      const refusals = await actMany(county.platform, step.each({ ...known, found }).map((each) => ({ actor, mechanism: story.mechanism, action: step.action, id: each, input: step.input({ ...known, found }), now: step.at })));
      expect([...refusals.values()]).toEqual([]);
      continue;
    }
    const id = step.of ? step.of({ ...known, found }) : ids.get(story.key);
    const acted = await act(county.platform, { actor: await county.as(step.by as string), mechanism: story.mechanism, action: step.action, ...(id === undefined ? {} : { id }), input: step.input({ ...known, found }), now: step.at });
    ids.set(story.key, acted.id);
    if ((await county.platform.serving(story.mechanism))?.bulk?.[step.action]) await runBulkOf(county.platform, acted.id, step.at);
  }
}

const code = async (attempt: Promise<unknown>) => attempt.then(() => 'done', (failure: { code?: string }) => failure.code ?? String(failure));
const doing = async (post: string, mechanism: string, action: string, input: Step['input'] extends (known: Known) => infer I ? I : never, id?: string) =>
  act(county.platform, { actor: await county.as(post), mechanism, action, input, ...(id === undefined ? {} : { id }) });

describe('an evaluation', () => {
  test('has its scheme issued before anything is collected, locked, hashed and kept by version', async () => {
    await until('2021-02-24');
    const { facts, stage } = await get(cycleId());
    expect(stage).toBe('collecting');
    const [kept] = await reading((tx) => schemesOf(tx, county.platform.district, 'evaluation.above'));
    expect(kept).toMatchObject({ version: 20200, validFrom: '2021-02-24', body: JSON.parse(JSON.stringify({ ...presets.shandongFive, scope: 'above' })) as unknown });
    expect(String(facts['schemeHash'])).toMatch(/^[0-9a-f]{64}$/);
    county.setClock('2021-03-04');
    expect(await code(doing('industry', 'evaluationCycle', 'amend', { name: '另一个方案', year: 2020, scope: 'above', preset: 'anhuiCity' }, cycleId()))).toBe('wrongStage');
    expect(await code(doing('industry', 'evaluationCycle', 'plan', { name: '又一次评价', year: 2020, scope: 'above', preset: 'anhuiCity' }))).toBe('evaluatedAlready');
  });

  test('goes no further until all seven owners have delivered', async () => {
    await until('2021-03-10');
    county.setClock('2021-03-11');
    expect(await code(doing('industry', 'evaluationCycle', 'reconcile', {}, cycleId()))).toBe('notDelivered');
  });

  test('gives everybody on the list a sheet with its data, their sources and the year before', async () => {
    await until('2021-04-26');
    const all = await sheets();
    expect(all).toHaveLength(sampleEnterprises.length);
    const [first] = all;
    const rows = first?.facts['readings'] as readonly Record<string, unknown>[];
    expect(rows.map(({ quantity }) => quantity)).toEqual(expect.arrayContaining(['tax', 'valueAdded', 'revenue', 'research', 'energy', 'staff', 'registeredLand', 'electricity']));
    expect(rows.every(({ source, before }) => String(source).length > 5 && before !== undefined)).toBe(true);
    // The second delivery holds.
    expect(rows.find(({ quantity }) => quantity === 'staff')?.['readAt']).toMatch(/^2021-04-19/);
    expect((await get(ids.get('readings-2020-statistics') ?? '')).stage).toBe('superseded');
    county.setClock('2021-04-27');
    expect(await code(doing('industry', 'evaluationCycle', 'compute', {}, cycleId()))).toBe('sheetsUnsettled');
  });

  test('counts an enterprise by the register where it declares 18 mu against 30, and raises it', async () => {
    await until('2021-06-03');
    const areas = await where('evaluationAnomaly', { all: [{ fact: 'kind', in: ['area'] }, { fact: 'creditCode', in: [sampleEnterprises[1]?.creditCode ?? ''] }] });
    expect(areas.map(({ facts }) => [facts['found'], facts['limit']])).toContainEqual([[{ what: 'land', year: 2020, value: 20_000 }, { what: 'declaredLand', year: 2020, value: 12_000 }], 5]);
    const found = evaluationAnomalyRecord.facts.found;
    const speech = (language: Language): Speech => ({ language, unitName: String, personName: String, matterName: String });
    const said = areas.map(({ facts }) => (['zh', 'en'] as const).map((language) => factText(found, facts['found'], speech(language)))).find(([zh]) => zh?.includes('自报'));
    expect(said).toEqual(['评价用地（平方米） | 2020 | 20,000\n企业自报用地（平方米） | 2020 | 12,000', 'Evaluated land (㎡) | 2020 | 20,000\nLand the enterprise declared (㎡) | 2020 | 12,000']);
    const row = (await results()).find(({ subject }) => subject === sampleEnterprises[1]?.creditCode);
    const sheet = await sheetAt(1);
    const tax = (sheet.facts['readings'] as readonly { quantity: string; value: number }[]).find(({ quantity }) => quantity === 'tax')?.value ?? 0;
    expect(row?.values[0]).toBeCloseTo(tax / 30, 6);
  });

  test('keeps the first of two readings when an objection to the data is upheld', async () => {
    const { facts } = await sheetAt(0);
    const staff = (facts['readings'] as readonly Record<string, unknown>[]).find(({ quantity }) => quantity === 'staff');
    expect(staff).toMatchObject({ value: facts['correctedValue'], source: '统计局 异议更正' });
    const kept = await reading((tx) => tx.query<{ value: number }>('test.kept', 'select value from reading where district = $1 and indicator = $2 and subject = $3 and period = $4 order by read_at', [county.platform.district, 'enterprise.staff', facts['creditCode'], '2020']));
    expect(kept.map(({ value }) => value)).toEqual([expect.any(Number), expect.any(Number), Number(facts['correctedValue']) * 100]);
  });

  test('is not sent to the review before every anomaly is cleared', async () => {
    county.setClock('2021-06-03');
    // Of every hundred in an industry the outermost on either side.
    expect((await where('evaluationAnomaly', { stage: ['open'] })).map(({ facts }) => facts['kind']).toSorted()).toEqual(['area', 'emission', 'share', 'share', 'split', 'split', 'staff']);
    const [staff] = await where('evaluationAnomaly', { all: [{ stage: ['open'] }, { fact: 'kind', in: ['staff'] }] });
    expect(staff?.facts['title']).toBe(`${String(staff?.facts['name'])}：职工人数与参保人数不符`);
    expect(await code(doing('industry', 'evaluationCycle', 'review', {}, cycleId()))).toBe('anomaliesOpen');
    await until('2021-06-10');
    expect((await get(cycleId())).stage).toBe('reviewed');
  });

  test('is computed again when the review brought vetoes, and not made public before', async () => {
    await until('2021-06-18');
    county.setClock('2021-06-18T08:00:00.000Z');
    expect(await code(doing('industry', 'evaluationCycle', 'announce', {}, cycleId()))).toBe('trialStale');
    const before = await results();
    await until('2021-06-22');
    const after = await results();
    const vetoed = sampleEnterprises[12]?.creditCode;
    expect(before.find(({ subject }) => subject === vetoed)?.class).not.toBe('D');
    expect(after.find(({ subject }) => subject === vetoed)?.class).toBe('D');
  });

  test('is public in the order of classes, without ranks; all of the working is on the sheet', async () => {
    await until('2021-06-28');
    const { facts, stage } = await get(cycleId());
    expect(stage).toBe('publicity');
    expect(facts['publicTo']).toBe('2021-07-05');
    const rows = await results();
    const counted = facts['distribution'] as readonly { class: string; count: number }[];
    // In the classes stand enterprises; among the ranked a group is one.
    expect(counted.reduce((sum, { count }) => sum + count, Number(facts['ungraded']))).toBe(sampleEnterprises.length);
    expect(facts).toMatchObject({ evaluated: sampleEnterprises.length, groups: 2, grouped: 4 });
    expect(rows).toHaveLength(sampleEnterprises.length - 2);
    const sheet = await sheetAt(12);
    expect(sheet.facts['steps']).toHaveLength(5);
    expect(sheet.facts['moves']).toMatchObject([{ by: 'veto', veto: 'accident', to: 'D' }]);
    expect(sheet.facts['class']).toBe('D');
    // Every veto and cap that was confirmed is public with it, and nothing else that departments found.
    const remarks = await where('evaluationRemark', { all: [{ fact: 'cycle', in: [cycleId()] }, { stage: ['confirmed', 'repaired'] }] });
    expect(remarks.map(({ facts: { kind, publicOn } }) => (kind === 'veto') === (publicOn === '2021-06-28')).every(Boolean)).toBe(true);
    expect((await where('evaluationRemark', evaluationRemarkRecord.publicFace!.when)).map(({ facts }) => facts['item']).toSorted()).toEqual(['accident', 'environment', 'wages']);
    // Anybody reads the list of the latest year, narrowed as it likes; nothing that is not public narrows it.
    const open = (query: Parameters<typeof listPublic>[3]) => reading((tx) => listPublic(county.platform, tx, 'evaluationSheet', query));
    const [latest, worst, none, all] = await Promise.all([open({}), open({ 'f.class': 'D' }), open({ 'f.year': '2019' }), open({ 'f.year': '*', 'f.rank': '1' })]);
    expect(latest).toMatchObject({ total: (await sheets()).length, year: 2020, years: { year: { from: 2020, to: 2020 } } });
    expect(worst.total).toBe((await sheets()).filter((each) => each.facts['class'] === 'D').length);
    expect(worst.rows.every((row) => row.facts['class'] === 'D' && !('rank' in row.facts))).toBe(true);
    expect([none.total, none.year]).toEqual([0, undefined]);
    expect(all.total).toBe(latest.total);
    const own = await sheetAt(5);
    expect(own.facts).toMatchObject({ rank: rows.find(({ subject }) => subject === own.facts['creditCode'])?.rank });
  });

  test('shows both ways on the sheets of a joint evaluation; the class is that of the one that counts, and the sums are those of its members', async () => {
    const scheme = JSON.parse(String((await get(cycleId())).facts['scheme'])) as Scheme;
    const rows = new Map((await results()).map((row) => [row.subject, row]));
    const read = ({ facts }: Matter, quantity: string) => (facts['readings'] as readonly { quantity: string; value: number }[]).find((reading) => reading.quantity === quantity)?.value ?? 0;
    for (const [story, places] of [['joint-shared-land', [331, 361]], ['joint-split', [140, 141]]] as const) {
      const joint = await get(ids.get(story) ?? '');
      const row = rows.get(joint.id);
      expect(joint).toMatchObject({ stage: 'public', facts: { way: 'joint', class: row?.class, rank: row?.rank, among: row?.among } });
      const members = await Promise.all(places.map(sheetAt));
      const [tax, land] = [members.reduce((sum, sheet) => sum + read(sheet, 'tax'), 0), members.reduce((sum, sheet) => sum + Math.max(read(sheet, 'registeredLand'), read(sheet, 'surveyedLand')), 0)];
      expect(row?.values[0]).toBeCloseTo(tax / ((land * 3) / 2_000), 6);
      for (const { facts } of members) {
        expect(facts).toMatchObject({ joint: joint.id, way: 'joint', class: row?.class, rank: row?.rank, points: (row?.points ?? 0) / 10 ** scheme.decimals });
        expect((facts['besideSteps'] as readonly { value: number }[])[0]?.value).not.toBe(row?.values[0]);
        expect(rows.has(String(facts['creditCode']))).toBe(false);
      }
    }
    const compared = await get(ids.get('joint-group') ?? '');
    expect(compared).toMatchObject({ stage: 'public', facts: { way: 'own' } });
    expect(compared.facts).not.toHaveProperty('rank');
    for (const at of [7, 160, 161]) expect((await sheetAt(at)).facts).toMatchObject({ way: 'own', besidePoints: compared.facts['points'], class: rows.get(sampleEnterprises[at]?.creditCode ?? '')?.class });
  });

  test('changes one row and no other when an objection to the result is upheld', async () => {
    const before = new Map((await sheets()).map(({ facts }) => [facts['creditCode'], [facts['points'], facts['class']]]));
    await until('2021-07-02');
    const after = await sheets();
    const moved = after.filter(({ facts }) => String([facts['points'], facts['class']]) !== String(before.get(facts['creditCode'])));
    expect(moved.map(({ facts }) => facts['creditCode'])).toEqual([sampleEnterprises[2]?.creditCode]);
    expect(moved[0]?.facts['changes']).toMatchObject([{ quantity: 'revenue' }]);
    expect(moved[0]?.facts).not.toHaveProperty('rank');
    expect((await get(cycleId())).facts['publicTo']).toBe('2021-07-09');
    county.setClock('2021-07-02T08:00:00.000Z');
    expect(await code(doing('leader-economy', 'evaluationCycle', 'approve', { minutesNo: '即政会纪〔2021〕18号', evidence: [await proof()] }, cycleId()))).toBe('wrongStage');
    await until('2021-07-07');
    expect(await code(doing('leader-economy', 'evaluationCycle', 'approve', { minutesNo: '即政会纪〔2021〕18号', evidence: [await proof()] }, cycleId()))).toBe('publicityRuns');
    county.setClock('2021-07-12');
    const { id } = await sheetAt(5);
    expect(await code(doing('enterprise-6', 'evaluationSheet', 'contest', { disputed: 'tax', claimed: 1, grounds: '晚了一天才提出。', evidence: [await proof()] }, id))).toBe('lateObjection');
  });

  test('is published, and gives the old classes when it is replayed', async () => {
    const { facts: { enterprise } } = await sheetAt(9);
    surveyed = (await where('parcel', { fact: 'user', in: [String(enterprise)] }))[0]?.id ?? '';
    county.setClock('2021-07-12');
    await doing('industry', 'parcel', 'noteYear', { year: 2020, vacant: 12.5, source: '年末现场调查' }, surveyed);
    await until('2021-08-02');
    const { facts, stage } = await get(cycleId());
    expect(stage).toBe('published');
    expect(facts).toMatchObject({ replayDiffers: 0, replayedOn: '2021-08-02' });
    const all = await sheets();
    expect(all.every((sheet) => sheet.stage === 'final' && sheet.facts['publishedOn'] === facts['publishedOn'])).toBe(true);
    // The yield of the district is what these come to, sum over sum, the enterprise that was corrected with its new value.
    const of = (sheet: Matter, name: string) => (sheet.facts['readings'] as readonly { quantity: string; value: number }[]).find(({ quantity }) => quantity === name)?.value ?? 0;
    const [tax, land] = all.reduce(([taxes, lands], sheet) => [taxes + of(sheet, 'tax'), lands + Math.max(of(sheet, 'registeredLand'), of(sheet, 'surveyedLand'))], [0, 0]) as [number, number];
    const yields = findMechanism('evaluationSheet')!;
    const figure = yields.figures.find(({ key }) => key === 'evaluation.taxPerMu')!;
    const { value, among } = await reading((tx) => answerFigure(tx, county.platform.district, yields, figure, '2021-08-02', all[0]?.isSample ?? false, '2021-08-02'));
    expect([value, among]).toEqual([expect.closeTo((tax * 2000) / 3 / land, 6), all.length]);
    expect((await where('jointEvaluation', { fact: 'cycle', in: [cycleId()] })).map((joint) => joint.stage)).toEqual(['final', 'final', 'final']);
  });

  test('shows on every parcel the class of whoever has most of its land, and what all on it pay by the mu', async () => {
    const final = new Map((await sheets()).map((sheet) => [String(sheet.facts['enterprise']), sheet.facts]));
    const parcels = (await where('parcel', { fact: 'years', present: true })).map(({ facts, id }) => ({ facts, id }));
    const stays = Map.groupBy(await where('occupation', { stage: ['running'] }), ({ facts }) => String(facts['parcel']));
    expect(parcels.length).toBeGreaterThan(150);
    let ungraded = 0;
    for (const { facts, id } of parcels) {
      const tenants = (stays.get(id) ?? []).filter((stay) => stay.facts['kind'] === 'rent').map((stay) => [String(stay.facts['enterprise']), Number(stay.facts['land'])] as const);
      const rest = Number(facts['area']) - tenants.reduce((sum, [, land]) => sum + land, 0);
      const users = [...tenants, [String(facts['user']), rest] as const].flatMap(([who, land]) => (final.has(who) ? [{ ...final.get(who), land }] : [])) as { land: number; class: string; isUngraded: boolean; readings: { quantity: string; value: number }[] }[];
      const graded = users.filter(({ isUngraded }) => !isUngraded).toSorted((a, b) => b.land - a.land)[0]?.class;
      const per = ({ readings }: (typeof users)[number]) => {
        const of = (name: string) => readings.find(({ quantity }) => quantity === name)?.value ?? 0;
        return of('tax') / ((Math.max(of('registeredLand'), of('surveyedLand')) * 3) / 2000);
      };
      const tax = users.reduce((sum, user) => sum + per(user) * user.land, 0) / users.reduce((sum, { land }) => sum + land, 0);
      expect([facts['class'], facts['taxPerMu']]).toEqual([graded, expect.closeTo(tax, 1)]);
      ungraded += Number(users.length > 0 && graded === undefined);
      expect(facts['years']).toMatchObject([{ year: 2020, source: '2020年度规上工业亩均评价' }]);
    }
    const { years } = (await get(surveyed)).facts;
    expect(years).toMatchObject([{ year: 2020, vacancy: 12.5, class: expect.any(String) as string }]);
    // Whoever takes part without a class gives none to his land.
    expect(ungraded).toBeGreaterThan(0);
  });

  test('evaluates every park as a whole by the sums of its enterprises, and ranks the parks among themselves', async () => {
    const { facts: cycle } = await get(cycleId());
    const scheme = JSON.parse(String(cycle['scheme'])) as Scheme;
    const parks = await where('parkEvaluation', { fact: 'cycle', in: [cycleId()] });
    const all = await sheets();
    // Enterprises of the two parks whose land was brought in; the others stand in no park.
    expect(parks.map(({ facts }) => String(facts['name']).split(' ')[0]).toSorted()).toEqual(['即墨经济开发区', '金山工业园']);
    for (const { facts } of parks) {
      const own = all.filter((sheet) => sheet.facts['park'] === facts['park']);
      expect(own.length).toBeGreaterThan(40);
      const sum = (of: (read: (quantity: string) => number | undefined) => number | undefined) => own.reduce((total, sheet) => total + (of((quantity) => (sheet.facts['readings'] as readonly { quantity: string; value: number }[]).find((reading) => reading.quantity === quantity)?.value) ?? 0), 0);
      const [tax, land] = [sum((read) => read('tax')), sum((read) => Math.max(read('registeredLand') ?? 0, read('surveyedLand') ?? 0))];
      expect(facts).toMatchObject({ enterprises: own.length, among: 2, tax: Math.round(tax * 1_000_000), taxPerMu: expect.closeTo(tax / ((land * 3) / 2_000), 2) });
      const steps = facts['steps'] as readonly { indicator: string; value: number; benchmark: number; points: number; of: number; above: number; below: number }[];
      const emission = steps.find(({ indicator }) => indicator === 'revenuePerTonPollutant');
      const withBoth = own.filter((sheet) => (sheet.facts['readings'] as readonly { quantity: string; value: number }[]).some(({ quantity, value }) => quantity === 'pollutant' && value > 0));
      expect(emission?.of).toBe(withBoth.length);
      expect(withBoth.length).toBeLessThan(own.length);
      // A number opens just those it is made of.
      for (const { indicator, of } of steps) expect(own.filter((sheet) => (sheet.facts['valued'] as readonly string[]).includes(indicator))).toHaveLength(of);
      for (const { indicator, value, benchmark, points } of steps) {
        const weight = scheme.indicators.find(({ key }) => key === indicator)?.weight ?? 0;
        expect(points).toBeCloseTo(Math.min(1.5, value / benchmark) * weight, 1);
      }
      expect(facts['points']).toBeCloseTo(steps.reduce((total, { points }) => total + points, 0), 6);
      const counts = facts['classes'] as readonly { class: string; count: number }[];
      expect(counts.reduce((total, { count }) => total + count, Number(facts['ungraded']))).toBe(own.length);
      for (const { class: band, count } of counts) expect(count).toBe(own.filter((sheet) => sheet.facts['class'] === band && sheet.facts['isUngraded'] !== true).length);
    }
    const byPoints = parks.toSorted((a, b) => Number(b.facts['points']) - Number(a.facts['points']));
    expect(byPoints.map(({ facts }) => facts['rank'])).toEqual([1, 2]);
  });

  test('lets a park be screened: whoever is D two years running, or yields under three tenths of the district, becomes a candidate once', async () => {
    const park = ids.get('park-economic-zone') ?? '';
    const parcels = (await where('parcel', { all: [{ fact: 'park', in: [park] }, { fact: 'years', present: true }] })).toSorted((a, b) => Number(a.facts['taxPerMu']) - Number(b.facts['taxPerMu']));
    const [poor, classed, neither] = [parcels[0]!, parcels.findLast(({ facts }) => facts['class'] === 'D')!, parcels.find(({ facts }) => facts['class'] === 'B')!];
    county.setClock('2021-08-02T09:00:00.000Z');
    for (const [{ id }, row] of [[poor, { class: 'C', taxPerMu: 0.1 }], [classed, { class: 'D', taxPerMu: 90 }], [neither, { class: 'D', taxPerMu: 0.1 }]] as const) await doing('industry', 'parcel', 'noteYear', { year: 2019, ...row, source: '上年评价' }, id);
    // Of the year before nothing is published here, so the yields of that year cannot be held against anybody.
    await doing('natural', 'park', 'screenLand', { screeningYear: 2020 }, park);
    await runBulkOf(county.platform, park, county.platform.now());
    const candidates = await where('inefficientLand', { fact: 'park', in: [park] });
    expect(candidates.map(({ facts, stage }) => [facts['parcel'], facts['criteria'], stage])).toEqual([[classed.id, ['L8'], 'screened']]);
    // The share of last year says how far it is from the district, sum over sum.
    const all = (await sheets()).reduce(([tax, land], { facts }) => [tax + Number(facts['tax']), land + Number(facts['land'])], [0, 0]) as [number, number];
    expect(candidates[0]?.facts['taxShareLast']).toBeCloseTo((100 * Number(classed.facts['taxPerMu'])) / ((all[0] / 1_000_000) / (all[1] / (2000 / 3))), 0);
    expect((await get(park)).facts['screenings']).toEqual([{ year: 2020, parcels: expect.any(Number) as number, candidates: 1, on: '2021-08-02' }]);
    await doing('natural', 'park', 'screenLand', { screeningYear: 2020 }, park);
    await runBulkOf(county.platform, park, county.platform.now());
    expect(await where('inefficientLand', { fact: 'park', in: [park] })).toHaveLength(1);
  });

  test('is corrected after that only by a numbered notice, one enterprise at a time', async () => {
    county.setClock('2021-08-10');
    const { id, facts } = await sheetAt(6);
    const input = { noticeNo: '即亩均办〔2021〕3号', disputed: 'tax', correctedValue: 1, reason: '审计查明当年税收多计，按编号通知更正。', evidence: [await proof()] };
    expect(await code(doing('industry', 'evaluationSheet', 'correct', { ...input, noticeNo: undefined }, id))).toBe('badInput');
    await doing('industry', 'evaluationSheet', 'correct', input, id);
    const after = await get(id);
    expect(after.facts['class']).not.toBe('A');
    expect(after.facts['tax']).toBe(1_000_000);
    expect((await get(cycleId())).facts['corrections']).toEqual([{ noticeNo: '即亩均办〔2021〕3号', enterprise: facts['name'], from: facts['class'], to: after.facts['class'], on: '2021-08-10' }]);
    // The parcel of this enterprise follows, with the reason, and keeps what it showed in its trace.
    await runBulkOf(county.platform, id, county.platform.now());
    const [own] = await where('parcel', { fact: 'user', in: [String(facts['enterprise'])] });
    expect(own?.facts['class']).toBe(after.facts['class']);
    const trace = await reading((tx) => eventsOf(tx, county.platform.district, own?.id ?? ''));
    expect(trace.filter(({ action }) => action === 'noteYear').map(({ reason }) => reason)).toEqual([undefined, '评价结果经编号通知更正，随之更正。']);
    await doing('industry', 'evaluationCycle', 'replay', {}, cycleId());
    await runBulkOf(county.platform, cycleId(), county.platform.now());
    // Its park has what is corrected in its sums.
    const [park] = await where('parkEvaluation', { all: [{ fact: 'cycle', in: [cycleId()] }, { fact: 'park', in: [String(after.facts['park'])] }] });
    const before = (facts['readings'] as readonly { quantity: string; value: number }[]).find(({ quantity }) => quantity === 'tax')?.value ?? 0;
    const taxes = (await sheets()).filter((sheet) => sheet.facts['park'] === after.facts['park']).map((sheet) => (sheet.facts['readings'] as readonly { quantity: string; value: number }[]).find(({ quantity }) => quantity === 'tax')?.value ?? 0);
    expect(before).toBeGreaterThan(1);
    expect(Number(park?.facts['tax'])).toBe(Math.round(taxes.reduce((total, value) => total + value, 0) * 1_000_000));
    expect(park?.version).toBe(2);
    // What was published stays what it was; the correction stands beside it.
    expect((await get(cycleId())).facts['replayDiffers']).toBe(0);
  });
});

test('a correction of one member is one of its whole group, on their sheets, their parcels and in the counts', async () => {
  county.setClock('2021-08-10T05:00:00.000Z');
  const [holder, tenant] = [await sheetAt(331), await sheetAt(361)];
  const counts = async () => Object.fromEntries(((await get(cycleId())).facts['distribution'] as readonly { class: string; count: number }[]).map((row) => [row.class, row.count]));
  const before = await counts();
  const input = { noticeNo: '即亩均办〔2021〕4号', disputed: 'registeredLand', correctedValue: 100_000, reason: '不动产登记复核，占地面积按编号通知更正。', evidence: [await proof()] };
  await doing('industry', 'evaluationSheet', 'correct', input, tenant.id);
  await runBulkOf(county.platform, tenant.id, county.platform.now());
  const [after, other] = [await sheetAt(361), await sheetAt(331)];
  expect(after.facts).toMatchObject({ class: other.facts['class'], points: other.facts['points'] });
  expect(after.facts['points']).not.toBe(tenant.facts['points']);
  expect(other.facts['besidePoints']).toBe(holder.facts['besidePoints']);
  expect((await get(ids.get('joint-shared-land') ?? '')).facts).toMatchObject({ class: after.facts['class'], points: after.facts['points'] });
  const moved = { ...before, [String(tenant.facts['class'])]: (before[String(tenant.facts['class'])] ?? 0) - 2 };
  expect(await counts()).toEqual({ ...moved, [String(after.facts['class'])]: (moved[String(after.facts['class'])] ?? 0) + 2 });
  const [own] = await where('parcel', { fact: 'user', in: [String(holder.facts['enterprise'])] });
  expect(own?.facts['class']).toBe(after.facts['class']);
});

describe('a run in the background', () => {
  test('is there with its progress and what it came to', async () => {
    const runs = await reading((tx) => bulkRunsOf(tx, county.platform.district, cycleId()));
    expect(runs.map(({ action, state }) => [action, state])).toEqual([['replay', 'done'], ['replay', 'done'], ['publish', 'done'], ['announce', 'done'], ['compute', 'done'], ['compute', 'done'], ['reconcile', 'done']]);
    expect(runs.find(({ action }) => action === 'compute')).toMatchObject({ done: 2 * sampleEnterprises.length, total: 2 * sampleEnterprises.length });
  });

  test('that was cancelled does nothing more, and one that ended cannot be cancelled', async () => {
    county.setClock('2021-08-11');
    await doing('industry', 'evaluationCycle', 'replay', {}, cycleId());
    const [run] = await reading((tx) => bulkRunsOf(tx, county.platform.district, cycleId()));
    expect(await cancelBulk(county.platform, run?.id ?? '')).toBe(true);
    expect(await runBulk(county.platform, run?.id ?? '', county.platform.now())).toMatchObject({ state: 'cancelled' });
    expect((await get(cycleId())).facts['replayedOn']).toBe('2021-08-10');
    expect(await cancelBulk(county.platform, run?.id ?? '')).toBe(false);
  });
});

describe('an evaluation that is cancelled', () => {
  const opened = async (cycle: string) => (await Promise.all((['evaluationSheet', 'evaluationAnomaly', 'evaluationRemark', 'jointEvaluation'] as const).map((mechanism) => where(mechanism, { fact: 'cycle', in: [cycle] })))).flat();
  const reconciled = async () => {
    const { id } = await doing('industry', 'evaluationCycle', 'plan', { name: '2019年度规上工业亩均评价', year: 2019, scope: 'above', preset: 'huangyan2022' });
    await doing('leader-economy', 'evaluationCycle', 'issue', {}, id);
    await doing('industry', 'evaluationCycle', 'reconcile', {}, id);
    return id;
  };
  const cancel = (id: string) => doing('industry', 'evaluationCycle', 'cancel', { reason: '评价年度选错，另行组织。' }, id);

  test('takes its sheets, anomalies, findings and joint evaluations with it: no duty, no clock, no reminder is left, and each has it in its trace', async () => {
    county.setClock('2021-09-01');
    const id = await reconciled();
    await runBulkOf(county.platform, id, county.platform.now());
    const made = await where('evaluationSheet', { fact: 'cycle', in: [id] });
    expect(made.some(({ duties }) => duties.some(({ state }) => state === 'open'))).toBe(true);
    const [first, second] = made;
    await doing('emergency', 'evaluationRemark', 'enter', { cycle: id, enterprise: String(first?.facts['enterprise']), item: 'accident', documentNo: '即应急罚〔2019〕7号', decidedOn: '2019-09-14' });
    await act(county.platform, { actor: { kind: 'system', job: 'test' }, mechanism: 'evaluationAnomaly', action: 'raise', input: { title: '用地', name: '用地', cycle: id, creditCode: String(second?.facts['creditCode']), kind: 'area', key: `${id}:area` } });
    await doing('industry', 'jointEvaluation', 'takeUp', { cycle: id, grounds: 'sameGroup', members: [first, second].map((sheet) => String(sheet?.facts['enterprise'])), note: '同一实际控制人，合并对照。', evidence: [await proof()] });
    county.setClock('2021-09-01T08:00:00.000Z');
    await cancel(id);
    await runBulkOf(county.platform, id, county.platform.now());
    const all = await opened(id);
    expect(all).toHaveLength(sampleEnterprises.length + 3);
    expect(all.filter(({ stage, clocks, duties }) => stage !== 'cancelled' || Object.values(clocks).some(({ stoppedOn }) => stoppedOn === undefined) || duties.some(({ state }) => state === 'open'))).toEqual([]);
    const [run] = await reading((tx) => bulkRunsOf(tx, county.platform.district, id));
    expect(run).toMatchObject({ action: 'cancel', state: 'done', outcome: { closed: all.length } });
  });

  test('has its findings confirmed from their page, from the list and from the desk, whose rule looks at the evaluation', async () => {
    county.setClock('2021-09-01T12:00:00.000Z');
    const { id: cycle } = await doing('industry', 'evaluationCycle', 'plan', { name: '2018年度规上工业亩均评价', year: 2018, scope: 'above', preset: 'huangyan2022' });
    await doing('leader-economy', 'evaluationCycle', 'issue', {}, cycle);
    const { id } = await doing('emergency', 'evaluationRemark', 'enter', { cycle, enterprise: String((await sheetAt(12)).facts['enterprise']), item: 'accident', documentNo: '即应急罚〔2018〕7号', decidedOn: '2018-09-14' });
    const office = await county.as('industry');
    if (office.kind !== 'post') throw new Error('no post');
    const remark = await get(id);
    const page = await reading((tx) => presentPage(county.platform, tx, remark, office));
    expect(page.offers.find(({ action }) => action === 'confirm')).toMatchObject({ open: true });
    expect((await jointOffers(county.platform, office, 'evaluationRemark', [id])).find(({ action }) => action === 'confirm')).toMatchObject({ open: 1 });
    expect((await reading((tx) => listWaiting(county.platform, tx, office))).rows.find((row) => row.id === id)?.actions).toEqual(['confirm']);
    await cancel(cycle);
    expect((await reading((tx) => presentPage(county.platform, tx, remark, office))).offers.find(({ action }) => action === 'confirm')).toMatchObject({ open: false });
  });

  test('while its sheets are being made opens no more of them', async () => {
    const id = await reconciled();
    county.setClock('2021-09-02');
    await cancel(id);
    await runBulkOf(county.platform, id, county.platform.now());
    expect(await opened(id)).toEqual([]);
    const runs = await reading((tx) => bulkRunsOf(tx, county.platform.district, id));
    expect(runs.map(({ action, state }) => [action, state])).toEqual([['cancel', 'done'], ['reconcile', 'failed']]);
    expect(runs[1]?.outcome).toMatchObject({ words: { zh: '这次评价已经取消。' } });
  });
});

describe('over HTTP', () => {
  const enter = async (postId: string) => {
    const app = await buildApp(county.platform);
    const answer = await app.inject({ method: 'POST', url: '/api/session/demonstration', payload: { postId } });
    const { csrf } = answer.json<{ csrf: string }>();
    const headers = { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '', 'x-csrf-token': csrf };
    return (method: 'GET' | 'POST', path: string) => app.inject({ method, url: `/api/matters/evaluationCycle/${cycleId()}/runs${path}`, headers, ...(method === 'POST' ? { payload: {} } : {}) });
  };

  test('whoever works on it sees its runs and the data they froze; an enterprise sees how far it is and no more', async () => {
    const [office, firm] = [await enter('industry'), await enter('enterprise-1')];
    const { rows } = (await office('GET', '')).json<{ rows: { id: string; action: string; mayManage: boolean }[] }>();
    const trial = rows.find(({ action }) => action === 'compute');
    expect(trial?.mayManage).toBe(true);
    // Two groups of two are one row each, by the name of the group.
    const frozen = (await office('GET', `/${trial?.id}/frozen?period=2020`)).json<{ subject: string; name: string }[]>();
    expect(frozen).toHaveLength(sampleEnterprises.length - 2);
    expect(frozen.find(({ subject }) => subject === ids.get('joint-split'))?.name).toBe((await get(ids.get('joint-split') ?? '')).facts['name']);
    expect((await firm('GET', '')).json<{ rows: { mayManage: boolean }[] }>().rows.every(({ mayManage }) => !mayManage)).toBe(true);
    expect((await firm('GET', `/${trial?.id}/frozen?period=2020`)).statusCode).toBe(404);
    expect((await firm('POST', `/${trial?.id}/cancel`)).statusCode).toBe(403);
  });

  test('a key that nobody may read is not named to anybody as something kept from him', async () => {
    const app = await buildApp(county.platform);
    const answer = await app.inject({ method: 'POST', url: '/api/session/demonstration', payload: { postId: 'industry' } });
    const page = await app.inject({ method: 'GET', url: `/api/matters/evaluationSheet/${(await sheetAt(0)).id}`, headers: { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' } });
    const { facts, hidden } = page.json<{ facts: object; hidden: string[] }>();
    expect([page.statusCode, 'key' in facts, hidden.includes('key')]).toEqual([200, false, false]);
  });

  test('a cancelled run goes on from where it stopped', async () => {
    const office = await enter('industry');
    const [cancelled] = (await office('GET', '')).json<{ rows: { id: string; state: string }[] }>().rows;
    expect(cancelled?.state).toBe('cancelled');
    expect((await office('POST', `/${cancelled?.id}/resume`)).statusCode).toBe(200);
    expect((await office('GET', '')).json<{ rows: { id: string; state: string }[] }>().rows[0]).toMatchObject({ id: cancelled?.id, state: 'done' });
  });
});

test('a run that meets a fault says so, and the fault is logged whole', async () => {
  county.setClock('2021-08-12');
  await doing('industry', 'evaluationCycle', 'replay', {}, cycleId());
  const [run] = await reading((tx) => bulkRunsOf(tx, county.platform.district, cycleId()));
  const logged: object[] = [];
  const broken = { ...county.platform, log: { ...county.platform.log, error: (fields: object) => void logged.push(fields) }, serving: async () => ({ bulk: { replay: async () => Promise.reject(new Error('the disk is full')) } }) };
  expect(await runBulk(broken as never, run?.id ?? '', county.platform.now())).toMatchObject({ state: 'failed', outcome: { words: { zh: '程序出错，已记入日志。修复后可以从停下的地方继续。' } } });
  expect(logged).toMatchObject([{ err: { message: 'the disk is full' }, action: 'replay' }]);
});

test('a run that two workers take is finished by the later one, and the earlier writes nothing more', async () => {
  county.setClock('2021-08-13');
  await doing('industry', 'evaluationCycle', 'replay', {}, cycleId());
  const [run] = await reading((tx) => bulkRunsOf(tx, county.platform.district, cycleId()));
  const id = run?.id ?? '';
  const written: string[] = [];
  const working = (name: string, between: () => Promise<unknown>) => ({
    ...county.platform,
    serving: async () => ({
      bulk: {
        replay: async ({ part }: Bulk) => {
          await part(async () => written.push(`${name} first`), (made) => ({ step: 'half', reached: name, done: made, total: 9 }));
          await between();
          await part(async () => written.push(`${name} second`), (made) => ({ step: 'whole', reached: name, done: made, total: 9 }));
          return { by: name };
        },
      },
    }),
  });
  const later = working('later', async () => undefined);
  const taken = () => runBulk(later as never, id, county.platform.now());
  expect(await runBulk(working('earlier', taken) as never, id, county.platform.now())).toMatchObject({ state: 'done', reached: 'later', outcome: { by: 'later' } });
  expect(written).toEqual(['earlier first', 'later first', 'later second']);
});

describe('the year before', () => {
  let earlier = '';
  const each = async (mechanism: string, stage: string, action: string, input: object) => {
    const actor = await county.as('industry');
    const refusals = await actMany(county.platform, (await where(mechanism, { all: [{ fact: 'cycle', in: [earlier] }, { stage: [stage] }] })).map(({ id }) => ({ actor, mechanism, action, id, input })));
    expect([...refusals.values()]).toEqual([]);
  };
  const going = async (post: string, action: string, input: object = {}) => {
    await doing(post, 'evaluationCycle', action, input as never, earlier);
    await runBulkOf(county.platform, earlier, county.platform.now());
  };
  const taxOn = ({ facts }: Matter) => (facts['readings'] as readonly { quantity: string; value: number }[]).find(({ quantity }) => quantity === 'tax')?.value ?? 0;
  /** As the next year counts it. */
  const usualTax = (sheet: Matter) => taxOn(sheet) - Number(sheet.facts['taxChange']) / 1_000_000;
  const correcting = async ({ id }: Matter, correctedValue: number, nth: number) => {
    await doing('industry', 'evaluationSheet', 'correct', { noticeNo: `即亩均办〔2021〕${nth}号`, disputed: 'tax', correctedValue, reason: '审计查明当年税收少计，按编号通知更正。', evidence: [await proof()] }, id);
    await runBulkOf(county.platform, id, county.platform.now());
  };
  const renewing = async () => doing('industry', 'evaluationCycle', 'renew', { renewedBy: '即亩均办〔2021〕23号', reason: '上年更正使基准值合计变动超过界线。', evidence: [await proof()] }, cycleId());
  const earlierSheets = () => where('evaluationSheet', { fact: 'cycle', in: [earlier] });

  beforeAll(async () => {
    const evidence = [await proof()];
    county.setClock('2021-10-08T01:00:00.000Z');
    earlier = (await doing('industry', 'evaluationCycle', 'plan', { name: '2019年度规上工业亩均评价', year: 2019, scope: 'above', preset: 'huangyan2022', taxItems: ['refunds'] })).id;
    await doing('leader-economy', 'evaluationCycle', 'issue', {}, earlier);
    await going('industry', 'reconcile');
    await each('evaluationSheet', 'open', 'confirmOnPaper', { evidence });
    await going('industry', 'compute');
    await each('evaluationAnomaly', 'open', 'clear', { finding: '已向责任单位核查，数据属实。', evidence });
    await going('industry', 'review');
    await going('industry', 'announce');
    county.setClock('2021-10-20T01:00:00.000Z');
    await going('leader-economy', 'approve', { minutesNo: '即政会纪〔2021〕40号', evidence });
    await going('industry', 'publish');
  });

  test('has the tax its own scheme lists on every sheet, as it was evaluated: no export offset added, no arrears taken off', async () => {
    const delivered = new Map(sampleRows('tax', 2019).map((row) => [String(row.creditCode), row]));
    const all = await earlierSheets();
    for (const { facts } of all) {
      const { taxPaid = 0, exportOffset = 0, arrears = 0 } = delivered.get(String(facts['creditCode'])) ?? {};
      expect([facts['tax'], facts['taxChange']]).toEqual([taxPaid, arrears - exportOffset]);
      expect(taxOn({ facts } as Matter)).toBeCloseTo(taxPaid / 1_000_000, 6);
    }
    expect(all.filter(({ facts }) => Number(facts['taxChange']) < 0).length).toBeGreaterThan(20);
    expect(all.filter(({ facts }) => Number(facts['taxChange']) > 0).length).toBeGreaterThan(10);
  });

  test('corrected by less than one per cent of a sum leaves the benchmarks of the next year as they are, and says by how much it moved', async () => {
    const all = await earlierSheets();
    const total = all.reduce((sum, sheet) => sum + usualTax(sheet), 0);
    await correcting(all[20]!, taxOn(all[20]!) + total * 0.005, 21);
    const { facts } = await get(cycleId());
    expect(facts['baseShifts']).toMatchObject([{ noticeNo: '即亩均办〔2021〕21号', enterprise: all[20]?.facts['name'], indicator: 'taxPerMu', quantity: 'tax', percent: expect.closeTo(0.5, 3) }]);
    expect(facts['benchmarkDue']).toBe(false);
    expect(await code(renewing())).toBe('benchmarksStand');
  });

  test('corrected by more has the benchmarks made anew by a notice, and everybody worked out again as he stands, his own correction with him', async () => {
    const before = await get(cycleId());
    const taxBenchmark = ({ facts }: Matter) => Number((facts['benchmarks'] as readonly { indicator: string; value: number }[]).find(({ indicator }) => indicator === 'taxPerMu')?.value);
    const all = await earlierSheets();
    const total = all.reduce((sum, sheet) => sum + usualTax(sheet), 0) / 1.005;
    // The two corrections are held together against what was frozen.
    await correcting(all[21]!, taxOn(all[21]!) + total * 0.045, 22);
    expect((await get(cycleId())).facts).toMatchObject({ benchmarkDue: true, baseShifts: [{}, { percent: expect.closeTo(5, 3) }] });
    const corrected = (await sheetAt(6)).facts;
    await renewing();
    await runBulkOf(county.platform, cycleId(), county.platform.now());
    const after = await get(cycleId());
    expect(after).toMatchObject({ stage: 'published', facts: { renewals: [{ noticeNo: '即亩均办〔2021〕23号', percent: expect.closeTo(5, 3), on: '2021-10-20' }], evaluated: before.facts['evaluated'] } });
    expect(after.facts['benchmarkDue']).toBeUndefined();
    expect(after.facts['trialRun']).not.toBe(before.facts['trialRun']);
    expect(taxBenchmark(after) / taxBenchmark(before)).toBeCloseTo(1.05, 3);
    const now = await sheets();
    const kept = new Map((await results()).map((result) => [result.subject, result]));
    for (const { facts } of now) {
      expect((facts['steps'] as readonly { benchmark: number }[])[0]?.benchmark).toBeCloseTo(taxBenchmark(after), 5);
      const own = kept.get(String(facts['way'] === 'joint' ? facts['joint'] : facts['creditCode']));
      expect([facts['points'], facts['class']]).toEqual([expect.closeTo(Number(own?.points) / 100, 6), own?.class]);
      expect((facts['changes'] as readonly { why: string }[]).at(-1)?.why).toBe('benchmarks');
    }
    // One that was corrected by its own notice is worked out from the corrected value, in its place among all.
    expect((await sheetAt(6)).facts).toMatchObject({ tax: corrected['tax'], rank: expect.any(Number) as number });
    const distribution = after.facts['distribution'] as readonly { class: string; count: number }[];
    for (const { class: band, count } of distribution) expect(count).toBe(now.filter(({ facts }) => facts['class'] === band && facts['isUngraded'] !== true).length);
    const [joint] = await where('jointEvaluation', { all: [{ fact: 'cycle', in: [cycleId()] }, { fact: 'way', in: ['joint'] }] });
    expect(joint?.facts['points']).toBe(now.find(({ facts }) => facts['joint'] === joint?.id)?.facts['points']);
    for (const park of await where('parkEvaluation', { fact: 'cycle', in: [cycleId()] })) expect((park.facts['steps'] as readonly { benchmark: number }[])[0]?.benchmark).toBeCloseTo(taxBenchmark(after), 5);
    await doing('industry', 'evaluationCycle', 'replay', {}, cycleId());
    await runBulkOf(county.platform, cycleId(), county.platform.now());
    expect((await get(cycleId())).facts['replayDiffers']).toBe(0);
    expect(await code(renewing())).toBe('benchmarksStand');
  });
});

test('a firm split off below size is evaluated above it with the one it came from, and is left out below', async () => {
  county.setClock('2021-10-25T01:00:00.000Z');
  const evidence = [await proof()];
  const codes = [40, 41, 42].map((at) => sampleEnterprises[at]?.creditCode ?? '');
  const rows = {
    tax: { taxPaid: 300_000_000 }, natural: { registeredLand: 20_000 }, ecology: { pollutant: 0.5 }, power: { electricity: 800_000 }, labour: { insuredStaff: 50 }, town: { leasedLand: 20_000 },
  } as const;
  const posts = { tax: 'tax', natural: 'natural', ecology: 'ecology', power: 'power', labour: 'labour', town: 'economic-zone-project' } as const;
  const deliver = (post: string, owner: string, of: readonly object[]) => doing(post, 'readingBatch', 'deliver', { name: `2018年${owner}数据`, year: 2018, owner, source: '业务系统', pulledOn: '2021-10-20', rows: of });
  await deliver('stat', 'statistics', codes.map((creditCode, at) => ({ creditCode, isAbove: at === 0, staff: 50 })));
  for (const [owner, row] of Object.entries(rows)) await deliver(posts[owner as keyof typeof posts], owner, codes.map((creditCode) => ({ creditCode, ...row })));
  const begun = async (scope: 'above' | 'below') => {
    const { id } = await doing('industry', 'evaluationCycle', 'plan', { name: `2018年度${scope === 'above' ? '规上' : '规下'}工业亩均评价`, year: 2018, scope, preset: 'huangyanSmall2022' });
    await doing('leader-economy', 'evaluationCycle', 'issue', {}, id);
    await doing('industry', 'evaluationCycle', 'reconcile', {}, id);
    await runBulkOf(county.platform, id, county.platform.now());
    return id;
  };
  const [below, above] = [await begun('below'), await begun('above')];
  const sheetsIn = async (cycle: string) => Object.fromEntries((await where('evaluationSheet', { fact: 'cycle', in: [cycle] })).map(({ facts, stage }) => [String(facts['creditCode']), stage]));
  expect([await sheetsIn(below), await sheetsIn(above)]).toEqual([{ [codes[1]!]: 'open', [codes[2]!]: 'open' }, { [codes[0]!]: 'open' }]);
  const members = (await where('enterprise', { fact: 'creditCode', in: codes.slice(0, 2) })).map(({ id }) => id);
  const { id: joint } = await doing('industry', 'jointEvaluation', 'takeUp', { cycle: above, members, grounds: 'split', documentNo: '即市监登〔2018〕12号', changedOn: '2018-03-01', note: '分立一部分到规下，合并评价。', evidence });
  expect([await sheetsIn(below), await sheetsIn(above)]).toEqual([{ [codes[1]!]: 'joined', [codes[2]!]: 'open' }, { [codes[0]!]: 'open', [codes[1]!]: 'open' }]);
  const computed = async (cycle: string) => {
    for (const { id } of await where('evaluationSheet', { all: [{ fact: 'cycle', in: [cycle] }, { stage: ['open'] }] })) await doing('industry', 'evaluationSheet', 'confirmOnPaper', { evidence }, id);
    await doing('industry', 'evaluationCycle', 'compute', {}, cycle);
    await runBulkOf(county.platform, cycle, county.platform.now());
    return (await get(cycle)).facts;
  };
  expect(await computed(below)).toMatchObject({ evaluated: 1, groups: 0 });
  expect(await computed(above)).toMatchObject({ evaluated: 2, groups: 1, grouped: 2 });
  // The evaluation above is cancelled: who was brought in goes back.
  await doing('industry', 'evaluationCycle', 'cancel', { reason: '评价年度选错，另行组织。' }, above);
  await runBulkOf(county.platform, above, county.platform.now());
  expect((await get(joint)).stage).toBe('cancelled');
  expect(await sheetsIn(below)).toEqual({ [codes[1]!]: 'open', [codes[2]!]: 'confirmed' });
});

test('the parks of an evaluation are archived with it', async () => {
  county.setClock('2022-07-21');
  const archiving = (await where('parkEvaluation', { fact: 'cycle', in: [cycleId()] })).map(({ stage }) => stage);
  expect(archiving).toEqual(['published', 'published']);
  await doing('industry', 'evaluationCycle', 'archive', {}, cycleId());
  await runBulkOf(county.platform, cycleId(), county.platform.now());
  expect((await where('parkEvaluation', { fact: 'cycle', in: [cycleId()] })).map(({ stage }) => stage)).toEqual(['archived', 'archived']);
});
