-- What a place has: its features, facilities, dangerous spots and the numbers people call.
-- Everybody below a place sees what the place itself has (its health station, its duty phone); nobody beside it does.

-- A feature of an area between two days. `family` is what excludes one another: urban and rural are one family,
-- each project is a family of its own, every other kind is its own family.
create table facilities_features (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  kind text not null,
  family text not null,
  valid_from date not null,
  valid_to date,
  project text,
  donor text,
  basis text,
  note text,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  removed_at timestamptz,
  constraint facilities_features_pkey primary key (id),
  constraint facilities_features_of_area foreign key (area_id) references areas (id),
  constraint facilities_features_kind_known check (
    kind in ('remote', 'special-difficulty', 'minority-mountain', 'urban', 'rural', 'pilot', 'scale-up')
  ),
  constraint facilities_features_dates_in_order check (valid_to is null or valid_from <= valid_to),
  constraint facilities_features_project_named check ((kind in ('pilot', 'scale-up')) = (project is not null)),
  constraint facilities_features_once_a_day exclude using gist (
    areas_id_range(area_id, area_id, '[]') with &&, areas_text_range(family, family, '[]') with &&,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (removed_at is null)
);
create index facilities_features_by_area on facilities_features (area_id, valid_from);
create index facilities_features_by_range on facilities_features (area_lft);
alter table facilities_features enable row level security;
create policy facilities_features_area on facilities_features
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy facilities_features_above on facilities_features for select
  using (area_id in (select id from areas
    where lft <= current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));

-- Land in square metres. valid_from is null when nobody knows since when the facility is there.
create table facilities (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  kind text not null,
  name text not null,
  name_folded text collate "C" not null,
  operator text not null,
  valid_from date,
  valid_to date,
  capacity integer,
  for_under_three boolean not null default false,
  land_m2 numeric(10, 1),
  address text,
  contact_name text,
  phone text,
  note text,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint facilities_pkey primary key (id),
  constraint facilities_of_area foreign key (area_id) references areas (id),
  constraint facilities_kind_known check (
    kind in ('health-station', 'hospital', 'preschool', 'primary-school', 'group-care', 'social-assistance',
      'social-work-centre', 'protection-provider', 'culture-sport', 'play-point')
  ),
  constraint facilities_operator_known check (operator in ('public', 'private', 'community', 'religious')),
  constraint facilities_dates_in_order check (valid_from is null or valid_to is null or valid_from <= valid_to),
  constraint facilities_capacity_in_range check (capacity between 0 and 100000),
  constraint facilities_land_in_range check (land_m2 between 0 and 10000000)
);
create unique index facilities_named_once on facilities (area_id, kind, name_folded) where valid_to is null;
create index facilities_by_range on facilities (area_lft);
alter table facilities enable row level security;
create policy facilities_area on facilities
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy facilities_above on facilities for select
  using (area_id in (select id from areas
    where lft <= current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));

-- A place where children get hurt. `repair` and the days after it follow from the inspections, newest first.
create table facilities_dangers (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  kind text not null,
  name text not null,
  near text not null,
  found_on date not null,
  responsible text,
  repair text not null,
  repaired_on date,
  last_inspected_on date,
  next_inspection_on date,
  note text,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint facilities_dangers_pkey primary key (id),
  constraint facilities_dangers_of_area foreign key (area_id) references areas (id),
  constraint facilities_dangers_kind_known check (kind in ('traffic-black-spot', 'drowning-spot', 'other')),
  constraint facilities_dangers_near_known check (near in ('school', 'homes', 'road', 'elsewhere')),
  constraint facilities_dangers_repair_known check (repair in ('none', 'warned', 'planned', 'under-way', 'done')),
  constraint facilities_dangers_repaired_some_day check ((repair = 'done') = (repaired_on is not null)),
  constraint facilities_dangers_open_is_inspected check ((repair = 'done') = (next_inspection_on is null))
);
create index facilities_dangers_by_range on facilities_dangers (area_lft);
alter table facilities_dangers enable row level security;
create policy facilities_dangers_area on facilities_dangers
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy facilities_dangers_above on facilities_dangers for select
  using (area_id in (select id from areas
    where lft <= current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));

create table facilities_inspections (
  danger_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  inspected_on date not null,
  repair text not null,
  next_inspection_on date,
  note text,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint facilities_inspections_pkey primary key (danger_id, id),
  constraint facilities_inspections_of_danger foreign key (danger_id) references facilities_dangers (id),
  constraint facilities_inspections_one_a_day unique (danger_id, inspected_on),
  constraint facilities_inspections_repair_known check (repair in ('none', 'warned', 'planned', 'under-way', 'done'))
);
create index facilities_inspections_by_range on facilities_inspections (area_lft);
alter table facilities_inspections enable row level security;
create policy facilities_inspections_area on facilities_inspections
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- The unit's numbers on the poster. 111 and the emergency numbers are the same everywhere and stand in the code.
create table facilities_contacts (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  kind text not null,
  label text not null,
  phone text not null,
  hours text,
  note text,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  removed_at timestamptz,
  constraint facilities_contacts_pkey primary key (id),
  constraint facilities_contacts_of_area foreign key (area_id) references areas (id),
  constraint facilities_contacts_kind_known check (kind in ('duty', 'contact')),
  constraint facilities_contacts_phone_readable check (phone ~ '^[0-9+][0-9]{2,14}$')
);
create index facilities_contacts_by_range on facilities_contacts (area_lft);
alter table facilities_contacts enable row level security;
create policy facilities_contacts_area on facilities_contacts
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy facilities_contacts_above on facilities_contacts for select
  using (area_id in (select id from areas
    where lft <= current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));

-- What became of an uploaded list. Refused rows stay as they stood in the file, each with its reasons.
create table facilities_imports (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  file_name text not null,
  taken integer not null,
  headings jsonb not null,
  refused jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint facilities_imports_pkey primary key (id),
  constraint facilities_imports_of_area foreign key (area_id) references areas (id)
);
create index facilities_imports_by_range on facilities_imports (area_lft);
alter table facilities_imports enable row level security;
create policy facilities_imports_area on facilities_imports
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
