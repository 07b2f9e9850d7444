-- What a role may do, as data. Standard roles come from db/reference/roles; a role of one's own is made in the page
-- by an administrator and counts within the place it was made for.
create table accounts_roles (
  key text not null,
  -- {"vi": ..., "en": ...}
  names jsonb not null,
  purposes jsonb not null,
  capabilities text[] not null,
  -- Keys of the roles that a holder may give to others.
  may_grant text[] not null,
  -- Kinds of places at which the role can be held.
  kinds text[] not null,
  -- Order in lists; people with several grants begin under the lowest.
  rank smallint not null,
  -- Held on by those who have it, given to nobody any more.
  retired boolean not null default false,
  -- Edition of the reference data; none for a role of one's own.
  edition text,
  area_id uuid,
  made_by uuid,
  made_at timestamptz not null default now(),
  constraint accounts_roles_pkey primary key (key),
  constraint accounts_roles_key_form check (key ~ '^[a-z][a-z0-9-]{2,60}$'),
  constraint accounts_roles_area_fkey foreign key (area_id) references areas (id),
  constraint accounts_roles_standard_or_own check ((edition is null) = (area_id is not null))
);

-- The roles of the first installations: their grants go on as they stand. The rest is filled from the reference data.
insert into accounts_roles (key, names, purposes, capabilities, may_grant, kinds, rank, retired, edition)
select key, '{}', '{}', '{}', '{}', '{}', rank, true, ''
from unnest(array['officer', 'field-worker', 'viewer', 'administrator'], array[10, 40, 60, 90]) as r (key, rank);

alter table accounts_grants drop constraint accounts_grants_role_known;
alter table accounts_grants
  add constraint accounts_grants_role_fkey foreign key (role) references accounts_roles (key),
  -- Set when somebody ends the grant before its last day: it stops counting at once.
  add column ended_at timestamptz,
  add column ended_by uuid,
  add constraint accounts_grants_ended_by_someone check ((ended_at is null) = (ended_by is null));
create index accounts_grants_by_place on accounts_grants (area_lft);

-- Names without marks for search, as `fold` of src/base/text.ts gives them.
alter table accounts_people
  add column name_folded text collate "C" not null generated always as (
    lower(translate(regexp_replace(normalize(full_name, NFD), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'Dd'))
  ) stored,
  -- The last day at work; no grant counts after it.
  add column left_on date;

-- The command explains it; the database refuses it whoever writes.
create function accounts_refuse_grant_after_leaving() returns trigger language plpgsql as $$
declare
  last_day date := (select left_on from accounts_people where id = new.person_id);
begin
  if new.ended_at is null and last_day is not null and (new.valid_to is null or new.valid_to > last_day) then
    raise exception using errcode = 'check_violation', constraint = 'accounts_grants_not_after_leaving';
  end if;
  return new;
end $$;
create trigger accounts_grants_not_after_leaving before insert or update on accounts_grants
  for each row execute function accounts_refuse_grant_after_leaving();
