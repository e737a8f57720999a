import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type Clone } from '#test/database.ts';

let clone: Clone;
let admin: pg.Client;
beforeAll(async () => {
  clone = await cloneDatabase();
  admin = new pg.Client(clone.admin);
  await admin.connect();
  await admin.query(`set timezone = 'UTC'`);
});
afterAll(async () => {
  await admin.end();
  await clone.drop();
});

test('the schema that the migrations make is the one kept beside them', async () => {
  await expect(await dumpSchema(admin)).toMatchFileSnapshot('./schema.sql');
});

// What Citus asks of a table distributed by district; see docs/decisions. Partitions follow their table, and `migration` stays local.
describe('every table can be distributed by district', () => {
  const tables = `select oid from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'migration'`;
  const firstColumn = (keys: string, relation: string) => `(select attname from pg_attribute where attrelid = ${relation} and attnum = ${keys})`;
  const askNames = async (sql: string) => (await admin.query<{ name: string }>(sql)).rows.map((row) => row.name);

  test('each begins with the district, which is never unknown', async () => {
    const wrong = await askNames(`select relname as name from pg_class c where oid in (${tables}) and not exists (select from pg_attribute where attrelid = c.oid and attnum = 1 and attname = 'district' and attnotnull)`);
    expect(wrong).toEqual([]);
  });

  test('each has a primary key, and every unique index begins with the district', async () => {
    expect(await askNames(`select relname as name from pg_class c where oid in (${tables}) and not exists (select from pg_index where indrelid = c.oid and indisprimary)`)).toEqual([]);
    expect(await askNames(`select indexrelid::regclass::text as name from pg_index where indrelid in (${tables}) and indisunique and ${firstColumn('indkey[0]', 'indrelid')} is distinct from 'district'`)).toEqual([]);
  });

  test('every foreign key leads from district to district, and is checked at once', async () => {
    const wrong = await askNames(
      `select conrelid::regclass || '.' || conname as name from pg_constraint where contype = 'f' and conrelid in (${tables})
       and (${firstColumn('conkey[1]', 'conrelid')} <> 'district' or ${firstColumn('confkey[1]', 'confrelid')} <> 'district' or condeferrable)`,
    );
    expect(wrong).toEqual([]);
  });

  test('there is no trigger but those of foreign keys, no rule and no excluding constraint', async () => {
    expect(await askNames(`select tgrelid::regclass || '.' || tgname as name from pg_trigger where tgrelid in (${tables}) and not tgisinternal`)).toEqual([]);
    expect(await askNames(`select tgrelid::regclass || '.' || tgname as name from pg_trigger where tgrelid in (${tables}) and tgisinternal and not exists (select from pg_constraint where oid = tgconstraint and contype = 'f')`)).toEqual([]);
    expect(await askNames(`select conname as name from pg_constraint where contype in ('x', 't') and conrelid in (${tables})`)).toEqual([]);
    expect(await askNames(`select rulename as name from pg_rules where schemaname = 'public'`)).toEqual([]);
  });

  test('each holds its rows apart', async () => {
    expect(await askNames(`select relname as name from pg_class c where oid in (${tables}) and (not relrowsecurity or not exists (select from pg_policy where polrelid = c.oid))`)).toEqual([]);
  });

  test('every statement names the district it speaks of', async () => {
    const names = await askNames(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and relname <> 'migration'`);
    const statements = readStatements();
    expect(statements.length).toBeGreaterThan(70);
    expect(statements.filter(({ sql }) => !bindsDistrict(sql, names)).map(({ file, sql }) => `${file}: ${sql.trim().slice(0, 80)}`)).toEqual([]);
  });

  test('that test sees a statement which forgets it', () => {
    const names = ['matter', 'event'];
    expect(bindsDistrict('select id from matter where id = $1', names)).toBe(false);
    expect(bindsDistrict('select id from matter where district = $1', names)).toBe(true);
    expect(bindsDistrict('insert into event (district, seq) values ($1, $2)', names)).toBe(true);
    expect(bindsDistrict("insert into event (district, seq) values ('370215', $1)", names)).toBe(false);
    expect(bindsDistrict('delete from event', names)).toBe(false);
  });
});

/** The texts in this room's files that are SQL over tables. The owner's own work, on all districts at once, is not the application's. */
function readStatements(): { file: string; sql: string }[] {
  const folder = new URL('./', import.meta.url);
  const files = readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name) && !['migrate.ts', 'backup.ts'].includes(name));
  return files.flatMap((file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const literals = [...source.matchAll(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'/gs)].map((match) => match[0].slice(1, -1));
    return literals.filter((text) => /^\s*(with|select|insert into|update|delete from|declare)\b/.test(text)).map((sql) => ({ file, sql }));
  });
}

/** Whether a statement that touches one of the tables compares or fills `district` with a value given to it, or with a part put in by name. */
function bindsDistrict(sql: string, tables: readonly string[]): boolean {
  const touched = new RegExp(`\\b(from|into|update|join)\\s+(${tables.join('|')})\\b`);
  if (!touched.test(sql)) return true;
  if (/insert into \w+( as \w+)?\s*\(district,/.test(sql)) return /(values \(|select )\$1\b/.test(sql);
  return /district = (\$\d|\$\{bind\(district\)\})/.test(sql) || /\$\{(where|ofMechanism\((?:question|asked), bind\)|mine)\}/.test(sql);
}

/**
 * The schema as text, from the catalogue alone and the same on every version we run on: tables with columns, keys, checks and indexes;
 * views; policies; and who may do what. Indexes of facts follow from the declarations and stand here no more than partitions do.
 */
async function dumpSchema(admin: Pick<pg.Client, 'query'>): Promise<string> {
  const { rows: tables } = await admin.query<{ oid: number; name: string; kind: string; partitions: string | null; rules: boolean }>(
    `select c.oid, c.relname as name, c.relkind as kind, pg_get_partkeydef(c.oid) as partitions, c.relrowsecurity as rules from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') order by c.relname collate "C"`,
  );
  const parts: string[] = [];
  for (const table of tables) parts.push(await tableText(admin, table));
  return `-- Written by the test of the schema; what it says follows from migrations/.\n\n${parts.join('\n\n')}\n`;
}

async function tableText(admin: Pick<pg.Client, 'query'>, table: { oid: number; name: string; kind: string; partitions: string | null; rules: boolean }): Promise<string> {
  const lines = async (sql: string) => (await admin.query<{ line: string }>(sql, [table.oid])).rows.map((row) => row.line);
  const rights = await lines(
    `select 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type collate "C") || ' to ' || grantee::regrole::text || ';' as line
     from pg_class c, aclexplode(c.relacl) where c.oid = $1 and grantee <> c.relowner group by grantee order by 1`,
  );
  if (table.kind === 'v') {
    // Before version 16 every column names its table.
    const view = await lines(`select 'where ' || regexp_replace(regexp_replace(regexp_replace(pg_get_viewdef($1::oid), '^.*WHERE ', '', 's'), '\\s+', ' ', 'g'), '\\(\\w+\\.district', '(district') as line`);
    return [`view ${table.name}`, ...view.map(indent), ...rights.map(indent)].join('\n');
  }
  const { rows: [parent] } = await admin.query<{ line: string }>(
    `select 'partition of ' || inhparent::regclass || ' ' || pg_get_expr(c.relpartbound, c.oid) as line from pg_inherits join pg_class c on c.oid = inhrelid where inhrelid = $1`, [table.oid],
  );
  if (parent) return `table ${table.name}\n${indent(parent.line)}${table.rules ? '\n  row security;' : ''}`;
  const columns = await lines(
    `select attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end
       || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') || case attidentity when 'a' then ' identity' else '' end as line
     from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum where attrelid = $1 and attnum > 0 and not attisdropped order by attnum`,
  );
  // Version 18 lists what is not null among the constraints; the columns say it already.
  const constraints = await lines(`select pg_get_constraintdef(oid) as line from pg_constraint where conrelid = $1 and contype <> 'n' order by contype, conname collate "C"`);
  const indexes = await lines(
    `select pg_get_indexdef(indexrelid) as line from pg_index join pg_class c on c.oid = indexrelid
     where indrelid = $1 and c.relname not like 'fact\\_%' and not exists (select from pg_constraint where conindid = indexrelid and conrelid = $1 and contype <> 'f') order by c.relname collate "C"`,
  );
  const policies = await lines(`select 'policy ' || polname || ' using ' || pg_get_expr(polqual, polrelid) || ';' as line from pg_policy where polrelid = $1 order by polname`);
  return [
    `table ${table.name}${table.partitions ? ` partition by ${table.partitions}` : ''}`,
    ...[...columns, ...constraints, ...indexes, ...(table.rules ? ['row security;'] : []), ...policies, ...rights].map(indent),
  ].join('\n');
}

function indent(line: string): string {
  return `  ${line}`;
}
