-- Staging of rosters: a file is read into rows, looked at by a person, then taken over in one transaction.

create table children_import_runs (
  id uuid not null,
  area_lft integer not null,
  commune_id uuid not null,
  file_name text not null,
  status text not null,
  failure text,
  total_rows integer not null default 0,
  taken_rows integer not null default 0,
  refused_rows integer not null default 0,
  held_rows integer not null default 0,
  known_rows integer not null default 0,
  imported_rows integer not null default 0,
  columns jsonb not null,
  new_villages jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint children_import_runs_key primary key (id),
  constraint children_import_runs_key_with_area unique (id, area_lft),
  constraint children_import_runs_in_commune foreign key (commune_id) references areas (id),
  constraint children_import_runs_status_known
    check (status in ('waiting', 'reading', 'checked', 'writing', 'imported', 'refused', 'cancelled')),
  constraint children_import_runs_refused_with_reason check (status <> 'refused' or failure is not null)
);

create index children_import_runs_by_commune on children_import_runs (commune_id, created_at);

-- The uploaded bytes, kept only until they are read.
create table children_import_files (
  run_id uuid not null,
  area_lft integer not null,
  bytes bytea not null,
  constraint children_import_files_key primary key (run_id),
  constraint children_import_files_of_run foreign key (run_id, area_lft)
    references children_import_runs (id, area_lft) on update cascade on delete cascade
);

create table children_import_rows (
  run_id uuid not null,
  row_number integer not null,
  area_lft integer not null,
  state text not null,
  cells jsonb not null,
  reasons jsonb not null,
  -- What the row says of the child; null when it is refused.
  child jsonb,
  name_folded text collate "C",
  born_on date,
  -- The birth date with day and month exchanged, where that is a date.
  born_swapped date,
  mother_folded text collate "C",
  personal_id text collate "C",
  same_as_child uuid,
  same_as_row integer,
  constraint children_import_rows_key primary key (run_id, row_number),
  constraint children_import_rows_of_run foreign key (run_id, area_lft)
    references children_import_runs (id, area_lft) on update cascade on delete cascade,
  constraint children_import_rows_state_known
    check (state in ('taken', 'refused', 'held', 'known', 'decided-same', 'decided-another')),
  constraint children_import_rows_child_unless_refused check ((state = 'refused') = (child is null))
);

create index children_import_rows_by_state on children_import_rows (run_id, state, row_number);
create index children_import_rows_by_name on children_import_rows (run_id, born_on, name_folded, row_number)
  where child is not null;
create index children_import_rows_by_mother on children_import_rows (run_id, born_on, mother_folded, row_number)
  where mother_folded is not null;
create index children_import_rows_by_personal_id on children_import_rows (run_id, personal_id, row_number)
  where personal_id is not null;

alter table children_import_runs enable row level security;
create policy children_import_runs_area on children_import_runs
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
alter table children_import_files enable row level security;
create policy children_import_files_area on children_import_files
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
alter table children_import_rows enable row level security;
create policy children_import_rows_area on children_import_rows
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
