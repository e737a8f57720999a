-- What goes on in the background after an action, over more rows than one transaction should hold: it can be watched and
-- cancelled, and is taken up where it stopped.
create table bulk_run (
  district text not null,
  id uuid not null,
  matter uuid not null,
  action text not null,
  state text not null check (state in ('running', 'done', 'cancelled', 'failed')),
  step text not null default '',
  reached text not null default '',
  done integer not null default 0,
  total integer not null default 0,
  by text,
  post text,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome jsonb,
  primary key (district, id),
  foreign key (district, matter) references matter
);
create index bulk_run_by_matter on bulk_run (district, matter, started_at desc);

-- 亩均评价: a province evaluates a hundred thousand enterprises, so readings are gathered and evaluated inside the database.
-- What a run was worked out from, frozen: an old year replayed gives the old classes. Whole base units: fen, 0.01 ㎡, kg of coal,
-- g of pollutants, 0.01 person, kWh.
create table evaluation_input (
  district text not null,
  run uuid not null,
  period text not null,
  subject text not null,
  industry text not null,
  tax bigint,
  "valueAdded" bigint,
  revenue bigint,
  research bigint,
  land bigint,
  energy bigint,
  pollutant bigint,
  staff bigint,
  electricity bigint,
  bonuses text[],
  counts jsonb,
  vetoes text[],
  exemption text,
  primary key (district, run, period, subject),
  foreign key (district, run) references bulk_run
);

-- What it came to. Points count units of the last printed decimal; ranks are absent for the exempt.
create table evaluation_result (
  district text not null,
  run uuid not null,
  subject text not null,
  "values" double precision[] not null,
  step_points integer[] not null,
  bonus integer not null,
  deduction integer not null,
  points integer not null,
  list text,
  rank integer,
  among integer,
  ranked text,
  class text not null,
  primary key (district, run, subject),
  foreign key (district, run) references bulk_run
);

alter table bulk_run enable row level security;
create policy by_district on bulk_run using (district = current_setting('zhanqiao.district', true));
alter table evaluation_input enable row level security;
create policy by_district on evaluation_input using (district = current_setting('zhanqiao.district', true));
alter table evaluation_result enable row level security;
create policy by_district on evaluation_result using (district = current_setting('zhanqiao.district', true));
grant select, insert, update on bulk_run to zhanqiao_app;
grant select, insert on evaluation_input, evaluation_result to zhanqiao_app;
