import { bonuses, exemptions, guards, lettingOut, usualTaxItems, vetoes } from './common-rules.ts';
import { formulas } from './indicators.ts';
import type { Benchmark, ClassBand, Indicator, Scheme } from './problem.ts';

/** 方案 as published, and Shandong's five with weights of our own. All data: an office copies one and changes it. */
export const presets = {
  huangyan2022: above('台州黄岩规上2022', 'Huangyan, above size, 2022', [24.097, 136.16, 2.694, 4929.81, 18.14, 0.0302], 'https://www.chacewang.com/newsdetail/news430850.html'),
  huangyan2021: above('台州黄岩规上2021', 'Huangyan, above size, 2021', [26.01, 132.27, 2.54, 4861.08, 17.45, 0.0305], 'https://chacewang.com/newsdetail/news169062.html'),
  huangyanSmall2022: below('台州黄岩规下2022', 'Huangyan, below size, 2022', [11.5932, 0.2352], 'https://www.chacewang.com/newsdetail/news430850.html'),
  huangyanSmall2021: below('台州黄岩规下2021', 'Huangyan, below size, 2021', [16.601058, 0.236565], 'https://chacewang.com/newsdetail/news169062.html'),
  anhuiCity: scheme({
    name: { zh: '安徽某县级市规上', en: 'An Anhui county-level city, above size' },
    source: { zh: '公开方案节选：A前25%，B至70%，C至95%，D后5%', en: 'Excerpt of a published scheme: A to 25 %, B to 70 %, C to 95 %, D the last 5 %' },
    indicators: [
      weighted('taxPerMu', 45, { mean: 'all' }), weighted('revenuePerMu', 20, { mean: 'all' }), weighted('valueAddedPerTce', 15, { mean: 'all' }),
      weighted('rdShare', 15, { mean: 'all' }), weighted('labourProductivity', 5, { mean: 'all' }),
    ],
    classes: bands(25, 70, 95),
  }),
  shandongFive: scheme({
    name: { zh: '山东亩产效益五项指标', en: 'Shandong, five indicators' },
    source: { zh: '五项指标据山东省亩产效益评价；权重为平台默认值，可改', en: 'The five are Shandong’s; the weights are defaults of the platform and may be changed' },
    indicators: [
      weighted('taxPerMu', 35, { mean: 'all' }), weighted('revenuePerTce', 20, { mean: 'all' }), weighted('revenuePerTonPollutant', 15, { mean: 'all' }, 'mean'),
      weighted('rdShare', 15, { mean: 'all' }), weighted('labourProductivity', 15, { mean: 'all' }),
    ],
    groups: { by: 'industry', fewest: 15 },
  }),
} as const satisfies Readonly<Record<string, Scheme>>;

/** Which classes there are: A to D, or A+ above A and no D, as one city publishes them (parks.md §2.5). */
export type Ladder = 'letters' | 'plus';

/** A scheme on another ladder. Where there is no D a veto sends to the last class there is, and a cap holds one above it. The cut-offs are near the shares that city published, 22, 51, 24 and 3 per cent. */
export function onLadder(scheme: Scheme, ladder: Ladder): Scheme {
  if (ladder === 'letters') return scheme;
  // Its key sorts before that of A: lists are in the order of classes.
  const classes = [{ key: '1A', name: { zh: 'A+类 优先发展', en: 'A+, preferred' }, upTo: 20 }, { key: 'A', name: { zh: 'A类 鼓励发展', en: 'A, encouraged' }, upTo: 75 }, { key: 'B', name: { zh: 'B类 支持提升', en: 'B, to be raised' }, upTo: 97 }, { key: 'C', name: { zh: 'C类 限制发展', en: 'C, restricted' }, upTo: 100 }];
  return { ...scheme, classes, vetoes: scheme.vetoes.map((veto) => ({ ...veto, best: veto.best === 'D' ? 'C' : 'B' })) };
}

/** The name of a preset. */
export type PresetName = keyof typeof presets;

function above(zh: string, en: string, [tax = 0, added = 0, energy = 0, emission = 0, labour = 0, research = 0]: readonly number[], address: string): Scheme {
  return scheme({
    name: { zh, en },
    source: { zh: `公布的权重和基准值 ${address}`, en: `Weights and benchmarks as published, ${address}` },
    indicators: [
      weighted('taxPerMu', 30, { fixed: tax }), weighted('valueAddedPerMu', 20, { fixed: added }), weighted('valueAddedPerTce', 20, { fixed: energy }),
      weighted('valueAddedPerTonPollutant', 10, { fixed: emission }, 'mean'), weighted('labourProductivity', 10, { fixed: labour }), weighted('rdShare', 10, { fixed: research }),
    ],
  });
}

function below(zh: string, en: string, [tax = 0, electricity = 0]: readonly number[], address: string): Scheme {
  return scheme({
    name: { zh, en },
    source: { zh: `公布的权重和基准值 ${address}`, en: `Weights and benchmarks as published, ${address}` },
    scope: 'below',
    indicators: [weighted('taxPerMu', 50, { fixed: tax }), weighted('taxPerKwh', 50, { fixed: electricity })],
    deductions: [{ ...lettingOut, first: 10 }],
  });
}

/** The rules every preset shares; those without a source are defaults of parks.md §2.4 and §2.5. */
function scheme(own: Pick<Scheme, 'name' | 'source' | 'indicators'> & Partial<Scheme>): Scheme {
  return {
    scope: 'above', decimals: 2, cap: 1.5, taxItems: usualTaxItems, bonuses, bonusLimit: 10, deductions: [lettingOut], groups: { by: 'all' }, classes: bands(20, 80, 95), guards, vetoes, exemptions, exemptAs: 'B',
    ...own,
  };
}

function weighted(key: keyof typeof formulas, weight: number, benchmark: Benchmark, missing: Indicator['missing'] = 'zero'): Indicator {
  return { ...formulas[key], weight, benchmark, missing };
}

function bands(a: number, b: number, c: number): readonly ClassBand[] {
  return [
    { key: 'A', name: { zh: 'A类 优先发展', en: 'A, preferred' }, upTo: a },
    { key: 'B', name: { zh: 'B类 支持发展', en: 'B, supported' }, upTo: b },
    { key: 'C', name: { zh: 'C类 提升发展', en: 'C, to be improved' }, upTo: c },
    { key: 'D', name: { zh: 'D类 限制发展', en: 'D, restricted' }, upTo: 100 },
  ];
}
