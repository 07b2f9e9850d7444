-- Reorganisation of places as a case: a decision with its changes, from the draft to the undoing.
-- area_lft of a case is the place of who prepares it: everybody at that level or above sees the case.
create table reorganisation_cases (
  id uuid not null,
  no integer not null generated always as identity,
  area_id uuid not null,
  area_lft integer not null,
  decision_number text not null,
  decided_on date not null,
  issuer text not null,
  effective_on date not null,
  content jsonb not null,
  state text not null default 'draft',
  version integer not null default 1,
  preview jsonb,
  previewed_at timestamptz,
  outcome jsonb,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  applied_by uuid,
  applied_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  constraint reorganisation_cases_pkey primary key (id),
  constraint reorganisation_cases_no_once unique (no),
  constraint reorganisation_cases_area_fkey foreign key (area_id) references areas (id),
  constraint reorganisation_cases_state_known check (state in ('draft', 'previewed', 'applied', 'undone')),
  constraint reorganisation_cases_number_given check (length(decision_number) between 1 and 100),
  constraint reorganisation_cases_issuer_given check (length(issuer) between 1 and 200),
  constraint reorganisation_cases_decided_first check (decided_on <= effective_on),
  constraint reorganisation_cases_seen_before_applied check (state not in ('previewed', 'applied') or preview is not null),
  constraint reorganisation_cases_applied_by_someone
    check (state not in ('applied', 'undone') or (applied_at is not null and applied_by is not null)),
  constraint reorganisation_cases_undone_by_someone
    check (state <> 'undone' or (undone_at is not null and undone_by is not null)),
  constraint reorganisation_cases_version_positive check (version > 0)
);
create index reorganisation_cases_by_area on reorganisation_cases (area_lft, no desc);
alter table reorganisation_cases enable row level security;
create policy reorganisation_cases_area on reorganisation_cases
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- What an applied case did to the tree. Rows stand only while the case is applied: the unique index refuses a
-- second reorganisation of one unit on one day. No reference to areas: undoing takes made units away again.
create table reorganisation_units (
  case_id uuid not null,
  area_id uuid not null,
  did text not null,
  area_lft integer not null,
  effective_on date not null,
  -- The day on which an ended unit would have ended without the case.
  valid_to date,
  -- Where a moved unit was and came to, with the range of numbers there.
  from_parent_id uuid,
  from_lft integer,
  from_rgt integer,
  to_parent_id uuid,
  to_lft integer,
  to_rgt integer,
  -- Which of the old units takes back what was made in a new one, when the case is undone.
  heir_id uuid,
  constraint reorganisation_units_pkey primary key (case_id, area_id),
  constraint reorganisation_units_of_case foreign key (case_id) references reorganisation_cases (id),
  constraint reorganisation_units_did_known
    check (did in ('ended', 'made', 'holding', 'moved', 'renamed', 'received', 'gave'))
);
create unique index reorganisation_units_once_a_day on reorganisation_units (area_id, effective_on)
  where did in ('ended', 'renamed', 'received', 'gave');
create index reorganisation_units_by_area on reorganisation_units (area_id);
alter table reorganisation_units enable row level security;
create policy reorganisation_units_area on reorganisation_units
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Where a child was before the case moved it, and where the case put it.
create table reorganisation_moves (
  child_id uuid not null,
  case_id uuid not null,
  area_lft integer not null,
  from_commune_id uuid not null,
  from_village_id uuid,
  from_lft integer not null,
  to_commune_id uuid not null,
  to_village_id uuid,
  to_lft integer not null,
  constraint reorganisation_moves_pkey primary key (child_id, case_id),
  constraint reorganisation_moves_of_case foreign key (case_id) references reorganisation_cases (id),
  constraint reorganisation_moves_of_child foreign key (child_id, area_lft) references children (id, area_lft)
    on update cascade on delete cascade
);
create index reorganisation_moves_by_case on reorganisation_moves (case_id, child_id);
alter table reorganisation_moves enable row level security;
create policy reorganisation_moves_area on reorganisation_moves
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Rows of a unit (grants, plans, drafts of reports, imports under way) that followed it to its successor.
create table reorganisation_rows (
  case_id uuid not null,
  table_name text not null,
  row_id uuid not null,
  area_lft integer not null,
  from_area_id uuid not null,
  from_lft integer not null,
  to_area_id uuid not null,
  constraint reorganisation_rows_pkey primary key (case_id, table_name, row_id),
  constraint reorganisation_rows_of_case foreign key (case_id) references reorganisation_cases (id)
);
alter table reorganisation_rows enable row level security;
create policy reorganisation_rows_area on reorganisation_rows
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- The figures of a unit on the day it ended: they stay answerable when its children have moved.
create table reorganisation_results (
  case_id uuid not null,
  area_id uuid not null,
  period text not null,
  area_lft integer not null,
  -- [{"key": ..., "ageYears": ..., "due": ..., "got": ...}]
  figures jsonb not null,
  constraint reorganisation_results_pkey primary key (case_id, area_id, period),
  constraint reorganisation_results_of_case foreign key (case_id) references reorganisation_cases (id)
);
create index reorganisation_results_by_area on reorganisation_results (area_id, period);
alter table reorganisation_results enable row level security;
create policy reorganisation_results_area on reorganisation_results
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- What the holder of a grant is told about it.
create table reorganisation_notes (
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  grant_id uuid not null,
  area_lft integer not null,
  kind text not null,
  old_name text not null,
  new_name text,
  decision_number text not null,
  effective_on date not null,
  made_at timestamptz not null,
  read_at timestamptz,
  constraint reorganisation_notes_pkey primary key (id),
  constraint reorganisation_notes_of_case foreign key (case_id) references reorganisation_cases (id),
  constraint reorganisation_notes_kind_known check (kind in ('followed', 'waits', 'returned'))
);
create index reorganisation_notes_by_person on reorganisation_notes (person_id, made_at desc);
alter table reorganisation_notes enable row level security;
create policy reorganisation_notes_area on reorganisation_notes
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
