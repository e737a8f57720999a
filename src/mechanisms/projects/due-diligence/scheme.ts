import { findSchemeOn, type Scheme } from '#kernel/scheme.ts';
import type { Day } from '#kernel/calendar.ts';

/** One of the items that both parties rate from 0 (none) to 4 (very high risk). */
export const items = {
  D1a: { zh: 'D1 主体存续合法', en: 'D1 Legal existence' },
  D1b: { zh: 'D1 股权穿透到实际控制人', en: 'D1 Equity down to the actual controller' },
  D1c: { zh: 'D1 实缴资本与承诺', en: 'D1 Capital paid in against promised' },
  D2a: { zh: 'D2 失信被执行情况', en: 'D2 Listed as dishonest debtor' },
  D2b: { zh: 'D2 重大诉讼', en: 'D2 Lawsuits above a tenth of net assets' },
  D2c: { zh: 'D2 环保、安全、税务处罚', en: 'D2 Penalties of three years' },
  D2d: { zh: 'D2 欠税', en: 'D2 Tax arrears' },
  D3a: { zh: 'D3 净资产与自有资金需求', en: 'D3 Net assets against own funds needed' },
  D3b: { zh: 'D3 资金来源证明', en: 'D3 Proof of the source of funds' },
  D3c: { zh: 'D3 资产负债率', en: 'D3 Debt ratio' },
  D4a: { zh: 'D4 产业目录类别', en: 'D4 Class of the catalogue' },
  D4b: { zh: 'D4 技术来源和知识产权', en: 'D4 Source of technology and IP' },
  D5a: { zh: 'D5 用地', en: 'D5 Land' },
  D5b: { zh: 'D5 能耗指标', en: 'D5 Energy quota' },
  D5c: { zh: 'D5 三线一单和环境容量', en: 'D5 Environmental zoning and capacity' },
  D5d: { zh: 'D5 安全和用水', en: 'D5 Safety and water' },
  D6a: { zh: 'D6 效益预测与同行', en: 'D6 Forecast against peers' },
  D6b: { zh: 'D6 订单', en: 'D6 Orders' },
} as const;
export type Item = keyof typeof items;

/** The seven key claims whose proof makes a project authentic. */
export const claims = {
  equity: { zh: '股权', en: 'Equity' },
  capital: { zh: '资本', en: 'Capital' },
  funding: { zh: '资金来源', en: 'Funding' },
  technology: { zh: '技术', en: 'Technology' },
  orders: { zh: '订单', en: 'Orders' },
  site: { zh: '选址', en: 'Site' },
  team: { zh: '团队', en: 'Team' },
} as const;
export type Claim = keyof typeof claims;

/** What a project is worth, each against its benchmark. */
export const measures = {
  investmentPerMu: { zh: '亩均投资（万元）', en: 'Investment per mu (10,000 yuan)' },
  taxPerMu: { zh: '亩均税收（万元）', en: 'Tax per mu (10,000 yuan)' },
  valuePerTce: { zh: '单位能耗增加值（万元/吨标煤）', en: 'Value added per tce (10,000 yuan)' },
  researchShare: { zh: 'R&D投入占比（%）', en: 'R&D share (%)' },
  jobs: { zh: '就业（人）', en: 'Jobs' },
  chainFit: { zh: '链条契合（0–1）', en: 'Fit to the chain (0–1)' },
  investorStanding: { zh: '投资主体（0–1）', en: 'Standing of the investor (0–1)' },
} as const;
export type Measure = keyof typeof measures;

/** Six dimensions with their weights, the weights of claims and of worth, and the lines between the conclusions. */
export interface DiligenceScheme {
  readonly dimensions: readonly { readonly code: string; readonly name: string; readonly weight: number }[];
  readonly claims: Readonly<Record<Claim, number>>;
  readonly worth: Readonly<Record<Measure, number>>;
  /** No measure counts for more than so many times its benchmark. */
  readonly cap: number;
  readonly toReview: { readonly worth: number; readonly authenticity: number; readonly riskBelow: number };
  readonly supplement: { readonly worth: number; readonly authenticity: number; readonly riskUpTo: number };
  /** Points by which two opinions may differ. */
  readonly disagreement: number;
}

/** The schemes there were; one in force is never changed, only followed by another. */
export const diligenceSchemes: readonly Scheme<DiligenceScheme>[] = [
  {
    key: 'dueDiligence',
    version: 1,
    validFrom: '2020-01-01',
    body: {
      dimensions: [
        { code: 'D1', name: '主体真实性', weight: 20 }, { code: 'D2', name: '资信合规', weight: 20 }, { code: 'D3', name: '资金实力', weight: 20 },
        { code: 'D4', name: '产业技术', weight: 15 }, { code: 'D5', name: '要素匹配', weight: 15 }, { code: 'D6', name: '效益可信度', weight: 10 },
      ],
      claims: { equity: 15, capital: 20, funding: 20, technology: 15, orders: 10, site: 10, team: 10 },
      worth: { investmentPerMu: 25, taxPerMu: 25, valuePerTce: 15, researchShare: 10, jobs: 5, chainFit: 10, investorStanding: 10 },
      cap: 1.2,
      toReview: { worth: 90, authenticity: 80, riskBelow: 40 },
      supplement: { worth: 75, authenticity: 60, riskUpTo: 60 },
      disagreement: 15,
    },
  },
];

/** The scheme in force on a day. */
export function schemeOn(day: Day): Scheme<DiligenceScheme> {
  const found = findSchemeOn(diligenceSchemes, 'dueDiligence', day);
  if (!found) throw new Error(`no scheme of due diligence was in force on ${day}`);
  return found;
}
