-- Who works on a run: a worker writes its own id when it takes one up, and whoever had it before writes nothing more.
alter table bulk_run add column taken_by uuid;
