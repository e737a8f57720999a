-- How the title of a matter sounds, so that it is found by pinyin. Worked out beside the words; null where that has not been done yet.
alter table search_doc add column sounds text;
create or replace view search_doc_here as select * from search_doc where district = current_setting('zhanqiao.district', true);

-- Files by the name they were handed in under, for the search: a matter holds one as evidence of an action (no fact) or in a fact.
create table held_file (
  district text not null,
  matter uuid not null,
  hash text not null,
  fact text not null,
  mechanism text not null,
  name text not null,
  folded text not null,
  grams tsvector not null,
  at timestamptz not null,
  primary key (district, matter, hash, fact),
  foreign key (district, matter) references matter
);
create index held_file_by_grams on held_file using gin (grams) with (fastupdate = off);

-- What the platform remembers of somebody for that person alone: when the cockpit was last looked at, what was searched for.
create table habit (
  district text not null,
  person text not null,
  key text not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (district, person, key),
  foreign key (district, person) references person
);

-- A deputy holds the post of somebody absent: a post of its own, with its own holder and days, that says whose it is.
alter table post add column deputy_of text;
alter table post add foreign key (district, deputy_of) references post;
-- A unit that was merged goes on in another one, which takes over what it owes.
alter table unit add column merged_into text;
alter table unit add foreign key (district, merged_into) references unit;

-- What administrators did to units, posts, settings and calendar: before and after. Added to and read, nothing else.
create table administration_log (
  district text not null,
  id bigint generated always as identity,
  person text not null,
  post text not null,
  what text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  at timestamptz not null,
  primary key (district, id)
);
create index administration_log_by_subject on administration_log (district, what, subject, id desc);

-- Verifications, backups and trial restores: when they were begun, how far they are, how they ended.
create table check_run (
  district text not null,
  id uuid not null,
  kind text not null check (kind in ('verify', 'backup', 'restoreTrial')),
  by text not null,
  started_at timestamptz not null,
  done integer not null default 0,
  total integer,
  finished_at timestamptz,
  outcome jsonb,
  primary key (district, id)
);
create index check_run_by_kind on check_run (district, kind, started_at desc);

do $$
declare each text;
begin
  foreach each in array array['held_file', 'habit', 'administration_log', 'check_run'] loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy by_district on %I using (district = current_setting(''zhanqiao.district'', true))', each);
  end loop;
end $$;

-- As for matters: an ordinary condition lets the index of the names be used.
create view held_file_here as select * from held_file where district = current_setting('zhanqiao.district', true);

grant select on held_file_here to zhanqiao_app;
grant select, insert on administration_log to zhanqiao_app;
grant select, insert, update on check_run to zhanqiao_app;
grant select, insert, update, delete on held_file, habit to zhanqiao_app;
