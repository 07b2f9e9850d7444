-- Written by scripts/generate-tables.ts from the migrated database. Do not edit.

table accounts_audit
  id uuid not null
  at timestamp with time zone not null default now()
  person_id uuid not null
  grant_id uuid not null
  area_lft integer not null
  action text not null
  subject_id text
  child_id uuid
  before jsonb
  after jsonb
  constraint accounts_audit_pkey PRIMARY KEY (id)
  CREATE INDEX accounts_audit_by_child ON accounts_audit USING btree (child_id, at DESC) WHERE (child_id IS NOT NULL)
  CREATE INDEX accounts_audit_by_time ON accounts_audit USING btree (at DESC)
  row level security
  policy accounts_audit_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table accounts_grants
  id uuid not null
  person_id uuid not null
  role text not null
  area_id uuid not null
  area_lft integer not null
  valid_from date not null
  valid_to date
  granted_by uuid
  granted_at timestamp with time zone not null default now()
  constraint accounts_grants_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint accounts_grants_dates_in_order CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint accounts_grants_person_fkey FOREIGN KEY (person_id) REFERENCES accounts_people(id)
  constraint accounts_grants_pkey PRIMARY KEY (id)
  constraint accounts_grants_role_known CHECK ((role = ANY (ARRAY['administrator'::text, 'officer'::text, 'field-worker'::text, 'viewer'::text])))
  CREATE INDEX accounts_grants_by_person ON accounts_grants USING btree (person_id)
  row level security
  policy accounts_grants_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table accounts_installation
  one boolean not null
  area_id uuid not null
  set_up_at timestamp with time zone not null default now()
  constraint accounts_installation_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint accounts_installation_only_one CHECK (one)
  constraint accounts_installation_pkey PRIMARY KEY (one)

table accounts_invitations
  token_hash text not null
  person_id uuid not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint accounts_invitations_person_fkey FOREIGN KEY (person_id) REFERENCES accounts_people(id)
  constraint accounts_invitations_pkey PRIMARY KEY (token_hash)

table accounts_people
  id uuid not null
  full_name text not null
  username text not null
  disabled_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  constraint accounts_people_pkey PRIMARY KEY (id)
  constraint accounts_people_username_once UNIQUE (username)

table accounts_reads
  id uuid not null
  at timestamp with time zone not null default now()
  person_id uuid not null
  grant_id uuid not null
  area_lft integer not null
  route text not null
  child_ids uuid[] not null
  constraint accounts_reads_pkey PRIMARY KEY (id)
  CREATE INDEX accounts_reads_by_child ON accounts_reads USING gin (child_ids)
  row level security
  policy accounts_reads_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table areas
  id uuid not null
  code text not null
  kind text not null
  name text not null
  full_name text not null
  name_folded text not null
  parent_id uuid
  lft integer not null
  rgt integer not null
  valid_from date not null
  valid_to date
  constraint areas_code_once_a_day UNIQUE (kind, code, valid_from)
  constraint areas_dates_in_order CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint areas_kind_known CHECK ((kind = ANY (ARRAY['nation'::text, 'province'::text, 'district'::text, 'commune'::text, 'village'::text])))
  constraint areas_parent_fkey FOREIGN KEY (parent_id) REFERENCES areas(id)
  constraint areas_pkey PRIMARY KEY (id)
  constraint areas_range_in_order CHECK ((lft <= rgt))
  CREATE INDEX areas_by_name ON areas USING btree (name_folded)
  CREATE INDEX areas_by_parent ON areas USING btree (parent_id, name_folded)
  CREATE INDEX areas_by_range ON areas USING btree (lft)

table children
  id uuid not null
  area_lft integer not null
  commune_id uuid not null
  village_id uuid
  full_name text not null
  unnamed boolean not null default false
  name_folded text not null
  name_sort text not null
  born_on date not null
  sex text not null
  ethnic_code text
  household_code text
  address text
  poverty text
  disabled boolean not null default false
  special_circumstance boolean not null default false
  education text
  registered_at timestamp with time zone not null default now()
  left_on date
  left_reason text
  sample boolean not null default false
  version integer not null default 1
  constraint children_born_in_range CHECK ((born_on >= '2000-01-01'::date))
  constraint children_education_known CHECK ((education = ANY (ARRAY['none'::text, 'nursery'::text, 'kindergarten'::text, 'primary'::text])))
  constraint children_ethnic_code_of_1979 CHECK ((ethnic_code ~ '^(0[1-9]|[1-4][0-9]|5[0-5])$'::text))
  constraint children_in_commune FOREIGN KEY (commune_id) REFERENCES areas(id)
  constraint children_in_village FOREIGN KEY (village_id) REFERENCES areas(id)
  constraint children_key PRIMARY KEY (id)
  constraint children_key_with_area UNIQUE (id, area_lft)
  constraint children_left_after_birth CHECK ((left_on >= born_on))
  constraint children_left_reason_known CHECK ((left_reason = ANY (ARRAY['moved'::text, 'died'::text, 'registered-twice'::text, 'mistake'::text])))
  constraint children_left_with_reason CHECK (((left_on IS NULL) = (left_reason IS NULL)))
  constraint children_named CHECK ((((length(full_name) >= 1) AND (length(full_name) <= 100)) AND (full_name = btrim(full_name))))
  constraint children_place_known CHECK ((area_lft > 0))
  constraint children_poverty_known CHECK ((poverty = ANY (ARRAY['none'::text, 'near-poor'::text, 'poor'::text])))
  constraint children_sex_known CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))
  constraint children_version_positive CHECK ((version > 0))
  CREATE INDEX children_by_birth ON children USING btree (born_on, name_folded)
  CREATE INDEX children_by_commune ON children USING btree (commune_id, name_sort, id)
  CREATE INDEX children_by_name ON children USING btree (name_sort, id)
  CREATE INDEX children_by_village ON children USING btree (village_id, name_sort, id)
  CREATE INDEX children_sample ON children USING btree (commune_id) WHERE sample
  row level security
  policy children_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_carers
  child_id uuid not null
  id uuid not null
  area_lft integer not null
  full_name text not null
  name_folded text not null
  relation text not null
  phone text
  constraint children_carers_key PRIMARY KEY (child_id, id)
  constraint children_carers_named CHECK (((length(full_name) >= 1) AND (length(full_name) <= 100)))
  constraint children_carers_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint children_carers_phone_in_digits CHECK ((phone ~ '^0[0-9]{9,10}$'::text))
  constraint children_carers_relation_known CHECK ((relation = ANY (ARRAY['mother'::text, 'father'::text, 'guardian'::text, 'other'::text])))
  CREATE INDEX children_carers_by_phone ON children_carers USING btree (phone) WHERE (phone IS NOT NULL)
  row level security
  policy children_carers_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_identifiers
  kind text not null
  value text not null
  child_id uuid not null
  area_lft integer not null
  constraint children_identifiers_key PRIMARY KEY (kind, value)
  constraint children_identifiers_kind_known CHECK ((kind = 'personal-id'::text))
  constraint children_identifiers_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint children_identifiers_one_of_a_kind UNIQUE (child_id, kind)
  constraint children_identifiers_twelve_digits CHECK (((kind <> 'personal-id'::text) OR (value ~ '^[0-9]{12}$'::text)))
  row level security
  policy children_identifiers_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_import_files
  run_id uuid not null
  area_lft integer not null
  bytes bytea not null
  constraint children_import_files_key PRIMARY KEY (run_id)
  constraint children_import_files_of_run FOREIGN KEY (run_id, area_lft) REFERENCES children_import_runs(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  row level security
  policy children_import_files_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_import_rows
  run_id uuid not null
  row_number integer not null
  area_lft integer not null
  state text not null
  cells jsonb not null
  reasons jsonb not null
  child jsonb
  name_folded text
  born_on date
  born_swapped date
  mother_folded text
  personal_id text
  same_as_child uuid
  same_as_row integer
  constraint children_import_rows_child_unless_refused CHECK (((state = 'refused'::text) = (child IS NULL)))
  constraint children_import_rows_key PRIMARY KEY (run_id, row_number)
  constraint children_import_rows_of_run FOREIGN KEY (run_id, area_lft) REFERENCES children_import_runs(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint children_import_rows_state_known CHECK ((state = ANY (ARRAY['taken'::text, 'refused'::text, 'held'::text, 'known'::text, 'decided-same'::text, 'decided-another'::text])))
  CREATE INDEX children_import_rows_by_mother ON children_import_rows USING btree (run_id, born_on, mother_folded, row_number) WHERE (mother_folded IS NOT NULL)
  CREATE INDEX children_import_rows_by_name ON children_import_rows USING btree (run_id, born_on, name_folded, row_number) WHERE (child IS NOT NULL)
  CREATE INDEX children_import_rows_by_personal_id ON children_import_rows USING btree (run_id, personal_id, row_number) WHERE (personal_id IS NOT NULL)
  CREATE INDEX children_import_rows_by_state ON children_import_rows USING btree (run_id, state, row_number)
  row level security
  policy children_import_rows_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_import_runs
  id uuid not null
  area_lft integer not null
  commune_id uuid not null
  file_name text not null
  status text not null
  failure text
  total_rows integer not null default 0
  taken_rows integer not null default 0
  refused_rows integer not null default 0
  held_rows integer not null default 0
  known_rows integer not null default 0
  imported_rows integer not null default 0
  columns jsonb not null
  new_villages jsonb not null
  created_by uuid not null
  created_at timestamp with time zone not null default now()
  finished_at timestamp with time zone
  constraint children_import_runs_in_commune FOREIGN KEY (commune_id) REFERENCES areas(id)
  constraint children_import_runs_key PRIMARY KEY (id)
  constraint children_import_runs_key_with_area UNIQUE (id, area_lft)
  constraint children_import_runs_refused_with_reason CHECK (((status <> 'refused'::text) OR (failure IS NOT NULL)))
  constraint children_import_runs_status_known CHECK ((status = ANY (ARRAY['waiting'::text, 'reading'::text, 'checked'::text, 'writing'::text, 'imported'::text, 'refused'::text, 'cancelled'::text])))
  CREATE INDEX children_import_runs_by_commune ON children_import_runs USING btree (commune_id, created_at)
  row level security
  policy children_import_runs_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_name_tokens
  child_id uuid not null
  token text not null
  commune_id uuid not null
  area_lft integer not null
  constraint children_name_tokens_key PRIMARY KEY (child_id, token)
  constraint children_name_tokens_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  CREATE INDEX children_name_tokens_by_commune ON children_name_tokens USING btree (commune_id, token)
  CREATE INDEX children_name_tokens_by_token ON children_name_tokens USING btree (token)
  row level security
  policy children_name_tokens_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table indicators_definitions
  code text not null
  place smallint not null
  name_vi text not null
  way text not null
  status text not null
  edition text not null
  content jsonb not null
  constraint indicators_definitions_pkey PRIMARY KEY (code)
  constraint indicators_definitions_status_known CHECK ((status = ANY (ARRAY['known'::text, 'partial'::text, 'unknown'::text])))
  constraint indicators_definitions_way_known CHECK ((way = ANY (ARRAY['computed'::text, 'by-hand'::text, 'unknown'::text])))

table indicators_editions
  version text not null
  compiled_on date not null
  source text not null
  checksum text not null
  loaded_at timestamp with time zone not null default now()
  constraint indicators_editions_pkey PRIMARY KEY (version)

table indicators_recounts
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  at timestamp with time zone not null
  asked_by uuid not null
  periods text[] not null
  state text not null
  children integer not null
  figures integer not null
  difference_count integer not null
  differences jsonb not null
  waiting text[] not null
  communes integer not null default 0
  communes_done integer not null default 0
  seen_at timestamp with time zone
  constraint indicators_recounts_different_with_reason CHECK (((state = 'different'::text) = (difference_count > 0)))
  constraint indicators_recounts_done_of_all CHECK (((communes_done >= 0) AND (communes_done <= communes)))
  constraint indicators_recounts_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint indicators_recounts_pkey PRIMARY KEY (id)
  constraint indicators_recounts_running_is_seen CHECK (((state <> 'running'::text) OR (seen_at IS NOT NULL)))
  constraint indicators_recounts_state_known CHECK ((state = ANY (ARRAY['running'::text, 'equal'::text, 'different'::text, 'waiting'::text])))
  CREATE INDEX indicators_recounts_by_area ON indicators_recounts USING btree (area_id, at DESC)
  row level security
  policy indicators_recounts_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table plans
  id uuid not null
  no integer not null default identity
  area_id uuid not null
  area_lft integer not null
  kind text not null
  number text
  symbol text
  issued_on date
  issued_month text
  issuer text
  issuer_area text
  title text not null
  period_from smallint
  period_to smallint
  source_name text
  source_text text not null
  reading jsonb not null
  filed_by uuid not null
  filed_at timestamp with time zone not null default now()
  constraint plans_issued_month_fits CHECK ((issued_month ~ '^\d{4}-\d{2}$'::text))
  constraint plans_kind_known CHECK ((kind = ANY (ARRAY['plan'::text, 'decision-with-plan'::text, 'decision'::text, 'report'::text, 'letter'::text])))
  constraint plans_no_once UNIQUE (no)
  constraint plans_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint plans_period_in_order CHECK ((period_from <= period_to))
  constraint plans_pkey PRIMARY KEY (id)
  CREATE INDEX plans_by_area ON plans USING btree (area_lft, issued_month DESC)
  CREATE UNIQUE INDEX plans_number_once ON plans USING btree (number, symbol, lower(issuer), "left"(issued_month, 4)) WHERE (number IS NOT NULL)
  CREATE UNIQUE INDEX plans_text_once ON plans USING btree (area_id, md5(source_text)) WHERE (number IS NULL)
  row level security
  policy plans_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table plans_deadlines
  plan_id uuid not null
  id uuid not null
  area_lft integer not null
  position smallint not null
  text text not null
  due_on date
  rule text
  who text
  section text
  constraint plans_deadlines_of_plan FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
  constraint plans_deadlines_pkey PRIMARY KEY (plan_id, id)
  CREATE INDEX plans_deadlines_by_day ON plans_deadlines USING btree (area_lft, due_on)
  row level security
  policy plans_deadlines_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table plans_target_values
  plan_id uuid not null
  id uuid not null
  target_id uuid not null
  area_lft integer not null
  value numeric not null
  as_of date not null
  source text not null
  entered_by uuid not null
  entered_at timestamp with time zone not null default now()
  constraint plans_target_values_of_target FOREIGN KEY (plan_id, target_id) REFERENCES plans_targets(plan_id, id) ON DELETE CASCADE
  constraint plans_target_values_pkey PRIMARY KEY (plan_id, id)
  constraint plans_target_values_source_given CHECK (((length(source) >= 1) AND (length(source) <= 300)))
  CREATE INDEX plans_target_values_by_target ON plans_target_values USING btree (plan_id, target_id, as_of DESC)
  row level security
  policy plans_target_values_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table plans_targets
  plan_id uuid not null
  id uuid not null
  area_lft integer not null
  position smallint not null
  text text not null
  measure text not null
  comparator text not null
  value numeric not null
  value_to numeric
  unit text
  year smallint
  numerator numeric
  denominator numeric
  section text
  way text not null
  indicator_code text
  constraint plans_targets_comparator_known CHECK ((comparator = ANY (ARRAY['eq'::text, 'ge'::text, 'gt'::text, 'le'::text, 'lt'::text, 'reduce'::text, 'increase'::text])))
  constraint plans_targets_of_plan FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
  constraint plans_targets_pkey PRIMARY KEY (plan_id, id)
  constraint plans_targets_tied_to_indicator CHECK (((way = 'indicator'::text) = (indicator_code IS NOT NULL)))
  constraint plans_targets_way_known CHECK ((way = ANY (ARRAY['indicator'::text, 'by-hand'::text, 'open'::text])))
  row level security
  policy plans_targets_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table plans_task_agencies
  plan_id uuid not null
  task_id uuid not null
  role text not null
  position smallint not null
  area_lft integer not null
  name text not null
  constraint plans_task_agencies_of_task FOREIGN KEY (plan_id, task_id) REFERENCES plans_tasks(plan_id, id) ON DELETE CASCADE
  constraint plans_task_agencies_pkey PRIMARY KEY (plan_id, task_id, role, "position")
  constraint plans_task_agencies_role_known CHECK ((role = ANY (ARRAY['lead'::text, 'coordinating'::text])))
  row level security
  policy plans_task_agencies_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table plans_tasks
  plan_id uuid not null
  id uuid not null
  area_lft integer not null
  position smallint not null
  parent_id uuid
  label text
  title text not null
  purpose text
  solutions jsonb not null
  state text not null default 'not-started'::text
  note text
  constraint plans_tasks_note_short CHECK ((length(note) <= 1000))
  constraint plans_tasks_of_plan FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
  constraint plans_tasks_part_of FOREIGN KEY (plan_id, parent_id) REFERENCES plans_tasks(plan_id, id) ON DELETE CASCADE
  constraint plans_tasks_pkey PRIMARY KEY (plan_id, id)
  constraint plans_tasks_state_known CHECK ((state = ANY (ARRAY['not-started'::text, 'in-progress'::text, 'done'::text, 'stopped'::text])))
  row level security
  policy plans_tasks_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table platform_migrations
  name text not null
  applied_at timestamp with time zone not null default now()
  constraint platform_migrations_pkey PRIMARY KEY (name)

table platform_secrets
  one boolean not null
  app_role text not null
  app_password text not null
  auth_secret text not null
  made_at timestamp with time zone not null default now()
  constraint platform_secrets_only_one CHECK (one)
  constraint platform_secrets_pkey PRIMARY KEY (one)

table reports
  id uuid not null
  no integer not null default identity
  area_id uuid not null
  area_lft integer not null
  plan_id uuid not null
  period text not null
  outline_version text not null
  state text not null default 'draft'::text
  version integer not null default 1
  plan jsonb not null
  computed jsonb not null
  as_of date not null
  computed_at timestamp with time zone not null
  created_at timestamp with time zone not null
  created_by uuid not null
  finished_at timestamp with time zone
  finished_by uuid
  frozen jsonb
  constraint reports_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint reports_frozen_when_done CHECK (((state = 'done'::text) = ((frozen IS NOT NULL) AND (finished_at IS NOT NULL))))
  constraint reports_id_with_area UNIQUE (id, area_lft)
  constraint reports_no_once UNIQUE (no)
  constraint reports_of_plan FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint reports_period_written CHECK ((period ~ '^[0-9]{4}(-H[12])?$'::text))
  constraint reports_pkey PRIMARY KEY (id)
  constraint reports_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'done'::text])))
  constraint reports_version_positive CHECK ((version > 0))
  CREATE INDEX reports_by_area ON reports USING btree (area_lft, period DESC)
  CREATE UNIQUE INDEX reports_one_draft ON reports USING btree (area_id, plan_id, period) WHERE (state = 'draft'::text)
  row level security
  policy reports_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table reports_cells
  report_id uuid not null
  key text not null
  area_lft integer not null
  source text not null
  value numeric
  reason text not null
  typed_by uuid not null
  typed_by_name text not null
  typed_at timestamp with time zone not null
  constraint reports_cells_of_report FOREIGN KEY (report_id, area_lft) REFERENCES reports(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint reports_cells_pkey PRIMARY KEY (report_id, key)
  constraint reports_cells_reason_given CHECK (((length(btrim(reason)) >= 1) AND (length(btrim(reason)) <= 500)))
  constraint reports_cells_source_known CHECK ((source = ANY (ARRAY['typed'::text, 'not-applicable'::text])))
  constraint reports_cells_typed_has_value CHECK (((source = 'typed'::text) = (value IS NOT NULL)))
  constraint reports_cells_value_not_negative CHECK ((value >= (0)::numeric))
  row level security
  policy reports_cells_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table reports_sections
  report_id uuid not null
  key text not null
  area_lft integer not null
  text text not null
  version integer not null
  written_by uuid not null
  written_by_name text not null
  written_at timestamp with time zone not null
  constraint reports_sections_of_report FOREIGN KEY (report_id, area_lft) REFERENCES reports(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint reports_sections_pkey PRIMARY KEY (report_id, key)
  constraint reports_sections_text_fits CHECK ((length(text) <= 20000))
  constraint reports_sections_version_positive CHECK ((version > 0))
  row level security
  policy reports_sections_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table services_counters
  commune_id uuid not null
  period text not null
  age_years smallint not null
  key text not null
  area_lft integer not null
  due integer not null
  got integer not null
  constraint services_counters_in_order CHECK (((got >= 0) AND (got <= due)))
  constraint services_counters_of_commune FOREIGN KEY (commune_id) REFERENCES areas(id)
  constraint services_counters_pkey PRIMARY KEY (commune_id, period, age_years, key)
  row level security
  policy services_counters_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table services_facts
  child_id uuid
  period text
  area_lft integer
  commune_id uuid
  village_id uuid
  age_years smallint
  sex text
  ethnic_code text
  poverty text
  due_mask smallint
  got_mask smallint
  due_items smallint[]
  got_items smallint[]
  package_version text

table services_items
  code text not null
  number smallint not null
  domain text not null
  audience text not null
  mandatory boolean not null
  name_vi text not null
  name_en text not null
  package_version text not null
  constraint services_items_audience_known CHECK ((audience = ANY (ARRAY['child'::text, 'caregiver'::text, 'pregnant-woman'::text])))
  constraint services_items_domain_known CHECK ((domain = ANY (ARRAY['health'::text, 'nutrition'::text, 'education'::text, 'care'::text, 'protection'::text, 'welfare'::text])))
  constraint services_items_number_once UNIQUE (number)
  constraint services_items_of_package FOREIGN KEY (package_version) REFERENCES services_packages(version)
  constraint services_items_pkey PRIMARY KEY (code)

table services_open
  child_id uuid not null
  area_lft integer not null
  commune_id uuid not null
  village_id uuid
  items smallint[] not null
  doses smallint[] not null
  opens date[] not null
  deadlines date[] not null
  earliest date
  recheck_on date
  constraint services_open_arrays_together CHECK (((cardinality(items) = cardinality(doses)) AND (cardinality(items) = cardinality(opens)) AND (cardinality(items) = cardinality(deadlines))))
  constraint services_open_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE
  constraint services_open_pkey PRIMARY KEY (child_id)
  CREATE INDEX services_open_by_commune ON services_open USING btree (commune_id, earliest, child_id)
  CREATE INDEX services_open_by_recheck ON services_open USING btree (recheck_on)
  CREATE INDEX services_open_by_village ON services_open USING btree (village_id, earliest, child_id)
  row level security
  policy services_open_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table services_packages
  version text not null
  compiled_on date not null
  content jsonb not null
  loaded_at timestamp with time zone not null default now()
  constraint services_packages_pkey PRIMARY KEY (version)

table services_records
  child_id uuid not null
  id uuid not null
  area_lft integer not null
  item_code text not null
  dose smallint
  done_on date not null
  answer text not null
  irregular boolean not null default false
  note text
  session_id uuid
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  undone_by uuid
  undone_at timestamp with time zone
  constraint services_records_answer_known CHECK ((answer = ANY (ARRAY['done'::text, 'refused'::text, 'contraindicated'::text])))
  constraint services_records_dose_in_range CHECK (((dose >= 1) AND (dose <= 9)))
  constraint services_records_note_short CHECK ((length(note) <= 500))
  constraint services_records_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint services_records_of_item FOREIGN KEY (item_code) REFERENCES services_items(code)
  constraint services_records_pkey PRIMARY KEY (child_id, id)
  constraint services_records_undone_by_someone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  CREATE INDEX services_records_by_session ON services_records USING btree (session_id) WHERE (session_id IS NOT NULL)
  CREATE UNIQUE INDEX services_records_dose_once ON services_records USING btree (child_id, item_code, dose) WHERE ((dose IS NOT NULL) AND (answer = 'done'::text) AND (undone_at IS NULL))
  CREATE UNIQUE INDEX services_records_once_a_day ON services_records USING btree (child_id, item_code, done_on) WHERE ((dose IS NULL) AND (answer = 'done'::text) AND (undone_at IS NULL))
  row level security
  policy services_records_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table services_stale
  id bigint not null default identity
  child_id uuid not null
  constraint services_stale_pkey PRIMARY KEY (id)

table services_status
  child_id uuid not null
  period text not null
  area_lft integer not null
  commune_id uuid not null
  village_id uuid
  age_years smallint not null
  sex text not null
  ethnic_code text
  poverty text
  due_mask smallint not null
  got_mask smallint not null
  due_items smallint[] not null
  got_items smallint[] not null
  package_version text not null
  constraint services_status_masks CHECK ((((due_mask >= 0) AND (due_mask <= 63)) AND ((got_mask & (~ due_mask)) = 0)))
  constraint services_status_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE
  constraint services_status_period_form CHECK ((period ~ '^\d{4}(-H[12])?$'::text))
  constraint services_status_pkey PRIMARY KEY (child_id, period)
  CREATE INDEX services_status_by_commune ON services_status USING btree (commune_id, period)
  row level security
  policy services_status_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))
