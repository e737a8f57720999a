-- When a photo was taken, as it says itself: evidence of what was seen on a day.
alter table file add column taken_on date;
-- Where the same bytes served before.
create index held_file_by_hash on held_file (district, hash, at);
