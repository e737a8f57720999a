import { getName, type Bind } from './conditions.ts';

/** How far somebody sees the matters of a mechanism. A confined matter is seen by the named persons alone (信访工作条例 30). */
export type Sights =
  /** The platform itself at its own work: confined matters too. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'all'; readonly personId: string | undefined }
  | { readonly kind: 'none' }
  | { readonly kind: 'some'; readonly personId: string | undefined; readonly unitIds: readonly string[]; readonly fields: readonly { readonly fact: string; readonly values: readonly string[] }[] };

/** A sight as SQL over the columns of a matter. */
export function compileSights(sights: Sights, bind: Bind): string {
  if (sights.kind === 'none') return 'false';
  if (sights.kind === 'whole') return 'true';
  const named = sights.personId === undefined ? '' : ` or confined_to && ${bind([sights.personId])}::text[]`;
  if (sights.kind === 'all') return `(confined_to is null${named})`;
  const ties = [
    ...(sights.unitIds.length > 0 ? [`units && ${bind(sights.unitIds)}::text[]`] : []),
    ...sights.fields.map(({ fact, values }) => `(facts -> '${getName(fact)}') ?| ${bind(values)}::text[]`),
  ];
  return `((confined_to is null and (${ties.length > 0 ? ties.join(' or ') : 'false'}))${named})`;
}
