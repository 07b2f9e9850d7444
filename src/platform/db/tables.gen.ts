// Written by scripts/generate-tables.ts from the migrated database. Do not edit.
import type { ColumnType, Generated } from 'kysely'

export type Json = ColumnType<unknown, string, string>

export type AccountsAudit = {
  id: string
  at: Generated<string>
  person_id: string
  grant_id: string
  area_lft: number
  action: string
  subject_id: string | null
  child_id: string | null
  before: Json | null
  after: Json | null
}

export type AccountsGrants = {
  id: string
  person_id: string
  role: string
  area_id: string
  area_lft: number
  valid_from: string
  valid_to: string | null
  granted_by: string | null
  granted_at: Generated<string>
}

export type AccountsInstallation = {
  one: boolean
  area_id: string
  set_up_at: Generated<string>
}

export type AccountsInvitations = {
  token_hash: string
  person_id: string
  expires_at: string
  used_at: string | null
}

export type AccountsPeople = {
  id: string
  full_name: string
  username: string
  disabled_at: string | null
  created_at: Generated<string>
}

export type AccountsReads = {
  id: string
  at: Generated<string>
  person_id: string
  grant_id: string
  area_lft: number
  route: string
  child_ids: string[]
}

export type Areas = {
  id: string
  code: string
  kind: string
  name: string
  full_name: string
  name_folded: string
  parent_id: string | null
  lft: number
  rgt: number
  valid_from: string
  valid_to: string | null
}

export type Children = {
  id: string
  area_lft: number
  commune_id: string
  village_id: string | null
  full_name: string
  unnamed: Generated<boolean>
  name_folded: string
  name_sort: string
  born_on: string
  sex: string
  ethnic_code: string | null
  household_code: string | null
  address: string | null
  poverty: string | null
  disabled: Generated<boolean>
  special_circumstance: Generated<boolean>
  education: string | null
  registered_at: Generated<string>
  left_on: string | null
  left_reason: string | null
  sample: Generated<boolean>
  version: Generated<number>
}

export type ChildrenCarers = {
  child_id: string
  id: string
  area_lft: number
  full_name: string
  name_folded: string
  relation: string
  phone: string | null
}

export type ChildrenIdentifiers = {
  kind: string
  value: string
  child_id: string
  area_lft: number
}

export type ChildrenImportFiles = {
  run_id: string
  area_lft: number
  bytes: Buffer
}

export type ChildrenImportRows = {
  run_id: string
  row_number: number
  area_lft: number
  state: string
  cells: Json
  reasons: Json
  child: Json | null
  name_folded: string | null
  born_on: string | null
  born_swapped: string | null
  mother_folded: string | null
  personal_id: string | null
  same_as_child: string | null
  same_as_row: number | null
}

export type ChildrenImportRuns = {
  id: string
  area_lft: number
  commune_id: string
  file_name: string
  status: string
  failure: string | null
  total_rows: Generated<number>
  taken_rows: Generated<number>
  refused_rows: Generated<number>
  held_rows: Generated<number>
  known_rows: Generated<number>
  imported_rows: Generated<number>
  columns: Json
  new_villages: Json
  created_by: string
  created_at: Generated<string>
  finished_at: string | null
}

export type ChildrenNameTokens = {
  child_id: string
  token: string
  commune_id: string
  area_lft: number
}

export type IndicatorsDefinitions = {
  code: string
  place: number
  name_vi: string
  way: string
  status: string
  edition: string
  content: Json
}

export type IndicatorsEditions = {
  version: string
  compiled_on: string
  source: string
  checksum: string
  loaded_at: Generated<string>
}

export type IndicatorsRecounts = {
  id: string
  area_id: string
  area_lft: number
  at: string
  asked_by: string
  periods: string[]
  state: string
  children: number
  figures: number
  difference_count: number
  differences: Json
  waiting: string[]
  communes: Generated<number>
  communes_done: Generated<number>
  seen_at: string | null
}

export type Plans = {
  id: string
  no: Generated<number>
  area_id: string
  area_lft: number
  kind: string
  number: string | null
  symbol: string | null
  issued_on: string | null
  issued_month: string | null
  issuer: string | null
  issuer_area: string | null
  title: string
  period_from: number | null
  period_to: number | null
  source_name: string | null
  source_text: string
  reading: Json
  filed_by: string
  filed_at: Generated<string>
}

export type PlansDeadlines = {
  plan_id: string
  id: string
  area_lft: number
  position: number
  text: string
  due_on: string | null
  rule: string | null
  who: string | null
  section: string | null
}

export type PlansTargetValues = {
  plan_id: string
  id: string
  target_id: string
  area_lft: number
  value: number
  as_of: string
  source: string
  entered_by: string
  entered_at: Generated<string>
}

export type PlansTargets = {
  plan_id: string
  id: string
  area_lft: number
  position: number
  text: string
  measure: string
  comparator: string
  value: number
  value_to: number | null
  unit: string | null
  year: number | null
  numerator: number | null
  denominator: number | null
  section: string | null
  way: string
  indicator_code: string | null
}

export type PlansTaskAgencies = {
  plan_id: string
  task_id: string
  role: string
  position: number
  area_lft: number
  name: string
}

export type PlansTasks = {
  plan_id: string
  id: string
  area_lft: number
  position: number
  parent_id: string | null
  label: string | null
  title: string
  purpose: string | null
  solutions: Json
  state: Generated<string>
  note: string | null
}

export type PlatformMigrations = {
  name: string
  applied_at: Generated<string>
}

export type PlatformSecrets = {
  one: boolean
  app_role: string
  app_password: string
  auth_secret: string
  made_at: Generated<string>
}

export type Reports = {
  id: string
  no: Generated<number>
  area_id: string
  area_lft: number
  plan_id: string
  period: string
  outline_version: string
  state: Generated<string>
  version: Generated<number>
  plan: Json
  computed: Json
  as_of: string
  computed_at: string
  created_at: string
  created_by: string
  finished_at: string | null
  finished_by: string | null
  frozen: Json | null
}

export type ReportsCells = {
  report_id: string
  key: string
  area_lft: number
  source: string
  value: number | null
  reason: string
  typed_by: string
  typed_by_name: string
  typed_at: string
}

export type ReportsSections = {
  report_id: string
  key: string
  area_lft: number
  text: string
  version: number
  written_by: string
  written_by_name: string
  written_at: string
}

export type ServicesCounters = {
  commune_id: string
  period: string
  age_years: number
  key: string
  area_lft: number
  due: number
  got: number
}

export type ServicesFacts = {
  child_id: string | null
  period: string | null
  area_lft: number | null
  commune_id: string | null
  village_id: string | null
  age_years: number | null
  sex: string | null
  ethnic_code: string | null
  poverty: string | null
  due_mask: number | null
  got_mask: number | null
  due_items: number[] | null
  got_items: number[] | null
  package_version: string | null
}

export type ServicesItems = {
  code: string
  number: number
  domain: string
  audience: string
  mandatory: boolean
  name_vi: string
  name_en: string
  package_version: string
}

export type ServicesOpen = {
  child_id: string
  area_lft: number
  commune_id: string
  village_id: string | null
  items: number[]
  doses: number[]
  opens: string[]
  deadlines: string[]
  earliest: string | null
  recheck_on: string | null
}

export type ServicesPackages = {
  version: string
  compiled_on: string
  content: Json
  loaded_at: Generated<string>
}

export type ServicesRecords = {
  child_id: string
  id: string
  area_lft: number
  item_code: string
  dose: number | null
  done_on: string
  answer: string
  irregular: Generated<boolean>
  note: string | null
  session_id: string | null
  recorded_by: string
  recorded_at: Generated<string>
  undone_by: string | null
  undone_at: string | null
}

export type ServicesStale = {
  id: Generated<number>
  child_id: string
}

export type ServicesStatus = {
  child_id: string
  period: string
  area_lft: number
  commune_id: string
  village_id: string | null
  age_years: number
  sex: string
  ethnic_code: string | null
  poverty: string | null
  due_mask: number
  got_mask: number
  due_items: number[]
  got_items: number[]
  package_version: string
}

export type Tables = {
  accounts_audit: AccountsAudit
  accounts_grants: AccountsGrants
  accounts_installation: AccountsInstallation
  accounts_invitations: AccountsInvitations
  accounts_people: AccountsPeople
  accounts_reads: AccountsReads
  areas: Areas
  children: Children
  children_carers: ChildrenCarers
  children_identifiers: ChildrenIdentifiers
  children_import_files: ChildrenImportFiles
  children_import_rows: ChildrenImportRows
  children_import_runs: ChildrenImportRuns
  children_name_tokens: ChildrenNameTokens
  indicators_definitions: IndicatorsDefinitions
  indicators_editions: IndicatorsEditions
  indicators_recounts: IndicatorsRecounts
  plans: Plans
  plans_deadlines: PlansDeadlines
  plans_target_values: PlansTargetValues
  plans_targets: PlansTargets
  plans_task_agencies: PlansTaskAgencies
  plans_tasks: PlansTasks
  platform_migrations: PlatformMigrations
  platform_secrets: PlatformSecrets
  reports: Reports
  reports_cells: ReportsCells
  reports_sections: ReportsSections
  services_counters: ServicesCounters
  services_facts: ServicesFacts
  services_items: ServicesItems
  services_open: ServicesOpen
  services_packages: ServicesPackages
  services_records: ServicesRecords
  services_stale: ServicesStale
  services_status: ServicesStatus
}
