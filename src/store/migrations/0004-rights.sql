-- The application's role sees the rows of the district its session has named, and no others. Partitions are reached through
-- their table alone: the role has no right to them. The owner is not held to the policies, or a backup would be empty.
do $$
declare each record;
begin
  for each in
    select c.oid::regclass as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'district' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    execute format('alter table %s enable row level security', each.name);
    execute format('create policy by_district on %s using (district = current_setting(''zhanqiao.district'', true))', each.name);
  end loop;
end $$;

-- Under a policy PostgreSQL asks an index only with operators it holds to be leakproof, and those of arrays, JSON and text search are
-- not: every list by a fact and every search would read the whole table. These two views hold the rows back by the same comparison,
-- as an ordinary condition, and let the indexes be used. Statements bind the district besides.
create view matter_here as select * from matter where district = current_setting('zhanqiao.district', true);
create view search_doc_here as select * from search_doc where district = current_setting('zhanqiao.district', true);

revoke all on all tables in schema public from public;
grant usage on schema public to zhanqiao_app;

grant select on matter_here, search_doc_here to zhanqiao_app;
-- What has happened is added to and never changed.
grant select, insert on event, seal, reading_log, reading, scheme, figure_snapshot to zhanqiao_app;
-- What is never taken away.
grant select, insert, update on district, unit, person, post, credential, setting, calendar_year, matter, counter, file, import_batch, import_row, notice_read to zhanqiao_app;
grant select, insert on access_code, notice to zhanqiao_app;
grant select, insert, update, delete on duty, clock, link, search_doc, vault, draft, idempotency, session to zhanqiao_app;
grant select, insert, delete on unique_value, outbox, one_time_link to zhanqiao_app;
