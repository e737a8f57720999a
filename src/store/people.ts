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
  /** The unit that took over what it owed, once it was merged. */
  readonly mergedInto?: string | null;
}

/** A post as it is kept; a deputy's says whose post it is. */
export interface KeptPost extends Post {
  readonly deputyOf?: string;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
}

/** Every unit, person and post of a district, those of the past too: old matters speak of them. */
export async function directoryOf(tx: Tx, district: string): Promise<{ readonly units: UnitRow[]; readonly people: PersonRow[]; readonly posts: KeptPost[] }> {
  const units = await tx.query<UnitRow>(
    'unit.all',
    'select id, name, short_name as "shortName", kind, groups, valid_from as "validFrom", valid_to as "validTo", merged_into as "mergedInto" from unit where district = $1 order by valid_from, id',
    [district],
  );
  const people = await tx.query<PersonRow>('person.all', 'select id, name from person where district = $1 order by id', [district]);
  const posts = await tx.query<Omit<Post, 'validTo'> & { validTo: Day | null; deputyOf: string | null }>(
    'post.all',
    'select id, name, person as "personId", unit as "unitId", roles, fields, valid_from as "validFrom", valid_to as "validTo", deputy_of as "deputyOf" from post where district = $1 order by valid_from, id',
    [district],
  );
  return { units, people, posts: posts.map(({ validTo, deputyOf, ...post }) => ({ ...post, ...(validTo === null ? {} : { validTo }), ...(deputyOf === null ? {} : { deputyOf }) })) };
}

/** Adds a unit. */
export async function addUnit(tx: Tx, district: string, unit: UnitRow): Promise<void> {
  await tx.query(
    'unit.add',
    'insert into unit (district, id, name, short_name, kind, groups, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [district, unit.id, unit.name, unit.shortName, unit.kind, unit.groups, unit.validFrom, unit.validTo],
  );
}

/** Gives a unit other names, another kind or other groups; what it was called before stands in the log of administration. */
export async function amendUnit(tx: Tx, district: string, { id, name, shortName, kind, groups }: Pick<UnitRow, 'id' | 'name' | 'shortName' | 'kind' | 'groups'>): Promise<void> {
  await tx.query('unit.amend', 'update unit set name = $3, short_name = $4, kind = $5, groups = $6 where district = $1 and id = $2', [district, id, name, shortName, kind, groups]);
}

/** Ends a unit on a day, and says which one goes on with what it owed. */
export async function mergeUnit(tx: Tx, district: string, { id, into, validTo }: { readonly id: string; readonly into: string; readonly validTo: Day }): Promise<void> {
  await tx.query('unit.merge', 'update unit set valid_to = $3, merged_into = $4 where district = $1 and id = $2', [district, id, validTo, into]);
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
export async function addPost(tx: Tx, district: string, post: KeptPost): Promise<void> {
  await tx.query(
    'post.add',
    'insert into post (district, id, name, person, unit, roles, fields, valid_from, valid_to, deputy_of) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [district, post.id, post.name, post.personId, post.unitId, post.roles, post.fields, post.validFrom, post.validTo ?? null, post.deputyOf ?? null],
  );
}

/** Ends a post: its last day still counts. */
export async function endPost(tx: Tx, district: string, id: string, validTo: Day): Promise<void> {
  await tx.query('post.end', 'update post set valid_to = $3 where district = $1 and id = $2', [district, id, validTo]);
}

/** Gives a post other roles and fields. */
export async function keepPostRoles(tx: Tx, district: string, { id, roles, fields }: Pick<Post, 'id' | 'roles' | 'fields'>): Promise<void> {
  await tx.query('post.roles', 'update post set roles = $3, fields = $4 where district = $1 and id = $2', [district, id, roles, fields]);
}
