-- A foreign key asks once a row whether its run is there; these rows come by the hundred thousand, all of one run, and asking took longer than working them out.
-- Whoever writes them asks once a statement, and holds the run until the end of the transaction as the key did. The application may not delete a run.
alter table evaluation_input drop constraint evaluation_input_district_run_fkey;
alter table evaluation_result drop constraint evaluation_result_district_run_fkey;
