-- A matter's words have a hundred pairs of characters and more, and each was put into its list in the index by itself, which took as long
-- as all other writing of an action. Now they wait in a list of their own and are put in together: at most 64 kB of it, the words of some
-- twenty matters, because every search reads it through.
alter index search_doc_by_grams set (fastupdate = on, gin_pending_list_limit = 64);
alter index held_file_by_grams set (fastupdate = on, gin_pending_list_limit = 64);
