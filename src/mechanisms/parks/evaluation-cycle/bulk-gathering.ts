import { commonLimits, findAnomalies, type Anomaly, type AnomalyLimits, type Checked } from '#engines/evaluation/anomalies.ts';
import { isUngraded } from '#engines/evaluation/classes.ts';
import type { KeptResult, Scheme } from '#engines/evaluation/problem.ts';
import { meanOf } from '#engines/evaluation/solve.ts';
import { cutsOf, type CutPoints } from '#engines/evaluation/standing.ts';
import type { Matter } from '#kernel/matter.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Bulk, BulkTools, FrozenRow } from '../../bulk.ts';
import { indicatorOf, measured } from '../data-owners.ts';
import { indicatorNames } from '../evaluation-words.ts';
import { decidedOf, knownTo, schemeIn, sources, subjectOf, taxChange } from '../serving.ts';
import { chargedOn } from '../bulk-stays.ts';
import { freezeJoint, singly } from './bulk-joint.ts';
import { anomalyTitle, foundRows, limitOf } from './bulk-found.ts';

const frozenAtOnce = 5_000;
const raisedAtOnce = 100;
const everything = 10_000_000;

/** 试算: gathers two years' readings, evaluates everybody in the database, raises what looks odd, and records what it came to. */
export async function evaluateCycle(bulk: Bulk): Promise<Readonly<Record<string, unknown>>> {
  const cycle = bulk.matter;
  const scheme = schemeIn(cycle);
  const [year, base] = [String(cycle.facts['year']), String(Number(cycle.facts['year']) - 1)];
  const total = 2 * Number(cycle.facts['enrolled'] ?? 0);
  if (bulk.from.step === '' || bulk.from.step === base) await gather(bulk, scheme, base, bulk.from.step === base ? bulk.from.reached : '', bulk.from.step === base ? bulk.from.done : 0, total);
  if (bulk.from.step === '' || bulk.from.step === base) await bulk.part((tools) => freezeJoint(tools, bulk, scheme, year), () => ({ step: year, reached: '', done: total / 2, total }));
  if (bulk.from.step === '' || bulk.from.step === base || bulk.from.step === year) await gather(bulk, scheme, year, bulk.from.step === year ? bulk.from.reached : '', bulk.from.step === year ? bulk.from.done : total / 2, total);
  const place = (step: string) => () => ({ step, reached: '', done: total, total });
  if (bulk.from.step !== 'evaluated' && bulk.from.step !== 'checked') {
    await bulk.part(async (tools) => {
      const found = await tools.benchmarks(scheme, base);
      if ('gap' in found) throw gapOf(found.gap);
      await tools.evaluate(scheme, year, found.benchmarks);
    }, place('evaluated'));
  }
  const limits = await bulk.part(limitsSet, place('evaluated'));
  const anomalies = await bulk.part((tools) => look(tools, bulk, scheme, year, base, limits), place('evaluated'));
  for (let at = 0; at < anomalies.length; at += raisedAtOnce) {
    await bulk.part((tools) => raise(tools, cycle, anomalies.slice(at, at + raisedAtOnce), limits), place('evaluated'));
  }
  return bulk.part(async (tools) => {
    const outcome = await outcomeOf(tools, bulk, scheme, base);
    await tools.act('evaluationCycle', 'recordTrial', outcome, cycle.id);
    return { evaluated: outcome.evaluated, distribution: outcome.distribution };
  }, place('checked'));
}

async function gather(bulk: Bulk, scheme: Scheme, period: string, reached: string, done: number, total: number): Promise<void> {
  const { facts, id } = bulk.matter;
  const question = { indicator: indicatorOf(facts['scope'] === 'below' ? 'below' : 'above'), period, asOf: bulk.asOf, register: 'enterprise', code: 'creditCode', industry: 'industry' };
  for (let after = reached, count = done; ; ) {
    const page = await bulk.part(async (tools) => {
      const roster = await tools.roster(question, after, frozenAtOnce);
      // Whoever is evaluated within a group is in its row; last year is summed up enterprise by enterprise.
      const within = new Set(period === String(facts['year']) ? (await tools.members()).flatMap(({ subject, counted }) => (counted ? [subject] : [])) : []);
      // Whoever is evaluated above size with others has left this list.
      const left = new Set(period === String(facts['year']) ? (await tools.find({ mechanism: 'evaluationSheet', where: { all: [{ fact: 'cycle', in: [id] }, { stage: ['joined'] }] } })).map((sheet) => String(sheet.facts['creditCode'])) : []);
      const alone = roster.filter(({ subject }) => !within.has(subject) && !left.has(subject));
      // What departments found concerns the year that is evaluated; last year is only summed up.
      const remarks = period === String(facts['year']) ? knownTo(scheme, await tools.find({ mechanism: 'evaluationRemark', where: { all: [{ fact: 'cycle', in: [id] }, { stage: ['confirmed', 'repaired'] }] } })) : [];
      const byCode = Map.groupBy(remarks, (remark: Matter) => String(remark.facts['creditCode']));
      if (alone.length > 0) await tools.freeze(period, alone.map(({ subject, industry }) => ({ subject, industry, ...decidedOf(byCode.get(subject) ?? []) })), bulk.asOf, sources, taxChange(scheme));
      return roster;
    }, (roster) => ({ step: period, reached: roster.at(-1)?.subject ?? after, done: Math.min(total, count + roster.length), total }));
    const last = page.at(-1);
    if (!last) return;
    after = last.subject;
    count += page.length;
  }
}

export function gapOf(key: string): Refusal {
  const name = indicatorNames[key as keyof typeof indicatorNames] ?? { zh: key, en: key };
  return new Refusal('benchmarkMissing', { status: 422, zh: `指标“${name.zh}”没有可用的上年基准值：上年数据缺失或合计不大于0。`, en: `“${name.en}” has no benchmark: last year’s data are missing or their sum is not above 0.` });
}

/** When a test strikes, as the office has set it; what coal a kWh is worth and which industries pollute is not for it to say. */
async function limitsSet(tools: BulkTools): Promise<AnomalyLimits> {
  const set = (name: string) => tools.setting('evaluationAnomaly', name);
  return { ...commonLimits, areaPercent: await set('area'), changePercent: await set('change'), outerPercent: await set('outer'), staffPercent: await set('staff'), researchPercent: await set('research'), energyPercent: await set('energy') };
}

/** The anomalies of §2.7 that nobody has been told of yet. */
async function look(tools: BulkTools, bulk: Bulk, scheme: Scheme, year: string, base: string, limits: AnomalyLimits): Promise<readonly Anomaly[]> {
  const cycle = bulk.matter.id;
  const before = await tools.inputs(base, '', everything);
  const inputs = singly(await tools.inputs(year, '', everything), await tools.members());
  const codes = inputs.map(({ subject }) => subject);
  const declared = await declaredOf(tools, bulk, codes, year, cycle);
  const lastYear = new Map(before.map((row) => [row.subject, subjectOf(row).quantities]));
  const checked = inputs.map((row: FrozenRow): Checked => {
    const [subject, own, earlier] = [subjectOf(row), declared.get(row.subject), lastYear.get(row.subject)];
    return { id: subject.id, industry: subject.industry, quantities: subject.quantities, ...(earlier ? { lastYear: earlier } : {}), ...(own ? { declared: own } : {}) };
  });
  const known = new Set((await tools.find({ mechanism: 'evaluationAnomaly', where: { fact: 'cycle', in: [cycle] } })).map(({ facts }) => String(facts['key'])));
  return findAnomalies(checked, scheme.indicators, limits).filter((anomaly) => !known.has(keyOf(cycle, anomaly)));
}

async function declaredOf(tools: BulkTools, bulk: Bulk, codes: readonly string[], year: string, cycle: string): Promise<ReadonlyMap<string, NonNullable<Checked['declared']>>> {
  const names = { registeredLand: 'registeredLand', surveyedLand: 'surveyedLand', leasedLand: 'leasedLand', insuredStaff: 'insuredStaff', billedElectricity: 'electricity', researchDeducted: 'researchDeducted', mergedOrSplit: 'split' } as const;
  const readings = await tools.readings(Object.values(names).map(indicatorOf), year, codes, bulk.asOf);
  const declared = new Map<string, Record<string, number | string | boolean>>();
  const own = (code: string) => {
    const held = declared.get(code) ?? {};
    declared.set(code, held);
    return held;
  };
  for (const [key, name] of Object.entries(names)) {
    for (const { indicator, subject, value } of readings) if (indicator === indicatorOf(name)) own(subject)[key] = key === 'mergedOrSplit' ? value > 0 : value;
  }
  const enterprises = await tools.find({ mechanism: 'enterprise', where: { fact: 'creditCode', in: codes } });
  for (const { facts } of enterprises) if (typeof facts['address'] === 'string') own(String(facts['creditCode']))['address'] = facts['address'];
  for (const [code, area] of await chargedTo(tools, enterprises, year)) own(code)['chargedLand'] = Math.round(area * measured.registeredLand.size);
  const sheets = await tools.find({ mechanism: 'evaluationSheet', where: { all: [{ fact: 'cycle', in: [cycle] }, { fact: 'declaredLand', present: true }] } });
  for (const { facts } of sheets) own(String(facts['creditCode']))['declaredLand'] = Math.round(Number(facts['declaredLand']) * measured.registeredLand.size);
  return declared;
}

/** What the registers of parcels and occupations charged each enterprise with at the end of the year, in ㎡ by its code; whoever stands in neither is not there (parks.md §1.2, §11). */
async function chargedTo(tools: BulkTools, enterprises: readonly Matter[], year: string): Promise<ReadonlyMap<string, number>> {
  const codes = new Map(enterprises.map(({ id, facts }) => [id, String(facts['creditCode'])]));
  const charged = new Map<string, number>();
  for (const { enterprise, area } of await chargedOn(tools, [...codes.keys()], `${year}-12-31`)) {
    const code = codes.get(enterprise) ?? '';
    charged.set(code, (charged.get(code) ?? 0) + area);
  }
  return charged;
}

const keyOf = (cycle: string, { id, kind, of }: Anomaly) => `${cycle}:${id}:${kind}:${of}`;

async function raise(tools: BulkTools, cycle: Matter, anomalies: readonly Anomaly[], limits: AnomalyLimits): Promise<void> {
  const codes = anomalies.flatMap(({ id, kind, of }) => (kind === 'address' ? [id, of] : [id]));
  const enterprises = await tools.held('enterprise', 'creditCode', [...new Set(codes)]);
  await tools.actAll('evaluationAnomaly', 'raise', anomalies.map((anomaly) => {
    const enterprise = enterprises.get(anomaly.id);
    const [found, limit, other] = [foundRows(anomaly, Number(cycle.facts['year'])), limitOf(anomaly.kind, limits), anomaly.kind === 'address' ? enterprises.get(anomaly.of) : undefined];
    const name = String(enterprise?.facts['name'] ?? anomaly.id).slice(0, 120);
    const input = {
      title: anomalyTitle(name, anomaly), name, cycle: cycle.id, creditCode: anomaly.id, kind: anomaly.kind, key: keyOf(cycle.id, anomaly),
      ...(enterprise ? { enterprise: enterprise.id } : {}), ...(found.length > 0 ? { found } : {}), ...(limit === undefined ? {} : { limit }), ...(other ? { other: other.id } : {}),
    };
    return { input };
  }));
}

/** What a run came to, as an evaluation keeps it. */
export async function outcomeOf(tools: BulkTools, { run }: Bulk, scheme: Scheme, base: string) {
  const results = await tools.results('', everything);
  const counts = await tools.counts();
  const found = await tools.benchmarks(scheme, base);
  const benchmarks = 'gap' in found ? {} : found.benchmarks;
  // A group is one among the ranked; in the classes stand its members.
  const sizes = Map.groupBy((await tools.members()).filter(({ counted }) => counted), ({ joint }) => joint);
  const more = results.flatMap((row) => Array.from({ length: (sizes.get(row.subject)?.length ?? 1) - 1 }, () => ({ class: row.class, isRanked: row.rank !== null, count: 1 })));
  const resultsHash = await tools.digest();
  const isIn = (band: string | undefined) => (each: (typeof counts)[number]) => (isUngraded(scheme, { isExempt: !each.isRanked, class: each.class }) ? band === undefined : each.class === band);
  const countOf = (band?: string) => [...counts, ...more].filter(isIn(band)).reduce((sum, { count }) => sum + count, 0);
  const shown = (units: number) => units / 10 ** scheme.decimals;
  return {
    trialRun: run, evaluated: results.length + more.length, groups: sizes.size, grouped: sizes.size + more.length, ungraded: countOf(), resultsHash,
    distribution: scheme.classes.map(({ key }) => ({ class: key, count: countOf(key) })),
    benchmarks: Object.entries(benchmarks).flatMap(([indicator, byIndustry]) => Object.entries(byIndustry).map(([industry, value]) => ({ indicator, ...(industry === '' ? {} : { industry }), value }))),
    means: scheme.indicators.map(({ key }, at) => ({ indicator: key, points: shown(meanOf(results.flatMap(({ values, stepPoints }) => (values[at] === null ? [] : [stepPoints[at] ?? 0])))) })),
    // Where everybody is exempt there are none.
    ...(results.some(({ rank }) => rank !== null) ? { cuts: cutsIn(scheme, results).map(({ list, class: band, points }) => ({ list, class: band, points: shown(points) })) } : {}),
  };
}

function cutsIn(scheme: Scheme, results: readonly KeptResult[]): readonly CutPoints[] {
  return cutsOf(scheme, results.flatMap(({ list, ranked, points }) => (list === null || ranked === null ? [] : [{ group: list, ranked, points }])));
}
