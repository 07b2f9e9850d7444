-- WHO's own tables, when an installation imports them: reference data of the installation, one version a set of files.
create table growth_standards (
  version text not null,
  source text not null,
  imported_at timestamptz not null default now(),
  constraint growth_standards_pkey primary key (version)
);

-- One table for one sex: points (days, months, centimetres) and L, M, S at each.
create table growth_standard_tables (
  version text not null,
  name text not null,
  sex text not null,
  at double precision[] not null,
  l double precision[] not null,
  m double precision[] not null,
  s double precision[] not null,
  constraint growth_standard_tables_pkey primary key (version, name, sex),
  constraint growth_standard_tables_of_standard foreign key (version) references growth_standards (version),
  constraint growth_standard_tables_sex_known check (sex in ('male', 'female')),
  constraint growth_standard_tables_columns_together check (
    cardinality(at) = cardinality(l) and cardinality(at) = cardinality(m) and cardinality(at) = cardinality(s)
  )
);

-- What was measured on a day: kilograms, centimetres, skinfolds in millimetres. Nothing is deleted: a correction
-- replaces the measurement of its day, a mistake is undone, and both stay in the history.
create table growth_measurements (
  child_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  measured_on date not null,
  weight_kg numeric(6, 3),
  lenhei_cm numeric(5, 2),
  position text,
  oedema boolean not null default false,
  head_cm numeric(5, 2),
  arm_cm numeric(5, 2),
  triceps_mm numeric(5, 2),
  subscapular_mm numeric(5, 2),
  -- Doubts that the person saw and confirmed before saving.
  confirmed text[] not null default '{}',
  session_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  replaced_by uuid,
  undone_by uuid,
  undone_at timestamptz,
  constraint growth_measurements_pkey primary key (child_id, id),
  constraint growth_measurements_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint growth_measurements_something check (
    oedema or num_nonnulls(weight_kg, lenhei_cm, head_cm, arm_cm, triceps_mm, subscapular_mm) > 0
  ),
  constraint growth_measurements_weight_in_range check (weight_kg between 0.3 and 150),
  constraint growth_measurements_lenhei_in_range check (lenhei_cm between 20 and 220),
  constraint growth_measurements_head_in_range check (head_cm between 15 and 80),
  constraint growth_measurements_arm_in_range check (arm_cm between 4 and 60),
  constraint growth_measurements_skinfolds_in_range check (
    coalesce(triceps_mm, 1) between 0.5 and 80 and coalesce(subscapular_mm, 1) between 0.5 and 80
  ),
  constraint growth_measurements_position_known check (position in ('lying', 'standing')),
  constraint growth_measurements_undone_by_someone check ((undone_at is null) = (undone_by is null))
);
create unique index growth_measurements_one_per_day on growth_measurements (child_id, measured_on)
  where undone_at is null;
create index growth_measurements_by_session on growth_measurements (session_id) where session_id is not null;
alter table growth_measurements enable row level security;
create policy growth_measurements_area on growth_measurements
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- The z-scores of a measurement that stands, with the version of the tables they were read from. Made again from the
-- measurement when tables are imported. flags: implausible ones; classes: as in shared/classes.ts.
create table growth_scores (
  child_id uuid not null,
  measurement_id uuid not null,
  area_lft integer not null,
  measured_on date not null,
  age_days integer not null,
  standard_version text not null,
  z_len numeric(6, 2),
  z_wei numeric(6, 2),
  z_wfl numeric(6, 2),
  z_bmi numeric(6, 2),
  z_hc numeric(6, 2),
  z_ac numeric(6, 2),
  z_ts numeric(6, 2),
  z_ss numeric(6, 2),
  flags text[] not null,
  classes text[] not null,
  constraint growth_scores_pkey primary key (child_id, measurement_id),
  constraint growth_scores_of_measurement foreign key (child_id, measurement_id)
    references growth_measurements (child_id, id) on delete cascade,
  constraint growth_scores_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade
);
create index growth_scores_by_day on growth_scores (child_id, measured_on);
create index growth_scores_by_version on growth_scores (standard_version);
alter table growth_scores enable row level security;
create policy growth_scores_area on growth_scores
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- How a child stands now: the newest classes and what its line tells (falling, no gain). Follows the measurements.
create table growth_states (
  child_id uuid not null,
  area_lft integer not null,
  measured_on date not null,
  classes text[] not null,
  trends text[] not null,
  severity smallint not null,
  next_on date not null,
  constraint growth_states_pkey primary key (child_id),
  constraint growth_states_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint growth_states_severity_in_range check (severity between 0 and 3)
);
create index growth_states_by_area on growth_states (area_lft) where severity > 0;
alter table growth_states enable row level security;
create policy growth_states_area on growth_states
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- What indicators and reports read: one row a measurement that stands. wfl is BMI-for-age from 60 months on.
create view growth_facts with (security_invoker = true) as
  select s.child_id, s.measurement_id, s.area_lft, s.measured_on, s.age_days, s.standard_version, m.oedema,
    s.z_len, s.z_wei, s.z_wfl, s.z_bmi, s.z_hc, s.z_ac, s.flags, s.classes
  from growth_scores s join growth_measurements m on m.child_id = s.child_id and m.id = s.measurement_id
  where m.undone_at is null;
