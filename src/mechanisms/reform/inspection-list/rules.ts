import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { InspectionListRecord } from './record.ts';

type Situation = SituationOf<InspectionListRecord>;
type Verdict = VerdictOf<InspectionListRecord>;

interface Item {
  readonly code?: string;
  readonly name?: string;
  readonly unit?: string;
  readonly quarter?: string;
  readonly field?: string;
  readonly ground?: string;
}

/** Every item whole and with a code of its own, and no unit inspected too often. */
export function badItems({ findUnit, setting }: Situation, items: readonly Item[], field: 'items' | 'proposed', held: readonly Item[] = []): Verdict {
  const half = items.findIndex(({ code, name, unit, quarter, field: of, ground }) => [code, name, unit, quarter, of, ground].includes(undefined));
  if (half >= 0) return { refusal: 'itemHalf', field, detail: { row: half + 1 } };
  const all = [...held, ...items];
  const twice = all.find(({ code }, index) => all.findIndex((other) => other.code === code) < index);
  if (twice !== undefined) return { refusal: 'itemTwice', field, detail: { code: twice.code ?? '' } };
  const most = setting('perUnit');
  for (const unit of new Set(all.map((each) => each.unit ?? ''))) {
    const count = new Set(all.filter((each) => each.unit === unit).map(({ quarter }) => quarter)).size;
    if (count > most) return { refusal: 'tooOften', field, detail: { unit: findUnit(unit)?.name ?? unit, count, most } };
  }
  return undefined;
}
