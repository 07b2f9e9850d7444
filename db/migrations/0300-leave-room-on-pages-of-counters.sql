-- A batch of changed children moves a third of a province's rows of counters, each some 800 bytes. On full pages every
-- new version went to another page, with an entry in each index: 2 MB of log for 1,900 rows and twice the time. With
-- room beside them the new versions stay on their page (heap-only tuples). Rows of status change as services are
-- recorded. What is stored moves to roomy pages as it changes.
alter table services_counters set (fillfactor = 50);
alter table services_status set (fillfactor = 85);
