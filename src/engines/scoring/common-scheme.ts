import type { Scheme } from './problem.ts';

/** The sheet and the rules of projects.md §3.4. */
export const commonScheme: Scheme = {
  criteria: [
    { key: 'direction', name: { zh: '产业导向与链条', en: 'Industrial direction and chain' }, max: 15 },
    { key: 'technology', name: { zh: '技术先进与成熟', en: 'Technology, advanced and mature' }, max: 15 },
    { key: 'investor', name: { zh: '投资主体与资金', en: 'Investor and funds' }, max: 15 },
    { key: 'intensity', name: { zh: '投资强度与进度', en: 'Intensity and pace of investment' }, max: 10 },
    { key: 'yield', name: { zh: '亩均产出与税收', en: 'Output and tax per mu' }, max: 20 },
    { key: 'land', name: { zh: '用地与规划', en: 'Land and planning' }, max: 5 },
    { key: 'energy', name: { zh: '能耗与环境', en: 'Energy and environment' }, max: 10 },
    { key: 'safety', name: { zh: '安全', en: 'Safety' }, max: 5 },
    { key: 'jobs', name: { zh: '就业与带动', en: 'Jobs and knock-on effects' }, max: 5 },
  ],
  benchmarks: [
    { key: 'intensity', name: { zh: '投资强度', en: 'Investment intensity' }, weight: 35, better: 'more' },
    { key: 'taxPerMu', name: { zh: '亩均税收', en: 'Tax per mu' }, weight: 35, better: 'more' },
    { key: 'plotRatio', name: { zh: '容积率', en: 'Plot ratio' }, weight: 10, better: 'more' },
    { key: 'energy', name: { zh: '单位能耗', en: 'Energy per unit of output' }, weight: 10, better: 'less' },
    { key: 'research', name: { zh: '研发投入', en: 'Research and development' }, weight: 10, better: 'more' },
  ],
  reasonBelowPercent: 50,
  reasonAbovePercent: 95,
  dropFrom: 5,
  fewestSheets: 5,
  expertsPercent: 70,
  rangeAbove: 25,
  zAboveHundredths: 350,
  passFrom: 80,
  conditionalFrom: 70,
  votes: [2, 3],
};
