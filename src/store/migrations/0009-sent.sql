-- What somebody filed or handed to a unit, for 我发起的 on the desk: asked of the events it would mean reading them all.
create table sent (
  district text not null,
  person text not null,
  matter uuid not null,
  mechanism text not null,
  at timestamptz not null,
  primary key (district, person, matter),
  foreign key (district, matter) references matter
);
create index sent_by_time on sent (district, person, at desc);

insert into sent (district, person, matter, mechanism, at)
select district, by ->> 'person', matter, mechanism, max(at) from event
where by ->> 'person' is not null
  and (seq = 1 or exists (select from jsonb_array_elements(changes -> 'duties') as duty where duty ->> 'state' = 'open' and (duty ->> 'openedAt')::timestamptz = event.at))
group by district, by ->> 'person', matter, mechanism;

alter table sent enable row level security;
create policy by_district on sent using (district = current_setting('zhanqiao.district', true));
grant select, insert, update on sent to zhanqiao_app;
