import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

/** What the platform remembers of somebody under a name, and since when. */
export interface Habit<Body> {
  readonly body: Body;
  readonly at: Instant;
}

/** What is remembered of a person under a name, if anything is. */
export async function findHabit<Body>(tx: Tx, district: string, person: string, key: string): Promise<Habit<Body> | undefined> {
  const [row] = await tx.query<Habit<Body>>('habit.find', 'select body, at from habit where district = $1 and person = $2 and key = $3', [district, person, key]);
  return row;
}

/** Remembers something of a person in place of what was remembered before. */
export async function keepHabit(tx: Tx, district: string, person: string, key: string, body: unknown, at: Instant): Promise<void> {
  await tx.query(
    'habit.keep',
    `insert into habit (district, person, key, body, at) values ($1, $2, $3, $4, $5)
     on conflict (district, person, key) do update set body = excluded.body, at = excluded.at`,
    [district, person, key, JSON.stringify(body), at],
  );
}

/** Forgets it. */
export async function dropHabit(tx: Tx, district: string, person: string, key: string): Promise<void> {
  await tx.query('habit.drop', 'delete from habit where district = $1 and person = $2 and key = $3', [district, person, key]);
}
