-- What is true of a child for a time: where it lives, poverty by year, insurance card, birth registration, school,
-- priority flags (R24 of the plans). The columns of `children` stay the present value that services and indicators
-- read; one function keeps them (children/server/keep-present.ts). A correction leaves the old row, undone.
create table children_facts (
  child_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  kind text not null,
  value text not null,
  from_day date not null,
  to_day date,
  -- Why a residence ended.
  ending text,
  -- Of a card or a certificate: shown to those who may see numbers.
  number text,
  commune_id uuid,
  village_id uuid,
  facility_id uuid,
  detail text,
  source text not null,
  -- Null for rows made from what stood in the register before there were dates.
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  replaces uuid,
  undone_at timestamptz,
  undone_by uuid,
  constraint children_facts_pkey primary key (child_id, id),
  constraint children_facts_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint children_facts_in_commune foreign key (commune_id) references areas (id),
  constraint children_facts_in_village foreign key (village_id) references areas (id),
  constraint children_facts_at_facility foreign key (facility_id) references facilities (id),
  constraint children_facts_value_of_kind check (case kind
    when 'residence' then value in ('permanent', 'temporary')
    when 'poverty' then value in ('none', 'near-poor', 'poor')
    when 'insurance' then value in ('card', 'none')
    when 'birth-registration' then value in ('registered', 'not-registered')
    when 'schooling' then value in ('none', 'nursery', 'kindergarten', 'primary')
    when 'flag' then value in ('disabled', 'disaster', 'serious-illness', 'in-facility', 'not-with-parents',
      'multiple-birth', 'foundling', 'stateless')
    else false end),
  constraint children_facts_in_order check (to_day is null or from_day <= to_day),
  constraint children_facts_ending_of_residence check (ending is null
    or (kind = 'residence' and to_day is not null and ending in ('moved-out', 'died'))),
  constraint children_facts_residence_somewhere check ((kind = 'residence') = (commune_id is not null)),
  constraint children_facts_sourced check (length(btrim(source)) between 3 and 200),
  constraint children_facts_undone_by_someone check ((undone_at is null) = (undone_by is null))
);
-- Those that end: the night after, the present value is made again.
create index children_facts_by_end on children_facts (to_day) where to_day is not null and undone_at is null;
create index children_facts_by_flag on children_facts (value, child_id) where kind = 'flag' and undone_at is null;
alter table children_facts enable row level security;
create policy children_facts_area on children_facts
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- NĐ 56/2017/NĐ-CP Art. 3-16: 48 sub-groups. A circumstance written over leaves its former state, undone.
alter table children_circumstances
  add column subgroup text,
  add column replaces uuid,
  add column undone_at timestamptz,
  add column undone_by uuid,
  add constraint children_circumstances_subgroup_of_group
    check (subgroup is null or subgroup ~ ('^' || group_no || '\.[0-9]{1,2}$')),
  add constraint children_circumstances_undone_by_someone check ((undone_at is null) = (undone_by is null));
create index children_circumstances_by_end on children_circumstances (to_day)
  where to_day is not null and undone_at is null;

-- The day of birth may be unknown: then born_on is the middle of the month (15th) or of the year (1 July).
alter table children
  add column born_precision text not null default 'day',
  add constraint children_born_precision_known check (born_precision in ('day', 'month', 'year'));

-- A child is found by the words of its carers' names too. `own`: the word is of the child's own name.
alter table children_name_tokens add column own boolean not null default true;
insert into children_name_tokens (child_id, token, commune_id, area_lft, own)
  select distinct k.child_id, word.token, c.commune_id, c.area_lft, false
  from children_carers k join children c on c.id = k.child_id
  cross join lateral regexp_split_to_table(k.name_folded, ' ') as word (token)
  where word.token <> '' and c.erased_at is null
  on conflict (child_id, token) do nothing;

-- What stands in the register becomes the first dated row, from the day of registering.
insert into children_facts (child_id, id, area_lft, kind, value, from_day, source)
  select c.id, gen_random_uuid(), c.area_lft, fact.kind, fact.value,
    greatest(c.born_on, (c.registered_at at time zone 'Asia/Ho_Chi_Minh')::date), 'Sổ trẻ em'
  from children c cross join lateral (values
    ('poverty', nullif(c.poverty, 'none')),
    ('schooling', nullif(c.education, 'none')),
    ('flag', case when c.disabled then 'disabled' end)) as fact (kind, value)
  where fact.value is not null and c.left_on is null;
