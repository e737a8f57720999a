import type { Refusal } from '#kernel/refusal.ts';
import type { Tx } from './database.ts';
import { enter, type Entry } from './ledger.ts';

/** A value that one matter of a mechanism holds alone. */
export interface UniqueValue {
  readonly district: string;
  readonly mechanism: string;
  readonly fact: string;
  readonly value: string;
  readonly matter: string;
}

/** Takes a value for a matter, with the others of its transaction; refused when another one holds it. Two who claim it at once wait for each other. */
export async function claimUnique(tx: Tx, claim: UniqueValue, refusal: () => Refusal): Promise<void> {
  await enter(tx, claimEntry, `${claim.mechanism}/${claim.fact}/${claim.value}/${claim.matter}`, { ...claim, refusal });
}

const claimEntry: Entry<UniqueValue & { readonly refusal: () => Refusal }> = {
  mayRefuse: true,
  write: async (tx, rows) => {
    // In one order for everybody, so that two transactions do not wait for each other in a ring.
    const text = JSON.stringify(rows.map(({ mechanism, fact, value, matter }) => ({ mechanism, fact, value, matter })));
    const claimed = await tx.query<UniqueValue>(
      'unique.claim',
      `insert into unique_value (district, mechanism, fact, value, matter)
       select $1, each.* from jsonb_to_recordset($2::jsonb) as each (mechanism text, fact text, value text, matter uuid) order by mechanism, fact, value
       on conflict do nothing returning mechanism, fact, value, matter`,
      [rows[0]?.district, text],
    );
    if (claimed.length === rows.length) return;
    const ours = new Set(claimed.map(keyOfClaim));
    for (const row of rows) if (!ours.has(keyOfClaim(row)) && (await holderOf(tx, row)) !== row.matter) throw row.refusal();
  },
};

const keyOfClaim = ({ mechanism, fact, value, matter }: Omit<UniqueValue, 'district'>) => `${mechanism}/${fact}/${value}/${matter}`;

async function holderOf(tx: Tx, { district, mechanism, fact, value }: UniqueValue): Promise<string | undefined> {
  const [holder] = await tx.query<{ matter: string }>('unique.holder', 'select matter from unique_value where district = $1 and mechanism = $2 and fact = $3 and value = $4', [district, mechanism, fact, value]);
  return holder?.matter;
}

/** Gives a value up, so that another matter may hold it; what was claimed before is claimed by then. */
export async function releaseUnique(tx: Tx, { district, mechanism, fact, value, matter }: UniqueValue): Promise<void> {
  await tx.query(
    'unique.release',
    'delete from unique_value where district = $1 and mechanism = $2 and fact = $3 and value = $4 and matter = $5',
    [district, mechanism, fact, value, matter],
  );
}
