-- Pregnant women as the programme cares for them (R21): expected day, place, where antenatal care is given. At birth
-- the pregnancy becomes the child: `children_births` ties them.
create table children_pregnancies (
  id uuid not null,
  -- The village, or the commune while the village is not known.
  area_id uuid not null,
  area_lft integer not null,
  mother_name text not null,
  mother_folded text collate "C" not null,
  mother_phone text collate "C",
  mother_born_year smallint,
  expected_on date not null,
  facility_id uuid,
  household_code text,
  address text,
  ethnic_code text,
  poverty text,
  note text,
  state text not null default 'expecting',
  ended_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  constraint children_pregnancies_pkey primary key (id),
  constraint children_pregnancies_in_area foreign key (area_id) references areas (id),
  constraint children_pregnancies_at_facility foreign key (facility_id) references facilities (id),
  constraint children_pregnancies_named check (length(mother_name) between 1 and 100),
  constraint children_pregnancies_phone_in_digits check (mother_phone ~ '^0[0-9]{9,10}$'),
  constraint children_pregnancies_ethnic_code_of_1979 check (ethnic_code ~ '^(0[1-9]|[1-4][0-9]|5[0-5])$'),
  constraint children_pregnancies_poverty_known check (poverty in ('none', 'near-poor', 'poor')),
  constraint children_pregnancies_state_known check (state in ('expecting', 'born', 'ended')),
  constraint children_pregnancies_ended_on_a_day check ((state = 'expecting') = (ended_on is null))
);
create index children_pregnancies_by_area on children_pregnancies (area_lft, expected_on) where state = 'expecting';
alter table children_pregnancies enable row level security;
create policy children_pregnancies_area on children_pregnancies
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

create table children_births (
  child_id uuid not null,
  pregnancy_id uuid not null,
  area_lft integer not null,
  constraint children_births_pkey primary key (child_id, pregnancy_id),
  constraint children_births_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade deferrable,
  constraint children_births_of_pregnancy foreign key (pregnancy_id) references children_pregnancies (id)
);
create index children_births_by_pregnancy on children_births (pregnancy_id);
alter table children_births enable row level security;
create policy children_births_area on children_births
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
