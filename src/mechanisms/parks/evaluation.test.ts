import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { anomalyNames, commonLimits, type Anomaly, type AnomalyKind } from '#engines/evaluation/anomalies.ts';
import { bonuses, exemptions, lettingOut, taxItems, usualTaxItems, vetoes } from '#engines/evaluation/common-rules.ts';
import { formulas } from '#engines/evaluation/indicators.ts';
import { presets } from '#engines/evaluation/presets.ts';
import { quantities } from '#engines/evaluation/quantities.ts';
import { maySee } from '#kernel/actor.ts';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findMatterDueDay, tiesOf } from '#kernel/matter.ts';
import { enterprise } from '../projects/enterprise/enterprise.ts';
import { creditCodeOf } from '../projects/sample-names.ts';
import { postOf, Walk } from '../walk.ts';
import { columnsOf, deliveredColumns, indicatorOf, measured, owners, partOf, readingsIn, taxParts } from './data-owners.ts';
import { quantitiesFrom, taxChange } from './serving.ts';
import { evaluationAnomaly } from './evaluation-anomaly/evaluation-anomaly.ts';
import { evaluationAnomalyRecord } from './evaluation-anomaly/record.ts';
import { serving as anomalyServing } from './evaluation-anomaly/server.ts';
import { evaluationCycle } from './evaluation-cycle/evaluation-cycle.ts';
import { anomalyTitle, foundRows, limitOf } from './evaluation-cycle/bulk-found.ts';
import { evaluationCycleRefusals } from './evaluation-cycle/refusals.ts';
import { serving as cycleServing } from './evaluation-cycle/server.ts';
import { evaluationMeasure } from './evaluation-measure/evaluation-measure.ts';
import { evaluationMeasureRecord } from './evaluation-measure/record.ts';
import { surchargeOf } from './evaluation-measure/rules.ts';
import { evaluationRemark } from './evaluation-remark/evaluation-remark.ts';
import { evaluationRemarkRecord } from './evaluation-remark/record.ts';
import { serving as remarkServing } from './evaluation-remark/server.ts';
import { evaluationSheet } from './evaluation-sheet/evaluation-sheet.ts';
import { evaluationSheetRecord } from './evaluation-sheet/record.ts';
import { serving as sheetServing } from './evaluation-sheet/server.ts';
import * as words from './evaluation-words.ts';
import { readingBatch } from './reading-batch/reading-batch.ts';
import { readingBatchRecord } from './reading-batch/record.ts';
import { serving as batchServing } from './reading-batch/server.ts';
import { refusal } from '#test/refusal.ts';

const posts = Object.fromEntries(['industry', 'tax', 'stat', 'natural', 'ecology', 'power', 'labour', 'zone', 'emergency', 'leader', 'invest', 'enterprise'].map((role) => [role, postOf(role, role, [role.toUpperCase()])])) as Record<string, ReturnType<typeof postOf>>;
const system = { kind: 'system', job: 'test' } as const;
const by = (role: string) => posts[role]!;
const proof = { hash: 'a'.repeat(64), name: '盖章依据.pdf', type: 'application/pdf', size: 1 };
const code = creditCodeOf(2_001);

const house = () => new Walk([enterprise, readingBatch, evaluationCycle, evaluationSheet, evaluationRemark, evaluationAnomaly, evaluationMeasure], '2021-03-01T02:00:00.000Z', {
  readingBatch: batchServing, evaluationCycle: cycleServing, evaluationRemark: remarkServing, evaluationSheet: sheetServing, evaluationAnomaly: anomalyServing,
});
const listed = (walk: Walk) => walk.file(by('invest'), 'enterprise', 'list', { name: '示例制造有限公司', creditCode: code, industry: 'C3670', kind: 'limited', agent: 'enterprise' }).id;
const plan = { name: '2020年度规上工业亩均评价', year: 2020, scope: 'above', preset: 'huangyan2022' };
const planned = (walk: Walk) => walk.file(by('industry'), 'evaluationCycle', 'plan', plan).id;
const batch = { name: '2020年税务数据', year: 2020, owner: 'tax', source: '金税系统', pulledOn: '2021-02-20', rows: [{ creditCode: code, taxPaid: 900_000_000 }] };

/** Seven owners deliver; the numbers are those of the worked example of parks.md §2.4, in the units an office types. */
function delivered(walk: Walk): void {
  const rows = {
    tax: { taxPaid: 900_000_000 }, statistics: { isAbove: true, valueAdded: 4_500_000_000, revenue: 9_600_000_000, research: 320_000_000, energy: 1_500, staff: 220 }, natural: { registeredLand: 20_000 },
    ecology: { pollutant: 0.8 }, power: { electricity: 1_000_000 }, labour: { insuredStaff: 215 }, town: { leasedLand: 20_000 },
  } as const;
  const roles = { tax: 'tax', statistics: 'stat', natural: 'natural', ecology: 'ecology', power: 'power', labour: 'labour', town: 'zone' } as const;
  for (const [owner, row] of Object.entries(rows)) walk.file(by(roles[owner as keyof typeof roles]), 'readingBatch', 'deliver', { ...batch, name: `2020年${owner}数据`, owner, rows: [{ creditCode: code, ...row }] });
}

const official = (of: Partial<Record<keyof typeof measured, number>>) => Object.entries(of).map(([quantity, value]) => ({ quantity, value, source: '统计局 联网直报', readAt: '2021-04-12T02:00:00.000Z' }));
const example = official({ tax: 900, valueAdded: 4_500, revenue: 9_600, research: 320, energy: 1_500, staff: 220, registeredLand: 20_000, pollutant: 0.8 });

/** A cycle whose results are public, with the sheet of one enterprise; what runs in the background elsewhere is told here by hand. */
function announced(walk: Walk, readings = example) {
  const [of, cycle] = [listed(walk), planned(walk)];
  walk.act(by('leader'), cycle, 'issue');
  delivered(walk);
  walk.act(by('industry'), cycle, 'reconcile');
  const sheet = walk.file(system, 'evaluationSheet', 'open', { name: '示例制造有限公司', cycle, enterprise: of, creditCode: code, key: `${cycle}:${code}`, year: 2020, scope: 'above', industry: '36', host: 'industry', agent: 'enterprise', readings }).id;
  walk.act(system, cycle, 'noteEnrolled', { enrolled: 1 });
  return { of, cycle, sheet };
}
function tried(walk: Walk, cycle: string): void {
  walk.act(by('industry'), cycle, 'compute');
  const benchmarks = presets.huangyan2022.indicators.map(({ key, benchmark }) => ({ indicator: key, value: 'fixed' in benchmark ? benchmark.fixed : 0 }));
  walk.act(system, cycle, 'recordTrial', {
    trialRun: 'run', evaluated: 1, groups: 0, grouped: 0, ungraded: 0, distribution: [{ class: 'A', count: 0 }, { class: 'B', count: 1 }, { class: 'C', count: 0 }, { class: 'D', count: 0 }], benchmarks,
    means: [{ indicator: 'valueAddedPerTonPollutant', points: 10 }], cuts: [{ list: 'all', class: 'A', points: 120 }, { list: 'all', class: 'B', points: 90 }, { list: 'all', class: 'D', points: 20 }], resultsHash: 'f'.repeat(64),
  });
}
function published(walk: Walk) {
  const made = announced(walk);
  walk.act(by('enterprise'), made.sheet, 'confirm');
  tried(walk, made.cycle);
  walk.act(by('industry'), made.cycle, 'review');
  walk.act(by('industry'), made.cycle, 'announce');
  walk.act(system, made.sheet, 'announce', { steps: [{ indicator: 'taxPerMu', value: 30, benchmark: 24.097, weight: 30, points: 37.35, how: 'scored' }], bonus: 0, deduction: 0, points: 115.38, list: 'all', rank: 1, among: 1, ranked: 'B', class: 'B', isUngraded: false, publicTo: walk.get(made.cycle).facts['publicTo'] });
  return made;
}

test('mechanisms and engine have the same words for the same things', () => {
  const names = (of: readonly { readonly key: string; readonly name: { readonly zh: string } }[]) => Object.fromEntries(of.map(({ key, name }) => [key, name]));
  expect(words.bonusNames).toEqual(names(bonuses));
  expect(words.deductionNames).toEqual(names([lettingOut]));
  expect(words.vetoNames).toEqual(names(vetoes));
  expect(words.exemptionNames).toEqual(names(exemptions));
  expect(words.taxItemNames).toEqual(names(taxItems));
  expect(taxItems.map(({ key }) => key)).toEqual(taxParts);
  expect(words.anomalyKinds).toEqual(anomalyNames);
  expect(words.indicatorNames).toEqual(names(Object.values(formulas)));
  expect(words.indicatorUnits).toEqual(Object.fromEntries(Object.values(formulas).map(({ key, unit }) => [key, unit])));
  expect(words.quantityNames).toEqual(Object.fromEntries(Object.entries(quantities).map(([key, { name, unit }]) => [key, { zh: `${name.zh}（${unit.zh}）`, en: `${name.en} (${unit.en})` }])));
  expect(Object.entries(words.mainNames).map(([key, name]) => [key, name])).toEqual(Object.keys(words.mainNames).map((key) => [key, quantities[key as keyof typeof quantities].name]));
  expect(words.presetNames).toEqual(Object.fromEntries(Object.entries(presets).map(([key, { name }]) => [key, name])));
  for (const [key, { size, unit }] of Object.entries(measured)) {
    const quantity = quantities[(key.endsWith('Land') ? 'land' : key === 'insuredStaff' ? 'staff' : key === 'researchDeducted' ? 'research' : key) as keyof typeof quantities];
    expect([key, size, unit]).toEqual([key, quantity.size, quantity.unit]);
  }
});

describe('what an anomaly found', () => {
  test.each<[AnomalyKind, Partial<Anomaly>, readonly object[], number | undefined]>([
    ['area', { of: 'leasedLand', values: [2_000_000, 1_800_000] }, [{ what: 'land', year: 2020, value: 20_000 }, { what: 'leasedLand', year: 2020, value: 18_000 }], 5],
    ['change', { of: 'taxPerMu', values: [12.5, 30.000_04] }, [{ what: 'taxPerMu', year: 2019, value: 12.5 }, { what: 'taxPerMu', year: 2020, value: 30 }], 50],
    ['share', { of: 'tax', values: [0.2, 0.01, 0.15] }, [{ what: 'taxShare', year: 2020, value: 20 }, { what: 'lowShare', year: 2020, value: 1 }, { what: 'highShare', year: 2020, value: 15 }], 1],
    ['staff', { of: 'staff', values: [22_000, 15_050] }, [{ what: 'staff', year: 2020, value: 220 }, { what: 'insuredStaff', year: 2020, value: 150.5 }], 20],
    ['research', { of: 'research', values: [3_000_000, 2_000_000] }, [{ what: 'research', year: 2020, value: 3 }, { what: 'researchDeducted', year: 2020, value: 2 }], 20],
    ['energy', { of: 'energy', values: [100_000, 122_900] }, [{ what: 'energy', year: 2020, value: 100 }, { what: 'leastEnergy', year: 2020, value: 122.9 }], 10],
    ['energy', { of: 'electricity', values: [1_000, 1_200] }, [{ what: 'electricity', year: 2020, value: 1_000 }, { what: 'billedElectricity', year: 2020, value: 1_200 }], 10],
    ['added', { of: 'valueAdded', values: [2_000_000, 1_000_000] }, [{ what: 'valueAdded', year: 2020, value: 2 }, { what: 'revenue', year: 2020, value: 1 }], undefined],
    ['missing', { of: 'energy' }, [{ what: 'energy', year: 2020 }], undefined],
    ['emission', { of: 'pollutant' }, [{ what: 'pollutant', year: 2020 }], undefined],
    ['split', { of: '' }, [], undefined],
    ['address', { of: code }, [], undefined],
  ])('of %s is kept as quantities and values in the units of an office, with the limit', (kind, anomaly, rows, limit) => {
    expect(foundRows({ id: code, kind, of: '', values: [], ...anomaly }, 2020)).toEqual(rows);
    expect(limitOf(kind, commonLimits)).toBe(limit);
  });

  test('has the defaults of the tests as the defaults of the settings', () => {
    const { area, change, outer, staff, research, energy } = evaluationAnomalyRecord.settings;
    expect([area, change, outer, staff, research, energy].map(({ value }) => value)).toEqual([commonLimits.areaPercent, commonLimits.changePercent, commonLimits.outerPercent, commonLimits.staffPercent, commonLimits.researchPercent, commonLimits.energyPercent]);
  });
});

describe('a delivery', () => {
  const given = (walk: Walk, change: object = {}, role = 'tax') => refusal(() => walk.file(by(role), 'readingBatch', 'deliver', { ...batch, ...change }));
  const ready = () => {
    const walk = house();
    listed(walk);
    return walk;
  };

  test('becomes readings in base units, by credit code and year', () => {
    const walk = ready();
    delivered(walk);
    expect(Object.fromEntries(walk.readings.map(({ indicator, value }) => [indicator, value]))).toEqual({
      'enterprise.tax': 900_000_000, 'enterprise.above': 1, 'enterprise.below': 0, 'enterprise.valueAdded': 4_500_000_000, 'enterprise.revenue': 9_600_000_000, 'enterprise.research': 320_000_000, 'enterprise.energy': 1_500_000,
      'enterprise.staff': 22_000, 'enterprise.registeredLand': 2_000_000, 'enterprise.pollutant': 800_000, 'enterprise.electricity': 1_000_000, 'enterprise.insuredStaff': 21_500, 'enterprise.leasedLand': 2_000_000,
    });
    expect(walk.readings[0]).toMatchObject({ subject: code, period: '2020', source: '税务局 金税系统 2021-02-20', readAt: walk.now });
  });

  test('of tax is what was paid in, plus export offset, less refunds, what was recovered of earlier years and one-off taxes', () => {
    expect(readingsIn('tax', { taxPaid: 1_000, exportOffset: 200, refunds: 50, arrears: 30 })).toEqual([{ indicator: 'enterprise.tax', value: 1_120 }, { indicator: 'enterprise.tax.exportOffset', value: 200 }, { indicator: 'enterprise.tax.refunds', value: 50 }, { indicator: 'enterprise.tax.arrears', value: 30 }]);
    // The land was sold: its tax says nothing of the business.
    expect(readingsIn('tax', { taxPaid: 1_000, oneOff: 900, researchDeducted: 70 })).toEqual([{ indicator: 'enterprise.tax', value: 100 }, { indicator: 'enterprise.researchDeducted', value: 70 }, { indicator: 'enterprise.tax.oneOff', value: 900 }]);
  });

  test('superseded by a second one is kept', () => {
    const walk = ready();
    const first = walk.file(by('tax'), 'readingBatch', 'deliver', batch).id;
    walk.on('2021-03-02');
    walk.file(by('tax'), 'readingBatch', 'deliver', { ...batch, name: '2020年税务数据重报', replaces: first });
    expect(walk.get(first)).toMatchObject({ stage: 'superseded', facts: { rows: batch.rows } });
    expect(walk.readings).toHaveLength(2);
  });

  test('comes from its owner, in its own columns, for a year that is over', () => {
    expect(given(ready())).toBe('open');
    expect(given(ready(), {}, 'stat')).toBe('notYourData');
    expect(given(ready(), {}, 'enterprise')).toBe('notYours');
    expect(given(ready(), { rows: [{ creditCode: code, taxPaid: 1, energy: 3 }] })).toBe('notYourColumn');
    expect(given(ready(), { rows: [{ taxPaid: 1 }] })).toBe('codeMissing');
    expect(given(ready(), { rows: [batch.rows[0], batch.rows[0]] })).toBe('codeTwice');
    expect(given(ready(), { rows: [{ creditCode: creditCodeOf(9), taxPaid: 1 }] })).toBe('codeUnknown');
    expect(given(ready(), { rows: [{ creditCode: code, refunds: 1 }] })).toBe('taxIncomplete');
    expect(given(ready(), { rows: [{ creditCode: code, oneOff: 1 }] })).toBe('taxIncomplete');
    expect(given(ready(), { rows: [{ creditCode: code, withheld: 1 }] })).toBe('taxIncomplete');
    expect(given(ready(), { year: 2021 })).toBe('yearNotOver');
    expect(given(ready(), { pulledOn: '2021-03-02' })).toBe('pulledLater');
    const walk = ready();
    const other = walk.file(by('tax'), 'readingBatch', 'deliver', { ...batch, year: 2019 }).id;
    expect(given(walk, { replaces: other })).toBe('otherDelivery');
  });

  test('has each column once among the owners', () => {
    expect(Object.values(columnsOf).flat().toSorted()).toEqual(Object.keys(deliveredColumns).filter((name) => name !== 'creditCode').toSorted());
    expect(Object.keys(columnsOf)).toEqual(Object.keys(owners));
  });
});

describe('the evaluated tax', () => {
  const row = { taxPaid: 1_000, exportOffset: 200, refunds: 50, arrears: 30, oneOff: 120, withheld: 70 };
  const values = new Map(readingsIn('tax', row).map(({ indicator, value }) => [indicator, value]));
  const taxBy = (...keys: (typeof taxParts)[number][]) => quantitiesFrom(values, taxChange({ taxItems: taxItems.filter(({ key }) => keys.includes(key)) })).tax;

  test('is what was paid in with the items that the scheme lists, and with the usual ones where it lists none', () => {
    expect(taxBy('exportOffset', 'refunds', 'arrears', 'oneOff')).toBe(1_000);
    expect(quantitiesFrom(values, taxChange({})).tax).toBe(1_000);
    expect(taxBy('exportOffset', 'refunds', 'arrears', 'oneOff', 'withheld')).toBe(1_070);
    expect(taxBy('refunds')).toBe(950);
    expect(taxBy()).toBe(1_000 + 0);
    expect(taxBy('withheld')).toBe(1_070);
    expect(taxBy('exportOffset', 'withheld')).toBe(1_270);
    expect(taxChange({ taxItems: usualTaxItems })).toEqual({ quantity: 'tax', plus: [], minus: [] });
    expect(taxChange({ taxItems: taxItems.slice(1) })).toEqual({ quantity: 'tax', plus: [partOf('withheld')], minus: [partOf('exportOffset')] });
    expect(quantitiesFrom(new Map([[indicatorOf('staff'), 5]]), taxChange({ taxItems })).tax).toBeUndefined();
  });

  test('is listed in the scheme, and what is corrected is kept by the usual items, so that nothing counts twice', () => {
    const walk = house();
    const { facts } = walk.file(by('industry'), 'evaluationCycle', 'plan', { ...plan, taxItems: ['exportOffset', 'withheld'] });
    expect((JSON.parse(String(facts['scheme'])) as { taxItems: { key: string }[] }).taxItems.map(({ key }) => key)).toEqual(['exportOffset', 'withheld']);
    const other = house();
    const { sheet } = published(other);
    const held = other.get(sheet);
    other.matters.set(sheet, { ...held, facts: { ...held.facts, taxChange: 10_000_000 } });
    other.act(by('enterprise'), sheet, 'contest', { disputed: 'tax', claimed: 950, grounds: '年底入库的一笔没有计入。', evidence: [proof] });
    other.act(by('tax'), sheet, 'settle', { upheld: true, correctedValue: 950, answer: '经核对予以更正。', evidence: [proof] });
    expect(other.readings.at(-1)).toMatchObject({ indicator: 'enterprise.tax', value: 940_000_000 });
    expect(other.get(sheet).facts['tax']).toBe(950_000_000);
  });
});

describe('an evaluation', () => {
  test('is planned for a year that is over, once, by a scheme that can be used', () => {
    const walk = house();
    const planning = (change: object) => refusal(() => walk.file(by('industry'), 'evaluationCycle', 'plan', { ...plan, ...change }));
    expect(planning({ year: 2021 })).toBe('yearNotOver');
    expect(planning({ weights: [{ indicator: 'taxPerMu', weight: 60, benchmark: 'fixed', value: 20 }, { indicator: 'rdShare', weight: 30, benchmark: 'all' }] })).toBe('schemeUnsound');
    expect(planning({ weights: [{ indicator: 'taxPerMu', weight: 100, benchmark: 'fixed' }] })).toBe('benchmarkMissing');
    expect(planning({ cutA: 90 })).toBe('schemeUnsound');
    expect(planning({ cutPlus: 10 })).toBe('cutOfOther');
    expect(planning({ ladder: 'plus', cutC: 95 })).toBe('cutOfOther');
    expect(planning({})).toBe('open');
    expect(planning({})).toBe('evaluatedAlready');
    expect(planning({ scope: 'below', preset: 'huangyanSmall2022' })).toBe('open');
  });

  test('enacts its scheme with weights and cut-offs as changed', () => {
    const walk = house();
    const { id } = walk.file(by('industry'), 'evaluationCycle', 'plan', { ...plan, weights: [{ indicator: 'taxPerMu', weight: 60, benchmark: 'industry' }, { indicator: 'valueAddedPerTonPollutant', weight: 40, benchmark: 'fixed', value: 5_000 }], cutA: 25, cutB: 70 });
    walk.act(by('leader'), id, 'issue');
    const scheme = walk.schemes[0]!;
    expect(scheme).toMatchObject({ key: 'evaluation.above', version: 20_200, validFrom: '2021-03-01' });
    expect((scheme.body as { indicators: object[] }).indicators).toMatchObject([{ key: 'taxPerMu', weight: 60, benchmark: { mean: 'industry' }, missing: 'zero' }, { key: 'valueAddedPerTonPollutant', weight: 40, benchmark: { fixed: 5_000 }, missing: 'mean' }]);
    expect((scheme.body as { classes: { upTo: number }[] }).classes.map(({ upTo }) => upTo)).toEqual([25, 70, 95, 100]);
  });

  test('may have A+ above A and no D, as one city has it', () => {
    const walk = house();
    const { facts } = walk.file(by('industry'), 'evaluationCycle', 'plan', { ...plan, ladder: 'plus', cutPlus: 22, cutB: 96 });
    const scheme = JSON.parse(String(facts['scheme'])) as { classes: { key: string; upTo: number }[]; vetoes: { key: string; best: string }[] };
    expect(scheme.classes.map(({ key, upTo }) => [key, upTo])).toEqual([['1A', 22], ['A', 75], ['B', 96], ['C', 100]]);
    expect(Object.fromEntries(scheme.vetoes.map(({ key, best }) => [key, best]))).toMatchObject({ taxFraud: 'C', wages: 'B' });
    expect(words.classNames['1A'].zh).toBe('A+类');
  });

  test('goes from gate to gate', () => {
    const walk = house();
    const [, cycle] = [listed(walk), planned(walk)];
    walk.act(by('leader'), cycle, 'issue');
    expect(refusal(() => walk.act(by('industry'), cycle, 'reconcile'))).toBe('notDelivered');
    delivered(walk);
    walk.act(by('industry'), cycle, 'reconcile');
    expect(refusal(() => walk.act(by('industry'), cycle, 'compute'))).toBe('stillEnrolling');
    expect(Object.keys(walk.get(cycle).clocks)).toEqual(['issue', 'collect', 'reconcile']);
  });

  test('has its scheme out by 1 March, data by 30 April, enterprises heard by 31 May and results by 30 September of the year after, however late it began', () => {
    const walk = house();
    listed(walk);
    const due = (cycle: string) => findMatterDueDay(chinaCalendar, walk.get(cycle));
    const cycle = planned(walk);
    expect(due(cycle)).toBe('2021-03-01');
    const earlier = walk.file(by('industry'), 'evaluationCycle', 'plan', { ...plan, year: 2019, name: '2019年度规上工业亩均评价' }).id;
    expect(due(earlier)).toBe('2020-03-01');
    walk.act(by('industry'), earlier, 'amend', { ...plan, year: 2018, name: '2018年度规上工业亩均评价' });
    expect(due(earlier)).toBe('2019-03-01');
    walk.act(by('leader'), cycle, 'issue');
    expect(due(cycle)).toBe('2021-04-30');
    delivered(walk);
    walk.act(by('industry'), cycle, 'reconcile');
    expect(due(cycle)).toBe('2021-05-31');
    const other = house();
    const shown = published(other).cycle;
    expect(findMatterDueDay(chinaCalendar, other.get(shown))).toBe('2021-09-30');
    other.on('2021-03-20');
    other.act(by('leader'), shown, 'approve', { minutesNo: '即政会纪〔2021〕3号', evidence: [proof] });
    expect(findMatterDueDay(chinaCalendar, other.get(shown))).toBe('2021-09-30');
    other.act(by('industry'), shown, 'publish');
    expect(findMatterDueDay(chinaCalendar, other.get(shown))).toBeUndefined();
  });

  test('has these days as settings, each a month and a day', () => {
    const walk = house();
    walk.settings.set('evaluationCycle.issueBy', 320);
    expect(findMatterDueDay(chinaCalendar, walk.get(planned(walk)))).toBe('2021-03-20');
  });

  test('waits for sheets, anomalies, findings and objections', () => {
    const walk = house();
    const { cycle, sheet, of } = announced(walk);
    expect(refusal(() => walk.act(by('industry'), cycle, 'compute'))).toBe('sheetsUnsettled');
    walk.act(by('enterprise'), sheet, 'confirm', { declaredLand: 12_000 });
    walk.act(by('industry'), cycle, 'compute');
    expect(refusal(() => walk.act(by('industry'), cycle, 'review'))).toBe('noTrial');
    tried(walk, cycle);
    const anomaly = walk.file(system, 'evaluationAnomaly', 'raise', { title: anomalyTitle('示例制造有限公司', { kind: 'area', of: 'declaredLand' }), name: '示例制造有限公司', cycle, creditCode: code, enterprise: of, kind: 'area', key: `${cycle}:${code}:area:declaredLand`, found: foundRows({ id: code, kind: 'area', of: 'declaredLand', values: [2_000_000, 1_200_000] }, 2020), limit: 5 });
    expect(refusal(() => walk.act(by('industry'), cycle, 'review'))).toBe('anomaliesOpen');
    expect(anomaly.facts['found']).toEqual([{ what: 'land', year: 2020, value: 20_000 }, { what: 'declaredLand', year: 2020, value: 12_000 }]);
    walk.act(by('industry'), anomaly.id, 'clear', { finding: '登记和实测均为30亩，按30亩计算。' });
    walk.act(by('industry'), cycle, 'review');
    walk.on('2021-03-02');
    const remark = walk.file(by('labour'), 'evaluationRemark', 'enter', { cycle, enterprise: of, item: 'wages', documentNo: '即人社罚〔2020〕4号', decidedOn: '2020-12-08' }).id;
    expect(refusal(() => walk.act(by('industry'), cycle, 'announce'))).toBe('remarksOpen');
    walk.act(by('industry'), remark, 'confirm');
    expect(refusal(() => walk.act(by('industry'), cycle, 'announce'))).toBe('trialStale');
    // Put right, it holds for this year all the same.
    walk.act(by('labour'), remark, 'repair', { evidence: [proof] });
    expect(refusal(() => walk.act(by('industry'), cycle, 'announce'))).toBe('trialStale');
    walk.on('2021-03-03');
    tried(walk, cycle);
    walk.act(by('industry'), cycle, 'review');
    // What is delivered anew is not in the trial.
    walk.on('2021-03-04');
    walk.file(by('tax'), 'readingBatch', 'deliver', batch);
    expect(refusal(() => walk.act(by('industry'), cycle, 'announce'))).toBe('trialStale');
    walk.on('2021-03-05');
    tried(walk, cycle);
    walk.act(by('industry'), cycle, 'review');
    walk.act(by('industry'), cycle, 'announce');
    expect(refusal(() => walk.act(by('leader'), cycle, 'approve', { minutesNo: '即政会纪〔2021〕3号', evidence: [proof] }))).toBe('publicityRuns');
    expect(refusal(() => walk.file(by('labour'), 'evaluationRemark', 'enter', { cycle, enterprise: of, item: 'accident', documentNo: '即应急罚〔2020〕7号', decidedOn: '2020-09-14' }))).toBe('cycleClosed');
  });

  test('tells the anomalies of one enterprise apart by their titles', () => {
    const titles = ([['change', 'taxPerMu'], ['change', 'revenuePerMu'], ['area', 'declaredLand'], ['staff', 'staff']] as const).map(([kind, of]) => anomalyTitle('某厂', { kind, of }));
    expect(titles).toEqual(['某厂：指标值较上年变动过大，亩均税收', '某厂：指标值较上年变动过大，亩均销售收入', '某厂：用地面积与登记、测绘、租赁或申报不符，企业自报用地（平方米）', '某厂：职工人数与参保人数不符']);
  });

  test('once cancelled has no sheet opened and no anomaly raised for it, by work that was under way either', () => {
    const walk = house();
    const { cycle, of } = announced(walk);
    walk.act(by('industry'), cycle, 'cancel', { reason: '评价年度选错，另行组织。' });
    const other = creditCodeOf(2_002);
    expect(refusal(() => walk.file(system, 'evaluationSheet', 'open', { name: '又一家企业', cycle, enterprise: of, creditCode: other, key: `${cycle}:${other}`, year: 2020, scope: 'above', host: 'industry', readings: example }))).toBe('cycleCancelled');
    expect(refusal(() => walk.file(system, 'evaluationAnomaly', 'raise', { title: '用地', name: '用地', cycle, creditCode: code, kind: 'area', key: `${cycle}:area` }))).toBe('cycleCancelled');
  });

  test('in review may still be cancelled, with its clock; once public it may not', () => {
    const cancelled = (walk: Walk, cycle: string) => walk.act(by('industry'), cycle, 'cancel', { reason: '评价年度选错，另行组织。' });
    const walk = house();
    const { cycle, sheet } = announced(walk);
    walk.act(by('enterprise'), sheet, 'confirm', { declaredLand: 20_000 });
    walk.act(by('industry'), cycle, 'compute');
    tried(walk, cycle);
    walk.act(by('industry'), cycle, 'review');
    expect(cancelled(walk, cycle).stage).toBe('cancelled');
    expect(findMatterDueDay(chinaCalendar, walk.get(cycle))).toBeUndefined();
    const other = house();
    const shown = published(other).cycle;
    expect(refusal(() => cancelled(other, shown))).toBe('wrongStage');
  });

  const shift = { noticeNo: '即亩均办〔2021〕9号', enterprise: '示例制造有限公司', indicator: 'taxPerMu', quantity: 'tax', before: 1_000, after: 1_012, percent: 1.2 };

  test('keeps its benchmarks when the year before is corrected by a little, and goes no further when a sum has moved by more than the limit', () => {
    const walk = house();
    const { cycle } = published(walk);
    const renewed = () => refusal(() => walk.act(by('industry'), cycle, 'renewPublic', { renewedBy: '即亩均办〔2021〕10号', reason: '上年更正使合计变动超过界线，重算基准值。', evidence: [proof] }));
    expect(renewed()).toBe('benchmarksStand');
    walk.act(system, cycle, 'noteBase', { ...shift, after: 1_009, percent: 0.9, benchmarkDue: false });
    expect(renewed()).toBe('benchmarksStand');
    walk.on('2021-03-20');
    walk.act(system, cycle, 'noteBase', { ...shift, benchmarkDue: true });
    expect(walk.get(cycle).facts['baseShifts']).toMatchObject([{ percent: 0.9, on: '2021-03-01' }, { percent: 1.2, on: '2021-03-20' }]);
    expect(refusal(() => walk.act(by('leader'), cycle, 'approve', { minutesNo: '即政会纪〔2021〕3号', evidence: [proof] }))).toBe('benchmarksMoved');
    expect(renewed()).toBe('open');
    // What is public is public anew; nobody approves it on the same day.
    expect(walk.get(cycle)).toMatchObject({ stage: 'publicity', facts: { publicFrom: '2021-03-20', renewals: [{ noticeNo: '即亩均办〔2021〕10号', percent: 1.2 }] } });
    expect(refusal(() => walk.act(by('leader'), cycle, 'approve', { minutesNo: '即政会纪〔2021〕3号', evidence: [proof] }))).toBe('publicityRuns');
    walk.on('2021-03-29');
    walk.act(by('leader'), cycle, 'approve', { minutesNo: '即政会纪〔2021〕3号', evidence: [proof] });
    walk.act(system, cycle, 'noteBase', { ...shift, benchmarkDue: true });
    expect(refusal(() => walk.act(by('industry'), cycle, 'publish'))).toBe('benchmarksMoved');
    expect(renewed()).toBe('open');
    expect(walk.get(cycle).stage).toBe('publicity');
  });

  test('that is not public yet is computed again where the benchmarks have moved', () => {
    const walk = house();
    const { cycle, sheet } = announced(walk);
    walk.act(by('enterprise'), sheet, 'confirm');
    tried(walk, cycle);
    walk.act(by('industry'), cycle, 'review');
    walk.act(system, cycle, 'noteBase', { ...shift, benchmarkDue: true });
    expect(refusal(() => walk.act(by('industry'), cycle, 'announce'))).toBe('benchmarksMoved');
    tried(walk, cycle);
    walk.act(by('industry'), cycle, 'review');
    expect(refusal(() => walk.act(by('industry'), cycle, 'announce'))).toBe('open');
  });

  test('is not approved while an objection waits, nor archived while its results are used', () => {
    const walk = house();
    const { cycle, sheet } = published(walk);
    walk.act(by('enterprise'), sheet, 'contest', { disputed: 'tax', claimed: 950, grounds: '年底入库的一笔没有计入。', evidence: [proof] });
    expect(walk.get(cycle)).toMatchObject({ stage: 'objected', facts: { openObjections: 1 } });
    walk.act(by('tax'), sheet, 'settle', { upheld: false, answer: '该笔税款次年入库，不予计入。' });
    expect(walk.get(cycle)).toMatchObject({ stage: 'publicity', facts: { openObjections: 0 } });
    walk.on('2021-03-20');
    walk.act(by('leader'), cycle, 'approve', { minutesNo: '即政会纪〔2021〕3号', evidence: [proof] });
    walk.act(by('industry'), cycle, 'publish');
    expect(refusal(() => walk.act(by('industry'), cycle, 'archive'))).toBe('stillUsed');
    walk.on('2022-03-21');
    walk.act(by('industry'), cycle, 'archive');
    expect(walk.get(cycle).stage).toBe('archived');
  });

  test('with objections counted in is refused at the rule itself', async () => {
    const { notYetApproved } = await import('./evaluation-cycle/rules.ts');
    expect(notYetApproved({ matter: { facts: { openObjections: 2, publicTo: '2021-03-08' } }, today: '2021-03-09' } as never)).toMatchObject({ refusal: 'objectionsOpen' });
  });
});

describe('a sheet', () => {
  test('opens into 115.38 when the result is worked out again on the worked example', () => {
    const walk = house();
    const { sheet } = published(walk);
    walk.act(by('enterprise'), sheet, 'contest', { disputed: 'tax', claimed: 900, grounds: '请按入库数核对。', evidence: [proof] });
    walk.act(by('tax'), sheet, 'settle', { upheld: true, correctedValue: 900, answer: '核对无误。', evidence: [proof] });
    const { facts } = walk.get(sheet);
    expect(facts).toMatchObject({ points: 115.38, class: 'B', ranked: 'B', publicTo: '2021-03-08' });
    expect(facts).not.toHaveProperty('rank');
    expect((facts['steps'] as { points: number }[]).map(({ points }) => points)).toEqual([37.35, 22.03, 22.27, 11.41, 11.28, 11.04]);
    expect(walk.readings.at(-1)).toMatchObject({ indicator: 'enterprise.tax', value: 900_000_000, source: '税务局 公示异议更正' });
  });

  test('is answered by the owner of the data alone, with a value and a stamped proof if upheld', () => {
    const walk = house();
    const { sheet } = announced(walk);
    walk.act(by('enterprise'), sheet, 'dispute', { disputed: 'staff', claimed: 200, grounds: '含劳务派遣人员。', evidence: [proof] });
    const answering = (role: string, input: object) => refusal(() => walk.act(by(role), sheet, 'answerDispute', { answer: '经核对报表。', ...input }));
    expect(answering('tax', { upheld: false })).toBe('otherOwner');
    expect(answering('stat', { upheld: true })).toBe('correctionMissing');
    expect(answering('stat', { upheld: false, correctedValue: 200 })).toBe('correctionMissing');
    expect(answering('stat', { upheld: true, correctedValue: 200 })).toBe('proofMissing');
    expect(answering('stat', { upheld: true, correctedValue: 200, evidence: [proof] })).toBe('open');
    expect(walk.get(sheet).facts['readings']).toContainEqual({ quantity: 'staff', value: 200, source: '统计局 异议更正', readAt: walk.now });
  });

  test('is confirmed by silence only ten working days after the second reminder', () => {
    const walk = house();
    const { sheet } = announced(walk);
    expect(refusal(() => walk.act(system, sheet, 'assumeConfirmed'))).toBe('notReminded');
    expect(refusal(() => walk.act(system, sheet, 'remind'))).toBe('remindedEnough');
    walk.on('2021-03-08').act(system, sheet, 'remind');
    walk.on('2021-03-15').act(system, sheet, 'remind');
    expect(refusal(() => walk.on('2021-03-29').act(system, sheet, 'assumeConfirmed'))).toBe('silenceShort');
    walk.on('2021-03-30').act(system, sheet, 'assumeConfirmed');
    expect(walk.get(sheet)).toMatchObject({ stage: 'confirmed', facts: { confirmedBy: 'silence' } });
    // Whoever kept silent goes on seeing its own sheet.
    expect(maySee(evaluationSheetRecord.sees, by('enterprise'), tiesOf(walk.get(sheet), 'host', undefined), {})).toBe(true);
    expect(walk.told.filter(({ to }) => JSON.stringify(to) === '{"person":"enterprise"}')).toHaveLength(2);
  });

  test('takes objections to what was read, while it is public', () => {
    const walk = house();
    const { sheet } = published(walk);
    const contesting = (change: object) => refusal(() => walk.act(by('enterprise'), sheet, 'contest', { disputed: 'tax', claimed: 950, grounds: '少计了一笔。', evidence: [proof], ...change }));
    expect(contesting({ disputed: 'electricity' })).toBe('notDelivered');
    expect(refusal(() => walk.act(postOf('somebody', 'enterprise-unit', ['ENTERPRISE']), sheet, 'contest', {}))).toBe('notYours');
    walk.on('2021-03-09');
    expect(contesting({})).toBe('lateObjection');
  });

  test('takes objections to the end of the last day it is public, and nothing is approved on that day', () => {
    const walk = house();
    const { cycle, sheet } = published(walk);
    // Public from 1 March: the fifth working day after is the 8th.
    expect([walk.get(cycle).facts['publicTo'], walk.get(sheet).facts['publicTo']]).toEqual(['2021-03-08', '2021-03-08']);
    const approving = () => refusal(() => walk.act(by('leader'), cycle, 'approve', { minutesNo: '即政会纪〔2021〕3号', evidence: [proof] }));
    walk.now = '2021-03-08T15:59:59.000Z';
    expect(approving()).toBe('publicityRuns');
    walk.act(by('enterprise'), sheet, 'contest', { disputed: 'tax', claimed: 950, grounds: '少计了一笔。', evidence: [proof] });
    walk.act(by('tax'), sheet, 'settle', { upheld: false, answer: '该笔税款次年入库，不予计入。' });
    walk.now = '2021-03-08T16:00:00.000Z';
    expect(walk.isLate(cycle)).toBe(false);
    expect(approving()).toBe('open');
    expect(walk.isLate(cycle)).toBe(false);
  });
});

describe('a finding', () => {
  test('that is a veto has its document of the year evaluated; a deduction has a count; nothing stands twice', () => {
    const walk = house();
    const [of, cycle] = [listed(walk), planned(walk)];
    const finding = (change: object) => refusal(() => walk.file(by('emergency'), 'evaluationRemark', 'enter', { cycle, enterprise: of, item: 'accident', documentNo: '即应急罚〔2020〕7号', decidedOn: '2020-09-14', ...change }));
    expect(finding({})).toBe('cycleClosed');
    walk.act(by('leader'), cycle, 'issue');
    expect(finding({ documentNo: undefined })).toBe('documentMissing');
    expect(finding({ decidedOn: '2021-01-14' })).toBe('outsideYear');
    expect(finding({ item: 'smallTenants' })).toBe('countMissing');
    expect(finding({ count: 2 })).toBe('countMissing');
    expect(finding({})).toBe('open');
    expect(finding({})).toBe('enteredAlready');
    expect(finding({ item: 'taxFraud' })).toBe('open');
    const titles = [...walk.matters.values()].filter(({ mechanism }) => mechanism === 'evaluationRemark').map(({ facts }) => facts['title']);
    expect(titles).toEqual([`${String(walk.get(of).facts['name'])}：亡人或较大以上生产安全责任事故`, `${String(walk.get(of).facts['name'])}：偷骗税`]);
  });
});

describe('a measure', () => {
  const final = (band: string) => {
    const walk = house();
    const made = published(walk);
    walk.matters.set(made.sheet, { ...walk.get(made.sheet), stage: 'final', facts: { ...walk.get(made.sheet).facts, class: band } });
    return { walk, sheet: made.sheet };
  };
  const measure = { startOn: '2021-08-02', endOn: '2022-08-01', appealTo: '区工信局亩均办' };

  test('follows from a published class, within its time', () => {
    const { walk, sheet } = final('C');
    const imposing = (change: object) => refusal(() => walk.file(by('industry'), 'evaluationMeasure', 'impose', { sheet, kind: 'improve', ...measure, ...change }));
    expect(imposing({ kind: 'landFirst' })).toBe('otherClass');
    expect(imposing({ endOn: '2021-08-01' })).toBe('endsFirst');
    expect(imposing({ endOn: '2022-08-02' })).toBe('tooLong');
    expect(imposing({})).toBe('open');
    const other = house();
    const { sheet: open } = announced(other);
    expect(refusal(() => other.file(by('industry'), 'evaluationMeasure', 'impose', { sheet: open, kind: 'improve', ...measure }))).toBe('sheetNotFinal');
  });

  test('that is a surcharge stays off until a document number is entered', () => {
    const { walk, sheet } = final('D');
    const imposing = (change: object) => () => walk.file(by('power'), 'evaluationMeasure', 'impose', { sheet, kind: 'surcharge', ...measure, ...change });
    expect(refusal(imposing({ adder: 0.3, electricity: 800_000 }))).toBe('surchargeOff');
    expect(refusal(imposing({ basisNo: '鲁发改价格〔2021〕12号' }))).toBe('surchargeIncomplete');
    expect(imposing({ basisNo: '鲁发改价格〔2021〕12号', adder: 0.3, electricity: 800_000 })().facts['surcharge']).toBe(24_000_000);
    expect(surchargeOf(0.1, 1_200_000)).toBe(12_000_000);
  });

  test('is appealed by the enterprise, decided by another, and ends when its time is over', () => {
    const { walk, sheet } = final('C');
    const { id } = walk.file(by('power'), 'evaluationMeasure', 'impose', { sheet, kind: 'improve', ...measure });
    walk.act(by('enterprise'), id, 'appeal', { appeal: '已完成技改，申请提前结束。' });
    walk.act(by('industry'), id, 'decide', { decision: '技改尚未验收，继续执行。', lifted: false });
    expect(refusal(() => walk.act(system, id, 'end'))).toBe('stillRuns');
    expect(walk.on('2022-08-02').act(system, id, 'end').stage).toBe('ended');
  });
});

test('every refusal of these records is met by a test above, or where joint evaluations are tested', async () => {
  const here = (await Promise.all([import.meta.url, new URL('joint-evaluation/joint-evaluation.test.ts', import.meta.url)].map((file) => readFile(new URL(file), 'utf8')))).join('');
  const codes = [readingBatchRecord.refusals, evaluationCycleRefusals, evaluationSheetRecord.refusals, evaluationRemarkRecord.refusals, evaluationMeasureRecord.refusals].flatMap((refusals) => Object.keys(refusals));
  expect(codes.filter((each) => !here.includes(`'${each}'`))).toEqual([]);
});
