import { keepBulk } from './bulk-runs.ts';
import { assembledName, type Tx } from './database.ts';
import { quantityColumns, type FrozenInput } from './evaluations.ts';
import type { Frozen } from './evaluation-sql.ts';

/** What a member of a joint evaluation brought. */
export type FrozenMember = FrozenInput & { readonly joint: string; readonly counted: boolean };

const own = ['subject', 'industry', ...quantityColumns, 'bonuses', 'counts', 'vetoes', 'exemption'];
const columns = own.map((name) => `"${name}"`).join(', ');
const types = ['subject text', 'industry text', ...quantityColumns.map((name) => `"${name}" bigint`), 'bonuses text[]', 'counts jsonb', 'vetoes text[]', 'exemption text'].join(', ');

/** Freezes the members of groups. What is there already stays, so that a run can be taken up again. */
export async function freezeMembers(tx: Tx, { district, run }: Omit<Frozen, 'period'>, members: readonly FrozenMember[]): Promise<void> {
  const text = `insert into evaluation_member (district, run, joint, counted, ${columns})
    select $1, $2::uuid, joint, counted, ${columns} from jsonb_to_recordset($3::jsonb) as each (joint text, counted boolean, ${types}) on conflict do nothing`;
  await tx.query(assembledName(text), text, [district, run, JSON.stringify(members)]);
}

/** Freezes rows whose quantities are known already: groups, each one among those that are evaluated. Throws when there is no such run. */
export async function freezeRows(tx: Tx, { district, run, period }: Frozen, rows: readonly FrozenInput[]): Promise<void> {
  const text = `insert into evaluation_input (district, run, period, ${columns})
    select $1, $2::uuid, $3, ${columns} from jsonb_to_recordset($4::jsonb) as each (${types}) on conflict do nothing`;
  await keepBulk(tx, district, run);
  await tx.query(assembledName(text), text, [district, run, period, JSON.stringify(rows)]);
}

/** The members of the groups of a run, group by group. */
export async function membersOf(tx: Tx, district: string, run: string): Promise<FrozenMember[]> {
  const text = `select joint, counted, ${columns} from evaluation_member where district = $1 and run = $2::uuid order by joint, subject`;
  return tx.query(assembledName(text), text, [district, run]);
}
