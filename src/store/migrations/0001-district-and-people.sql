-- A district is the tenant. Every table begins with it: in its primary key, in every unique index and every foreign key,
-- so that rows can be kept apart by row-level security now and distributed by district later (Citus asks for the same).
create table district (
  district text primary key check (district ~ '^[0-9]{6}$'),
  name text not null,
  is_demonstration boolean not null,
  created_at timestamptz not null
);

create table unit (
  district text not null references district,
  id text not null,
  name text not null,
  short_name text,
  kind text not null,
  groups text[] not null default '{}',
  valid_from date not null,
  valid_to date,
  primary key (district, id),
  check (valid_to is null or valid_from <= valid_to)
);

create table person (
  district text not null references district,
  id text not null,
  name text not null,
  primary key (district, id)
);

create table post (
  district text not null,
  id text not null,
  name text not null,
  person text not null,
  unit text not null,
  roles text[] not null,
  fields text[] not null default '{}',
  valid_from date not null,
  valid_to date,
  primary key (district, id),
  foreign key (district, person) references person,
  foreign key (district, unit) references unit,
  check (valid_to is null or valid_from <= valid_to)
);
create index post_by_person on post (district, person);

-- How somebody signs in. The password is kept as its hash alone.
create table credential (
  district text not null,
  name text not null,
  person text not null,
  password_hash text not null,
  must_change boolean not null,
  changed_at timestamptz not null,
  primary key (district, name),
  unique (district, person),
  foreign key (district, person) references person
);

-- A session is kept under the hash of its token: who reads the table cannot take one over.
create table session (
  district text not null,
  token_hash text not null,
  person text not null,
  post text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  valid_until timestamptz not null,
  primary key (district, token_hash),
  foreign key (district, person) references person,
  foreign key (district, post) references post
);
create index session_by_person on session (district, person);

create table one_time_link (
  district text not null references district,
  token_hash text not null,
  valid_until timestamptz not null,
  primary key (district, token_hash)
);

-- Numbers of a mechanism that the office has changed; what is not here has its declared value.
create table setting (
  district text not null references district,
  mechanism text not null,
  name text not null,
  value double precision not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (district, mechanism, name)
);

-- Years whose notice of the State Council came out after the platform did.
create table calendar_year (
  district text not null references district,
  year integer not null,
  rest text not null,
  work text not null,
  source text not null,
  primary key (district, year)
);

-- 方案: a version in force is never changed, only followed by another.
create table scheme (
  district text not null references district,
  key text not null,
  version integer not null,
  valid_from date not null,
  body jsonb not null,
  kept_by text not null,
  kept_at timestamptz not null,
  primary key (district, key, version)
);
