-- The last long computation of a matter: who began it with what, and how it ended. The process at work says now and then that it is there, by the clock of the
-- database; one that has been silent for long is gone, and with it what it was doing.
create table long_work (
  district text not null,
  matter uuid not null,
  action text not null,
  input jsonb not null,
  by text not null,
  seconds integer not null,
  started_at timestamptz not null,
  server uuid not null,
  heard_at timestamptz not null,
  is_stopped boolean not null default false,
  finished_at timestamptz,
  refused jsonb,
  primary key (district, matter),
  foreign key (district, matter) references matter
);
alter table long_work enable row level security;
create policy by_district on long_work using (district = current_setting('zhanqiao.district', true));
grant select, insert, update on long_work to zhanqiao_app;
