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
  constraint children_poverty_known CHECK ((poverty = ANY (ARRAY['none'::text, 'near-poor'::text, 'poor'::text])))
  constraint children_sex_known CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))
  constraint children_version_positive CHECK ((version > 0))
  CREATE INDEX children_by_birth ON children USING btree (born_on, name_folded)
  CREATE INDEX children_by_commune ON children USING btree (commune_id, name_sort, id)
  CREATE INDEX children_by_name ON children USING btree (name_sort, id)
  CREATE INDEX children_by_village ON children USING btree (village_id, name_sort, id)
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
  reasons jsonb not null default '[]'::jsonb
  child jsonb
  name_folded text
  born_on date
  personal_id text
  same_as_child uuid
  same_as_row integer
  constraint children_import_rows_child_unless_refused CHECK (((state = 'refused'::text) = (child IS NULL)))
  constraint children_import_rows_key PRIMARY KEY (run_id, row_number)
  constraint children_import_rows_of_run FOREIGN KEY (run_id, area_lft) REFERENCES children_import_runs(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint children_import_rows_state_known CHECK ((state = ANY (ARRAY['taken'::text, 'refused'::text, 'held'::text, 'known'::text, 'decided-same'::text, 'decided-another'::text])))
  CREATE INDEX children_import_rows_by_name ON children_import_rows USING btree (run_id, born_on, name_folded)
  CREATE INDEX children_import_rows_by_personal_id ON children_import_rows USING btree (run_id, personal_id) WHERE (personal_id IS NOT NULL)
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
  columns jsonb not null default '[]'::jsonb
  new_villages jsonb not null default '[]'::jsonb
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
