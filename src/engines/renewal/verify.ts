import type { Bounds, ModeFacts, ModeRule, Recommendation } from './problem.ts';

/** Works a recommendation out again by whole numbers of a ten-thousandth point and names the first difference; nothing when it is right. */
export function findDisagreement(facts: ModeFacts, { fits, primary, secondary }: Recommendation, rules: readonly ModeRule[], bounds: Bounds): string | undefined {
  const points = new Map<string, number>();
  for (const { mode, gate, criteria } of rules) {
    let isOpen = true;
    for (const bars of gate) {
      let isPassed = false;
      for (const bar of bars) {
        const value = facts[bar.fact];
        if (value !== undefined && (('atLeast' in bar && value >= bar.atLeast) || ('below' in bar && value < bar.below) || ('above' in bar && value > bar.above))) isPassed = true;
      }
      if (!isPassed) isOpen = false;
    }
    let sum = 0;
    for (const { fact, weight, from, to } of criteria) {
      const value = facts[fact];
      if (value === undefined) continue;
      const [least, most] = [Math.min(from, to), Math.max(from, to)];
      const within = Math.min(most, Math.max(least, value));
      sum += (weight * Math.abs(within - from)) / (most - least);
    }
    points.set(mode, isOpen ? sum : 0);
    const told = fits.find((fit) => fit.mode === mode);
    if (!told || told.isOpen !== isOpen || Math.abs(told.fit - (isOpen ? sum : 0)) > 0.005_001) return mode;
  }
  const best = Math.max(...fits.map(({ fit }) => fit));
  const first = fits.find(({ mode }) => mode === primary);
  if (primary === undefined) return best >= bounds.primary ? 'primary' : secondary.length > 0 ? 'secondary' : undefined;
  if (!first || first.fit < best || first.fit < bounds.primary) return 'primary';
  const may = fits.filter(({ mode, fit }) => mode !== primary && fit >= bounds.secondary && first.fit - fit <= bounds.distance + 1e-9);
  if (secondary.length !== Math.min(bounds.most, may.length) || !secondary.every((mode) => may.some((fit) => fit.mode === mode))) return 'secondary';
  // None of those left out fits better than one that was taken.
  const taken = may.filter(({ mode }) => secondary.includes(mode)).map(({ fit }) => fit);
  return may.some(({ mode, fit }) => !secondary.includes(mode) && taken.some((other) => other < fit)) ? 'secondary' : undefined;
}
