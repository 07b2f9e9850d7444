-- The function was called for each row of each batch and took most of the drain's time in the database. What it
-- compared element by element is compared with the records themselves every night (indicators_recounts).
alter table services_counters drop constraint services_counters_in_order;
drop function services_counters_are_in_order(integer[], integer[]);
alter table services_counters add constraint services_counters_in_order check (
  cardinality(due) = cardinality(got) and 0 <= all (due) and 0 <= all (got)
  and got[1] <= due[1] and coalesce(got[2] <= due[2], true)
);
