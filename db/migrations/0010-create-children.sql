-- The register of children. Every row of a child carries the child's place (areas.lft) for row-level
-- security. Tables of a child refer to (id, area_lft) with "on update cascade": when a child moves or the
-- places are renumbered, one update of children.area_lft moves every row of that child.

create table children (
  id uuid not null,
  area_lft integer not null,
  commune_id uuid not null,
  village_id uuid,
  full_name text not null,
  unnamed boolean not null default false,
  -- Empty while the child is unnamed.
  name_folded text collate "C" not null,
  name_sort text collate "C" not null,
  born_on date not null,
  sex text not null,
  ethnic_code text,
  household_code text,
  address text,
  poverty text,
  disabled boolean not null default false,
  special_circumstance boolean not null default false,
  education text,
  registered_at timestamptz not null default now(),
  left_on date,
  left_reason text,
  sample boolean not null default false,
  version integer not null default 1,
  constraint children_key primary key (id),
  constraint children_key_with_area unique (id, area_lft),
  constraint children_place_known check (area_lft > 0),
  constraint children_in_commune foreign key (commune_id) references areas (id),
  constraint children_in_village foreign key (village_id) references areas (id),
  constraint children_named check (length(full_name) between 1 and 100 and full_name = btrim(full_name)),
  constraint children_born_in_range check (born_on >= date '2000-01-01'),
  constraint children_sex_known check (sex in ('male', 'female')),
  -- General Statistics Office, Decision 121-TCTK/PPCD of 2/3/1979: 54 groups and 55 foreigner.
  constraint children_ethnic_code_of_1979 check (ethnic_code ~ '^(0[1-9]|[1-4][0-9]|5[0-5])$'),
  constraint children_poverty_known check (poverty in ('none', 'near-poor', 'poor')),
  constraint children_education_known check (education in ('none', 'nursery', 'kindergarten', 'primary')),
  constraint children_left_reason_known check (left_reason in ('moved', 'died', 'registered-twice', 'mistake')),
  constraint children_left_with_reason check ((left_on is null) = (left_reason is null)),
  constraint children_left_after_birth check (left_on >= born_on),
  constraint children_version_positive check (version > 0)
);

create index children_by_commune on children (commune_id, name_sort, id);
create index children_by_village on children (village_id, name_sort, id);
create index children_by_name on children (name_sort, id);
create index children_by_birth on children (born_on, name_folded);

create table children_carers (
  child_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  full_name text not null,
  name_folded text collate "C" not null,
  relation text not null,
  phone text collate "C",
  constraint children_carers_key primary key (child_id, id),
  constraint children_carers_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint children_carers_named check (length(full_name) between 1 and 100),
  constraint children_carers_relation_known check (relation in ('mother', 'father', 'guardian', 'other')),
  constraint children_carers_phone_in_digits check (phone ~ '^0[0-9]{9,10}$')
);

create index children_carers_by_phone on children_carers (phone) where phone is not null;

create table children_identifiers (
  kind text not null,
  value text collate "C" not null,
  child_id uuid not null,
  area_lft integer not null,
  -- Unique in the whole country: keyed by itself.
  constraint children_identifiers_key primary key (kind, value),
  constraint children_identifiers_one_of_a_kind unique (child_id, kind),
  constraint children_identifiers_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint children_identifiers_kind_known check (kind in ('personal-id')),
  -- NĐ 137/2015/NĐ-CP Art. 13: 12 digits.
  constraint children_identifiers_twelve_digits check (kind <> 'personal-id' or value ~ '^[0-9]{12}$')
);

create table children_name_tokens (
  child_id uuid not null,
  token text collate "C" not null,
  commune_id uuid not null,
  area_lft integer not null,
  constraint children_name_tokens_key primary key (child_id, token),
  constraint children_name_tokens_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade
);

create index children_name_tokens_by_commune on children_name_tokens (commune_id, token);
create index children_name_tokens_by_token on children_name_tokens (token);

alter table children enable row level security;
create policy children_area on children
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
alter table children_carers enable row level security;
create policy children_carers_area on children_carers
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
alter table children_identifiers enable row level security;
create policy children_identifiers_area on children_identifiers
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
alter table children_name_tokens enable row level security;
create policy children_name_tokens_area on children_name_tokens
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Says which of the given numbers are taken anywhere in the country, and nothing else about their holders:
-- a number must be refused even when its holder lives outside the area of the person who asks.
create function children_taken_personal_ids(numbers text[]) returns setof text
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select value from public.children_identifiers
    where kind = 'personal-id' and value = any (numbers collate "C")
  $$;
