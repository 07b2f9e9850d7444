-- What hardly ever changes and is asked for by every request (packages in force, what a place is) is kept in the memory
-- of each process. A subject has a stamp here, another one after every change, moved in the transaction of the change: a
-- process that reads the stamp it knows has what the transaction would read, whoever made the change and from where. A
-- stamp is random, so one that was rolled back never comes again.
create table platform_stamps (
  subject text not null,
  stamp uuid not null,
  constraint platform_stamps_pkey primary key (subject)
);
insert into platform_stamps (subject, stamp) values
  ('services.counters', gen_random_uuid()), ('services.packages', gen_random_uuid()),
  ('facilities.features', gen_random_uuid());

-- The subjects are the arguments. Two changes of one subject wait for each other, as the stamp is one row.
create function platform_move_stamps() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
    begin
      insert into public.platform_stamps (subject, stamp)
        select subject, gen_random_uuid() from unnest(tg_argv) as t (subject)
        on conflict (subject) do update set stamp = excluded.stamp;
      return null;
    end
  $$;

create trigger services_package_versions_stamped
  after insert or update or delete or truncate on services_package_versions
  for each statement execute function platform_move_stamps('services.packages');
create trigger facilities_features_stamped after insert or update or delete or truncate on facilities_features
  for each statement execute function platform_move_stamps('facilities.features');
-- Both are kept with the ranges of their places, which a reorganisation shifts.
create trigger areas_ranges_stamped after update of lft, rgt on areas
  for each statement execute function platform_move_stamps('facilities.features', 'services.packages');
-- A stamp takes the place of the number that said whether a counter changed.
drop trigger services_counters_changed on services_counters;
drop function services_count_change();
drop table services_counters_changes;
create trigger services_counters_stamped after insert or update or delete or truncate on services_counters
  for each statement execute function platform_move_stamps('services.counters');

-- Rows loaded past the triggers (a restore, a copy from another server) move the stamps too.
alter table services_package_versions enable always trigger services_package_versions_stamped;
alter table facilities_features enable always trigger facilities_features_stamped;
alter table areas enable always trigger areas_ranges_stamped;
alter table services_counters enable always trigger services_counters_stamped;

-- The features of all places with the ranges they hold in, the same for whoever asks: what is kept in the memory of a
-- process must not depend on who asked first. Of a place it says what its own people see of it; projects are left out.
create function facilities_features_of_places()
  returns table (lft integer, rgt integer, kind text, valid_from date, valid_to date)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select a.lft, a.rgt, f.kind, f.valid_from, f.valid_to
    from public.facilities_features f join public.areas a on a.id = f.area_id
    where f.removed_at is null and f.project is null
    order by f.valid_from, f.kind
  $$;
