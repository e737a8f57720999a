import type { Duty, Matter } from '#kernel/matter.ts';
import type { Tx } from './database.ts';
import { matterColumns, toMatter, type MatterRow } from './matter-row.ts';

/** The duties of some units, and those that name the person, in a state, with their matters: what is due first comes first, of those done the last. */
export async function dutiesOf(
  tx: Tx,
  district: string,
  { unitIds, personId, state, isSample, limit = 500 }: { readonly unitIds: readonly string[]; readonly personId: string; readonly state: Duty['state']; readonly isSample: boolean; readonly limit?: number },
): Promise<{ readonly duty: Duty; readonly matter: Matter }[]> {
  const rows = await tx.query<MatterRow & { duty: string }>(
    'duty.of',
    `select ${matterColumns.split(', ').map((column) => `held.${column}`).join(', ')}, duty.id as duty
     from duty join matter as held on held.district = duty.district and held.id = duty.matter
     where duty.district = $1 and ((duty.person is null and duty.unit = any($2::text[])) or duty.person = $6) and duty.state = $3 and held.is_sample = $4
     order by case when $3 = 'done' then duty.closed_at end desc nulls last, held.due_on nulls last, duty.opened_at, duty.matter, duty.id limit $5`,
    [district, unitIds, state, isSample, limit, personId],
  );
  return rows.flatMap((row) => {
    const matter = toMatter(row);
    const duty = matter.duties.find((each) => each.id === row.duty);
    return duty ? [{ duty, matter }] : [];
  });
}
