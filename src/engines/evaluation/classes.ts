import type { ClassBand, Moved, Result, Scheme, Step, Subject } from './problem.ts';

/** How many of a group stand in a class or above it: a part of one is none. */
export function cutOf(upTo: number, among: number): number {
  return Math.floor((Math.round(upTo * 100) * among) / 10_000);
}

/** The class of a rank. Equal points share the better rank, so at a cut all of them go up. */
export function classByRank(classes: readonly ClassBand[], rank: number, among: number): string {
  return (classes.find(({ upTo }) => rank <= cutOf(upTo, among)) ?? classes.at(-1))?.key ?? '';
}

/** What moves the class of the rank: guards in their order, then vetoes, which bound everybody, the exempt too. Nobody moves up into a place left. */
export function moved(scheme: Scheme, ranked: string | undefined, subject: Subject, steps: readonly Step[]): readonly Moved[] {
  const order = scheme.classes.map(({ key }) => key);
  let at = order.indexOf(ranked ?? scheme.exemptAs);
  const moves: Moved[] = [];
  const go = (to: number, why: { by: 'guard'; guard: number } | { by: 'veto'; veto: string }) => {
    if (to === at) return;
    at = to;
    moves.push({ ...why, to: order[to] ?? '' });
  };
  if (ranked !== undefined) {
    scheme.guards.forEach(({ indicator, is, times, best, worst }, guard) => {
      const { value = 0, benchmark } = steps.find((step) => step.indicator === indicator) ?? { benchmark: 1 };
      if ((inMillionths(value / benchmark) < inMillionths(times)) !== (is === 'below')) return;
      if (best !== undefined) go(Math.max(at, order.indexOf(best)), { by: 'guard', guard });
      if (worst !== undefined) go(Math.min(at, order.indexOf(worst)), { by: 'guard', guard });
    });
  }
  for (const { key, best } of scheme.vetoes) if (subject.vetoes?.includes(key)) go(Math.max(at, order.indexOf(best)), { by: 'veto', veto: key });
  return moves;
}

/** 参评不定级: exempt from the ranking and treated as the scheme says; one that a veto bound has the class of the veto and is counted there. */
export function isUngraded({ exemptAs }: Pick<Scheme, 'exemptAs'>, { isExempt, class: band }: Pick<Result, 'isExempt' | 'class'>): boolean {
  return isExempt && band === exemptAs;
}

/** A guard compares millionths, so that a value of exactly a tenth of the benchmark is not below it for want of a binary tenth. */
function inMillionths(ratio: number): number {
  return Math.floor(ratio * 1e6 + 0.5);
}
