import type { Post } from '#kernel/actor.ts';
import type { Day } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

/** A unit with the days it exists from and to. */
export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: string;
  readonly groups: readonly string[];
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
}

/** Every unit, person and post of a district, those of the past too: old matters speak of them. */
export async function directoryOf(tx: Tx, district: string): Promise<{ readonly units: UnitRow[]; readonly people: PersonRow[]; readonly posts: Post[] }> {
  const units = await tx.query<UnitRow>(
    'unit.all',
    'select id, name, short_name as "shortName", kind, groups, valid_from as "validFrom", valid_to as "validTo" from unit where district = $1 order by valid_from, id',
    [district],
  );
  const people = await tx.query<PersonRow>('person.all', 'select id, name from person where district = $1 order by id', [district]);
  const posts = await tx.query<Omit<Post, 'validTo'> & { validTo: Day | null }>(
    'post.all',
    'select id, name, person as "personId", unit as "unitId", roles, fields, valid_from as "validFrom", valid_to as "validTo" from post where district = $1 order by valid_from, id',
    [district],
  );
  return { units, people, posts: posts.map(({ validTo, ...post }) => ({ ...post, ...(validTo === null ? {} : { validTo }) })) };
}

/** Adds a unit. */
export async function addUnit(tx: Tx, district: string, unit: UnitRow): Promise<void> {
  await tx.query(
    'unit.add',
    'insert into unit (district, id, name, short_name, kind, groups, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [district, unit.id, unit.name, unit.shortName, unit.kind, unit.groups, unit.validFrom, unit.validTo],
  );
}

/** Ends a unit: its last day still counts. */
export async function endUnit(tx: Tx, district: string, id: string, validTo: Day): Promise<void> {
  await tx.query('unit.end', 'update unit set valid_to = $3 where district = $1 and id = $2', [district, id, validTo]);
}

/** Adds a person. */
export async function addPerson(tx: Tx, district: string, person: PersonRow): Promise<void> {
  await tx.query('person.add', 'insert into person (district, id, name) values ($1, $2, $3)', [district, person.id, person.name]);
}

/** Adds a post with its holder. */
export async function addPost(tx: Tx, district: string, post: Post): Promise<void> {
  await tx.query(
    'post.add',
    'insert into post (district, id, name, person, unit, roles, fields, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [district, post.id, post.name, post.personId, post.unitId, post.roles, post.fields, post.validFrom, post.validTo ?? null],
  );
}

/** Ends a post: its last day still counts. */
export async function endPost(tx: Tx, district: string, id: string, validTo: Day): Promise<void> {
  await tx.query('post.end', 'update post set valid_to = $3 where district = $1 and id = $2', [district, id, validTo]);
}
