import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAlerts, pairsToKeepApart, severities } from './alerts.ts';
import { commonScheme } from './common-scheme.ts';
import { explain, explainAlert, explainSeverity, explainSheetFault, points } from './explain.ts';
import { commonLimits, type PastSheet, type ScoredProject } from './history.ts';
import type { Conclusion, Measure, Review, Sheet } from './problem.ts';
import { needsInquiry, pickForRescoring } from './rescore.ts';
import { findSheetFaults } from './sheet.ts';
import { conclude } from './solve.ts';
import { findAlertFault, findFault } from './verify.ts';

const reasons = Object.fromEntries(commonScheme.criteria.map(({ key }) => [key, '见评语']));

/** A sheet with this total, the points taken off line after line from the bottom. */
function sheet(expertNo: string, total: number, more: Partial<Sheet> = {}): Sheet {
  let less = 100 - total;
  const scores = Object.fromEntries(commonScheme.criteria.toReversed().map(({ key, max }) => {
    const taken = Math.min(max, less);
    less -= taken;
    return [key, max - taken];
  }));
  return { expertNo, scores, reasons, agrees: true, ...more };
}

const full: Measure = { committed: 100, standard: 100 };
/** O = 94: the tax per mu reaches 29/35 of what is asked. */
const measures: Readonly<Record<string, Measure>> = { intensity: full, taxPerMu: { committed: 2_900, standard: 3_500 }, plotRatio: { committed: 15, standard: 12 }, energy: { committed: 80, standard: 100 }, research: full };
const totals = [86, 84, 79, 91, 83, 62, 85];
const seven: Review = { scheme: commonScheme, sheets: totals.map((total, index) => sheet(`ZJ${index + 1}`, total)), measures };

function concluded(review: Review): Conclusion {
  const answer = conclude(review);
  if (!('standings' in answer)) throw new Error(explain(answer).map(({ en }) => en).join(' '));
  expect(findFault(review, answer)).toBeUndefined();
  return answer;
}

describe('the worked example', () => {
  test('91 and 62 are dropped and the rest average 83.40; with the computed 94 the result is 86.58', () => {
    const answer = concluded(seven);
    expect(answer.standings.filter(({ isDropped }) => isDropped).map(({ total }) => total)).toEqual([62, 91]);
    expect([answer.experts, answer.computed, answer.final].map(points)).toEqual(['83.40', '94.00', '86.58']);
    expect(answer.outcome).toBe('pass');
  });

  test('62 stands 7.42 below the median and is far, 91 stands 2.36 above and is not', () => {
    const { standings, median, mad, mustBeMinuted } = concluded(seven);
    expect([median, mad, mustBeMinuted]).toEqual([84, 2, true]);
    expect(standings.find(({ total }) => total === 62)).toMatchObject({ z: -7.42, isFar: true });
    expect(standings.find(({ total }) => total === 91)).toMatchObject({ z: 2.36, isFar: false });
  });

  test('is told in both languages', () => {
    const words = explain(concluded(seven));
    expect(words.map(({ zh }) => zh).join('')).toContain('去掉最高分91（ZJ4号）和最低分62（ZJ6号），其余5人平均83.40分。指标测算94.00分，综合得分86.58分。ZJ6号专家评62分，与中位数84分偏离过大（修正Z值-7.42）');
    expect(words.map(({ en }) => en).join(' ')).toContain('the other 5 average 83.40.');
  });
});

describe('the result', () => {
  const of = (all: readonly number[], agreeing = all.length, more: Partial<Review> = {}) => concluded({ ...seven, sheets: all.map((total, index) => sheet(`ZJ${index}`, total, { agrees: index < agreeing })), measures: { ...measures, taxPerMu: full }, ...more });
  test('80 with two thirds of the votes passes, just below it there are conditions', () => {
    // O is 100, so that F = 0.7 S + 30: 80 is reached at S = 71.43.
    expect(of([71.5, 71.5, 71.5, 71, 71.5, 71.5, 71.5])).toMatchObject({ final: 8005, outcome: 'pass' });
    expect(of([71, 71.5, 71.5, 71.5, 71, 71, 71])).toMatchObject({ final: 7984, outcome: 'conditional' });
    expect(of([57, 57, 57, 57, 57])).toMatchObject({ final: 6990, outcome: 'refused' });
    expect(of([57.5, 57, 57, 57.5, 57.5])).toMatchObject({ final: 7013, outcome: 'conditional' });
  });

  test('enough points without two thirds of the votes is passed with conditions', () => {
    expect(of(totals, 5)).toMatchObject({ outcome: 'pass', lacksVotes: false });
    const answer = of(totals, 4);
    expect(answer).toMatchObject({ outcome: 'conditional', lacksVotes: true });
    expect(explain(answer).map(({ zh }) => zh).join('')).toContain('同意票不足');
  });

  test('a red line overrides every point and states its basis', () => {
    const veto = { legalBasis: '《环境影响评价法》第二十五条', departmentNote: '环评未批' };
    expect(concluded({ ...seven, veto })).toMatchObject({ outcome: 'refused', isVetoed: true });
    expect(explain(conclude({ ...seven, veto: { ...veto, legalBasis: ' ' } }))[0]?.zh).toContain('法律依据');
  });

  test('totals more than 25 apart are minuted even when none is far', () => {
    const answer = of([60, 65, 70, 75, 86]);
    expect(answer).toMatchObject({ range: 26, mustBeMinuted: true });
    expect(answer.standings.some(({ isFar }) => isFar)).toBe(false);
    expect(explain(answer).map(({ en }) => en).join(' ')).toContain('26 points apart');
    expect(of([60, 65, 70, 75, 85]).mustBeMinuted).toBe(false);
  });

  test('where most agree to the point, half a point stands in for a median distance of nothing', () => {
    expect(of([80, 80, 80, 80, 82.5]).standings.at(-1)).toMatchObject({ z: 3.37, isFar: false });
    expect(of([80, 80, 80, 80, 83]).standings.at(-1)).toMatchObject({ z: 4.05, isFar: true });
    expect(of([80, 80, 80, 80, 80])).toMatchObject({ mad: 0.5, mustBeMinuted: false });
  });
});

describe('a sheet', () => {
  const faults = (scores: Record<string, number>, why: Record<string, string> = {}) => findSheetFaults(commonScheme, { ...sheet('ZJ1', 80), reasons: why, scores: { ...Object.fromEntries(commonScheme.criteria.map(({ key, max }) => [key, max * 0.8])), ...scores } });
  test.each([
    ['off the half-point grid is refused', { land: 3.3 }, '0.5分为一档', 'steps of 0.5'],
    ['above the maximum is refused', { land: 5.5 }, '0至5分', 'between 0 and 5'],
    ['below nothing is refused', { land: -0.5 }, '0至5分', 'between 0 and 5'],
    ['with a line that is no number is refused', { land: Number.NaN }, '没有评分', 'no score'],
    ['with a line of another sheet is refused', { charm: 3 }, '不在评分表内', 'not on the sheet'],
    ['below half of a maximum needs a reason', { yield: 9.5 }, '请写明理由', 'state the reason'],
    ['above 95 per cent of a maximum needs a reason', { yield: 19.5 }, '请写明理由', 'state the reason'],
  ])('%s', (_name, scores, zh, en) => {
    const found = faults(scores as unknown as Record<string, number>);
    expect(found).toHaveLength(1);
    const words = found.map(explainSheetFault)[0];
    expect(words?.zh).toContain(zh);
    expect(words?.en).toContain(en);
  });

  test('of exactly half or 95 per cent needs no reason, and a stated reason is enough', () => {
    expect(faults({ yield: 10 })).toEqual([]);
    expect(faults({ yield: 19 })).toEqual([]);
    expect(faults({ yield: 9.5 }, { yield: '产出测算依据不足' })).toEqual([]);
    expect(faults({ yield: 9.5 }, { yield: '  ' })).toHaveLength(1);
  });
});

describe('nothing is concluded', () => {
  test.each<[string, Review, string]>([
    ['from six sheets left after one was voided', { ...seven, sheets: seven.sheets.with(2, { ...sheet('ZJ3', 79), conflict: 'R4' }) }, 'ZJ3号专家的评分表作废后，有效评分表6张，为偶数'],
    ['from four sheets', { ...seven, sheets: seven.sheets.slice(0, 4) }, '有效评分表4张，不足5张'],
    ['from a sheet with a fault', { ...seven, sheets: seven.sheets.with(0, sheet('ZJ1', 86, { reasons: {} })) }, '请写明理由'],
    ['from two sheets of one expert', { ...seven, sheets: seven.sheets.with(0, sheet('ZJ2', 86)) }, '两张评分表'],
    ['without a measure', { ...seven, measures: { intensity: full } }, '缺少“亩均税收”'],
    ['from a standard of nothing', { ...seven, measures: { ...measures, research: { committed: 1, standard: 0 } } }, '缺少“研发投入”'],
    ['by a sheet that does not come to 100', { ...seven, scheme: { ...commonScheme, criteria: commonScheme.criteria.slice(1) } }, '合计一百分'],
    ['by benchmarks that do not come to 100', { ...seven, scheme: { ...commonScheme, benchmarks: commonScheme.benchmarks.slice(1) } }, '合计一百'],
    ['by a share above the whole', { ...seven, scheme: { ...commonScheme, expertsPercent: 101 } }, '整数'],
    ['by a scheme whose lines cross', { ...seven, scheme: { ...commonScheme, conditionalFrom: 90 } }, '不得低于'],
  ])('%s', (_name, review, zh) => {
    const answer = conclude(review);
    expect('standings' in answer).toBe(false);
    expect(explain(answer)[0]?.zh).toContain(zh);
    expect(explain(answer)[0]?.en).not.toMatch(/undefined|\{/);
  });

  test('but two voided sheets of seven leave a valid five', () => {
    expect(concluded({ ...seven, sheets: seven.sheets.map((each, index) => (index < 2 ? { ...each, conflict: 'R1' } : each)) })).toMatchObject({ voided: ['ZJ1', 'ZJ2'], outcome: 'pass' });
  });
});

test('whatever the sheets, the check agrees', () => {
  const total = fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2);
  const measure = fc.record({ committed: fc.integer({ min: 0, max: 1_000_000_007 }), standard: fc.integer({ min: 1, max: 1_000_000_007 }) });
  fc.assert(fc.property(fc.array(fc.tuple(total, fc.boolean()), { minLength: 5, maxLength: 9 }), fc.record({ intensity: measure, taxPerMu: measure, plotRatio: measure, energy: measure, research: measure }), (each, promised) => {
    fc.pre(each.length % 2 === 1);
    concluded({ ...seven, measures: promised, sheets: each.map(([points, agrees], index) => sheet(`ZJ${index}`, points, { agrees })) });
  }), { numRuns: 500 });
});

test.each<[string, (answer: Conclusion) => Conclusion]>([
  ['experts’ part', (answer) => ({ ...answer, experts: 8341 })],
  ['computed part', (answer) => ({ ...answer, computed: 9401 })],
  ['final points', (answer) => ({ ...answer, final: 8657 })],
  ['outcome', (answer) => ({ ...answer, outcome: 'conditional' })],
  ['far', (answer) => ({ ...answer, standings: answer.standings.map((each) => ({ ...each, isFar: true })) })],
  ['dropped', (answer) => ({ ...answer, standings: answer.standings.map((each) => ({ ...each, isDropped: false })) })],
])('the check finds a wrong one: %s', (words, change) => {
  expect(findFault(seven, change(concluded(seven)))).toContain(words);
});

// ── many projects

function past(expertNo: string, total: number, more: Partial<PastSheet> = {}): PastSheet {
  return { expertNo, scores: sheet(expertNo, total).scores, comments: '', lockedAt: Number(/\d+/.exec(expertNo)?.[0] ?? 0) * 3_600_000, device: `${expertNo}的平板`, ...more };
}

function project(projectNo: string, sheets: readonly PastSheet[], investorGroup = ''): ScoredProject {
  return { projectNo, investorGroup, sheets };
}

describe('after the meetings', () => {
  test('severity is shown from eight projects on', () => {
    const projects = Array.from({ length: 8 }, (_each, index) => project(`P${index}`, [past('ZJ1', 76 + (index % 2)), past('ZJ2', 80), past('ZJ3', 85)]));
    expect(severities(projects)[0]).toEqual({ expertNo: 'ZJ1', projects: 8, mean: -3.5 });
    expect(severities(projects.slice(1))[0]).toEqual({ expertNo: 'ZJ1', projects: 7 });
    expect(severities(projects).map((each) => explainSeverity(each).zh)).toEqual(['ZJ1号专家在8个项目上平均比中位数低3.50分（仅供参考，不作修正）。', 'ZJ2号专家在8个项目上平均与中位数持平。', 'ZJ3号专家在8个项目上平均比中位数高5.00分（仅供参考，不作修正）。']);
  });

  test('more than eight points above the median for one investor over two projects is told, eight are not', () => {
    const twice = (high: number) => [project('P1', [past('ZJ1', 80 + high), past('ZJ2', 80), past('ZJ3', 79)], '甲集团'), project('P2', [past('ZJ1', 88), past('ZJ2', 80), past('ZJ3', 78)], '甲集团')];
    expect(findAlerts(twice(8))).toEqual([]);
    expect(findAlerts(twice(8.5))).toEqual([{ kind: 'favour', experts: ['ZJ1'], projects: ['P1', 'P2'], investorGroup: '甲集团', mean: 8.25 }]);
    expect(findAlerts(twice(15).slice(0, 1))).toEqual([]);
  });

  test.each<[string, Partial<PastSheet>, Partial<PastSheet>, string | undefined]>([
    ['the same score on every line', { scores: sheet('', 83.5).scores }, { scores: sheet('', 83.5).scores }, 'sameScores'],
    ['one device', { device: 'd1' }, { device: 'd1' }, 'sameDevice'],
    ['a device that is not known', { device: '' }, { device: '' }, undefined],
    ['sixty seconds apart', { lockedAt: 0 }, { lockedAt: 60_000 }, 'sameMinute'],
    ['sixty-one seconds apart', { lockedAt: 0 }, { lockedAt: 61_000 }, undefined],
    ['comments alike but for signs', { comments: '该项目技术成熟，资金来源清楚，建议通过。' }, { comments: '该项目技术成熟资金来源清楚；建议通过' }, 'sameComments'],
    ['comments too short to tell', { comments: '同意通过' }, { comments: '同意通过' }, undefined],
    ['comments of their own', { comments: '该项目技术成熟，资金来源清楚，建议通过。' }, { comments: '能耗测算偏乐观，须补充环评结论后再议。' }, undefined],
  ])('%s', (_name, one, other, kind) => {
    const alerts = findAlerts([project('P1', [past('ZJ1', 80, one), past('ZJ2', 81, other), past('ZJ3', 82)])]);
    expect(alerts.map((each) => each.kind)).toEqual(kind === undefined ? [] : [kind]);
    for (const alert of alerts) {
      expect(explainAlert(alert).zh).toMatch(/^ZJ1号、ZJ2号专家.*请核查/);
      expect(explainAlert(alert).en).not.toMatch(/\{|undefined/);
    }
  });

  test('two whose scores rise and fall together over eight projects are kept apart, over seven not', () => {
    const up = [3, -4, 8, 1, -6, 5, -2, 7];
    const projects = up.map((away, index) => project(`P${index}`, [past('ZJ1', 70 + away), past('ZJ2', 70 + away * 0.5), past('ZJ3', 70), past('ZJ4', 70 + (index % 3)), past('ZJ5', 70 - (index % 2))]));
    const alerts = findAlerts(projects);
    expect(pairsToKeepApart(alerts)).toEqual([['ZJ1', 'ZJ2']]);
    expect(explainAlert(alerts.find(({ kind }) => kind === 'correlated') as (typeof alerts)[number]).zh).toContain('今后不宜同组抽取');
    expect(pairsToKeepApart(findAlerts(projects.slice(1)))).toEqual([]);
  });

  test('whatever the sheets, the check finds the same alerts', () => {
    const lines = fc.record({ a: fc.integer({ min: 0, max: 60 }).map((halves) => halves / 2), b: fc.constantFrom(5, 10) });
    const one = fc.record({ scores: lines, comments: fc.constantFrom('', '技术成熟建议通过资金清楚', '技术成熟，建议通过，资金清楚。', '能耗偏高须补充环评结论再议'), lockedAt: fc.integer({ min: 0, max: 300_000 }), device: fc.constantFrom('', 'd1', 'd2', 'd3') });
    const met = new Set<string>();
    fc.assert(fc.property(fc.array(fc.record({ sheets: fc.array(one, { minLength: 3, maxLength: 4 }), investorGroup: fc.constantFrom('', '甲', '乙') }), { minLength: 8, maxLength: 10 }), fc.integer({ min: 10, max: 90 }), (all, percent) => {
      const projects = all.map(({ sheets, investorGroup }, index) => project(`P${index}`, sheets.map((each, at) => ({ ...each, expertNo: `ZJ${at}` })), investorGroup));
      const limits = { ...commonLimits, correlatedAbovePercent: percent, favourAbove: 3 };
      const alerts = findAlerts(projects, limits);
      for (const { kind } of alerts) met.add(kind);
      expect(findAlertFault(projects, limits, alerts)).toBeUndefined();
      if (alerts.length > 0) expect(findAlertFault(projects, limits, alerts.slice(1))).toContain('missing');
    }), { numRuns: 150, seed: 4 });
    expect(met.size).toBe(6);
  });

  test('five meetings of a hundred are scored again, and anybody picks the same from the seed', () => {
    const meetings = Array.from({ length: 100 }, (_each, index) => `PS2021-${index}`);
    const picked = pickForRescoring(meetings, '2021年度复核');
    const rank = (no: string) => createHmac('sha256', '2021年度复核').update(no).digest('hex');
    expect(picked).toEqual(meetings.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, 5));
    expect(pickForRescoring(meetings.toReversed(), '2021年度复核')).toEqual(picked);
    expect(pickForRescoring(meetings.slice(0, 21), 'x')).toHaveLength(2);
    expect(pickForRescoring([], 'x')).toEqual([]);
  });

  test('more than ten points between two panels asks for an inquiry, ten do not', () => {
    expect(needsInquiry(8658, 7658)).toBe(false);
    expect(needsInquiry(8658, 7657)).toBe(true);
  });
});
