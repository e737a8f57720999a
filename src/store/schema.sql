-- Written by the test of the schema; what it says follows from migrations/.

table access_code
  district text not null
  code_hash text not null
  matter uuid not null
  at timestamp with time zone not null
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  PRIMARY KEY (district, code_hash)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select to zhanqiao_app;

table administration_log
  district text not null
  id bigint not null identity
  person text not null
  post text not null
  what text not null
  subject text not null
  before jsonb
  after jsonb
  at timestamp with time zone not null
  PRIMARY KEY (district, id)
  CREATE INDEX administration_log_by_subject ON public.administration_log USING btree (district, what, subject, id DESC)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select to zhanqiao_app;

table bulk_run
  district text not null
  id uuid not null
  matter uuid not null
  action text not null
  state text not null
  step text not null default ''::text
  reached text not null default ''::text
  done integer not null default 0
  total integer not null default 0
  by text
  post text
  started_at timestamp with time zone not null
  finished_at timestamp with time zone
  outcome jsonb
  taken_by uuid
  CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  PRIMARY KEY (district, id)
  CREATE INDEX bulk_run_by_matter ON public.bulk_run USING btree (district, matter, started_at DESC)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table calendar_year
  district text not null
  year integer not null
  rest text not null
  work text not null
  source text not null
  FOREIGN KEY (district) REFERENCES district(district)
  PRIMARY KEY (district, year)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table check_run
  district text not null
  id uuid not null
  kind text not null
  by text not null
  started_at timestamp with time zone not null
  done integer not null default 0
  total integer
  finished_at timestamp with time zone
  outcome jsonb
  CHECK ((kind = ANY (ARRAY['verify'::text, 'backup'::text, 'restoreTrial'::text])))
  PRIMARY KEY (district, id)
  CREATE INDEX check_run_by_kind ON public.check_run USING btree (district, kind, started_at DESC)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table clock
  district text not null
  matter uuid not null
  name text not null
  mechanism text not null
  clock jsonb not null
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  PRIMARY KEY (district, matter, name)
  CREATE INDEX clock_by_name ON public.clock USING btree (district, mechanism, name)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select, update to zhanqiao_app;

table comment
  district text not null
  matter uuid not null
  id uuid not null
  person text not null
  post text not null
  text text not null
  mentions jsonb not null
  at timestamp with time zone not null
  edited_at timestamp with time zone
  withdrawn_at timestamp with time zone
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  FOREIGN KEY (district, person) REFERENCES person(district, id)
  FOREIGN KEY (district, post) REFERENCES post(district, id)
  PRIMARY KEY (district, matter, id)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table counter
  district text not null
  counter text not null
  year integer not null
  value integer not null
  PRIMARY KEY (district, counter, year)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table credential
  district text not null
  name text not null
  person text not null
  password_hash text not null
  must_change boolean not null
  changed_at timestamp with time zone not null
  FOREIGN KEY (district, person) REFERENCES person(district, id)
  PRIMARY KEY (district, name)
  UNIQUE (district, person)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table district
  district text not null
  name text not null
  is_demonstration boolean not null
  created_at timestamp with time zone not null
  CHECK ((district ~ '^[0-9]{6}$'::text))
  PRIMARY KEY (district)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table draft
  district text not null
  person text not null
  key text not null
  body jsonb not null
  at timestamp with time zone not null
  FOREIGN KEY (district, person) REFERENCES person(district, id)
  PRIMARY KEY (district, person, key)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select, update to zhanqiao_app;

table duty
  district text not null
  matter uuid not null
  id text not null
  mechanism text not null
  kind text not null
  unit text not null
  person text
  state text not null
  clock jsonb not null
  opened_at timestamp with time zone not null
  closed_at timestamp with time zone
  CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'withdrawn'::text])))
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  PRIMARY KEY (district, matter, id)
  CREATE INDEX duty_by_unit ON public.duty USING btree (district, unit, state, opened_at)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select, update to zhanqiao_app;

table evaluation_input
  district text not null
  run uuid not null
  period text not null
  subject text not null
  industry text not null
  tax bigint
  valueAdded bigint
  revenue bigint
  research bigint
  land bigint
  energy bigint
  pollutant bigint
  staff bigint
  electricity bigint
  bonuses text[]
  counts jsonb
  vetoes text[]
  exemption text
  PRIMARY KEY (district, run, period, subject)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select to zhanqiao_app;

table evaluation_member
  district text not null
  run uuid not null
  subject text not null
  joint text not null
  counted boolean not null
  industry text not null
  tax bigint
  valueAdded bigint
  revenue bigint
  research bigint
  land bigint
  energy bigint
  pollutant bigint
  staff bigint
  electricity bigint
  bonuses text[]
  counts jsonb
  vetoes text[]
  exemption text
  FOREIGN KEY (district, run) REFERENCES bulk_run(district, id)
  PRIMARY KEY (district, run, subject)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select to zhanqiao_app;

table evaluation_result
  district text not null
  run uuid not null
  subject text not null
  values double precision[] not null
  step_points integer[] not null
  bonus integer not null
  deduction integer not null
  points integer not null
  list text
  rank integer
  among integer
  ranked text
  class text not null
  PRIMARY KEY (district, run, subject)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select to zhanqiao_app;

table event partition by RANGE (at)
  district text not null
  matter uuid not null
  mechanism text not null
  seq integer not null
  action text not null
  at timestamp with time zone not null
  by jsonb not null
  from_stage text
  stage text not null
  set jsonb not null
  said jsonb not null
  reason text
  evidence jsonb not null
  changes jsonb not null
  cause_matter uuid
  cause_seq integer
  is_sample boolean not null
  prev text not null
  hash text not null
  CHECK ((seq > 0))
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  PRIMARY KEY (district, matter, seq, at)
  CREATE INDEX event_by_day ON ONLY public.event USING brin (at)
  CREATE INDEX event_by_mechanism ON ONLY public.event USING btree (district, mechanism, at)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select to zhanqiao_app;

table event_2020
  partition of event FOR VALUES FROM ('2019-12-31 16:00:00+00') TO ('2020-12-31 16:00:00+00')
  row security;

table event_2021
  partition of event FOR VALUES FROM ('2020-12-31 16:00:00+00') TO ('2021-12-31 16:00:00+00')
  row security;

table event_2022
  partition of event FOR VALUES FROM ('2021-12-31 16:00:00+00') TO ('2022-12-31 16:00:00+00')
  row security;

table event_2023
  partition of event FOR VALUES FROM ('2022-12-31 16:00:00+00') TO ('2023-12-31 16:00:00+00')
  row security;

table event_2024
  partition of event FOR VALUES FROM ('2023-12-31 16:00:00+00') TO ('2024-12-31 16:00:00+00')
  row security;

table event_2025
  partition of event FOR VALUES FROM ('2024-12-31 16:00:00+00') TO ('2025-12-31 16:00:00+00')
  row security;

table event_2026
  partition of event FOR VALUES FROM ('2025-12-31 16:00:00+00') TO ('2026-12-31 16:00:00+00')
  row security;

table event_2027
  partition of event FOR VALUES FROM ('2026-12-31 16:00:00+00') TO ('2027-12-31 16:00:00+00')
  row security;

table event_2028
  partition of event FOR VALUES FROM ('2027-12-31 16:00:00+00') TO ('2028-12-31 16:00:00+00')
  row security;

table event_2029
  partition of event FOR VALUES FROM ('2028-12-31 16:00:00+00') TO ('2029-12-31 16:00:00+00')
  row security;

table event_2030
  partition of event FOR VALUES FROM ('2029-12-31 16:00:00+00') TO ('2030-12-31 16:00:00+00')
  row security;

table event_other
  partition of event DEFAULT
  row security;

table figure_snapshot
  district text not null
  id uuid not null
  figure text not null
  definition jsonb not null
  as_of date not null
  value double precision
  records uuid[] not null
  computed_at timestamp with time zone not null
  by text not null
  matter uuid
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  PRIMARY KEY (district, id)
  CREATE INDEX figure_snapshot_by_figure ON public.figure_snapshot USING btree (district, figure, computed_at DESC)
  CREATE INDEX figure_snapshot_by_matter ON public.figure_snapshot USING btree (district, matter, computed_at DESC) WHERE (matter IS NOT NULL)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select to zhanqiao_app;

table file
  district text not null
  hash text not null
  name text not null
  type text not null
  size bigint not null
  by text
  at timestamp with time zone not null
  taken_on date
  CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
  PRIMARY KEY (district, hash)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table habit
  district text not null
  person text not null
  key text not null
  body jsonb not null
  at timestamp with time zone not null
  FOREIGN KEY (district, person) REFERENCES person(district, id)
  PRIMARY KEY (district, person, key)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select, update to zhanqiao_app;

table held_file
  district text not null
  matter uuid not null
  hash text not null
  fact text not null
  mechanism text not null
  name text not null
  folded text not null
  grams tsvector not null
  at timestamp with time zone not null
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  PRIMARY KEY (district, matter, hash, fact)
  CREATE INDEX held_file_by_grams ON public.held_file USING gin (grams) WITH (fastupdate='on', gin_pending_list_limit='64')
  CREATE INDEX held_file_by_hash ON public.held_file USING btree (district, hash, at)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select, update to zhanqiao_app;

view held_file_here
  where (district = current_setting('zhanqiao.district'::text, true));
  grant select to zhanqiao_app;

table idempotency
  district text not null
  key text not null
  request_hash text not null
  result jsonb
  at timestamp with time zone not null default now()
  PRIMARY KEY (district, key)
  CREATE INDEX idempotency_by_time ON public.idempotency USING btree (district, at)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select, update to zhanqiao_app;

table import_batch
  district text not null
  id uuid not null
  mechanism text not null
  file_name text not null
  by text not null
  at timestamp with time zone not null
  state text not null
  report jsonb
  PRIMARY KEY (district, id)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table import_row
  district text not null
  batch uuid not null
  row integer not null
  input jsonb
  previous jsonb
  matter uuid
  matter_version integer
  outcome text not null
  cells jsonb not null
  problems jsonb not null
  done boolean not null default false
  FOREIGN KEY (district, batch) REFERENCES import_batch(district, id)
  PRIMARY KEY (district, batch, "row")
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table link
  district text not null
  matter uuid not null
  type text not null
  to_mechanism text not null
  to_matter uuid not null
  mechanism text not null
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  FOREIGN KEY (district, to_matter) REFERENCES matter(district, id)
  PRIMARY KEY (district, matter, type, to_mechanism, to_matter)
  CREATE INDEX link_by_target ON public.link USING btree (district, to_matter)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select, update to zhanqiao_app;

table long_work
  district text not null
  matter uuid not null
  action text not null
  input jsonb not null
  by text not null
  seconds integer not null
  started_at timestamp with time zone not null
  server uuid not null
  heard_at timestamp with time zone not null
  is_stopped boolean not null default false
  finished_at timestamp with time zone
  refused jsonb
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  PRIMARY KEY (district, matter)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table matter
  district text not null
  id uuid not null
  mechanism text not null
  stage text not null
  number text
  year integer not null
  version integer not null
  title text not null
  lead_unit text
  units text[] not null
  due_on date
  facts jsonb not null
  clocks jsonb not null
  duties jsonb not null
  links jsonb not null
  doers jsonb not null
  confined_to text[]
  filed_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  is_sample boolean not null
  head text not null
  searched text
  CHECK ((version > 0))
  PRIMARY KEY (district, id)
  CREATE INDEX matter_by_change ON public.matter USING btree (district, mechanism, changed_at DESC)
  CREATE INDEX matter_by_confinement ON public.matter USING gin (confined_to) WHERE (confined_to IS NOT NULL)
  CREATE INDEX matter_by_due_day ON public.matter USING btree (district, due_on) WHERE (due_on IS NOT NULL)
  CREATE INDEX matter_by_lead ON public.matter USING btree (district, mechanism, lead_unit)
  CREATE INDEX matter_by_number ON public.matter USING btree (district, mechanism, number)
  CREATE INDEX matter_by_stage ON public.matter USING btree (district, mechanism, stage, due_on)
  CREATE INDEX matter_by_units ON public.matter USING gin (units) WITH (gin_pending_list_limit='256')
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

view matter_here
  where (district = current_setting('zhanqiao.district'::text, true));
  grant select to zhanqiao_app;

table migration
  number integer not null
  name text not null
  checksum text not null
  applied_at timestamp with time zone not null default now()
  PRIMARY KEY (number)

table notice
  district text not null
  id bigint not null identity
  to_kind text not null
  to_key text not null
  text jsonb not null
  mechanism text not null
  matter uuid not null
  seq integer not null
  at timestamp with time zone not null
  CHECK ((to_kind = ANY (ARRAY['author'::text, 'unit'::text, 'role'::text, 'person'::text, 'post'::text])))
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  PRIMARY KEY (district, id)
  CREATE INDEX notice_by_reader ON public.notice USING btree (district, to_kind, to_key, id DESC)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select to zhanqiao_app;

table notice_read
  district text not null
  person text not null
  up_to bigint not null
  FOREIGN KEY (district, person) REFERENCES person(district, id)
  PRIMARY KEY (district, person)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table one_time_link
  district text not null
  token_hash text not null
  valid_until timestamp with time zone not null
  FOREIGN KEY (district) REFERENCES district(district)
  PRIMARY KEY (district, token_hash)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select to zhanqiao_app;

table outbox
  district text not null
  xact bigint not null default ((pg_current_xact_id())::text)::bigint
  id bigint not null identity
  mechanism text not null
  matter uuid not null
  seq integer not null
  PRIMARY KEY (district, xact, id)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select to zhanqiao_app;

table person
  district text not null
  id text not null
  name text not null
  FOREIGN KEY (district) REFERENCES district(district)
  PRIMARY KEY (district, id)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table post
  district text not null
  id text not null
  name text not null
  person text not null
  unit text not null
  roles text[] not null
  fields text[] not null default '{}'::text[]
  valid_from date not null
  valid_to date
  deputy_of text
  CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  FOREIGN KEY (district, deputy_of) REFERENCES post(district, id)
  FOREIGN KEY (district, person) REFERENCES person(district, id)
  FOREIGN KEY (district, unit) REFERENCES unit(district, id)
  PRIMARY KEY (district, id)
  CREATE INDEX post_by_person ON public.post USING btree (district, person)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table reading partition by RANGE (read_at)
  district text not null
  indicator text not null
  subject text not null
  period text not null
  value double precision not null
  source text not null
  read_at timestamp with time zone not null
  PRIMARY KEY (district, indicator, subject, period, read_at)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select to zhanqiao_app;

table reading_2020_2024
  partition of reading FOR VALUES FROM ('2019-12-31 16:00:00+00') TO ('2024-12-31 16:00:00+00')
  row security;

table reading_2025_2029
  partition of reading FOR VALUES FROM ('2024-12-31 16:00:00+00') TO ('2029-12-31 16:00:00+00')
  row security;

table reading_2030_2034
  partition of reading FOR VALUES FROM ('2029-12-31 16:00:00+00') TO ('2034-12-31 16:00:00+00')
  row security;

table reading_log
  district text not null
  id bigint not null identity
  person text
  post text
  what text not null
  mechanism text not null
  matter uuid
  detail text
  at timestamp with time zone not null
  PRIMARY KEY (district, id)
  CREATE INDEX reading_log_by_matter ON public.reading_log USING btree (district, matter, at)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select to zhanqiao_app;

table reading_other
  partition of reading DEFAULT
  row security;

table saved_view
  district text not null
  id uuid not null
  mechanism text not null
  owner text not null
  name text not null
  query text not null
  share text not null
  share_key text
  made_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  removed_at timestamp with time zone
  CHECK (((share = ANY (ARRAY['post'::text, 'unit'::text])) = (share_key IS NOT NULL)))
  CHECK (((length(name) >= 1) AND (length(name) <= 40)))
  CHECK ((share = ANY (ARRAY['nobody'::text, 'post'::text, 'unit'::text, 'district'::text])))
  FOREIGN KEY (district, owner) REFERENCES person(district, id)
  PRIMARY KEY (district, id)
  CREATE INDEX saved_view_by_register ON public.saved_view USING btree (district, mechanism) WHERE (removed_at IS NULL)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table scheme
  district text not null
  key text not null
  version integer not null
  valid_from date not null
  body jsonb not null
  kept_by text not null
  kept_at timestamp with time zone not null
  FOREIGN KEY (district) REFERENCES district(district)
  PRIMARY KEY (district, key, version)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select to zhanqiao_app;

table seal
  district text not null
  day date not null
  events integer not null
  digest text not null
  prev text not null
  hash text not null
  sealed_at timestamp with time zone not null
  PRIMARY KEY (district, day)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select to zhanqiao_app;

table search_doc
  district text not null
  matter uuid not null
  mechanism text not null
  words text not null
  folded text not null
  grams tsvector not null
  sounds text
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  PRIMARY KEY (district, matter)
  CREATE INDEX search_doc_by_grams ON public.search_doc USING gin (grams) WITH (fastupdate='on', gin_pending_list_limit='64')
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select, update to zhanqiao_app;

view search_doc_here
  where (district = current_setting('zhanqiao.district'::text, true));
  grant select to zhanqiao_app;

table sent
  district text not null
  person text not null
  matter uuid not null
  mechanism text not null
  at timestamp with time zone not null
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  PRIMARY KEY (district, person, matter)
  CREATE INDEX sent_by_time ON public.sent USING btree (district, person, at DESC)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table session
  district text not null
  token_hash text not null
  person text not null
  post text not null
  started_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  valid_until timestamp with time zone not null
  device text not null default ''::text
  address text not null default ''::text
  FOREIGN KEY (district, person) REFERENCES person(district, id)
  FOREIGN KEY (district, post) REFERENCES post(district, id)
  PRIMARY KEY (district, token_hash)
  CREATE INDEX session_by_person ON public.session USING btree (district, person)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select, update to zhanqiao_app;

table setting
  district text not null
  mechanism text not null
  name text not null
  value double precision not null
  set_by text not null
  set_at timestamp with time zone not null
  FOREIGN KEY (district) REFERENCES district(district)
  PRIMARY KEY (district, mechanism, name)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table unique_value
  district text not null
  mechanism text not null
  fact text not null
  value text not null
  matter uuid not null
  PRIMARY KEY (district, mechanism, fact, value)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select to zhanqiao_app;

table unit
  district text not null
  id text not null
  name text not null
  short_name text
  kind text not null
  groups text[] not null default '{}'::text[]
  valid_from date not null
  valid_to date
  merged_into text
  CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  FOREIGN KEY (district) REFERENCES district(district)
  FOREIGN KEY (district, merged_into) REFERENCES unit(district, id)
  PRIMARY KEY (district, id)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant insert, select, update to zhanqiao_app;

table usual_view
  district text not null
  person text not null
  mechanism text not null
  view uuid not null
  FOREIGN KEY (district, person) REFERENCES person(district, id)
  FOREIGN KEY (district, view) REFERENCES saved_view(district, id)
  PRIMARY KEY (district, person, mechanism)
  CREATE INDEX usual_view_by_view ON public.usual_view USING btree (district, view)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select, update to zhanqiao_app;

table vault
  district text not null
  matter uuid not null
  fact text not null
  reference text not null
  nonce bytea not null
  ciphertext bytea not null
  PRIMARY KEY (district, matter, fact)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select, update to zhanqiao_app;

table watch
  district text not null
  person text not null
  matter uuid not null
  mechanism text not null
  at timestamp with time zone not null
  FOREIGN KEY (district, matter) REFERENCES matter(district, id)
  FOREIGN KEY (district, person) REFERENCES person(district, id)
  PRIMARY KEY (district, person, matter)
  row security;
  policy by_district using (district = current_setting('zhanqiao.district'::text, true));
  grant delete, insert, select to zhanqiao_app;
