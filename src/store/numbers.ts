import type { Matter } from '#kernel/matter.ts';
import type { Tx } from './database.ts';
import { matterColumns, toMatter, type MatterRow } from './matter-row.ts';

/** The matter of a register with that number, if there is one. */
export async function findByNumber(tx: Tx, district: string, mechanism: string, number: string, isSample: boolean): Promise<Matter | undefined> {
  const [row] = await tx.query<MatterRow>('matter.byNumber', `select ${matterColumns} from matter where district = $1 and mechanism = $2 and number = $3 and is_sample = $4 limit 1`, [district, mechanism, number, isSample]);
  return row && toMatter(row);
}
