-- A notice may be for one person: an expert who is drawn is told by himself, and not the unit whose posts he shares.
alter table notice drop constraint notice_to_kind_check;
alter table notice add constraint notice_to_kind_check check (to_kind in ('author', 'unit', 'role', 'person'));
