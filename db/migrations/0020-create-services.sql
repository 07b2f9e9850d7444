-- The service package as reference data: one row a version with all its content, and its items for joins.
create table services_packages (
  version text not null,
  compiled_on date not null,
  content jsonb not null,
  loaded_at timestamptz not null default now(),
  constraint services_packages_pkey primary key (version)
);

-- The number stays with the code in every version; status rows name items by it.
create table services_items (
  code text not null,
  number smallint not null,
  domain text not null,
  audience text not null,
  mandatory boolean not null,
  name_vi text not null,
  name_en text not null,
  package_version text not null,
  constraint services_items_pkey primary key (code),
  constraint services_items_number_once unique (number),
  constraint services_items_of_package foreign key (package_version) references services_packages (version),
  constraint services_items_domain_known check (
    domain in ('health', 'nutrition', 'education', 'care', 'protection', 'welfare')
  ),
  constraint services_items_audience_known check (audience in ('child', 'caregiver', 'pregnant-woman'))
);

-- What was done for a child, refused, or not possible. Nothing is deleted: a mistake is undone and stays.
create table services_records (
  child_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  item_code text not null,
  dose smallint,
  done_on date not null,
  answer text not null,
  irregular boolean not null default false,
  note text,
  session_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  constraint services_records_pkey primary key (child_id, id),
  constraint services_records_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint services_records_of_item foreign key (item_code) references services_items (code),
  constraint services_records_answer_known check (answer in ('done', 'refused', 'contraindicated')),
  constraint services_records_dose_in_range check (dose between 1 and 9),
  constraint services_records_note_short check (length(note) <= 500),
  constraint services_records_undone_by_someone check ((undone_at is null) = (undone_by is null))
);
create unique index services_records_dose_once on services_records (child_id, item_code, dose)
  where dose is not null and answer = 'done' and undone_at is null;
create unique index services_records_once_a_day on services_records (child_id, item_code, done_on)
  where dose is null and answer = 'done' and undone_at is null;
create index services_records_by_session on services_records (session_id) where session_id is not null;
alter table services_records enable row level security;
create policy services_records_area on services_records
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- What a child was owed and got in a period; always made again from the records, never changed by hand.
-- Masks: bit 0 health, 1 nutrition, 2 education, 3 care, 4 protection, 5 welfare. Items by their numbers.
-- A child with such rows cannot be deleted: the counters would no longer know what to give back.
create table services_status (
  child_id uuid not null,
  period text not null,
  area_lft integer not null,
  commune_id uuid not null,
  village_id uuid,
  age_years smallint not null,
  sex text not null,
  ethnic_code text,
  poverty text,
  due_mask smallint not null,
  got_mask smallint not null,
  due_items smallint[] not null,
  got_items smallint[] not null,
  package_version text not null,
  constraint services_status_pkey primary key (child_id, period),
  constraint services_status_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade,
  constraint services_status_period_form check (period ~ '^\d{4}(-H[12])?$'),
  constraint services_status_masks check (due_mask between 0 and 63 and got_mask & ~due_mask = 0)
);
create index services_status_by_commune on services_status (commune_id, period);
alter table services_status enable row level security;
create policy services_status_area on services_status
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- What is open for a child now: due, late or opening soon. One row a child; the arrays go together.
create table services_open (
  child_id uuid not null,
  area_lft integer not null,
  commune_id uuid not null,
  village_id uuid,
  items smallint[] not null,
  doses smallint[] not null,
  opens date[] not null,
  deadlines date[] not null,
  earliest date,
  recheck_on date,
  constraint services_open_pkey primary key (child_id),
  constraint services_open_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade,
  constraint services_open_arrays_together check (
    cardinality(items) = cardinality(doses) and cardinality(items) = cardinality(opens)
    and cardinality(items) = cardinality(deadlines)
  )
);
create index services_open_by_commune on services_open (commune_id, earliest, child_id);
create index services_open_by_village on services_open (village_id, earliest, child_id);
create index services_open_by_recheck on services_open (recheck_on);
alter table services_open enable row level security;
create policy services_open_area on services_open
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Children whose rows above must be made again. Only added to, so that nobody waits; one drain at a time.
create table services_stale (
  id bigint generated always as identity,
  child_id uuid not null,
  constraint services_stale_pkey primary key (id)
);

-- Sums of services_status, moved by the difference in the transaction that changes a status row.
-- key: 'all' (due = children counted, got = reached in every due domain), 'assessed' (due = children with
-- something due), a domain, or an item code.
create table services_counters (
  commune_id uuid not null,
  period text not null,
  age_years smallint not null,
  key text not null,
  area_lft integer not null,
  due integer not null,
  got integer not null,
  constraint services_counters_pkey primary key (commune_id, period, age_years, key),
  constraint services_counters_of_commune foreign key (commune_id) references areas (id),
  constraint services_counters_in_order check (got between 0 and due)
);
alter table services_counters enable row level security;
create policy services_counters_area on services_counters
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- What indicators and reports read.
create view services_facts with (security_invoker = true) as
  select child_id, period, area_lft, commune_id, village_id, age_years, sex, ethnic_code, poverty,
    due_mask, got_mask, due_items, got_items, package_version
  from services_status;
