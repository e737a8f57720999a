-- A matter is what folding its events gives. Title, lead unit, units and due day follow from its facts and clocks; they stand in
-- columns of their own because lists filter and order by them. `head` is the hash of the last event: an action that has locked the
-- row can chain to it without asking for the trace. `searched` tells whether the words for the search have changed.
-- No foreign key leads to `district`: every filing would lock that one row.
create table matter (
  district text not null,
  id uuid not null,
  mechanism text not null,
  stage text not null,
  number text,
  year integer not null,
  version integer not null check (version > 0),
  title text not null,
  lead_unit text,
  units text[] not null,
  due_on date,
  facts jsonb not null,
  clocks jsonb not null,
  duties jsonb not null,
  links jsonb not null,
  doers jsonb not null,
  confined_to text[],
  filed_at timestamptz not null,
  changed_at timestamptz not null,
  is_sample boolean not null,
  head text not null,
  searched text
);
create index matter_by_change on matter (district, mechanism, changed_at desc);
create index matter_by_stage on matter (district, mechanism, stage, due_on);
create index matter_by_due_day on matter (district, due_on) where due_on is not null;
create index matter_by_lead on matter (district, mechanism, lead_unit);
create index matter_by_number on matter (district, mechanism, number);
-- A list of changes waiting to be merged is read by every search; these stay short.
create index matter_by_units on matter using gin (units) with (gin_pending_list_limit = 256);
create index matter_by_confinement on matter using gin (confined_to) where confined_to is not null;
-- Made last: while the table is new, every index that begins with the district costs the planner the same, and of these it takes the
-- youngest. Plans are kept, those of foreign keys too; by another index they would read the whole district for one matter.
alter table matter add primary key (district, id);

-- The trace. The application may add to it and read it, nothing else: by privilege, as Citus knows no triggers.
-- The time of partitioning is part of the key by PostgreSQL's rule; that no number comes twice is kept by the version of the matter.
create table event (
  district text not null,
  matter uuid not null,
  mechanism text not null,
  seq integer not null check (seq > 0),
  action text not null,
  at timestamptz not null,
  by jsonb not null,
  from_stage text,
  stage text not null,
  set jsonb not null,
  said jsonb not null,
  reason text,
  evidence jsonb not null,
  changes jsonb not null,
  cause_matter uuid,
  cause_seq integer,
  is_sample boolean not null,
  prev text not null,
  hash text not null,
  primary key (district, matter, seq, at),
  foreign key (district, matter) references matter
) partition by range (at);
create index event_by_mechanism on event (district, mechanism, at);
-- Events come in the order of time, so that a day of them is found by a few bytes a block.
create index event_by_day on event using brin (at);

-- Years as China counts them. What lies outside falls into the default.
create table event_other partition of event default;
create table event_2020 partition of event for values from ('2019-12-31 16:00+00') to ('2020-12-31 16:00+00');
create table event_2021 partition of event for values from ('2020-12-31 16:00+00') to ('2021-12-31 16:00+00');
create table event_2022 partition of event for values from ('2021-12-31 16:00+00') to ('2022-12-31 16:00+00');
create table event_2023 partition of event for values from ('2022-12-31 16:00+00') to ('2023-12-31 16:00+00');
create table event_2024 partition of event for values from ('2023-12-31 16:00+00') to ('2024-12-31 16:00+00');
create table event_2025 partition of event for values from ('2024-12-31 16:00+00') to ('2025-12-31 16:00+00');
create table event_2026 partition of event for values from ('2025-12-31 16:00+00') to ('2026-12-31 16:00+00');
create table event_2027 partition of event for values from ('2026-12-31 16:00+00') to ('2027-12-31 16:00+00');
create table event_2028 partition of event for values from ('2027-12-31 16:00+00') to ('2028-12-31 16:00+00');
create table event_2029 partition of event for values from ('2028-12-31 16:00+00') to ('2029-12-31 16:00+00');
create table event_2030 partition of event for values from ('2029-12-31 16:00+00') to ('2030-12-31 16:00+00');

-- Duties, clocks and links stand in the matter's row too. These tables are for questions across matters.
create table duty (
  district text not null,
  matter uuid not null,
  id text not null,
  mechanism text not null,
  kind text not null,
  unit text not null,
  person text,
  state text not null check (state in ('open', 'done', 'withdrawn')),
  clock jsonb not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (district, matter, id),
  foreign key (district, matter) references matter
);
create index duty_by_unit on duty (district, unit, state, opened_at);

create table clock (
  district text not null,
  matter uuid not null,
  name text not null,
  mechanism text not null,
  clock jsonb not null,
  primary key (district, matter, name),
  foreign key (district, matter) references matter
);
create index clock_by_name on clock (district, mechanism, name);

create table link (
  district text not null,
  matter uuid not null,
  type text not null,
  to_mechanism text not null,
  to_matter uuid not null,
  mechanism text not null,
  primary key (district, matter, type, to_mechanism, to_matter),
  foreign key (district, matter) references matter,
  foreign key (district, to_matter) references matter
);
create index link_by_target on link (district, to_matter);

-- The words of a matter for the search, apart from its row: what changes daily must not rewrite two hundred entries of an index.
create table search_doc (
  district text not null,
  matter uuid not null,
  mechanism text not null,
  words text not null,
  folded text not null,
  grams tsvector not null,
  primary key (district, matter),
  foreign key (district, matter) references matter
);
create index search_doc_by_grams on search_doc using gin (grams) with (fastupdate = off);

-- Claimed before the matter is written, and therefore without a foreign key to it; `zhanqiao verify` looks instead.
create table unique_value (
  district text not null,
  mechanism text not null,
  fact text not null,
  value text not null,
  matter uuid not null,
  primary key (district, mechanism, fact, value)
);

-- A number is given by locking its row to the end of the transaction, so that none is ever left out.
create table counter (
  district text not null,
  counter text not null,
  year integer not null,
  value integer not null,
  primary key (district, counter, year)
);

-- Sealed facts, encrypted and erasable (个人信息保护法 47、51). Written before the matter, hence no foreign key.
create table vault (
  district text not null,
  matter uuid not null,
  fact text not null,
  reference text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  primary key (district, matter, fact)
);
