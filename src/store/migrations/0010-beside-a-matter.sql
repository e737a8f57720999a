-- What people say to each other about a matter. It never changes the matter, is no evidence and no part of the trace; the words may be
-- mended for a few minutes and taken back at any time, which leaves the row without its words.
create table comment (
  district text not null,
  matter uuid not null,
  id uuid not null,
  person text not null,
  post text not null,
  text text not null,
  mentions jsonb not null,
  at timestamptz not null,
  edited_at timestamptz,
  withdrawn_at timestamptz,
  primary key (district, matter, id),
  foreign key (district, matter) references matter,
  foreign key (district, person) references person,
  foreign key (district, post) references post
);

-- 关注: the matters somebody has an eye on without any part in them.
create table watch (
  district text not null,
  person text not null,
  matter uuid not null,
  mechanism text not null,
  at timestamptz not null,
  primary key (district, person, matter),
  foreign key (district, person) references person,
  foreign key (district, matter) references matter
);

alter table comment enable row level security;
create policy by_district on comment using (district = current_setting('zhanqiao.district', true));
alter table watch enable row level security;
create policy by_district on watch using (district = current_setting('zhanqiao.district', true));
grant select, insert, update on comment to zhanqiao_app;
grant select, insert, delete on watch to zhanqiao_app;

-- Whoever is named in a comment is told as the holder of his post: another post of the same unit is not meant.
alter table notice drop constraint notice_to_kind_check;
alter table notice add constraint notice_to_kind_check check (to_kind in ('author', 'unit', 'role', 'person', 'post'));
