-- People are listed by given name, which stands last in a Vietnamese name, then by the whole name.
alter table accounts_people
  add column name_sort text collate "C" not null generated always as (
    lower(translate(regexp_replace(normalize(regexp_replace(full_name, '^.*\s', '') || ' ' || full_name, NFD),
      '[\u0300-\u036f]', '', 'g'), 'Đđ', 'Dd'))
  ) stored;
create index accounts_people_by_name on accounts_people (name_sort, id);

-- Says whether a person holds a grant outside of a range of places on a day or later, and nothing else about it: who
-- manages accounts of one place must not lock or take over an account that works elsewhere too.
create function accounts_holds_elsewhere(person uuid, lft integer, rgt integer, day date) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select exists (
      select from public.accounts_grants g
      where g.person_id = person and g.area_lft not between lft and rgt and g.ended_at is null
        and (g.valid_to is null or g.valid_to >= day)
    )
  $$;
