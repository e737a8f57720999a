-- 视图: how somebody looks at a register, kept under a name: filters, order, columns and form, as the address bar holds them. It opens
-- nothing: whoever uses a shared one sees through it what they may see anyway. A removed one is kept, so that the removal can be undone.
create table saved_view (
  district text not null,
  id uuid not null,
  mechanism text not null,
  owner text not null,
  name text not null check (length(name) between 1 and 40),
  query text not null,
  share text not null check (share in ('nobody', 'post', 'unit', 'district')),
  -- The post or the unit it is shared with.
  share_key text check ((share in ('post', 'unit')) = (share_key is not null)),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (district, id),
  foreign key (district, owner) references person
);
create index saved_view_by_register on saved_view (district, mechanism) where removed_at is null;

-- The view a person begins with, one for each register.
create table usual_view (
  district text not null,
  person text not null,
  mechanism text not null,
  view uuid not null,
  primary key (district, person, mechanism),
  foreign key (district, person) references person,
  foreign key (district, view) references saved_view
);
create index usual_view_by_view on usual_view (district, view);

alter table saved_view enable row level security;
create policy by_district on saved_view using (district = current_setting('zhanqiao.district', true));
alter table usual_view enable row level security;
create policy by_district on usual_view using (district = current_setting('zhanqiao.district', true));
grant select, insert, update on saved_view to zhanqiao_app;
grant select, insert, update, delete on usual_view to zhanqiao_app;
