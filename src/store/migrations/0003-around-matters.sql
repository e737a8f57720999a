-- 读数: values of indicators, corrected by later ones and never overwritten.
create table reading (
  district text not null,
  indicator text not null,
  subject text not null,
  period text not null,
  value double precision not null,
  source text not null,
  read_at timestamptz not null,
  primary key (district, indicator, subject, period, read_at)
) partition by range (read_at);
create table reading_other partition of reading default;
create table reading_2020_2024 partition of reading for values from ('2019-12-31 16:00+00') to ('2024-12-31 16:00+00');
create table reading_2025_2029 partition of reading for values from ('2024-12-31 16:00+00') to ('2029-12-31 16:00+00');
create table reading_2030_2034 partition of reading for values from ('2029-12-31 16:00+00') to ('2034-12-31 16:00+00');

-- An answer as it was printed, with the records it was counted from.
create table figure_snapshot (
  district text not null,
  id uuid not null,
  figure text not null,
  definition jsonb not null,
  as_of date not null,
  value double precision,
  records uuid[] not null,
  computed_at timestamptz not null,
  by text not null,
  primary key (district, id)
);
create index figure_snapshot_by_figure on figure_snapshot (district, figure, computed_at desc);

-- What is known of kept bytes; the bytes lie on disk under their hash.
create table file (
  district text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  type text not null,
  size bigint not null,
  by text,
  at timestamptz not null,
  primary key (district, hash)
);

-- The answer to a request already carried out. Its row is made first, so that the same request sent twice waits for itself.
create table idempotency (
  district text not null,
  key text not null,
  request_hash text not null,
  result jsonb,
  at timestamptz not null default now(),
  primary key (district, key)
);
create index idempotency_by_time on idempotency (district, at);

-- What happened, for whoever waits. Transactions end in another order than their rows are numbered; `xact` lets a reader go as far
-- as nothing is under way any more, and miss nothing.
create table outbox (
  district text not null,
  xact bigint not null default pg_current_xact_id()::text::bigint,
  id bigint generated always as identity,
  mechanism text not null,
  matter uuid not null,
  seq integer not null,
  primary key (district, xact, id)
);

create table notice (
  district text not null,
  id bigint generated always as identity,
  to_kind text not null check (to_kind in ('author', 'unit', 'role')),
  to_key text not null,
  text jsonb not null,
  mechanism text not null,
  matter uuid not null,
  seq integer not null,
  at timestamptz not null,
  primary key (district, id),
  foreign key (district, matter) references matter
);
create index notice_by_reader on notice (district, to_kind, to_key, id desc);

create table notice_read (
  district text not null,
  person text not null,
  up_to bigint not null,
  primary key (district, person),
  foreign key (district, person) references person
);

create table access_code (
  district text not null,
  code_hash text not null,
  matter uuid not null,
  at timestamptz not null,
  primary key (district, code_hash),
  foreign key (district, matter) references matter
);

-- Who read what is sealed, and who took a register away (reform.md §13.5). Added to and read, nothing else.
create table reading_log (
  district text not null,
  id bigint generated always as identity,
  person text,
  post text,
  what text not null,
  mechanism text not null,
  matter uuid,
  detail text,
  at timestamptz not null,
  primary key (district, id)
);
create index reading_log_by_matter on reading_log (district, matter, at);

-- The events of a day, sealed and chained to the day before. Added to and read, nothing else.
create table seal (
  district text not null,
  day date not null,
  events integer not null,
  digest text not null,
  prev text not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (district, day)
);

create table import_batch (
  district text not null,
  id uuid not null,
  mechanism text not null,
  file_name text not null,
  by text not null,
  at timestamptz not null,
  state text not null,
  report jsonb,
  primary key (district, id)
);

create table import_row (
  district text not null,
  batch uuid not null,
  row integer not null,
  input jsonb,
  previous jsonb,
  matter uuid,
  matter_version integer,
  outcome text not null,
  cells jsonb not null,
  problems jsonb not null,
  done boolean not null default false,
  primary key (district, batch, row),
  foreign key (district, batch) references import_batch
);

-- What somebody has typed and not yet sent.
create table draft (
  district text not null,
  person text not null,
  key text not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (district, person, key),
  foreign key (district, person) references person
);
