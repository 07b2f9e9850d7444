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
  seq bigint not null default identity
  area_id uuid
  address text
  device text
  salt uuid
  erased_by uuid
  constraint accounts_audit_device_known CHECK ((device = ANY (ARRAY['phone'::text, 'tablet'::text, 'computer'::text, 'program'::text])))
  constraint accounts_audit_erased_is_empty CHECK (((erased_by IS NULL) OR ((before IS NULL) AND (after IS NULL) AND (salt IS NULL))))
  constraint accounts_audit_pkey PRIMARY KEY (id)
  constraint accounts_audit_seq_once UNIQUE (seq)
  CREATE INDEX accounts_audit_by_action ON accounts_audit USING btree (action, at DESC, id DESC)
  CREATE INDEX accounts_audit_by_child ON accounts_audit USING btree (child_id, at DESC) WHERE (child_id IS NOT NULL)
  CREATE INDEX accounts_audit_by_person ON accounts_audit USING btree (person_id, at DESC, id DESC)
  CREATE INDEX accounts_audit_by_time ON accounts_audit USING btree (at DESC, id DESC)
  row level security
  policy accounts_audit_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table accounts_failures
  key text not null
  failures integer not null
  last_at timestamp with time zone not null
  blocked_until timestamp with time zone not null
  constraint accounts_failures_pkey PRIMARY KEY (key)
  CREATE INDEX accounts_failures_by_time ON accounts_failures USING btree (last_at)

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
  ended_at timestamp with time zone
  ended_by uuid
  constraint accounts_grants_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint accounts_grants_dates_in_order CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint accounts_grants_ended_by_someone CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  constraint accounts_grants_person_fkey FOREIGN KEY (person_id) REFERENCES accounts_people(id)
  constraint accounts_grants_pkey PRIMARY KEY (id)
  constraint accounts_grants_role_fkey FOREIGN KEY (role) REFERENCES accounts_roles(key)
  CREATE INDEX accounts_grants_by_person ON accounts_grants USING btree (person_id)
  CREATE INDEX accounts_grants_by_place ON accounts_grants USING btree (area_lft)
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
  name_folded text not null default lower(translate(regexp_replace(NORMALIZE(full_name, NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text), 'Đđ'::text, 'Dd'::text))
  left_on date
  name_sort text not null default lower(translate(regexp_replace(NORMALIZE(((regexp_replace(full_name, '^.*\s'::text, ''::text) || ' '::text) || full_name), NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text), 'Đđ'::text, 'Dd'::text))
  second_factor_due timestamp with time zone not null default (now() + '7 days'::interval)
  email text
  constraint accounts_people_email_once UNIQUE (email)
  constraint accounts_people_pkey PRIMARY KEY (id)
  constraint accounts_people_username_once UNIQUE (username)
  CREATE INDEX accounts_people_by_name ON accounts_people USING btree (name_sort, id)

table accounts_reads
  id uuid not null
  at timestamp with time zone not null default now()
  person_id uuid not null
  grant_id uuid not null
  area_lft integer not null
  route text not null
  child_ids uuid[] not null
  seq bigint not null default identity
  area_id uuid
  address text
  device text
  kind text not null default 'read'::text
  asked text
  constraint accounts_reads_device_known CHECK ((device = ANY (ARRAY['phone'::text, 'tablet'::text, 'computer'::text, 'program'::text])))
  constraint accounts_reads_kind_known CHECK ((kind = ANY (ARRAY['read'::text, 'export'::text])))
  constraint accounts_reads_pkey PRIMARY KEY (id)
  constraint accounts_reads_seq_once UNIQUE (seq)
  CREATE INDEX accounts_reads_by_child ON accounts_reads USING gin (child_ids)
  CREATE INDEX accounts_reads_by_person ON accounts_reads USING btree (person_id, at DESC, id DESC)
  CREATE INDEX accounts_reads_by_time ON accounts_reads USING btree (at DESC, id DESC)
  row level security
  policy accounts_reads_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table accounts_roles
  key text not null
  names jsonb not null
  purposes jsonb not null
  capabilities text[] not null
  may_grant text[] not null
  kinds text[] not null
  rank smallint not null
  retired boolean not null default false
  edition text
  area_id uuid
  made_by uuid
  made_at timestamp with time zone not null default now()
  constraint accounts_roles_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint accounts_roles_key_form CHECK ((key ~ '^[a-z][a-z0-9-]{2,60}$'::text))
  constraint accounts_roles_pkey PRIMARY KEY (key)
  constraint accounts_roles_standard_or_own CHECK (((edition IS NULL) = (area_id IS NOT NULL)))

table accounts_seals
  log text not null
  no bigint not null
  sealed_at timestamp with time zone not null default clock_timestamp()
  from_seq bigint not null
  to_seq bigint not null
  seqs bigint[] not null
  row_digests bytea not null
  value_digests bytea not null
  previous bytea not null
  digest bytea not null
  constraint accounts_seals_follow UNIQUE (log, previous)
  constraint accounts_seals_in_order CHECK ((from_seq <= to_seq))
  constraint accounts_seals_log_known CHECK ((log = ANY (ARRAY['audit'::text, 'reads'::text])))
  constraint accounts_seals_of_rows CHECK ((length(row_digests) = (32 * cardinality(seqs))))
  constraint accounts_seals_pkey PRIMARY KEY (log, no)

table accounts_session_rules
  role text not null
  idle_minutes integer not null
  lifetime_hours integer not null
  constraint accounts_session_rules_pkey PRIMARY KEY (role)
  constraint accounts_session_rules_positive CHECK (((idle_minutes > 0) AND (lifetime_hours > 0)))

table accounts_session_use
  session_id uuid not null
  role text not null
  seen_at timestamp with time zone not null
  constraint accounts_session_use_pkey PRIMARY KEY (session_id, role)
  constraint accounts_session_use_session_fkey FOREIGN KEY (session_id) REFERENCES auth.session(id) ON DELETE CASCADE

table accounts_tried_codes
  person_id uuid not null
  code_hash text not null
  tried_at timestamp with time zone not null
  constraint accounts_tried_codes_person_fkey FOREIGN KEY (person_id) REFERENCES accounts_people(id)
  constraint accounts_tried_codes_pkey PRIMARY KEY (person_id, code_hash)

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
  valid_from_known boolean not null default true
  source text
  search_text text default regexp_replace(lower((translate(regexp_replace(NORMALIZE(full_name, NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text), 'Đđ''’'::text, 'dd'::text) COLLATE "C")), '^(tinh|thanh pho|quan|huyen|thi xa|thi tran|xa|phuong|dac khu|thon|lang|ap|ban|buon|bon|plei|to dan pho|tdp|khu pho|khom|xom) (?=\S)'::text, ''::text)
  constraint areas_code_once_a_day UNIQUE (kind, code, valid_from)
  constraint areas_code_one_unit_at_a_time EXCLUDE USING gist (int8range(((((array_position(ARRAY['province'::text, 'district'::text, 'commune'::text], kind))::text || length(code)) || code))::bigint, ((((array_position(ARRAY['province'::text, 'district'::text, 'commune'::text], kind))::text || length(code)) || code))::bigint, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE (((kind = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text])) AND (code ~ '^[0-9]{1,9}$'::text)))
  constraint areas_dates_in_order CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint areas_kind_known CHECK ((kind = ANY (ARRAY['nation'::text, 'province'::text, 'district'::text, 'commune'::text, 'village'::text])))
  constraint areas_parent_fkey FOREIGN KEY (parent_id) REFERENCES areas(id)
  constraint areas_pkey PRIMARY KEY (id)
  constraint areas_range_in_order CHECK ((lft <= rgt))
  CREATE INDEX areas_by_code ON areas USING btree (code)
  CREATE INDEX areas_by_name ON areas USING btree (name_folded)
  CREATE INDEX areas_by_parent ON areas USING btree (parent_id, name_folded)
  CREATE INDEX areas_by_range ON areas USING btree (lft)
  CREATE INDEX areas_by_search_text ON areas USING btree (search_text)

table areas_imports
  id uuid not null
  source text not null
  imported_at timestamp with time zone not null
  counts jsonb not null
  remarks jsonb not null
  constraint areas_imports_pkey PRIMARY KEY (id)

table areas_names
  area_id uuid not null
  name text not null
  valid_from date not null
  valid_to date not null
  source text
  constraint areas_names_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE CASCADE
  constraint areas_names_dates_in_order CHECK ((valid_from <= valid_to))
  constraint areas_names_one_at_a_time EXCLUDE USING gist (areas_id_range(area_id, area_id, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&)
  constraint areas_names_pkey PRIMARY KEY (area_id, valid_from)

table areas_outlines
  area_id uuid not null
  geometry jsonb not null
  source text not null
  imported_at timestamp with time zone not null
  constraint areas_outlines_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE CASCADE
  constraint areas_outlines_pkey PRIMARY KEY (area_id)

table areas_parents
  area_id uuid not null
  parent_id uuid not null
  valid_from date not null
  valid_to date
  source text
  constraint areas_parents_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE CASCADE
  constraint areas_parents_dates_in_order CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint areas_parents_not_itself CHECK ((area_id <> parent_id))
  constraint areas_parents_one_at_a_time EXCLUDE USING gist (areas_id_range(area_id, area_id, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&)
  constraint areas_parents_parent_fkey FOREIGN KEY (parent_id) REFERENCES areas(id)
  constraint areas_parents_pkey PRIMARY KEY (area_id, valid_from)
  CREATE INDEX areas_parents_by_parent ON areas_parents USING btree (parent_id)

table areas_successions
  id uuid not null
  from_area_id uuid not null
  to_area_id uuid not null
  on_date date not null
  extent text not null
  note text
  source text
  constraint areas_successions_extent_known CHECK ((extent = ANY (ARRAY['whole'::text, 'part'::text, 'other'::text])))
  constraint areas_successions_from_fkey FOREIGN KEY (from_area_id) REFERENCES areas(id)
  constraint areas_successions_not_itself CHECK ((from_area_id <> to_area_id))
  constraint areas_successions_once UNIQUE (from_area_id, to_area_id, on_date)
  constraint areas_successions_pkey PRIMARY KEY (id)
  constraint areas_successions_to_fkey FOREIGN KEY (to_area_id) REFERENCES areas(id)
  CREATE INDEX areas_successions_by_successor ON areas_successions USING btree (to_area_id)

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
  erased_at timestamp with time zone
  born_precision text not null default 'day'::text
  household_id uuid
  constraint children_born_in_range CHECK ((born_on >= '2000-01-01'::date))
  constraint children_born_precision_known CHECK ((born_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text])))
  constraint children_education_known CHECK ((education = ANY (ARRAY['none'::text, 'nursery'::text, 'kindergarten'::text, 'primary'::text])))
  constraint children_ethnic_code_of_1979 CHECK ((ethnic_code ~ '^(0[1-9]|[1-4][0-9]|5[0-5])$'::text))
  constraint children_in_commune FOREIGN KEY (commune_id) REFERENCES areas(id)
  constraint children_in_household FOREIGN KEY (household_id) REFERENCES children_households(id)
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
  CREATE INDEX children_by_household ON children USING btree (household_id) WHERE (household_id IS NOT NULL)
  CREATE INDEX children_by_name ON children USING btree (name_sort, id)
  CREATE INDEX children_by_unsure_birth ON children USING btree (commune_id, born_on) WHERE (born_precision <> 'day'::text)
  CREATE INDEX children_by_village ON children USING btree (village_id, name_sort, id)
  CREATE INDEX children_sample ON children USING btree (commune_id) WHERE sample
  row level security
  policy children_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_births
  child_id uuid not null
  pregnancy_id uuid not null
  area_lft integer not null
  constraint children_births_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint children_births_of_pregnancy FOREIGN KEY (pregnancy_id) REFERENCES children_pregnancies(id)
  constraint children_births_pkey PRIMARY KEY (child_id, pregnancy_id)
  CREATE INDEX children_births_by_pregnancy ON children_births USING btree (pregnancy_id)
  row level security
  policy children_births_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

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
  constraint children_carers_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint children_carers_phone_in_digits CHECK ((phone ~ '^0[0-9]{9,10}$'::text))
  constraint children_carers_relation_known CHECK ((relation = ANY (ARRAY['mother'::text, 'father'::text, 'guardian'::text, 'other'::text])))
  CREATE INDEX children_carers_by_name ON children_carers USING btree (name_folded, child_id)
  CREATE INDEX children_carers_by_phone ON children_carers USING btree (phone) WHERE (phone IS NOT NULL)
  row level security
  policy children_carers_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_circumstances
  child_id uuid not null
  id uuid not null
  area_lft integer not null
  group_no smallint not null
  detail text
  from_day date not null
  to_day date
  source text not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  subgroup text
  replaces uuid
  undone_at timestamp with time zone
  undone_by uuid
  constraint children_circumstances_group_known CHECK (((group_no >= 1) AND (group_no <= 14)))
  constraint children_circumstances_in_order CHECK (((to_day IS NULL) OR (from_day <= to_day)))
  constraint children_circumstances_key PRIMARY KEY (child_id, id)
  constraint children_circumstances_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint children_circumstances_subgroup_of_group CHECK (((subgroup IS NULL) OR (subgroup ~ (('^'::text || group_no) || '\.[0-9]{1,2}$'::text))))
  constraint children_circumstances_undone_by_someone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  CREATE INDEX children_circumstances_by_end ON children_circumstances USING btree (to_day) WHERE ((to_day IS NOT NULL) AND (undone_at IS NULL))
  row level security
  policy children_circumstances_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_facts
  child_id uuid not null
  id uuid not null
  area_lft integer not null
  kind text not null
  value text not null
  from_day date not null
  to_day date
  ending text
  number text
  commune_id uuid
  village_id uuid
  facility_id uuid
  detail text
  source text not null
  recorded_by uuid
  recorded_at timestamp with time zone not null default now()
  replaces uuid
  undone_at timestamp with time zone
  undone_by uuid
  ended_by_leaving boolean not null default false
  to_day_before_leaving date
  household_id uuid
  household_code text
  constraint children_facts_at_facility FOREIGN KEY (facility_id) REFERENCES facilities(id)
  constraint children_facts_end_before_leaving CHECK ((ended_by_leaving OR (to_day_before_leaving IS NULL)))
  constraint children_facts_ended_by_leaving_residence CHECK (((NOT ended_by_leaving) OR (kind = 'residence'::text)))
  constraint children_facts_ending_of_residence CHECK (((ending IS NULL) OR ((kind = 'residence'::text) AND (to_day IS NOT NULL) AND (ending = ANY (ARRAY['moved-out'::text, 'died'::text])))))
  constraint children_facts_household_named CHECK ((((kind = 'household'::text) = (household_id IS NOT NULL)) AND ((household_id IS NULL) = (household_code IS NULL))))
  constraint children_facts_in_commune FOREIGN KEY (commune_id) REFERENCES areas(id)
  constraint children_facts_in_household FOREIGN KEY (household_id) REFERENCES children_households(id)
  constraint children_facts_in_order CHECK (((to_day IS NULL) OR (from_day <= to_day)))
  constraint children_facts_in_village FOREIGN KEY (village_id) REFERENCES areas(id)
  constraint children_facts_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint children_facts_pkey PRIMARY KEY (child_id, id)
  constraint children_facts_residence_somewhere CHECK (((kind = 'residence'::text) = (commune_id IS NOT NULL)))
  constraint children_facts_sourced CHECK (((length(btrim(source)) >= 3) AND (length(btrim(source)) <= 200)))
  constraint children_facts_undone_by_someone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  constraint children_facts_value_of_kind CHECK (
CASE kind
    WHEN 'residence'::text THEN (value = ANY (ARRAY['permanent'::text, 'temporary'::text]))
    WHEN 'household'::text THEN (value = 'member'::text)
    WHEN 'poverty'::text THEN (value = ANY (ARRAY['none'::text, 'near-poor'::text, 'poor'::text]))
    WHEN 'insurance'::text THEN (value = ANY (ARRAY['card'::text, 'none'::text]))
    WHEN 'birth-registration'::text THEN (value = ANY (ARRAY['registered'::text, 'not-registered'::text]))
    WHEN 'schooling'::text THEN (value = ANY (ARRAY['none'::text, 'nursery'::text, 'kindergarten'::text, 'primary'::text]))
    WHEN 'flag'::text THEN (value = ANY (ARRAY['disabled'::text, 'disaster'::text, 'serious-illness'::text, 'in-facility'::text, 'not-with-parents'::text, 'multiple-birth'::text, 'foundling'::text, 'stateless'::text]))
    ELSE false
END)
  CREATE INDEX children_facts_by_end ON children_facts USING btree (to_day) WHERE ((to_day IS NOT NULL) AND (undone_at IS NULL))
  CREATE INDEX children_facts_by_flag ON children_facts USING btree (value, child_id) WHERE ((kind = 'flag'::text) AND (undone_at IS NULL))
  CREATE INDEX children_facts_by_household ON children_facts USING btree (household_id) WHERE (household_id IS NOT NULL)
  CREATE INDEX children_facts_by_school ON children_facts USING btree (facility_id, child_id) WHERE ((kind = 'schooling'::text) AND (undone_at IS NULL))
  row level security
  policy children_facts_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_household_years
  household_id uuid not null
  id uuid not null
  area_lft integer not null
  year smallint not null
  status text not null
  source text not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  replaces uuid
  undone_at timestamp with time zone
  undone_by uuid
  constraint children_household_years_in_range CHECK (((year >= 2000) AND (year <= 2100)))
  constraint children_household_years_of_household FOREIGN KEY (household_id, area_lft) REFERENCES children_households(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint children_household_years_pkey PRIMARY KEY (household_id, id)
  constraint children_household_years_sourced CHECK (((length(btrim(source)) >= 3) AND (length(btrim(source)) <= 200)))
  constraint children_household_years_status_known CHECK ((status = ANY (ARRAY['none'::text, 'near-poor'::text, 'poor'::text])))
  constraint children_household_years_undone_by_someone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  CREATE UNIQUE INDEX children_household_years_one_a_year ON children_household_years USING btree (household_id, year) WHERE (undone_at IS NULL)
  row level security
  policy children_household_years_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_households
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  code text not null
  apart uuid
  head_name text
  address text
  recorded_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint children_households_coded CHECK (((length(btrim(code)) >= 1) AND (length(btrim(code)) <= 30)))
  constraint children_households_head_named CHECK (((length(head_name) >= 1) AND (length(head_name) <= 100)))
  constraint children_households_in_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint children_households_key_with_area UNIQUE (id, area_lft)
  constraint children_households_one_of_a_code UNIQUE NULLS NOT DISTINCT (area_id, code, apart)
  constraint children_households_pkey PRIMARY KEY (id)
  constraint children_households_version_positive CHECK ((version > 0))
  CREATE INDEX children_households_by_code ON children_households USING btree (upper(code))
  row level security
  policy children_households_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_identifiers
  kind text not null
  value text not null
  child_id uuid not null
  area_lft integer not null
  constraint children_identifiers_key PRIMARY KEY (kind, value)
  constraint children_identifiers_kind_known CHECK ((kind = 'personal-id'::text))
  constraint children_identifiers_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
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

table children_merge_records
  child_id uuid not null
  merge_id uuid not null
  kind text not null
  area_lft integer not null
  record_ids uuid[] not null
  constraint children_merge_records_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint children_merge_records_of_merge FOREIGN KEY (child_id, merge_id) REFERENCES children_merges(child_id, id) ON DELETE CASCADE
  constraint children_merge_records_pkey PRIMARY KEY (child_id, merge_id, kind)
  row level security
  policy children_merge_records_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_merges
  child_id uuid not null
  id uuid not null
  merged_id uuid not null
  area_lft integer not null
  merged_lft integer not null
  merged_at timestamp with time zone not null default now()
  merged_by uuid not null
  taken jsonb not null
  carer_ids uuid[] not null
  took_number boolean not null
  undone_at timestamp with time zone
  undone_by uuid
  constraint children_merges_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint children_merges_of_merged FOREIGN KEY (merged_id, merged_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint children_merges_of_two CHECK ((child_id <> merged_id))
  constraint children_merges_pkey PRIMARY KEY (child_id, id)
  constraint children_merges_undone_by_someone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  CREATE UNIQUE INDEX children_merges_one_at_a_time ON children_merges USING btree (merged_id) WHERE (undone_at IS NULL)
  row level security
  policy children_merges_area using (((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer)) AND ((merged_lft >= (current_setting('app.lft'::text))::integer) AND (merged_lft <= (current_setting('app.rgt'::text))::integer)))

table children_moves
  child_id uuid not null
  id uuid not null
  area_lft integer not null
  from_area_id uuid not null
  to_area_id uuid not null
  moved_on date not null
  residence text not null
  note text
  child_name text not null
  born_on date not null
  born_precision text not null
  sex text not null
  mother_name text
  state text not null default 'sent'::text
  sent_by uuid not null
  sent_at timestamp with time zone not null default now()
  answered_by uuid
  answered_at timestamp with time zone
  refusal text
  constraint children_moves_answered_by_someone CHECK ((((state = 'sent'::text) = (answered_at IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL))))
  constraint children_moves_elsewhere CHECK ((from_area_id <> to_area_id))
  constraint children_moves_from_area FOREIGN KEY (from_area_id) REFERENCES areas(id)
  constraint children_moves_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint children_moves_pkey PRIMARY KEY (child_id, id)
  constraint children_moves_refused_with_reason CHECK (((state = 'refused'::text) = (refusal IS NOT NULL)))
  constraint children_moves_residence_known CHECK ((residence = ANY (ARRAY['permanent'::text, 'temporary'::text])))
  constraint children_moves_state_known CHECK ((state = ANY (ARRAY['sent'::text, 'accepted'::text, 'refused'::text, 'recalled'::text])))
  constraint children_moves_to_area FOREIGN KEY (to_area_id) REFERENCES areas(id)
  CREATE INDEX children_moves_from ON children_moves USING btree (from_area_id, sent_at)
  CREATE INDEX children_moves_open ON children_moves USING btree (to_area_id) WHERE (state = 'sent'::text)
  CREATE UNIQUE INDEX children_moves_one_at_a_time ON children_moves USING btree (child_id) WHERE (state = 'sent'::text)
  row level security
  policy children_moves_changed using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))
  policy children_moves_deleted using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))
  policy children_moves_seen_by_both using (((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer)) OR (EXISTS ( SELECT
   FROM areas a
  WHERE ((a.id = ANY (ARRAY[children_moves.from_area_id, children_moves.to_area_id])) AND ((a.lft >= (current_setting('app.lft'::text))::integer) AND (a.lft <= (current_setting('app.rgt'::text))::integer))))))


table children_name_tokens
  child_id uuid not null
  token text not null
  commune_id uuid not null
  area_lft integer not null
  own boolean not null default true
  name_sort text not null
  words text not null
  constraint children_name_tokens_key PRIMARY KEY (child_id, token)
  constraint children_name_tokens_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  CREATE INDEX children_name_tokens_by_commune ON children_name_tokens USING btree (commune_id, token)
  CREATE INDEX children_name_tokens_by_name ON children_name_tokens USING btree (token, own, name_sort, child_id, area_lft) INCLUDE (words)
  row level security
  policy children_name_tokens_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_openings
  child_id uuid not null
  id uuid not null
  area_lft integer not null
  person_id uuid not null
  grant_id uuid not null
  role text not null
  reason text not null
  opened_at timestamp with time zone not null
  until timestamp with time zone not null
  reviewed_at timestamp with time zone
  reviewed_by uuid
  finding text
  note text
  question text
  questioned_at timestamp with time zone
  questioned_by uuid
  answer text
  answered_at timestamp with time zone
  constraint children_openings_answer_written CHECK (((length(btrim(answer)) >= 5) AND (length(btrim(answer)) <= 500)))
  constraint children_openings_answered_whole CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) OR (question IS NOT NULL))))
  constraint children_openings_end_after_beginning CHECK ((until > opened_at))
  constraint children_openings_finding_known CHECK ((finding = ANY (ARRAY['justified'::text, 'not-justified'::text])))
  constraint children_openings_key PRIMARY KEY (child_id, id)
  constraint children_openings_not_asked_by_oneself CHECK ((questioned_by <> person_id))
  constraint children_openings_not_by_oneself CHECK ((reviewed_by <> person_id))
  constraint children_openings_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint children_openings_question_written CHECK (((length(btrim(question)) >= 5) AND (length(btrim(question)) <= 500)))
  constraint children_openings_questioned_whole CHECK ((((question IS NULL) = (questioned_at IS NULL)) AND ((question IS NULL) = (questioned_by IS NULL))))
  constraint children_openings_reason_written CHECK ((length(btrim(reason)) >= 20))
  constraint children_openings_reviewed_whole CHECK ((((reviewed_at IS NULL) = (finding IS NULL)) AND ((reviewed_by IS NULL) = (finding IS NULL))))
  CREATE INDEX children_openings_of_person ON children_openings USING btree (person_id, opened_at)
  CREATE INDEX children_openings_unreviewed ON children_openings USING btree (area_lft, opened_at) WHERE (reviewed_at IS NULL)
  row level security
  policy children_openings_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_pair_searches
  one boolean not null default true
  searched_at timestamp with time zone not null
  pairs integer not null
  constraint children_pair_searches_only_one CHECK (one)
  constraint children_pair_searches_pkey PRIMARY KEY (one)

table children_pairs
  child_id uuid not null
  other_id uuid not null
  area_lft integer not null
  other_lft integer not null
  score real not null
  reasons text[] not null
  found_at timestamp with time zone not null default now()
  verdict text
  decided_by uuid
  decided_at timestamp with time zone
  constraint children_pairs_decided_by_someone CHECK (((verdict IS NULL) = (decided_by IS NULL)))
  constraint children_pairs_in_order CHECK ((child_id < other_id))
  constraint children_pairs_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint children_pairs_of_other FOREIGN KEY (other_id, other_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint children_pairs_pkey PRIMARY KEY (child_id, other_id)
  constraint children_pairs_score_in_range CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)))
  constraint children_pairs_verdict_known CHECK ((verdict = ANY (ARRAY['different'::text, 'merged'::text])))
  CREATE INDEX children_pairs_by_other ON children_pairs USING btree (other_id)
  CREATE INDEX children_pairs_open ON children_pairs USING btree (score DESC, child_id, other_id) WHERE (verdict IS NULL)
  row level security
  policy children_pairs_area using (((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer)) AND ((other_lft >= (current_setting('app.lft'::text))::integer) AND (other_lft <= (current_setting('app.rgt'::text))::integer)))

table children_pregnancies
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  mother_name text not null
  mother_folded text not null
  mother_phone text
  mother_born_year smallint
  expected_on date not null
  facility_id uuid
  household_code text
  address text
  ethnic_code text
  poverty text
  note text
  state text not null default 'expecting'::text
  ended_on date
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint children_pregnancies_at_facility FOREIGN KEY (facility_id) REFERENCES facilities(id)
  constraint children_pregnancies_ended_on_a_day CHECK (((state = 'expecting'::text) = (ended_on IS NULL)))
  constraint children_pregnancies_ethnic_code_of_1979 CHECK ((ethnic_code ~ '^(0[1-9]|[1-4][0-9]|5[0-5])$'::text))
  constraint children_pregnancies_in_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint children_pregnancies_named CHECK (((length(mother_name) >= 1) AND (length(mother_name) <= 100)))
  constraint children_pregnancies_phone_in_digits CHECK ((mother_phone ~ '^0[0-9]{9,10}$'::text))
  constraint children_pregnancies_pkey PRIMARY KEY (id)
  constraint children_pregnancies_placed UNIQUE (id, area_lft)
  constraint children_pregnancies_poverty_known CHECK ((poverty = ANY (ARRAY['none'::text, 'near-poor'::text, 'poor'::text])))
  constraint children_pregnancies_state_known CHECK ((state = ANY (ARRAY['expecting'::text, 'born'::text, 'ended'::text])))
  CREATE INDEX children_pregnancies_by_area ON children_pregnancies USING btree (area_lft, expected_on) WHERE (state = 'expecting'::text)
  row level security
  policy children_pregnancies_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table children_steps
  child_id uuid not null
  step_id uuid not null
  area_lft integer not null
  fact_id uuid
  value_before text
  village_before uuid
  village_after uuid
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  undone_at timestamp with time zone
  undone_by uuid
  constraint children_steps_after FOREIGN KEY (village_after) REFERENCES areas(id)
  constraint children_steps_before FOREIGN KEY (village_before) REFERENCES areas(id)
  constraint children_steps_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint children_steps_of_one_kind CHECK (((fact_id IS NULL) = (village_after IS NOT NULL)))
  constraint children_steps_pkey PRIMARY KEY (child_id, step_id)
  constraint children_steps_undone_by_someone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  CREATE INDEX children_steps_by_step ON children_steps USING btree (step_id)
  CREATE INDEX children_steps_by_time ON children_steps USING btree (recorded_at DESC)
  row level security
  policy children_steps_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table duties_days
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  code text not null
  level text not null
  period text not null
  due_on date not null
  source text not null
  set_by uuid not null
  set_at timestamp with time zone not null
  constraint duties_days_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint duties_days_level_known CHECK ((level = ANY (ARRAY['nation'::text, 'province'::text, 'commune'::text])))
  constraint duties_days_once UNIQUE (area_id, code, level, period)
  constraint duties_days_pkey PRIMARY KEY (id)
  constraint duties_days_source_given CHECK (((length(btrim(source)) >= 1) AND (length(btrim(source)) <= 300)))
  row level security
  policy duties_days_above using (area_id IN ( SELECT areas.id
   FROM areas
  WHERE ((areas.lft <= (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy duties_days_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table duties_events
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  code text not null
  happened_at timestamp with time zone not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  constraint duties_events_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint duties_events_pkey PRIMARY KEY (id)
  CREATE INDEX duties_events_by_area ON duties_events USING btree (area_id, happened_at)
  row level security
  policy duties_events_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table duties_sent
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  code text not null
  period text not null
  state text not null
  report_id uuid
  document text
  first_sent_at timestamp with time zone not null
  sent_at timestamp with time zone not null
  state_at timestamp with time zone not null
  marked_by uuid
  constraint duties_sent_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint duties_sent_by_report_or_document CHECK (((report_id IS NULL) = (document IS NOT NULL)))
  constraint duties_sent_document_fits CHECK (((length(document) >= 1) AND (length(document) <= 300)))
  constraint duties_sent_in_order CHECK ((first_sent_at <= sent_at))
  constraint duties_sent_once UNIQUE (area_id, code, period)
  constraint duties_sent_pkey PRIMARY KEY (id)
  constraint duties_sent_state_known CHECK ((state = ANY (ARRAY['sent'::text, 'returned'::text, 'accepted'::text])))
  CREATE INDEX duties_sent_by_area ON duties_sent USING btree (area_lft)
  row level security
  policy duties_sent_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table duties_urgent
  id uuid not null
  no integer not null default identity
  area_id uuid not null
  area_lft integer not null
  kind text not null
  sex text not null
  age_years smallint
  happened_at timestamp with time zone
  learned_at timestamp with time zone not null
  place_kind text not null
  place text
  cause text
  activity text
  supervised text not null
  died_on date
  harmed_by text
  in_danger boolean not null
  what text not null
  measures text not null
  source text not null
  told jsonb not null
  sent_by uuid not null
  sent_at timestamp with time zone not null
  measure_at timestamp with time zone
  measure text
  received_at timestamp with time zone
  received_by uuid
  acknowledged_at timestamp with time zone
  acknowledged_by uuid
  answer text
  withdrawn_at timestamp with time zone
  withdrawn_by uuid
  withdrawn_reason text
  constraint duties_urgent_acknowledged_after_received CHECK (((acknowledged_at IS NULL) OR (received_at IS NOT NULL)))
  constraint duties_urgent_acknowledged_whole CHECK ((((acknowledged_at IS NULL) = (acknowledged_by IS NULL)) AND ((acknowledged_at IS NULL) = (answer IS NULL))))
  constraint duties_urgent_age_of_child CHECK (((age_years >= 0) AND (age_years <= 15)))
  constraint duties_urgent_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint duties_urgent_cause_known CHECK ((cause ~ '^(0[1-9]|1[01])$'::text))
  constraint duties_urgent_cause_of_injury CHECK (((kind = 'injury-death'::text) = (cause IS NOT NULL)))
  constraint duties_urgent_death_has_day CHECK (((kind <> 'injury-death'::text) OR (died_on IS NOT NULL)))
  constraint duties_urgent_harm_by_somebody CHECK (((kind = 'injury-death'::text) = (harmed_by IS NULL)))
  constraint duties_urgent_kind_known CHECK ((kind = ANY (ARRAY['injury-death'::text, 'violence'::text, 'sexual-abuse'::text, 'exploitation'::text, 'neglect'::text])))
  constraint duties_urgent_measure_whole CHECK (((measure_at IS NULL) = (measure IS NULL)))
  constraint duties_urgent_no_once UNIQUE (no)
  constraint duties_urgent_pkey PRIMARY KEY (id)
  constraint duties_urgent_place_known CHECK ((place_kind = ANY (ARRAY['home'::text, 'school'::text, 'community'::text, 'unknown'::text])))
  constraint duties_urgent_received_whole CHECK (((received_at IS NULL) = (received_by IS NULL)))
  constraint duties_urgent_sex_known CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text, 'unknown'::text])))
  constraint duties_urgent_withdrawn_whole CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))))
  CREATE INDEX duties_urgent_by_area ON duties_urgent USING btree (area_lft, sent_at DESC)
  row level security
  policy duties_urgent_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table facilities
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  kind text not null
  name text not null
  name_folded text not null
  operator text not null
  valid_from date
  valid_to date
  capacity integer
  for_under_three boolean not null default false
  land_m2 numeric
  address text
  contact_name text
  phone text
  note text
  version integer not null default 1
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint facilities_capacity_in_range CHECK (((capacity >= 0) AND (capacity <= 100000)))
  constraint facilities_dates_in_order CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint facilities_kind_known CHECK ((kind = ANY (ARRAY['health-station'::text, 'hospital'::text, 'preschool'::text, 'primary-school'::text, 'group-care'::text, 'social-assistance'::text, 'social-work-centre'::text, 'protection-provider'::text, 'culture-sport'::text, 'play-point'::text])))
  constraint facilities_land_in_range CHECK (((land_m2 >= (0)::numeric) AND (land_m2 <= (10000000)::numeric)))
  constraint facilities_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint facilities_operator_known CHECK ((operator = ANY (ARRAY['public'::text, 'private'::text, 'community'::text, 'religious'::text])))
  constraint facilities_pkey PRIMARY KEY (id)
  CREATE INDEX facilities_by_range ON facilities USING btree (area_lft)
  CREATE UNIQUE INDEX facilities_named_once ON facilities USING btree (area_id, kind, name_folded) WHERE (valid_to IS NULL)
  row level security
  policy facilities_above using (area_id IN ( SELECT areas.id
   FROM areas
  WHERE ((areas.lft <= (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy facilities_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table facilities_contacts
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  kind text not null
  label text not null
  phone text not null
  hours text
  note text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  removed_at timestamp with time zone
  constraint facilities_contacts_kind_known CHECK ((kind = ANY (ARRAY['duty'::text, 'contact'::text])))
  constraint facilities_contacts_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint facilities_contacts_phone_readable CHECK ((phone ~ '^[0-9+][0-9]{2,14}$'::text))
  constraint facilities_contacts_pkey PRIMARY KEY (id)
  CREATE INDEX facilities_contacts_by_range ON facilities_contacts USING btree (area_lft)
  row level security
  policy facilities_contacts_above using (area_id IN ( SELECT areas.id
   FROM areas
  WHERE ((areas.lft <= (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy facilities_contacts_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table facilities_dangers
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  kind text not null
  name text not null
  near text not null
  found_on date not null
  responsible text
  repair text not null
  repaired_on date
  last_inspected_on date
  next_inspection_on date
  note text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint facilities_dangers_kind_known CHECK ((kind = ANY (ARRAY['traffic-black-spot'::text, 'drowning-spot'::text, 'other'::text])))
  constraint facilities_dangers_near_known CHECK ((near = ANY (ARRAY['school'::text, 'homes'::text, 'road'::text, 'elsewhere'::text])))
  constraint facilities_dangers_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint facilities_dangers_open_is_inspected CHECK (((repair = 'done'::text) = (next_inspection_on IS NULL)))
  constraint facilities_dangers_pkey PRIMARY KEY (id)
  constraint facilities_dangers_repair_known CHECK ((repair = ANY (ARRAY['none'::text, 'warned'::text, 'planned'::text, 'under-way'::text, 'done'::text])))
  constraint facilities_dangers_repaired_some_day CHECK (((repair = 'done'::text) = (repaired_on IS NOT NULL)))
  CREATE INDEX facilities_dangers_by_range ON facilities_dangers USING btree (area_lft)
  row level security
  policy facilities_dangers_above using (area_id IN ( SELECT areas.id
   FROM areas
  WHERE ((areas.lft <= (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy facilities_dangers_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table facilities_features
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  kind text not null
  family text not null
  valid_from date not null
  valid_to date
  project text
  donor text
  basis text
  note text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  removed_at timestamp with time zone
  constraint facilities_features_dates_in_order CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint facilities_features_kind_known CHECK ((kind = ANY (ARRAY['remote'::text, 'special-difficulty'::text, 'minority-mountain'::text, 'urban'::text, 'rural'::text, 'pilot'::text, 'scale-up'::text])))
  constraint facilities_features_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint facilities_features_once_a_day EXCLUDE USING gist (areas_id_range(area_id, area_id, '[]'::text) WITH &&, areas_text_range(family, family, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((removed_at IS NULL))
  constraint facilities_features_pkey PRIMARY KEY (id)
  constraint facilities_features_project_named CHECK (((kind = ANY (ARRAY['pilot'::text, 'scale-up'::text])) = (project IS NOT NULL)))
  CREATE INDEX facilities_features_by_area ON facilities_features USING btree (area_id, valid_from)
  CREATE INDEX facilities_features_by_range ON facilities_features USING btree (area_lft)
  row level security
  policy facilities_features_above using (area_id IN ( SELECT areas.id
   FROM areas
  WHERE ((areas.lft <= (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy facilities_features_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table facilities_imports
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  file_name text not null
  taken integer not null
  headings jsonb not null
  refused jsonb not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint facilities_imports_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint facilities_imports_pkey PRIMARY KEY (id)
  CREATE INDEX facilities_imports_by_range ON facilities_imports USING btree (area_lft)
  row level security
  policy facilities_imports_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table facilities_inspections
  danger_id uuid not null
  id uuid not null
  area_lft integer not null
  inspected_on date not null
  repair text not null
  next_inspection_on date
  note text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint facilities_inspections_of_danger FOREIGN KEY (danger_id) REFERENCES facilities_dangers(id)
  constraint facilities_inspections_one_a_day UNIQUE (danger_id, inspected_on)
  constraint facilities_inspections_pkey PRIMARY KEY (danger_id, id)
  constraint facilities_inspections_repair_known CHECK ((repair = ANY (ARRAY['none'::text, 'warned'::text, 'planned'::text, 'under-way'::text, 'done'::text])))
  CREATE INDEX facilities_inspections_by_range ON facilities_inspections USING btree (area_lft)
  row level security
  policy facilities_inspections_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table growth_facts
  child_id uuid
  measurement_id uuid
  area_lft integer
  measured_on date
  age_days integer
  standard_version text
  oedema boolean
  z_len numeric
  z_wei numeric
  z_wfl numeric
  z_bmi numeric
  z_hc numeric
  z_ac numeric
  flags text[]
  classes text[]
  weight_kg numeric

table growth_measurements
  child_id uuid not null
  id uuid not null
  area_lft integer not null
  measured_on date not null
  weight_kg numeric
  lenhei_cm numeric
  position text
  oedema boolean not null default false
  head_cm numeric
  arm_cm numeric
  triceps_mm numeric
  subscapular_mm numeric
  confirmed text[] not null default '{}'::text[]
  session_id uuid
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  replaced_by uuid
  undone_by uuid
  undone_at timestamp with time zone
  constraint growth_measurements_arm_in_range CHECK (((arm_cm >= (4)::numeric) AND (arm_cm <= (60)::numeric)))
  constraint growth_measurements_head_in_range CHECK (((head_cm >= (15)::numeric) AND (head_cm <= (80)::numeric)))
  constraint growth_measurements_lenhei_in_range CHECK (((lenhei_cm >= (20)::numeric) AND (lenhei_cm <= (220)::numeric)))
  constraint growth_measurements_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint growth_measurements_pkey PRIMARY KEY (child_id, id)
  constraint growth_measurements_position_known CHECK (("position" = ANY (ARRAY['lying'::text, 'standing'::text])))
  constraint growth_measurements_skinfolds_in_range CHECK ((((COALESCE(triceps_mm, (1)::numeric) >= 0.5) AND (COALESCE(triceps_mm, (1)::numeric) <= (80)::numeric)) AND ((COALESCE(subscapular_mm, (1)::numeric) >= 0.5) AND (COALESCE(subscapular_mm, (1)::numeric) <= (80)::numeric))))
  constraint growth_measurements_something CHECK ((oedema OR (num_nonnulls(weight_kg, lenhei_cm, head_cm, arm_cm, triceps_mm, subscapular_mm) > 0)))
  constraint growth_measurements_undone_by_someone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  constraint growth_measurements_weight_in_range CHECK (((weight_kg >= 0.3) AND (weight_kg <= (150)::numeric)))
  CREATE INDEX growth_measurements_by_session ON growth_measurements USING btree (session_id) WHERE (session_id IS NOT NULL)
  CREATE UNIQUE INDEX growth_measurements_one_per_day ON growth_measurements USING btree (child_id, measured_on) WHERE (undone_at IS NULL)
  row level security
  policy growth_measurements_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table growth_scores
  child_id uuid not null
  measurement_id uuid not null
  area_lft integer not null
  measured_on date not null
  age_days integer not null
  standard_version text not null
  z_len numeric
  z_wei numeric
  z_wfl numeric
  z_bmi numeric
  z_hc numeric
  z_ac numeric
  z_ts numeric
  z_ss numeric
  flags text[] not null
  classes text[] not null
  constraint growth_scores_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint growth_scores_of_measurement FOREIGN KEY (child_id, measurement_id) REFERENCES growth_measurements(child_id, id) ON DELETE CASCADE
  constraint growth_scores_pkey PRIMARY KEY (child_id, measurement_id)
  CREATE INDEX growth_scores_by_day ON growth_scores USING btree (child_id, measured_on)
  CREATE INDEX growth_scores_by_version ON growth_scores USING btree (standard_version)
  row level security
  policy growth_scores_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table growth_standard_tables
  version text not null
  name text not null
  sex text not null
  at double precision[] not null
  l double precision[] not null
  m double precision[] not null
  s double precision[] not null
  constraint growth_standard_tables_columns_together CHECK (((cardinality(at) = cardinality(l)) AND (cardinality(at) = cardinality(m)) AND (cardinality(at) = cardinality(s))))
  constraint growth_standard_tables_of_standard FOREIGN KEY (version) REFERENCES growth_standards(version)
  constraint growth_standard_tables_pkey PRIMARY KEY (version, name, sex)
  constraint growth_standard_tables_sex_known CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))

table growth_standards
  version text not null
  source text not null
  imported_at timestamp with time zone not null default now()
  constraint growth_standards_pkey PRIMARY KEY (version)

table growth_states
  child_id uuid not null
  area_lft integer not null
  measured_on date not null
  classes text[] not null
  trends text[] not null
  severity smallint not null
  next_on date not null
  constraint growth_states_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint growth_states_pkey PRIMARY KEY (child_id)
  constraint growth_states_severity_in_range CHECK (((severity >= 0) AND (severity <= 3)))
  CREATE INDEX growth_states_by_area ON growth_states USING btree (area_lft) WHERE (severity > 0)
  row level security
  policy growth_states_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

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

table indicators_own
  id uuid not null
  code text not null
  version integer not null
  area_id uuid not null
  area_lft integer not null
  name_vi text not null
  name_en text
  basis text not null
  formula jsonb not null
  target jsonb
  breakdowns text[] not null
  valid_from date not null
  valid_to date
  state text not null
  written_by uuid not null
  written_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  remark text
  constraint indicators_own_code_form CHECK ((code ~ '^own:[a-z0-9-]+$'::text))
  constraint indicators_own_dates_in_order CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint indicators_own_decided_by_someone CHECK ((((state = 'proposed'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL))))
  constraint indicators_own_named CHECK (((length(btrim(name_vi)) >= 5) AND (length(btrim(name_vi)) <= 200)))
  constraint indicators_own_not_by_oneself CHECK ((decided_by <> written_by))
  constraint indicators_own_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint indicators_own_one_version_a_day EXCLUDE USING gist (areas_text_range(code, code, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((state = 'approved'::text))
  constraint indicators_own_pkey PRIMARY KEY (id)
  constraint indicators_own_returned_with_remark CHECK (((state <> 'returned'::text) OR (remark IS NOT NULL)))
  constraint indicators_own_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'returned'::text])))
  constraint indicators_own_version_once UNIQUE (code, version)
  constraint indicators_own_version_positive CHECK ((version > 0))
  CREATE INDEX indicators_own_by_area ON indicators_own USING btree (area_id)
  CREATE INDEX indicators_own_by_range ON indicators_own USING btree (area_lft)
  row level security
  policy indicators_own_above using (area_id IN ( SELECT areas.id
   FROM areas
  WHERE ((areas.lft <= (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy indicators_own_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

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

table indicators_typed
  id uuid not null
  code text not null
  area_id uuid not null
  area_lft integer not null
  period text not null
  value numeric not null
  numerator numeric
  denominator numeric
  unit text not null
  source text not null
  source_on date
  note text
  typed_by uuid not null
  typed_at timestamp with time zone not null
  replaces uuid
  reason text
  replaced_at timestamp with time zone
  constraint indicators_typed_corrected_with_reason CHECK (((replaces IS NULL) = (reason IS NULL)))
  constraint indicators_typed_counts_in_order CHECK (((numerator >= (0)::numeric) AND (denominator > (0)::numeric)))
  constraint indicators_typed_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint indicators_typed_period_form CHECK ((period ~ '^\d{4}(-H[12])?$'::text))
  constraint indicators_typed_pkey PRIMARY KEY (id)
  constraint indicators_typed_replaced_once UNIQUE (replaces)
  constraint indicators_typed_replaces_one FOREIGN KEY (replaces) REFERENCES indicators_typed(id)
  constraint indicators_typed_source_named CHECK (((length(btrim(source)) >= 3) AND (length(btrim(source)) <= 300)))
  CREATE INDEX indicators_typed_by_range ON indicators_typed USING btree (area_lft)
  CREATE UNIQUE INDEX indicators_typed_one_in_force ON indicators_typed USING btree (area_id, code, period) WHERE (replaced_at IS NULL)
  row level security
  policy indicators_typed_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table library_changes
  document_id uuid not null
  id uuid not null
  area_lft integer not null
  kind text not null
  before jsonb not null
  after jsonb not null
  changed_by uuid not null
  changed_at timestamp with time zone not null default now()
  constraint library_changes_kind_known CHECK ((kind = ANY (ARRAY['corrected'::text, 'related'::text, 'unrelated'::text, 'file'::text])))
  constraint library_changes_of_document FOREIGN KEY (document_id) REFERENCES library_documents(id) ON DELETE CASCADE
  constraint library_changes_pkey PRIMARY KEY (document_id, id)
  row level security
  policy library_changes_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table library_documents
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  kind text not null
  number text
  cited_as text
  issued_on date
  in_force_on date
  ended_on date
  ended_note text
  issuer text
  title text not null
  source text not null
  plan_id uuid
  added_by uuid
  added_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint library_documents_kind_known CHECK ((kind = ANY (ARRAY['law'::text, 'resolution'::text, 'decree'::text, 'decision'::text, 'circular'::text, 'directive'::text, 'plan'::text, 'report'::text, 'letter'::text, 'other'::text])))
  constraint library_documents_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint library_documents_pkey PRIMARY KEY (id)
  constraint library_documents_plan_once UNIQUE (plan_id)
  constraint library_documents_source_known CHECK ((source = ANY (ARRAY['reference'::text, 'added'::text, 'plan'::text])))
  constraint library_documents_title_given CHECK (((length(title) >= 1) AND (length(title) <= 1000)))
  CREATE INDEX library_documents_by_citation ON library_documents USING btree (cited_as)
  row level security
  policy library_documents_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy library_documents_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table library_files
  document_id uuid not null
  area_lft integer not null
  name text not null
  media_type text not null
  bytes bytea not null
  added_by uuid not null
  added_at timestamp with time zone not null default now()
  id uuid not null
  replaced_at timestamp with time zone
  constraint library_files_of_document FOREIGN KEY (document_id) REFERENCES library_documents(id) ON DELETE CASCADE
  constraint library_files_pkey PRIMARY KEY (id)
  constraint library_files_small CHECK ((length(bytes) <= 20971520))
  CREATE INDEX library_files_by_document ON library_files USING btree (document_id)
  CREATE UNIQUE INDEX library_files_one_present ON library_files USING btree (document_id) WHERE (replaced_at IS NULL)
  row level security
  policy library_files_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy library_files_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table library_relations
  from_id uuid not null
  to_id uuid not null
  kind text not null
  area_lft integer not null
  constraint library_relations_from FOREIGN KEY (from_id) REFERENCES library_documents(id) ON DELETE CASCADE
  constraint library_relations_kind_known CHECK ((kind = ANY (ARRAY['basis'::text, 'carries-out'::text, 'replaces'::text, 'amends'::text, 'guides'::text])))
  constraint library_relations_not_itself CHECK ((from_id <> to_id))
  constraint library_relations_pkey PRIMARY KEY (from_id, to_id, kind)
  constraint library_relations_to FOREIGN KEY (to_id) REFERENCES library_documents(id) ON DELETE CASCADE
  CREATE INDEX library_relations_by_earlier ON library_relations USING btree (to_id)
  row level security
  policy library_relations_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy library_relations_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table library_tokens
  document_id uuid not null
  token text not null
  area_lft integer not null
  constraint library_tokens_of_document FOREIGN KEY (document_id) REFERENCES library_documents(id) ON DELETE CASCADE
  constraint library_tokens_pkey PRIMARY KEY (document_id, token)
  CREATE INDEX library_tokens_by_token ON library_tokens USING btree (token)
  row level security
  policy library_tokens_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy library_tokens_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table organisations
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  template_code text
  name text not null
  short_name text
  name_folded text not null
  kind text not null
  sector text not null
  parent_id uuid
  valid_from date
  from_certain boolean not null default true
  valid_to date
  to_certain boolean not null default true
  phone text
  source text
  version integer not null default 1
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint organisations_below_parent FOREIGN KEY (parent_id) REFERENCES organisations(id)
  constraint organisations_dates_in_order CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint organisations_kind_known CHECK ((kind = ANY (ARRAY['committee'::text, 'council'::text, 'ministry'::text, 'department'::text, 'division'::text, 'desk'::text, 'public-unit'::text, 'school'::text, 'health-unit'::text, 'mass-organisation'::text, 'association'::text, 'press'::text, 'fund'::text, 'other'::text])))
  constraint organisations_not_own_parent CHECK ((parent_id <> id))
  constraint organisations_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint organisations_pkey PRIMARY KEY (id)
  constraint organisations_sector_known CHECK ((sector = ANY (ARRAY['government'::text, 'health'::text, 'labour-social'::text, 'education'::text, 'finance'::text, 'culture'::text, 'justice'::text, 'police'::text, 'information'::text, 'agriculture'::text, 'mass'::text, 'other'::text])))
  constraint organisations_template_once UNIQUE (area_id, template_code)
  CREATE INDEX organisations_by_parent ON organisations USING btree (parent_id)
  CREATE INDEX organisations_by_range ON organisations USING btree (area_lft)
  row level security
  policy organisations_above using (area_id IN ( SELECT areas.id
   FROM areas
  WHERE ((areas.lft <= (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy organisations_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table organisations_boards
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  kind text not null
  name text not null
  decision text not null
  decided_on date not null
  valid_from date not null
  valid_to date
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint organisations_boards_dates_in_order CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint organisations_boards_kind_known CHECK ((kind = ANY (ARRAY['steering'::text, 'managing'::text, 'project'::text, 'protection'::text, 'other'::text])))
  constraint organisations_boards_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint organisations_boards_pkey PRIMARY KEY (id)
  CREATE INDEX organisations_boards_by_range ON organisations_boards USING btree (area_lft)
  row level security
  policy organisations_boards_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table organisations_focal
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  agency_id uuid not null
  desk_id uuid
  valid_from date not null
  valid_to date
  basis text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint organisations_focal_agency FOREIGN KEY (agency_id) REFERENCES organisations(id)
  constraint organisations_focal_dates_in_order CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint organisations_focal_desk FOREIGN KEY (desk_id) REFERENCES organisations(id)
  constraint organisations_focal_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint organisations_focal_one_at_a_time EXCLUDE USING gist (areas_id_range(area_id, area_id, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&)
  constraint organisations_focal_pkey PRIMARY KEY (id)
  CREATE INDEX organisations_focal_by_range ON organisations_focal USING btree (area_lft)
  row level security
  policy organisations_focal_above using (area_id IN ( SELECT areas.id
   FROM areas
  WHERE ((areas.lft <= (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy organisations_focal_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table organisations_followups
  board_id uuid not null
  meeting_id uuid not null
  id uuid not null
  area_lft integer not null
  task text not null
  responsible text not null
  due_on date not null
  state text not null
  closed_on date
  outcome text
  constraint organisations_followups_closed_some_day CHECK (((state = 'open'::text) = (closed_on IS NULL)))
  constraint organisations_followups_of_meeting FOREIGN KEY (board_id, meeting_id) REFERENCES organisations_meetings(board_id, id)
  constraint organisations_followups_pkey PRIMARY KEY (board_id, id)
  constraint organisations_followups_state_known CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
  CREATE INDEX organisations_followups_by_range ON organisations_followups USING btree (area_lft)
  row level security
  policy organisations_followups_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table organisations_matters
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  organisation_id uuid not null
  staff_id uuid not null
  post_id uuid not null
  kind text not null
  about text not null
  subject_key text
  subject_url text
  subject text not null
  happened_on date not null
  found_on date not null
  found_by text not null
  finding text not null
  answer text
  answered_on date
  measure text
  decision text
  decided_on date
  conclusion text
  concluded_on date
  withdrawn_reason text
  version integer not null default 1
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint organisations_matters_about_known CHECK ((about = ANY (ARRAY['report'::text, 'task'::text, 'case'::text, 'other'::text])))
  constraint organisations_matters_answer_whole CHECK (((answer IS NULL) = (answered_on IS NULL)))
  constraint organisations_matters_concluded_after_found CHECK ((concluded_on >= found_on))
  constraint organisations_matters_concluded_with_measure CHECK (((concluded_on IS NULL) OR (measure IS NOT NULL)))
  constraint organisations_matters_conclusion_whole CHECK (((conclusion IS NULL) = (concluded_on IS NULL)))
  constraint organisations_matters_discipline_decided CHECK (((measure IS DISTINCT FROM 'discipline'::text) OR ((decision IS NOT NULL) AND (decided_on IS NOT NULL))))
  constraint organisations_matters_found_after_it_happened CHECK ((happened_on <= found_on))
  constraint organisations_matters_kind_known CHECK ((kind = ANY (ARRAY['delay'::text, 'cover-up'::text, 'failing'::text])))
  constraint organisations_matters_measure_known CHECK ((measure = ANY (ARRAY['none'::text, 'reminder'::text, 'criticism'::text, 'review'::text, 'discipline'::text, 'to-inspection'::text, 'to-police'::text])))
  constraint organisations_matters_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint organisations_matters_of_body FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint organisations_matters_of_post FOREIGN KEY (staff_id, post_id) REFERENCES organisations_posts(staff_id, id)
  constraint organisations_matters_pkey PRIMARY KEY (id)
  constraint organisations_matters_subject_whole CHECK (((subject_key IS NULL) = (subject_url IS NULL)))
  CREATE INDEX organisations_matters_by_range ON organisations_matters USING btree (area_lft)
  row level security
  policy organisations_matters_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table organisations_matters_changes
  matter_id uuid not null
  version integer not null
  area_lft integer not null
  before jsonb not null
  reason text
  changed_by uuid not null
  changed_at timestamp with time zone not null default now()
  constraint organisations_matters_changes_of_matter FOREIGN KEY (matter_id) REFERENCES organisations_matters(id)
  constraint organisations_matters_changes_pkey PRIMARY KEY (matter_id, version)
  CREATE INDEX organisations_matters_changes_by_range ON organisations_matters_changes USING btree (area_lft)
  row level security
  policy organisations_matters_changes_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table organisations_meetings
  board_id uuid not null
  id uuid not null
  area_lft integer not null
  held_on date not null
  subject text not null
  attended integer
  minutes text not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint organisations_meetings_attended_in_range CHECK (((attended >= 0) AND (attended <= 1000)))
  constraint organisations_meetings_of_board FOREIGN KEY (board_id) REFERENCES organisations_boards(id)
  constraint organisations_meetings_pkey PRIMARY KEY (board_id, id)
  CREATE INDEX organisations_meetings_by_range ON organisations_meetings USING btree (area_lft)
  row level security
  policy organisations_meetings_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table organisations_members
  board_id uuid not null
  id uuid not null
  area_lft integer not null
  full_name text not null
  post text not null
  role text not null
  valid_from date not null
  valid_to date
  constraint organisations_members_dates_in_order CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint organisations_members_of_board FOREIGN KEY (board_id) REFERENCES organisations_boards(id)
  constraint organisations_members_pkey PRIMARY KEY (board_id, id)
  constraint organisations_members_role_known CHECK ((role = ANY (ARRAY['chair'::text, 'standing-vice-chair'::text, 'vice-chair'::text, 'secretary'::text, 'member'::text])))
  CREATE INDEX organisations_members_by_range ON organisations_members USING btree (area_lft)
  row level security
  policy organisations_members_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table organisations_posts
  staff_id uuid not null
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  audience text not null
  title text not null
  organisation_id uuid
  workplace text
  valid_from date not null
  valid_to date
  allowance integer
  basis text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  is_head boolean not null default false
  answerable_for text
  constraint organisations_posts_allowance_in_range CHECK (((allowance >= 0) AND (allowance <= 100000000)))
  constraint organisations_posts_answerable_when_head CHECK ((is_head OR (answerable_for IS NULL)))
  constraint organisations_posts_audience_known CHECK ((audience = ANY (ARRAY['province'::text, 'commune'::text, 'health'::text, 'teacher'::text, 'protection-care'::text, 'protection-worker'::text, 'collaborator'::text, 'social-worker'::text])))
  constraint organisations_posts_dates_in_order CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint organisations_posts_head_of_body CHECK (((NOT is_head) OR (organisation_id IS NOT NULL)))
  constraint organisations_posts_in_organisation FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint organisations_posts_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint organisations_posts_of_staff FOREIGN KEY (staff_id) REFERENCES organisations_staff(id)
  constraint organisations_posts_once_at_a_time EXCLUDE USING gist (areas_id_range(staff_id, staff_id, '[]'::text) WITH &&, areas_id_range(area_id, area_id, '[]'::text) WITH &&, areas_text_range(((audience || ' '::text) || title), ((audience || ' '::text) || title), '[]'::text) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&)
  constraint organisations_posts_one_head EXCLUDE USING gist (areas_id_range(organisation_id, organisation_id, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE (is_head)
  constraint organisations_posts_pkey PRIMARY KEY (staff_id, id)
  CREATE INDEX organisations_posts_by_area ON organisations_posts USING btree (area_id, audience)
  CREATE INDEX organisations_posts_by_range ON organisations_posts USING btree (area_lft)
  row level security
  policy organisations_posts_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table organisations_staff
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  full_name text not null
  name_folded text not null
  name_sort text not null
  phone text
  email text
  qualification text
  account_id uuid
  version integer not null default 1
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint organisations_staff_account FOREIGN KEY (account_id) REFERENCES accounts_people(id)
  constraint organisations_staff_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint organisations_staff_phone_readable CHECK ((phone ~ '^[0-9+][0-9]{2,14}$'::text))
  constraint organisations_staff_pkey PRIMARY KEY (id)
  CREATE INDEX organisations_staff_by_range ON organisations_staff USING btree (area_lft)
  row level security
  policy organisations_staff_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table organisations_successions
  predecessor_id uuid not null
  successor_id uuid not null
  area_id uuid not null
  area_lft integer not null
  happened_on date not null
  is_certain boolean not null default true
  duty text
  source text
  constraint organisations_successions_not_itself CHECK ((predecessor_id <> successor_id))
  constraint organisations_successions_of_predecessor FOREIGN KEY (predecessor_id) REFERENCES organisations(id)
  constraint organisations_successions_of_successor FOREIGN KEY (successor_id) REFERENCES organisations(id)
  constraint organisations_successions_pkey PRIMARY KEY (predecessor_id, successor_id)
  CREATE INDEX organisations_successions_by_range ON organisations_successions USING btree (area_lft)
  CREATE INDEX organisations_successions_by_successor ON organisations_successions USING btree (successor_id)
  row level security
  policy organisations_successions_above using (area_id IN ( SELECT areas.id
   FROM areas
  WHERE ((areas.lft <= (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy organisations_successions_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

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
  parent_id uuid
  obligations jsonb
  obligations_version integer not null default 0
  issuer_area_id uuid
  constraint plans_below_plan FOREIGN KEY (parent_id) REFERENCES plans(id) ON DELETE SET NULL
  constraint plans_issued_month_fits CHECK ((issued_month ~ '^\d{4}-\d{2}$'::text))
  constraint plans_issuer_area_known FOREIGN KEY (issuer_area_id) REFERENCES areas(id) ON DELETE SET NULL
  constraint plans_kind_known CHECK ((kind = ANY (ARRAY['plan'::text, 'decision-with-plan'::text, 'decision'::text, 'report'::text, 'letter'::text])))
  constraint plans_no_once UNIQUE (no)
  constraint plans_not_below_itself CHECK ((parent_id <> id))
  constraint plans_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint plans_period_in_order CHECK ((period_from <= period_to))
  constraint plans_pkey PRIMARY KEY (id)
  CREATE INDEX plans_by_area ON plans USING btree (area_lft, issued_month DESC)
  CREATE INDEX plans_by_parent ON plans USING btree (parent_id) WHERE (parent_id IS NOT NULL)
  CREATE INDEX plans_issuer_area ON plans USING btree (issuer_area_id)
  CREATE UNIQUE INDEX plans_number_once ON plans USING btree (number, symbol, lower(issuer), "left"(issued_month, 4)) WHERE (number IS NOT NULL)
  CREATE UNIQUE INDEX plans_text_once ON plans USING btree (area_id, md5(source_text)) WHERE (number IS NULL)
  row level security
  policy plans_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
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
  policy plans_deadlines_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy plans_deadlines_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table plans_drafts
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  parent_id uuid
  source text not null
  content jsonb not null
  version integer not null default 1
  created_by uuid not null
  created_at timestamp with time zone not null
  changed_by uuid not null
  changed_at timestamp with time zone not null
  issued_plan_id uuid
  constraint plans_drafts_below_plan FOREIGN KEY (parent_id) REFERENCES plans(id) ON DELETE SET NULL
  constraint plans_drafts_issued_as FOREIGN KEY (issued_plan_id) REFERENCES plans(id) ON DELETE SET NULL
  constraint plans_drafts_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint plans_drafts_pkey PRIMARY KEY (id)
  constraint plans_drafts_source_known CHECK ((source = ANY (ARRAY['parent'::text, 'last-year'::text, 'template'::text, 'blank'::text])))
  CREATE INDEX plans_drafts_by_area ON plans_drafts USING btree (area_lft, changed_at DESC)
  CREATE INDEX plans_drafts_by_parent ON plans_drafts USING btree (parent_id) WHERE (parent_id IS NOT NULL)
  row level security
  policy plans_drafts_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table plans_exemptions
  plan_id uuid not null
  key text not null
  area_lft integer not null
  reason text not null
  granted_by uuid not null
  granted_at timestamp with time zone not null default now()
  constraint plans_exemptions_of_plan FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
  constraint plans_exemptions_pkey PRIMARY KEY (plan_id, key)
  constraint plans_exemptions_reason_given CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  row level security
  policy plans_exemptions_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy plans_exemptions_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table plans_target_shares
  plan_id uuid not null
  target_id uuid not null
  unit_id uuid not null
  area_lft integer not null
  value numeric not null
  way text not null
  baseline numeric
  children integer not null
  constraint plans_target_shares_not_negative CHECK (((value >= (0)::numeric) AND (children >= 0)))
  constraint plans_target_shares_of_target FOREIGN KEY (plan_id, target_id) REFERENCES plans_targets(plan_id, id) ON DELETE CASCADE
  constraint plans_target_shares_of_unit FOREIGN KEY (unit_id) REFERENCES areas(id)
  constraint plans_target_shares_pkey PRIMARY KEY (plan_id, target_id, unit_id)
  constraint plans_target_shares_way_known CHECK ((way = ANY (ARRAY['children'::text, 'baseline'::text, 'hand'::text])))
  row level security
  policy plans_target_shares_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy plans_target_shares_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

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
  policy plans_target_values_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
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
  origin_id uuid
  constraint plans_targets_comparator_known CHECK ((comparator = ANY (ARRAY['eq'::text, 'ge'::text, 'gt'::text, 'le'::text, 'lt'::text, 'reduce'::text, 'increase'::text])))
  constraint plans_targets_of_plan FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
  constraint plans_targets_pkey PRIMARY KEY (plan_id, id)
  constraint plans_targets_tied_to_indicator CHECK (((way = 'indicator'::text) = (indicator_code IS NOT NULL)))
  constraint plans_targets_way_known CHECK ((way = ANY (ARRAY['indicator'::text, 'by-hand'::text, 'open'::text])))
  row level security
  policy plans_targets_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
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
  policy plans_task_agencies_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
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
  origin_id uuid
  due_on date
  due_said text
  constraint plans_tasks_due_said_of_a_day CHECK (((due_said IS NULL) OR (due_on IS NOT NULL)))
  constraint plans_tasks_due_said_short CHECK ((length(due_said) <= 500))
  constraint plans_tasks_note_short CHECK ((length(note) <= 1000))
  constraint plans_tasks_of_plan FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
  constraint plans_tasks_part_of FOREIGN KEY (plan_id, parent_id) REFERENCES plans_tasks(plan_id, id) ON DELETE CASCADE
  constraint plans_tasks_pkey PRIMARY KEY (plan_id, id)
  constraint plans_tasks_state_known CHECK ((state = ANY (ARRAY['not-started'::text, 'in-progress'::text, 'done'::text, 'stopped'::text])))
  row level security
  policy plans_tasks_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
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

table platform_stamps
  subject text not null
  stamp uuid not null
  constraint platform_stamps_pkey PRIMARY KEY (subject)

table privacy_breach_children
  child_id uuid not null
  breach_id uuid not null
  area_lft integer not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint privacy_breach_children_of_breach FOREIGN KEY (breach_id) REFERENCES privacy_breaches(id)
  constraint privacy_breach_children_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE DEFERRABLE
  constraint privacy_breach_children_pkey PRIMARY KEY (child_id, breach_id)
  CREATE INDEX privacy_breach_children_by_breach ON privacy_breach_children USING btree (breach_id)
  row level security
  policy privacy_breach_children_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table privacy_breaches
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  happened_at timestamp with time zone
  noticed_at timestamp with time zone not null
  notify_by timestamp with time zone not null
  kind text not null
  what text not null
  categories text[] not null
  children integer
  measures text
  notified_at timestamp with time zone
  notified_to text
  late_reason text
  families_told_on date
  closed_at timestamp with time zone
  closing_note text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint privacy_breaches_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint privacy_breaches_children_counted CHECK ((children >= 0))
  constraint privacy_breaches_kind_known CHECK ((kind = ANY (ARRAY['disclosed'::text, 'lost'::text, 'altered'::text, 'access'::text, 'device'::text])))
  constraint privacy_breaches_late_with_reason CHECK (((notified_at IS NULL) OR (notified_at <= notify_by) OR (late_reason IS NOT NULL)))
  constraint privacy_breaches_notice_whole CHECK (((notified_at IS NULL) = (notified_to IS NULL)))
  constraint privacy_breaches_pkey PRIMARY KEY (id)
  constraint privacy_breaches_what_short CHECK (((length(what) >= 1) AND (length(what) <= 2000)))
  CREATE INDEX privacy_breaches_by_area ON privacy_breaches USING btree (area_lft, noticed_at DESC)
  row level security
  policy privacy_breaches_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table privacy_consents
  child_id uuid not null
  id uuid not null
  area_lft integer not null
  purpose text not null
  decision text not null
  wording text not null
  wording_edition text not null
  given_by text not null
  capacity text not null
  given_on date not null
  child_age_years smallint
  child_voice text not null
  proof text not null
  proof_note text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  withdrawn_on date
  withdrawn_by text
  withdrawal_recorded_by uuid
  withdrawal_recorded_at timestamp with time zone
  constraint privacy_consents_capacity_known CHECK ((capacity = ANY (ARRAY['mother'::text, 'father'::text, 'guardian'::text, 'representative'::text])))
  constraint privacy_consents_child_may_refuse CHECK (((decision = 'refused'::text) OR (child_voice <> 'disagrees'::text)))
  constraint privacy_consents_decision_known CHECK ((decision = ANY (ARRAY['given'::text, 'refused'::text])))
  constraint privacy_consents_from_seven_both CHECK (((decision = 'refused'::text) OR (COALESCE((child_age_years)::integer, 7) < 7) OR (child_voice = 'agrees'::text)))
  constraint privacy_consents_given_by_named CHECK (((length(given_by) >= 1) AND (length(given_by) <= 100)))
  constraint privacy_consents_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint privacy_consents_pkey PRIMARY KEY (child_id, id)
  constraint privacy_consents_proof_known CHECK ((proof = ANY (ARRAY['signed-paper'::text, 'electronic'::text, 'witness'::text])))
  constraint privacy_consents_proof_note_short CHECK ((length(proof_note) <= 300))
  constraint privacy_consents_purpose_known CHECK ((purpose = ANY (ARRAY['photo'::text, 'story'::text, 'donor-report'::text, 'sharing'::text, 'research'::text])))
  constraint privacy_consents_voice_known CHECK ((child_voice = ANY (ARRAY['agrees'::text, 'disagrees'::text, 'not-asked'::text])))
  constraint privacy_consents_withdrawn_after CHECK ((withdrawn_on >= given_on))
  constraint privacy_consents_withdrawn_by_someone CHECK ((num_nulls(withdrawn_on, withdrawn_by, withdrawal_recorded_by, withdrawal_recorded_at) = ANY (ARRAY[0, 4])))
  CREATE UNIQUE INDEX privacy_consents_one_standing ON privacy_consents USING btree (child_id, purpose) WHERE (withdrawn_on IS NULL)
  row level security
  policy privacy_consents_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table privacy_erasures
  child_id uuid not null
  id uuid not null
  area_lft integer not null
  request_id uuid
  ground text not null
  note text
  counts jsonb not null
  erased_by uuid not null
  erased_at timestamp with time zone not null
  constraint privacy_erasures_ground_known CHECK ((ground = ANY (ARRAY['request'::text, 'term-over'::text, 'registered-by-mistake'::text])))
  constraint privacy_erasures_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint privacy_erasures_of_request FOREIGN KEY (child_id, request_id) REFERENCES privacy_requests(child_id, id)
  constraint privacy_erasures_once UNIQUE (child_id)
  constraint privacy_erasures_pkey PRIMARY KEY (child_id, id)
  row level security
  policy privacy_erasures_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table privacy_requests
  child_id uuid not null
  id uuid not null
  area_lft integer not null
  kind text not null
  received_on date not null
  received_how text not null
  requester text not null
  capacity text not null
  identity_proof text not null
  words text not null
  with_processor boolean not null
  day_kind text not null
  answer_due_on date not null
  due_on date not null
  answered_on date
  extended_on date
  extension_reason text
  decided_on date
  decision text
  ground text
  ground_note text
  decided_by uuid
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint privacy_requests_capacity_known CHECK ((capacity = ANY (ARRAY['child'::text, 'mother'::text, 'father'::text, 'guardian'::text, 'representative'::text])))
  constraint privacy_requests_day_kind_known CHECK ((day_kind = ANY (ARRAY['calendar'::text, 'working'::text])))
  constraint privacy_requests_decided_whole CHECK ((num_nulls(decided_on, decision, decided_by) = ANY (ARRAY[0, 3])))
  constraint privacy_requests_decision_known CHECK ((decision = ANY (ARRAY['granted'::text, 'partly'::text, 'refused'::text])))
  constraint privacy_requests_due_in_order CHECK (((received_on <= answer_due_on) AND (received_on <= due_on)))
  constraint privacy_requests_extended_with_reason CHECK (((extended_on IS NULL) = (extension_reason IS NULL)))
  constraint privacy_requests_how_known CHECK ((received_how = ANY (ARRAY['in-person'::text, 'paper'::text, 'electronic'::text, 'phone'::text])))
  constraint privacy_requests_kind_known CHECK ((kind = ANY (ARRAY['view'::text, 'provide'::text, 'correct'::text, 'withdraw'::text, 'restrict'::text, 'delete'::text])))
  constraint privacy_requests_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint privacy_requests_pkey PRIMARY KEY (child_id, id)
  constraint privacy_requests_refused_with_ground CHECK (((decision IS NULL) OR (decision = 'granted'::text) OR (ground IS NOT NULL)))
  constraint privacy_requests_words_short CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
  CREATE INDEX privacy_requests_open ON privacy_requests USING btree (area_lft, due_on) WHERE (decided_on IS NULL)
  row level security
  policy privacy_requests_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table privacy_settings
  one boolean not null
  day_kind text not null
  contact_name text not null
  contact_phone text not null
  contact_email text not null
  contact_address text not null
  changed_by uuid not null
  changed_at timestamp with time zone not null
  constraint privacy_settings_day_kind_known CHECK ((day_kind = ANY (ARRAY['calendar'::text, 'working'::text])))
  constraint privacy_settings_only_one CHECK (one)
  constraint privacy_settings_pkey PRIMARY KEY (one)

table reorganisation_cases
  id uuid not null
  no integer not null default identity
  area_id uuid not null
  area_lft integer not null
  decision_number text not null
  decided_on date not null
  issuer text not null
  effective_on date not null
  content jsonb not null
  state text not null default 'draft'::text
  version integer not null default 1
  preview jsonb
  previewed_at timestamp with time zone
  outcome jsonb
  prepared_by uuid not null
  prepared_at timestamp with time zone not null
  applied_by uuid
  applied_at timestamp with time zone
  undone_by uuid
  undone_at timestamp with time zone
  applied_order integer
  constraint reorganisation_cases_applied_by_someone CHECK (((state <> ALL (ARRAY['applied'::text, 'undone'::text])) OR ((applied_at IS NOT NULL) AND (applied_by IS NOT NULL))))
  constraint reorganisation_cases_applied_in_order CHECK (((applied_at IS NULL) = (applied_order IS NULL)))
  constraint reorganisation_cases_applied_order_once UNIQUE (applied_order)
  constraint reorganisation_cases_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint reorganisation_cases_decided_first CHECK ((decided_on <= effective_on))
  constraint reorganisation_cases_issuer_given CHECK (((length(issuer) >= 1) AND (length(issuer) <= 200)))
  constraint reorganisation_cases_no_once UNIQUE (no)
  constraint reorganisation_cases_number_given CHECK (((length(decision_number) >= 1) AND (length(decision_number) <= 100)))
  constraint reorganisation_cases_pkey PRIMARY KEY (id)
  constraint reorganisation_cases_seen_before_applied CHECK (((state <> ALL (ARRAY['previewed'::text, 'applied'::text])) OR (preview IS NOT NULL)))
  constraint reorganisation_cases_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'previewed'::text, 'applied'::text, 'undone'::text])))
  constraint reorganisation_cases_undone_by_someone CHECK (((state <> 'undone'::text) OR ((undone_at IS NOT NULL) AND (undone_by IS NOT NULL))))
  constraint reorganisation_cases_version_positive CHECK ((version > 0))
  CREATE INDEX reorganisation_cases_by_area ON reorganisation_cases USING btree (area_lft, no DESC)
  row level security
  policy reorganisation_cases_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table reorganisation_moves
  child_id uuid not null
  case_id uuid not null
  area_lft integer not null
  from_commune_id uuid not null
  from_village_id uuid
  from_lft integer not null
  to_commune_id uuid not null
  to_village_id uuid
  to_lft integer not null
  constraint reorganisation_moves_of_case FOREIGN KEY (case_id) REFERENCES reorganisation_cases(id)
  constraint reorganisation_moves_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint reorganisation_moves_pkey PRIMARY KEY (child_id, case_id)
  CREATE INDEX reorganisation_moves_by_case ON reorganisation_moves USING btree (case_id, child_id)
  row level security
  policy reorganisation_moves_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table reorganisation_notes
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  grant_id uuid not null
  area_lft integer not null
  kind text not null
  old_name text not null
  new_name text
  decision_number text not null
  effective_on date not null
  made_at timestamp with time zone not null
  read_at timestamp with time zone
  constraint reorganisation_notes_kind_known CHECK ((kind = ANY (ARRAY['followed'::text, 'waits'::text, 'returned'::text])))
  constraint reorganisation_notes_of_case FOREIGN KEY (case_id) REFERENCES reorganisation_cases(id)
  constraint reorganisation_notes_pkey PRIMARY KEY (id)
  CREATE INDEX reorganisation_notes_by_person ON reorganisation_notes USING btree (person_id, made_at DESC)
  row level security
  policy reorganisation_notes_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table reorganisation_results
  case_id uuid not null
  area_id uuid not null
  period text not null
  area_lft integer not null
  figures jsonb not null
  constraint reorganisation_results_of_case FOREIGN KEY (case_id) REFERENCES reorganisation_cases(id)
  constraint reorganisation_results_pkey PRIMARY KEY (case_id, area_id, period)
  CREATE INDEX reorganisation_results_by_area ON reorganisation_results USING btree (area_id, period)
  row level security
  policy reorganisation_results_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table reorganisation_rows
  case_id uuid not null
  table_name text not null
  row_id uuid not null
  area_lft integer not null
  from_area_id uuid not null
  from_lft integer not null
  to_area_id uuid not null
  constraint reorganisation_rows_of_case FOREIGN KEY (case_id) REFERENCES reorganisation_cases(id)
  constraint reorganisation_rows_pkey PRIMARY KEY (case_id, table_name, row_id)
  row level security
  policy reorganisation_rows_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table reorganisation_runs
  id uuid not null
  case_id uuid not null
  area_lft integer not null
  step text not null
  state text not null default 'waiting'::text
  total integer not null
  done integer not null default 0
  refusal jsonb
  asked_by uuid not null
  grant_id uuid not null
  asked_at timestamp with time zone not null
  touched_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint reorganisation_runs_done_of_total CHECK (((done >= 0) AND (done <= total)))
  constraint reorganisation_runs_ended CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text])) = (ended_at IS NOT NULL)))
  constraint reorganisation_runs_failed_for_a_reason CHECK (((state = 'failed'::text) = (refusal IS NOT NULL)))
  constraint reorganisation_runs_of_case FOREIGN KEY (case_id) REFERENCES reorganisation_cases(id)
  constraint reorganisation_runs_pkey PRIMARY KEY (id)
  constraint reorganisation_runs_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
  constraint reorganisation_runs_step_known CHECK ((step = ANY (ARRAY['apply'::text, 'undo'::text])))
  CREATE INDEX reorganisation_runs_by_case ON reorganisation_runs USING btree (case_id, asked_at)
  CREATE UNIQUE INDEX reorganisation_runs_one_at_a_time ON reorganisation_runs USING btree (case_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]))
  row level security
  policy reorganisation_runs_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table reorganisation_units
  case_id uuid not null
  area_id uuid not null
  did text not null
  area_lft integer not null
  effective_on date not null
  valid_to date
  from_parent_id uuid
  from_lft integer
  from_rgt integer
  to_parent_id uuid
  to_lft integer
  to_rgt integer
  heir_id uuid
  constraint reorganisation_units_did_known CHECK ((did = ANY (ARRAY['ended'::text, 'made'::text, 'holding'::text, 'moved'::text, 'renamed'::text, 'received'::text, 'gave'::text])))
  constraint reorganisation_units_of_case FOREIGN KEY (case_id) REFERENCES reorganisation_cases(id)
  constraint reorganisation_units_pkey PRIMARY KEY (case_id, area_id)
  CREATE INDEX reorganisation_units_by_area ON reorganisation_units USING btree (area_id)
  CREATE UNIQUE INDEX reorganisation_units_once_a_day ON reorganisation_units USING btree (area_id, effective_on) WHERE (did = ANY (ARRAY['ended'::text, 'renamed'::text, 'received'::text, 'gave'::text]))
  row level security
  policy reorganisation_units_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

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
  origin_area_id uuid not null
  open_parts jsonb
  merged_into uuid
  constraint reports_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint reports_id_with_area UNIQUE (id, area_lft)
  constraint reports_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES reports(id)
  constraint reports_merged_says_where CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL)))
  constraint reports_no_once UNIQUE (no)
  constraint reports_of_plan FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint reports_origin_fkey FOREIGN KEY (origin_area_id) REFERENCES areas(id)
  constraint reports_period_written CHECK ((period ~ '^[0-9]{4}(-H[12])?$'::text))
  constraint reports_pkey PRIMARY KEY (id)
  constraint reports_signed_says_when CHECK (((state <> 'signed'::text) OR (finished_at IS NOT NULL)))
  constraint reports_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'returned'::text, 'accepted'::text, 'signed'::text, 'merged'::text])))
  constraint reports_version_positive CHECK ((version > 0))
  CREATE INDEX reports_by_area ON reports USING btree (area_lft, period DESC)
  CREATE UNIQUE INDEX reports_one_open ON reports USING btree (origin_area_id, plan_id, period) WHERE (state = ANY (ARRAY['draft'::text, 'sent'::text, 'returned'::text, 'accepted'::text]))
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
  version integer not null default 1
  constraint reports_cells_of_report FOREIGN KEY (report_id, area_lft) REFERENCES reports(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint reports_cells_pkey PRIMARY KEY (report_id, key)
  constraint reports_cells_reason_given CHECK (((length(btrim(reason)) >= 1) AND (length(btrim(reason)) <= 500)))
  constraint reports_cells_source_known CHECK ((source = ANY (ARRAY['typed'::text, 'not-applicable'::text])))
  constraint reports_cells_typed_has_value CHECK (((source = 'typed'::text) = (value IS NOT NULL)))
  constraint reports_cells_value_not_negative CHECK ((value >= (0)::numeric))
  constraint reports_cells_version_positive CHECK ((version > 0))
  row level security
  policy reports_cells_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table reports_comments
  report_id uuid not null
  id uuid not null
  area_lft integer not null
  about text not null
  key text
  text text not null
  by uuid not null
  by_name text not null
  by_place text not null
  at timestamp with time zone not null
  answer text
  answered_by_name text
  answered_at timestamp with time zone
  constraint reports_comments_about_known CHECK ((about = ANY (ARRAY['cell'::text, 'section'::text, 'report'::text])))
  constraint reports_comments_answered_whole CHECK (((answer IS NULL) = (answered_at IS NULL)))
  constraint reports_comments_key_given CHECK (((about = 'report'::text) = (key IS NULL)))
  constraint reports_comments_of_report FOREIGN KEY (report_id, area_lft) REFERENCES reports(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint reports_comments_pkey PRIMARY KEY (report_id, id)
  constraint reports_comments_text_given CHECK (((length(btrim(text)) >= 1) AND (length(btrim(text)) <= 2000)))
  row level security
  policy reports_comments_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table reports_files
  report_id uuid not null
  id uuid not null
  area_lft integer not null
  kind text not null
  name text not null
  media_type text not null
  size integer not null
  sha256 text not null
  bytes bytea not null
  added_by uuid not null
  added_by_name text not null
  added_at timestamp with time zone not null
  constraint reports_files_kind_known CHECK ((kind = ANY (ARRAY['attached'::text, 'signed'::text])))
  constraint reports_files_of_report FOREIGN KEY (report_id, area_lft) REFERENCES reports(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint reports_files_pkey PRIMARY KEY (report_id, id)
  constraint reports_files_size_limited CHECK (((size >= 1) AND (size <= 10000000)))
  row level security
  policy reports_files_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table reports_reasons
  report_id uuid not null
  finding text not null
  area_lft integer not null
  seen text not null
  reason text not null
  by uuid not null
  by_name text not null
  at timestamp with time zone not null
  constraint reports_reasons_of_report FOREIGN KEY (report_id, area_lft) REFERENCES reports(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint reports_reasons_pkey PRIMARY KEY (report_id, finding)
  constraint reports_reasons_reason_given CHECK (((length(btrim(reason)) >= 1) AND (length(btrim(reason)) <= 500)))
  row level security
  policy reports_reasons_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

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

table reports_steps
  report_id uuid not null
  id uuid not null
  area_lft integer not null
  position bigint not null default identity
  kind text not null
  from_state text not null
  to_state text not null
  reason text
  version integer
  by uuid not null
  by_name text not null
  by_place text not null
  at timestamp with time zone not null
  constraint reports_steps_kind_known CHECK ((kind = ANY (ARRAY['send'::text, 'return'::text, 'accept'::text, 'sign'::text, 'reopen'::text, 'consolidate'::text, 'merge'::text])))
  constraint reports_steps_of_report FOREIGN KEY (report_id, area_lft) REFERENCES reports(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint reports_steps_pkey PRIMARY KEY (report_id, id)
  constraint reports_steps_reason_given CHECK (((kind <> ALL (ARRAY['return'::text, 'reopen'::text])) OR (length(btrim(reason)) > 0)))
  row level security
  policy reports_steps_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table reports_versions
  report_id uuid not null
  number integer not null
  area_lft integer not null
  area_id uuid not null
  kind text not null
  content text not null
  sha256 text not null
  at timestamp with time zone not null
  by uuid not null
  by_name text not null
  document_number text
  signed_on date
  signer_name text
  signer_title text
  constraint reports_versions_kind_known CHECK ((kind = ANY (ARRAY['sent'::text, 'signed'::text])))
  constraint reports_versions_number_positive CHECK ((number > 0))
  constraint reports_versions_of_report FOREIGN KEY (report_id, area_lft) REFERENCES reports(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint reports_versions_only_signed_numbered CHECK (((kind = 'signed'::text) OR ((document_number IS NULL) AND (signed_on IS NULL) AND (signer_name IS NULL) AND (signer_title IS NULL))))
  constraint reports_versions_pkey PRIMARY KEY (report_id, number)
  constraint reports_versions_sha256_written CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  CREATE UNIQUE INDEX reports_versions_number_once ON reports_versions USING btree (area_id, EXTRACT(year FROM signed_on), document_number) WHERE (document_number IS NOT NULL)
  row level security
  policy reports_versions_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table screening_facts
  child_id uuid
  area_lft integer
  tool text
  version text
  screened_on date
  age_months numeric
  result text
  referred_to text
  referral_urgent boolean

table screening_records
  child_id uuid not null
  id uuid not null
  area_lft integer not null
  tool text not null
  version text not null
  screened_on date not null
  age_months numeric not null
  weeks_early smallint not null default 0
  way text not null
  informant text not null
  answers jsonb not null
  score smallint
  result text not null
  next_on date
  refusal_reason text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  undone_by uuid
  undone_at timestamp with time zone
  constraint screening_records_informant_known CHECK ((informant = ANY (ARRAY['mother'::text, 'father'::text, 'carer'::text, 'teacher'::text, 'nurse'::text])))
  constraint screening_records_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint screening_records_of_tool FOREIGN KEY (tool, version) REFERENCES screening_tools(tool, version)
  constraint screening_records_pkey PRIMARY KEY (child_id, id)
  constraint screening_records_reason_of_refusal CHECK (((result = 'refused'::text) = (refusal_reason IS NOT NULL)))
  constraint screening_records_undone_by_someone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  constraint screening_records_way_known CHECK ((way = ANY (ARRAY['visit'::text, 'phone'::text, 'paper'::text])))
  constraint screening_records_weeks_in_range CHECK (((weeks_early >= 0) AND (weeks_early <= 17)))
  CREATE UNIQUE INDEX screening_records_one_per_day ON screening_records USING btree (child_id, tool, screened_on) WHERE (undone_at IS NULL)
  row level security
  policy screening_records_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table screening_referrals
  child_id uuid not null
  id uuid not null
  area_lft integer not null
  screening_id uuid not null
  referred_to text not null
  urgent boolean not null
  proposed_on date not null
  answer_by date not null
  withdrawn_at timestamp with time zone
  state text not null default 'proposed'::text
  state_on date
  state_note text
  constraint screening_referrals_note_short CHECK ((length(state_note) <= 500))
  constraint screening_referrals_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint screening_referrals_of_record FOREIGN KEY (child_id, screening_id) REFERENCES screening_records(child_id, id) ON DELETE CASCADE
  constraint screening_referrals_once UNIQUE (child_id, screening_id)
  constraint screening_referrals_pkey PRIMARY KEY (child_id, id)
  constraint screening_referrals_refusal_has_reason CHECK (((state <> 'refused'::text) OR (length(state_note) > 0)))
  constraint screening_referrals_state_has_day CHECK (((state = 'proposed'::text) = (state_on IS NULL)))
  constraint screening_referrals_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'taken-up'::text, 'done'::text, 'refused'::text])))
  CREATE INDEX screening_referrals_by_area ON screening_referrals USING btree (area_lft, answer_by) WHERE (withdrawn_at IS NULL)
  row level security
  policy screening_referrals_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table screening_tools
  tool text not null
  version text not null
  in_force_from date not null
  retired_on date
  content jsonb not null
  loaded_at timestamp with time zone not null default now()
  constraint screening_tools_dates_in_order CHECK (((retired_on IS NULL) OR (retired_on >= in_force_from)))
  constraint screening_tools_pkey PRIMARY KEY (tool, version)

table services_counters
  commune_id uuid not null
  period text not null
  age_years smallint not null
  area_lft integer not null
  due integer[] not null
  got integer[] not null
  constraint services_counters_in_order CHECK (((cardinality(due) = cardinality(got)) AND (0 <= ALL (due)) AND (0 <= ALL (got)) AND (got[1] <= due[1]) AND COALESCE((got[2] <= due[2]), true)))
  constraint services_counters_of_commune FOREIGN KEY (commune_id) REFERENCES areas(id)
  constraint services_counters_pkey PRIMARY KEY (commune_id, period, age_years)
  CREATE INDEX services_counters_by_period ON services_counters USING btree (period, commune_id)
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

table services_needs
  child_id uuid not null
  item_code text not null
  source text not null
  area_lft integer not null
  opens_on date not null
  due_on date not null
  reason_vi text not null
  reason_en text not null
  constraint services_needs_days_in_order CHECK ((opens_on <= due_on))
  constraint services_needs_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
  constraint services_needs_of_item FOREIGN KEY (item_code) REFERENCES services_items(code)
  constraint services_needs_pkey PRIMARY KEY (child_id, item_code, source)
  row level security
  policy services_needs_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

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
  constraint services_open_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE DEFERRABLE
  constraint services_open_pkey PRIMARY KEY (child_id)
  CREATE INDEX services_open_by_commune ON services_open USING btree (commune_id, earliest, child_id)
  CREATE INDEX services_open_by_recheck ON services_open USING btree (recheck_on)
  CREATE INDEX services_open_by_village ON services_open USING btree (village_id, earliest, child_id)
  row level security
  policy services_open_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table services_package_versions
  id uuid not null
  area_id uuid not null
  name text not null
  status text not null default 'draft'::text
  version integer not null default 1
  changes jsonb not null
  decision_number text
  decided_on date
  in_force_from date
  in_force_to date
  preview jsonb
  preview_version integer
  created_by uuid not null
  created_at timestamp with time zone not null default now()
  approved_by uuid
  approved_at timestamp with time zone
  constraint services_package_versions_approved_by_decision CHECK (((status = 'draft'::text) OR ((decision_number IS NOT NULL) AND (decided_on IS NOT NULL) AND (in_force_from IS NOT NULL) AND (approved_by IS NOT NULL) AND (approved_at IS NOT NULL))))
  constraint services_package_versions_days_in_order CHECK (((in_force_to IS NULL) OR (in_force_from <= in_force_to)))
  constraint services_package_versions_name_short CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint services_package_versions_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint services_package_versions_pkey PRIMARY KEY (id)
  constraint services_package_versions_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'approved'::text])))
  CREATE UNIQUE INDEX services_package_versions_one_a_day ON services_package_versions USING btree (area_id, in_force_from) WHERE (status = 'approved'::text)
  CREATE UNIQUE INDEX services_package_versions_one_draft ON services_package_versions USING btree (area_id) WHERE (status = 'draft'::text)

table services_packages
  version text not null
  compiled_on date not null
  content jsonb not null
  loaded_at timestamp with time zone not null default now()
  constraint services_packages_pkey PRIMARY KEY (version)

table services_pregnancy_records
  pregnancy_id uuid not null
  id uuid not null
  area_lft integer not null
  item_code text not null
  done_on date not null
  answer text not null
  note text
  session_id uuid
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  undone_by uuid
  undone_at timestamp with time zone
  constraint services_pregnancy_records_answer_known CHECK ((answer = ANY (ARRAY['done'::text, 'refused'::text, 'contraindicated'::text])))
  constraint services_pregnancy_records_note_short CHECK ((length(note) <= 500))
  constraint services_pregnancy_records_of_pregnancy FOREIGN KEY (pregnancy_id, area_lft) REFERENCES children_pregnancies(id, area_lft) ON UPDATE CASCADE DEFERRABLE
  constraint services_pregnancy_records_pkey PRIMARY KEY (pregnancy_id, id)
  constraint services_pregnancy_records_undone_by_somebody CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
  CREATE INDEX services_pregnancy_records_by_session ON services_pregnancy_records USING btree (session_id) WHERE (session_id IS NOT NULL)
  row level security
  policy services_pregnancy_records_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))
  policy services_pregnancy_records_of_child using (EXISTS ( SELECT
   FROM children_births b
  WHERE (b.pregnancy_id = services_pregnancy_records.pregnancy_id)))

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
  constraint services_records_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE
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
  constraint services_status_of_child FOREIGN KEY (child_id, area_lft) REFERENCES children(id, area_lft) ON UPDATE CASCADE DEFERRABLE
  constraint services_status_period_form CHECK ((period ~ '^\d{4}(-H[12])?$'::text))
  constraint services_status_pkey PRIMARY KEY (child_id, period)
  CREATE INDEX services_status_by_commune ON services_status USING btree (commune_id, period)
  row level security
  policy services_status_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table services_sums
  commune_id uuid not null
  period text not null
  area_lft integer not null
  due integer[] not null
  got integer[] not null
  constraint services_sums_of_commune FOREIGN KEY (commune_id) REFERENCES areas(id)
  constraint services_sums_of_eight CHECK (((cardinality(due) = 8) AND (cardinality(got) = 8)))
  constraint services_sums_pkey PRIMARY KEY (commune_id, period)
  CREATE INDEX services_sums_by_period ON services_sums USING btree (period, commune_id)
  row level security
  policy services_sums_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table tasks
  id uuid not null
  item_id uuid not null
  area_id uuid not null
  area_lft integer not null
  plan_id uuid not null
  plan_task_id uuid not null
  title text
  product text
  starts_on date
  due_on date
  state text not null default 'not-started'::text
  done_on date
  delay_reason text
  risk text
  next_step text
  lead_id uuid
  coordinating_ids uuid[] not null default '{}'::uuid[]
  desk_id uuid
  staff_id uuid
  version integer not null default 1
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  constraint tasks_activity_titled CHECK (((item_id = plan_task_id) = (title IS NULL)))
  constraint tasks_dates_in_order CHECK (((starts_on IS NULL) OR (due_on IS NULL) OR (starts_on <= due_on)))
  constraint tasks_desk FOREIGN KEY (desk_id) REFERENCES organisations(id)
  constraint tasks_done_some_day CHECK (((state = 'done'::text) = (done_on IS NOT NULL)))
  constraint tasks_key_with_area UNIQUE (id, area_lft)
  constraint tasks_lead FOREIGN KEY (lead_id) REFERENCES organisations(id)
  constraint tasks_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint tasks_of_plan_task FOREIGN KEY (plan_id, plan_task_id) REFERENCES plans_tasks(plan_id, id) ON DELETE CASCADE
  constraint tasks_once_in_place UNIQUE (area_id, item_id)
  constraint tasks_pkey PRIMARY KEY (id)
  constraint tasks_staff FOREIGN KEY (staff_id) REFERENCES organisations_staff(id)
  constraint tasks_state_known CHECK ((state = ANY (ARRAY['not-started'::text, 'in-progress'::text, 'done'::text, 'stopped'::text])))
  constraint tasks_stopped_with_reason CHECK (((state <> 'stopped'::text) OR (delay_reason IS NOT NULL)))
  CREATE INDEX tasks_by_plan ON tasks USING btree (plan_id, plan_task_id)
  CREATE INDEX tasks_by_range ON tasks USING btree (area_lft)
  row level security
  policy tasks_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy tasks_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table tasks_changes
  task_id uuid not null
  id uuid not null
  area_lft integer not null
  version integer not null
  before jsonb not null
  after jsonb not null
  changed_by uuid not null
  changed_at timestamp with time zone not null default now()
  constraint tasks_changes_of_task FOREIGN KEY (task_id, area_lft) REFERENCES tasks(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint tasks_changes_pkey PRIMARY KEY (task_id, id)
  constraint tasks_changes_version_once UNIQUE (task_id, version)
  row level security
  policy tasks_changes_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table tasks_closures
  id uuid not null
  plan_id uuid not null
  review_id uuid not null
  area_lft integer not null
  closed_by uuid not null
  closed_on date not null
  reopened_by uuid
  reopened_at timestamp with time zone
  reopened_why text
  constraint tasks_closures_of_plan FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint tasks_closures_of_review FOREIGN KEY (review_id, area_lft) REFERENCES tasks_reviews(id, area_lft) ON UPDATE CASCADE
  constraint tasks_closures_pkey PRIMARY KEY (id)
  constraint tasks_closures_reopened_by_someone CHECK (((reopened_at IS NULL) = (reopened_by IS NULL)))
  constraint tasks_closures_reopened_with_reason CHECK (((reopened_at IS NULL) = (reopened_why IS NULL)))
  CREATE UNIQUE INDEX tasks_closures_one_at_a_time ON tasks_closures USING btree (plan_id) WHERE (reopened_at IS NULL)
  row level security
  policy tasks_closures_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy tasks_closures_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table tasks_comments
  task_id uuid not null
  id uuid not null
  area_lft integer not null
  text text not null
  written_by uuid not null
  written_at timestamp with time zone not null default now()
  constraint tasks_comments_length CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
  constraint tasks_comments_of_task FOREIGN KEY (task_id, area_lft) REFERENCES tasks(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint tasks_comments_pkey PRIMARY KEY (task_id, id)
  row level security
  policy tasks_comments_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table tasks_conclusions
  review_id uuid not null
  subject_id uuid not null
  area_lft integer not null
  verdict text not null
  conclusion text
  lessons text
  version integer not null default 1
  written_by uuid not null
  written_at timestamp with time zone not null default now()
  constraint tasks_conclusions_of_review FOREIGN KEY (review_id, area_lft) REFERENCES tasks_reviews(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint tasks_conclusions_pkey PRIMARY KEY (review_id, subject_id)
  constraint tasks_conclusions_verdict_known CHECK ((verdict = ANY (ARRAY['reached'::text, 'partly'::text, 'missed'::text, 'no-figure'::text])))
  row level security
  policy tasks_conclusions_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table tasks_contributions
  task_id uuid not null
  id uuid not null
  area_lft integer not null
  body text not null
  text text not null
  is_done boolean not null
  written_by uuid not null
  written_at timestamp with time zone not null default now()
  taken_back_by uuid
  taken_back_at timestamp with time zone
  constraint tasks_contributions_length CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
  constraint tasks_contributions_of_task FOREIGN KEY (task_id, area_lft) REFERENCES tasks(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint tasks_contributions_pkey PRIMARY KEY (task_id, id)
  constraint tasks_contributions_taken_back_by_someone CHECK (((taken_back_by IS NULL) = (taken_back_at IS NULL)))
  row level security
  policy tasks_contributions_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table tasks_difficulties
  id uuid not null
  no integer not null default identity
  area_id uuid not null
  area_lft integer not null
  to_area_id uuid not null
  plan_id uuid
  plan_task_id uuid
  title text not null
  state text not null default 'open'::text
  version integer not null default 1
  sent_by uuid not null
  sent_at timestamp with time zone not null default now()
  constraint tasks_difficulties_key_with_area UNIQUE (id, area_lft)
  constraint tasks_difficulties_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint tasks_difficulties_of_plan FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint tasks_difficulties_pkey PRIMARY KEY (id)
  constraint tasks_difficulties_state_known CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'closed'::text, 'withdrawn'::text])))
  constraint tasks_difficulties_task_of_plan CHECK (((plan_task_id IS NULL) OR (plan_id IS NOT NULL)))
  constraint tasks_difficulties_to_area FOREIGN KEY (to_area_id) REFERENCES areas(id)
  CREATE INDEX tasks_difficulties_by_range ON tasks_difficulties USING btree (area_lft, state)
  row level security
  policy tasks_difficulties_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table tasks_difficulty_notes
  difficulty_id uuid not null
  id uuid not null
  area_lft integer not null
  side text not null
  text text not null
  written_by uuid not null
  written_at timestamp with time zone not null default now()
  constraint tasks_difficulty_notes_length CHECK (((length(text) >= 1) AND (length(text) <= 8000)))
  constraint tasks_difficulty_notes_of_difficulty FOREIGN KEY (difficulty_id, area_lft) REFERENCES tasks_difficulties(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint tasks_difficulty_notes_pkey PRIMARY KEY (difficulty_id, id)
  constraint tasks_difficulty_notes_side_known CHECK ((side = ANY (ARRAY['sender'::text, 'receiver'::text])))
  row level security
  policy tasks_difficulty_notes_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table tasks_digest_runs
  day date not null
  made_at timestamp with time zone not null default now()
  constraint tasks_digest_runs_pkey PRIMARY KEY (day)

table tasks_digests
  id uuid not null
  person_id uuid not null
  area_id uuid not null
  area_lft integer not null
  day date not null
  state text not null default 'waiting'::text
  attempts smallint not null default 0
  failure text
  item_count smallint
  tried_at timestamp with time zone
  made_at timestamp with time zone not null default now()
  constraint tasks_digests_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint tasks_digests_of_person FOREIGN KEY (person_id) REFERENCES accounts_people(id)
  constraint tasks_digests_once_a_day UNIQUE (person_id, day)
  constraint tasks_digests_pkey PRIMARY KEY (id)
  constraint tasks_digests_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'given-up'::text, 'nothing'::text])))
  CREATE INDEX tasks_digests_by_range ON tasks_digests USING btree (area_lft, day)
  row level security
  policy tasks_digests_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table tasks_events
  id uuid not null
  area_id uuid not null
  area_lft integer not null
  kind text not null
  title text not null
  starts_on date not null
  ends_on date not null
  at_time text
  place text
  note text
  version integer not null default 1
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  removed_at timestamp with time zone
  constraint tasks_events_dates_in_order CHECK ((starts_on <= ends_on))
  constraint tasks_events_kind_known CHECK ((kind = ANY (ARRAY['meeting'::text, 'campaign'::text, 'festival'::text, 'training'::text, 'other'::text])))
  constraint tasks_events_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint tasks_events_pkey PRIMARY KEY (id)
  CREATE INDEX tasks_events_by_range ON tasks_events USING btree (area_lft, starts_on)
  row level security
  policy tasks_events_above using (area_lft IN ( SELECT areas.lft
   FROM areas
  WHERE ((areas.lft < (current_setting('app.lft'::text))::integer) AND (areas.rgt >= (current_setting('app.rgt'::text))::integer))))
  policy tasks_events_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table tasks_evidence
  task_id uuid not null
  id uuid not null
  area_lft integer not null
  name text not null
  media_type text not null
  size integer not null
  digest text not null
  note text
  bytes bytea
  added_by uuid not null
  added_at timestamp with time zone not null default now()
  removed_by uuid
  removed_at timestamp with time zone
  constraint tasks_evidence_kept_or_removed CHECK (((bytes IS NULL) = (removed_at IS NOT NULL)))
  constraint tasks_evidence_of_task FOREIGN KEY (task_id, area_lft) REFERENCES tasks(id, area_lft) ON UPDATE CASCADE ON DELETE CASCADE
  constraint tasks_evidence_pkey PRIMARY KEY (task_id, id)
  constraint tasks_evidence_removed_by_someone CHECK (((removed_by IS NULL) = (removed_at IS NULL)))
  constraint tasks_evidence_size_in_range CHECK (((size >= 1) AND (size <= 10485760)))
  row level security
  policy tasks_evidence_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))

table tasks_mail_choices
  person_id uuid not null
  wants_mail boolean not null
  address text
  changed_at timestamp with time zone not null default now()
  constraint tasks_mail_choices_of_person FOREIGN KEY (person_id) REFERENCES accounts_people(id)
  constraint tasks_mail_choices_pkey PRIMARY KEY (person_id)

table tasks_reviews
  id uuid not null
  plan_id uuid not null
  area_id uuid not null
  area_lft integer not null
  kind text not null
  as_of date not null
  summary text
  lessons text
  version integer not null default 1
  made_by uuid not null
  made_at timestamp with time zone not null default now()
  constraint tasks_reviews_key_with_area UNIQUE (id, area_lft)
  constraint tasks_reviews_kind_known CHECK ((kind = ANY (ARRAY['interim'::text, 'final'::text])))
  constraint tasks_reviews_of_area FOREIGN KEY (area_id) REFERENCES areas(id)
  constraint tasks_reviews_of_plan FOREIGN KEY (plan_id) REFERENCES plans(id)
  constraint tasks_reviews_once UNIQUE (plan_id, kind, as_of)
  constraint tasks_reviews_pkey PRIMARY KEY (id)
  row level security
  policy tasks_reviews_area using ((area_lft >= (current_setting('app.lft'::text))::integer) AND (area_lft <= (current_setting('app.rgt'::text))::integer))
