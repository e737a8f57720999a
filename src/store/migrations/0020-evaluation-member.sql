-- 合并评价: what each member of a group brought, frozen like the rest, so that a group can be worked out again and each member shown by
-- itself. A group that counts is a row of evaluation_input and its members are none; of one that is only shown it is the other way round.
create table evaluation_member (
  district text not null,
  run uuid not null,
  subject text not null,
  joint text not null,
  counted boolean not null,
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
  primary key (district, run, subject),
  foreign key (district, run) references bulk_run
);
alter table evaluation_member enable row level security;
create policy by_district on evaluation_member using (district = current_setting('zhanqiao.district', true));
grant select, insert on evaluation_member to zhanqiao_app;
