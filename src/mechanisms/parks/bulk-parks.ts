import { quantities } from '#engines/evaluation/quantities.ts';
import { ranksOf, wholeOf } from '#engines/evaluation/whole.ts';
import type { BaseSubject, Scheme } from '#engines/evaluation/problem.ts';
import type { Standing } from '#engines/evaluation/standing.ts';
import { mu } from '#kernel/area.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Bulk, BulkTools } from '../bulk.ts';
import { hundredths } from './land.ts';
import { quantitiesOn, schemeIn, standingIn } from './serving.ts';
import { chargedOn } from './bulk-stays.ts';

/** In which park each enterprise has most of its land on a day: what it holds less what is let, and what it rents; of equals the park filed first. Whoever has none in a park is in none. */
export async function parksOf(tools: BulkTools, enterprises: readonly string[], day: string): Promise<ReadonlyMap<string, string>> {
  const land = new Map<string, Map<string, number>>();
  for (const { enterprise, park, area } of await chargedOn(tools, enterprises, day)) {
    if (park === undefined) continue;
    const own = land.get(enterprise) ?? new Map<string, number>();
    land.set(enterprise, own.set(park, (own.get(park) ?? 0) + area));
  }
  return new Map([...land].map(([enterprise, own]) => [enterprise, [...own].toSorted(([one, area], [other, larger]) => larger - area || (one < other ? -1 : 1))[0]?.[0] ?? '']));
}

/** 园区评价: every park of an evaluation by the sums of its enterprises as published, and its place among the others; after a correction the parks it concerns, and the places of all. */
export async function noteParks(tools: BulkTools, cycle: Matter, only?: readonly string[]): Promise<number> {
  const [scheme, standing] = [schemeIn(cycle), standingIn(cycle)];
  const parks = await tools.find({ mechanism: 'park', where: { stage: ['active', 'closed'] } });
  const kept = await tools.held('parkEvaluation', 'key', parks.map(({ id }) => keyOf(cycle, id)));
  const all = [];
  for (const park of parks) {
    const before = kept.get(keyOf(cycle, park.id));
    if (before && only && !only.includes(park.id)) {
      all.push({ park, before, points: Number(before.facts['points']), facts: {} });
      continue;
    }
    const sheets = await tools.find({ mechanism: 'evaluationSheet', where: { all: [{ fact: 'cycle', in: [cycle.id] }, { fact: 'park', in: [park.id] }, { stage: ['final'] }] } });
    if (sheets.length === 0) continue;
    const facts = factsOfPark(scheme, standing, sheets);
    all.push({ park, before, points: Number(facts['points']), facts });
  }
  const ranks = ranksOf(all.map(({ points }) => points));
  const told = all.map((each, at) => ({ ...each, place: { rank: ranks[at] ?? 1, among: all.length } }));
  await tools.actAll('parkEvaluation', 'record', told.flatMap(({ park, before, facts, place }) => (before ? [] : [{ input: { ...headOf(cycle, park), ...facts, ...place } }])));
  await tools.actAll('parkEvaluation', 'revise', told.flatMap(({ before, facts, place }) => (before && (Object.keys(facts).length > 0 || before.facts['rank'] !== place.rank) ? [{ id: before.id, input: { ...facts, ...place } }] : [])));
  return told.length;
}

/** 归档: the parks go with their evaluation. */
export async function archiveParks(bulk: Bulk): Promise<Readonly<Record<string, unknown>>> {
  const parks = await bulk.part(async (tools) => {
    const open = await tools.find({ mechanism: 'parkEvaluation', where: { all: [{ fact: 'cycle', in: [bulk.matter.id] }, { stage: ['published'] }] } });
    await tools.actAll('parkEvaluation', 'archive', open.map(({ id }) => ({ id, input: {} })));
    return open.length;
  }, (count) => ({ step: 'parks', reached: '', done: count, total: count }));
  return { parks };
}

const keyOf = ({ id }: Matter, park: string) => `${id}:${park}`;

function headOf(cycle: Matter, { id, facts }: Matter): Readonly<Record<string, unknown>> {
  const { year, scope, name } = cycle.facts;
  return { name: `${String(facts['name'])} ${String(name)}`.slice(0, 160), cycle: cycle.id, park: id, key: keyOf(cycle, id), year, scope, ...(facts['body'] === undefined ? {} : { body: facts['body'] }) };
}

/** What the sheets of a park come to. */
export function factsOfPark(scheme: Scheme, standing: Standing, sheets: readonly Matter[]): Readonly<Record<string, unknown>> {
  const members = sheets.map(({ facts }): BaseSubject => ({ industry: String(facts['industry'] ?? ''), quantities: quantitiesOn((facts['readings'] ?? []) as Parameters<typeof quantitiesOn>[0]) }));
  const { steps, points } = wholeOf(scheme, standing, members);
  const unit = 10 ** scheme.decimals;
  const indicatorOf = (key: string) => scheme.indicators.find((each) => each.key === key);
  const office = (amount: number, quantity: keyof typeof quantities | undefined) => (quantity === undefined ? amount : Math.round((amount / quantities[quantity].size) * 10_000) / 10_000);
  const perMu = steps.find(({ indicator, of }) => indicator === 'taxPerMu' && of > 0);
  const graded = sheets.filter(({ facts }) => facts['isUngraded'] !== true);
  return {
    enterprises: sheets.length, points: points / unit,
    steps: steps.map(({ indicator, value, benchmark, points: own, how, above, below, of }) => ({
      indicator, benchmark, weight: indicatorOf(indicator)?.weight ?? 0, points: own / unit, how, of, ...(value === undefined ? {} : { value }),
      ...(of === 0 ? {} : { above: office(above, indicatorOf(indicator)?.numerator), below: office(below, indicatorOf(indicator)?.denominator) }),
    })),
    ...(perMu ? { tax: perMu.above, land: hundredths(perMu.below / quantities.land.size), taxPerMu: hundredths(perMu.above / quantities.tax.size / (perMu.below / quantities.land.size / mu)) } : {}),
    classes: scheme.classes.map(({ key }) => ({ class: key, count: graded.filter(({ facts }) => facts['class'] === key).length })), ungraded: sheets.length - graded.length,
  };
}
