-- A board of the whole country adds up 30,000 rows of counters. Its sums are kept in the memory of a server as long as
-- no counter changed: one number says so, moved in the transaction of the change, so that whoever sees the number sees
-- the counters too. Counters are changed by one process at a time (the drain and moves wait for one lock).
create table services_counters_changes (
  one boolean not null default true,
  change bigint not null,
  constraint services_counters_changes_pkey primary key (one),
  constraint services_counters_changes_one_row check (one)
);
-- Microseconds since 1970: never the same twice, not even after a restore.
insert into services_counters_changes (change) values ((extract(epoch from clock_timestamp()) * 1000000)::bigint);

create function services_count_change() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
    begin
      insert into public.services_counters_changes (one, change)
        values (true, (extract(epoch from clock_timestamp()) * 1000000)::bigint)
        on conflict (one) do update set change = excluded.change;
      return null;
    end
  $$;
create trigger services_counters_changed after insert or update or delete or truncate on services_counters
  for each statement execute function services_count_change();

-- Sums of one period are read without the others; its columns never change, so updates stay in place.
create index services_counters_by_period on services_counters (period, commune_id);
