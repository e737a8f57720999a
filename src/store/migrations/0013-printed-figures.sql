-- The paper an answer was printed in: what a matter's papers state is read by the matter, and says the same for ever.
alter table figure_snapshot add column matter uuid;
alter table figure_snapshot add foreign key (district, matter) references matter;
create index figure_snapshot_by_matter on figure_snapshot (district, matter, computed_at desc) where matter is not null;
