import type { Scheme, Sheet, SheetFault, SheetFaultKind } from './problem.ts';

/** What is wrong with a sheet before it can be locked. */
export function findSheetFaults(scheme: Scheme, sheet: Sheet): readonly SheetFault[] {
  const told = (fault: SheetFaultKind, criterion: SheetFault['criterion'], max: number): SheetFault => ({ fault, expertNo: sheet.expertNo, criterion, max });
  const strangers = Object.keys(sheet.scores).filter((key) => !scheme.criteria.some((each) => each.key === key));
  return [
    ...strangers.map((key) => told('unknown', { zh: key, en: key }, 0)),
    ...scheme.criteria.flatMap(({ key, name, max }) => {
      const points = Object.hasOwn(sheet.scores, key) ? sheet.scores[key] : undefined;
      if (points === undefined || !Number.isFinite(points)) return [told('missing', name, max)];
      if (points < 0 || points > max) return [told('range', name, max)];
      if (!Number.isInteger(points * 2)) return [told('grid', name, max)];
      const isOdd = points * 100 < max * scheme.reasonBelowPercent || points * 100 > max * scheme.reasonAbovePercent;
      return isOdd && (Object.hasOwn(sheet.reasons, key) ? (sheet.reasons[key] ?? '') : '').trim() === '' ? [told('reason', name, max)] : [];
    }),
  ];
}

/** A sheet's total in half points, the smallest step there is. */
export function halvesOf(scores: Readonly<Record<string, number>>): number {
  return Object.values(scores).reduce((sum, points) => sum + Math.round(points * 2), 0);
}
