-- The household: who lives together, by the code that the commune gives it. The poverty list is made for households by
-- year (QĐ 24/2021/QĐ-TTg Art. 3), and the children of a household follow it. `children.household_code` stays beside
-- the key: it is what rosters, lists and searches read, and one place keeps both (queries-households.ts).
create table children_households (
  id uuid not null,
  -- The village, or the commune while the village is not known.
  area_id uuid not null,
  area_lft integer not null,
  code text not null,
  -- Set when the household was carried to another unit, where a household may have the same code.
  apart uuid,
  head_name text,
  address text,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  constraint children_households_pkey primary key (id),
  constraint children_households_key_with_area unique (id, area_lft),
  constraint children_households_in_area foreign key (area_id) references areas (id),
  constraint children_households_one_of_a_code unique nulls not distinct (area_id, code, apart),
  constraint children_households_coded check (length(btrim(code)) between 1 and 30),
  constraint children_households_head_named check (length(head_name) between 1 and 100),
  constraint children_households_version_positive check (version > 0)
);
create index children_households_by_code on children_households (upper(code));
alter table children_households enable row level security;
create policy children_households_area on children_households
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- How the household stood in a year, by which decision. A correction leaves the former line, undone.
create table children_household_years (
  household_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  year smallint not null,
  status text not null,
  source text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  replaces uuid,
  undone_at timestamptz,
  undone_by uuid,
  constraint children_household_years_pkey primary key (household_id, id),
  constraint children_household_years_of_household foreign key (household_id, area_lft)
    references children_households (id, area_lft) on update cascade on delete cascade,
  constraint children_household_years_status_known check (status in ('none', 'near-poor', 'poor')),
  constraint children_household_years_in_range check (year between 2000 and 2100),
  constraint children_household_years_sourced check (length(btrim(source)) between 3 and 200),
  constraint children_household_years_undone_by_someone check ((undone_at is null) = (undone_by is null))
);
create unique index children_household_years_one_a_year on children_household_years (household_id, year)
  where undone_at is null;
alter table children_household_years enable row level security;
create policy children_household_years_area on children_household_years
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

alter table children
  add column household_id uuid,
  add constraint children_in_household foreign key (household_id) references children_households (id);

-- Belonging to a household is a fact with dates like the others; it keeps the code as it was then, also for those who
-- may not see the household because the child has moved to them.
alter table children_facts
  add column household_id uuid,
  add column household_code text,
  add constraint children_facts_in_household foreign key (household_id) references children_households (id),
  add constraint children_facts_household_named check ((kind = 'household') = (household_id is not null)
    and (household_id is null) = (household_code is null)),
  drop constraint children_facts_value_of_kind,
  add constraint children_facts_value_of_kind check (case kind
    when 'residence' then value in ('permanent', 'temporary')
    when 'household' then value = 'member'
    when 'poverty' then value in ('none', 'near-poor', 'poor')
    when 'insurance' then value in ('card', 'none')
    when 'birth-registration' then value in ('registered', 'not-registered')
    when 'schooling' then value in ('none', 'nursery', 'kindergarten', 'primary')
    when 'flag' then value in ('disabled', 'disaster', 'serious-illness', 'in-facility', 'not-with-parents',
      'multiple-birth', 'foundling', 'stateless')
    else false end);
create index children_facts_by_household on children_facts (household_id) where household_id is not null;

-- Codes that stand on children become households of their village; a child that has none there becomes none of its
-- own. An address is taken over when all children of the household say the same.
update children set household_code = nullif(btrim(household_code), '') where household_code <> btrim(household_code)
  or household_code = '';
insert into children_households (id, area_id, area_lft, code, address)
  select gen_random_uuid(), coalesce(c.village_id, c.commune_id), min(c.area_lft), c.household_code,
    case when count(distinct c.address) = 1 then min(c.address) end
  from children c where c.household_code is not null
  group by coalesce(c.village_id, c.commune_id), c.household_code;
update children c set household_id = h.id from children_households h
  where h.area_id = coalesce(c.village_id, c.commune_id) and h.code = c.household_code;
create index children_by_household on children (household_id) where household_id is not null;
