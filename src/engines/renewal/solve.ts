import type { Bar, Bounds, Fit, HealthFacts, HealthPart, HealthRule, Mode, ModeFacts, ModeRule, Recommendation } from './problem.ts';

/** The health index of a park, 0–100 to the hundredth, with the points of each part. */
export function healthOf(facts: HealthFacts, { weights, fullLead }: HealthRule): { readonly health: number; readonly parts: Readonly<Record<HealthPart, number>> } {
  const ratios: Readonly<Record<HealthPart, number>> = {
    tax: facts.taxPerMu / facts.districtTaxPerMu, output: facts.outputPerMu / facts.districtOutputPerMu, far: facts.far / facts.farCap, landUse: facts.landUse, occupancy: facts.occupancy, lead: facts.leadShare / fullLead, safety: facts.safety,
  };
  const keys = Object.keys(ratios) as HealthPart[];
  const parts = Object.fromEntries(keys.map((key) => [key, weights[key] * clamp(ratios[key])])) as Record<HealthPart, number>;
  const health = keys.reduce((sum, key) => sum + parts[key], 0);
  return { health: hundredths(health), parts: Object.fromEntries(keys.map((key) => [key, hundredths(parts[key])])) as typeof parts };
}

/** How each mode fits, best first, and what is recommended. */
export function recommend(facts: ModeFacts, rules: readonly ModeRule[], bounds: Bounds): Recommendation {
  const cost = (mode: Mode) => rules.find((rule) => rule.mode === mode)?.publicCost ?? 0;
  const fits = rules.map((rule) => fitOf(rule, facts)).toSorted((a, b) => b.fit - a.fit || cost(a.mode) - cost(b.mode));
  const [best] = fits;
  if (best === undefined || !best.isOpen || best.fit < bounds.primary) return { fits, primary: undefined, secondary: [] };
  const secondary = fits.filter(({ mode, fit, isOpen }) => isOpen && mode !== best.mode && fit >= bounds.secondary && hundredths(best.fit - fit) <= bounds.distance);
  return { fits, primary: best.mode, secondary: secondary.slice(0, bounds.most).map(({ mode }) => mode) };
}

/** How one mode fits: every criterion weighed, and nothing at all where its gate is closed. */
export function fitOf({ mode, gate, criteria }: ModeRule, facts: ModeFacts): Fit {
  const closed = gate.filter((bars) => !bars.some((bar) => passes(bar, facts[bar.fact])));
  const weighed = criteria.map((criterion) => {
    const value = facts[criterion.fact];
    const satisfied = value === undefined ? 0 : clamp((value - criterion.from) / (criterion.to - criterion.from));
    return { ...criterion, value, satisfied, points: hundredths(criterion.weight * satisfied) };
  });
  const whole = weighed.reduce((sum, { weight, satisfied }) => sum + weight * satisfied, 0);
  return { mode, fit: closed.length > 0 ? 0 : hundredths(whole), isOpen: closed.length === 0, closed, weighed };
}

/** What nobody knows passes no bar. */
function passes(bar: Bar, value: number | undefined): boolean {
  if (value === undefined) return false;
  if ('atLeast' in bar) return value >= bar.atLeast;
  return 'below' in bar ? value < bar.below : value > bar.above;
}

function clamp(ratio: number): number {
  return Number.isNaN(ratio) ? 0 : Math.min(1, Math.max(0, ratio));
}

/** Half up; a sum of binary fractions that ends a hair below a half is one. */
function hundredths(value: number): number {
  return Math.round(value * 100 + 1e-7) / 100;
}
