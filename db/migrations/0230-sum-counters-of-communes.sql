-- A row of counters holds some ninety figures in 800 bytes. A board asks for eight of them over all ages: for the nation
-- 270,000 rows were read for its trend. These eight are kept added up by commune and period, 3 MB for the country.
-- Places 1 to 8: 'all', 'assessed' and the six domains (services/server/counters.ts).
create table services_sums (
  commune_id uuid not null,
  period text not null,
  area_lft integer not null,
  due integer[] not null,
  got integer[] not null,
  constraint services_sums_pkey primary key (commune_id, period),
  constraint services_sums_of_commune foreign key (commune_id) references areas (id),
  constraint services_sums_of_eight check (cardinality(due) = 8 and cardinality(got) = 8)
) with (fillfactor = 80);
-- Its columns never change, so updates stay in place.
create index services_sums_by_period on services_sums (period, commune_id);
alter table services_sums enable row level security;
create policy services_sums_area on services_sums
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Added up anew from the counters of the communes and periods that were touched, in the transaction that touched them:
-- whoever writes counters, the sums cannot differ. Counters are changed by one process at a time.
create function services_sum_counters() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
    begin
      if tg_op = 'TRUNCATE' then
        delete from public.services_sums;
        return null;
      end if;
      delete from public.services_sums s using (select distinct commune_id, period from touched) t
        where s.commune_id = t.commune_id and s.period = t.period and not exists (
          select from public.services_counters c where c.commune_id = t.commune_id and c.period = t.period);
      insert into public.services_sums (commune_id, period, area_lft, due, got)
        select c.commune_id, c.period, min(c.area_lft),
          array[sum(c.due[1]), sum(c.due[2]), sum(c.due[3]), sum(c.due[4]), sum(c.due[5]), sum(c.due[6]), sum(c.due[7]),
            sum(c.due[8])]::int[],
          array[sum(c.got[1]), sum(c.got[2]), sum(c.got[3]), sum(c.got[4]), sum(c.got[5]), sum(c.got[6]), sum(c.got[7]),
            sum(c.got[8])]::int[]
        from (select distinct commune_id, period from touched) t join public.services_counters c using (commune_id, period)
        group by c.commune_id, c.period
        on conflict (commune_id, period) do update set area_lft = excluded.area_lft, due = excluded.due,
          got = excluded.got;
      return null;
    end
  $$;
create trigger services_counters_added after insert on services_counters
  referencing new table as touched for each statement execute function services_sum_counters();
create trigger services_counters_moved after update on services_counters
  referencing new table as touched for each statement execute function services_sum_counters();
create trigger services_counters_removed after delete on services_counters
  referencing old table as touched for each statement execute function services_sum_counters();
create trigger services_counters_emptied after truncate on services_counters
  for each statement execute function services_sum_counters();

insert into services_sums (commune_id, period, area_lft, due, got)
  select commune_id, period, min(area_lft),
    array[sum(due[1]), sum(due[2]), sum(due[3]), sum(due[4]), sum(due[5]), sum(due[6]), sum(due[7]), sum(due[8])]::int[],
    array[sum(got[1]), sum(got[2]), sum(got[3]), sum(got[4]), sum(got[5]), sum(got[6]), sum(got[7]), sum(got[8])]::int[]
  from services_counters group by commune_id, period;
