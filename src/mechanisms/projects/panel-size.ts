import type { Specialty } from './project-words.ts';

export type PanelSize = 5 | 7 | 9;

/** The seats of a panel by its size (projects.md §3.2). */
export const usualQuotas: Readonly<Record<PanelSize, Partial<Readonly<Record<Specialty, number>>>>> = {
  5: { technology: 1, finance: 1, land: 1, environment: 1, law: 1 },
  7: { technology: 2, finance: 2, land: 1, environment: 1, law: 1 },
  9: { technology: 3, finance: 2, land: 1, environment: 1, safety: 1, law: 1 },
};

/** 5 below 1 亿元, 7 to 10 亿元, 9 above (projects.md §3.2); where the bounds lie is set by the office. `investment` in 分, bounds in 亿元. */
export function panelSizeOf(investment: number, bounds: { readonly small: number; readonly large: number }): PanelSize {
  const hundredMillion = investment / 10_000_000_000;
  if (hundredMillion < bounds.small) return 5;
  return hundredMillion > bounds.large ? 9 : 7;
}
