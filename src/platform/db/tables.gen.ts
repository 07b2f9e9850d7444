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
  seq: Generated<number>
  area_id: string | null
  address: string | null
  device: string | null
  salt: string | null
  erased_by: string | null
}

export type AccountsFailures = {
  key: string
  failures: number
  last_at: string
  blocked_until: string
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
  ended_at: string | null
  ended_by: string | null
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
  name_folded: Generated<string>
  left_on: string | null
  name_sort: Generated<string>
  second_factor_due: Generated<string>
  email: string | null
}

export type AccountsReads = {
  id: string
  at: Generated<string>
  person_id: string
  grant_id: string
  area_lft: number
  route: string
  child_ids: string[]
  seq: Generated<number>
  area_id: string | null
  address: string | null
  device: string | null
  kind: Generated<string>
  asked: string | null
}

export type AccountsRoles = {
  key: string
  names: Json
  purposes: Json
  capabilities: string[]
  may_grant: string[]
  kinds: string[]
  rank: number
  retired: Generated<boolean>
  edition: string | null
  area_id: string | null
  made_by: string | null
  made_at: Generated<string>
}

export type AccountsSeals = {
  log: string
  no: number
  sealed_at: Generated<string>
  from_seq: number
  to_seq: number
  seqs: number[]
  row_digests: Buffer
  value_digests: Buffer
  previous: Buffer
  digest: Buffer
}

export type AccountsSessionRules = {
  role: string
  idle_minutes: number
  lifetime_hours: number
}

export type AccountsSessionUse = {
  session_id: string
  role: string
  seen_at: string
}

export type AccountsTriedCodes = {
  person_id: string
  code_hash: string
  tried_at: string
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
  valid_from_known: Generated<boolean>
  source: string | null
  search_text: Generated<string | null>
}

export type AreasImports = {
  id: string
  source: string
  imported_at: string
  counts: Json
  remarks: Json
}

export type AreasNames = {
  area_id: string
  name: string
  valid_from: string
  valid_to: string
  source: string | null
}

export type AreasOutlines = {
  area_id: string
  geometry: Json
  source: string
  imported_at: string
}

export type AreasParents = {
  area_id: string
  parent_id: string
  valid_from: string
  valid_to: string | null
  source: string | null
}

export type AreasSuccessions = {
  id: string
  from_area_id: string
  to_area_id: string
  on_date: string
  extent: string
  note: string | null
  source: string | null
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
  erased_at: string | null
  born_precision: Generated<string>
  household_id: string | null
}

export type ChildrenBirths = {
  child_id: string
  pregnancy_id: string
  area_lft: number
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

export type ChildrenCircumstances = {
  child_id: string
  id: string
  area_lft: number
  group_no: number
  detail: string | null
  from_day: string
  to_day: string | null
  source: string
  recorded_by: string
  recorded_at: Generated<string>
  subgroup: string | null
  replaces: string | null
  undone_at: string | null
  undone_by: string | null
}

export type ChildrenFacts = {
  child_id: string
  id: string
  area_lft: number
  kind: string
  value: string
  from_day: string
  to_day: string | null
  ending: string | null
  number: string | null
  commune_id: string | null
  village_id: string | null
  facility_id: string | null
  detail: string | null
  source: string
  recorded_by: string | null
  recorded_at: Generated<string>
  replaces: string | null
  undone_at: string | null
  undone_by: string | null
  ended_by_leaving: Generated<boolean>
  to_day_before_leaving: string | null
  household_id: string | null
  household_code: string | null
}

export type ChildrenHouseholdYears = {
  household_id: string
  id: string
  area_lft: number
  year: number
  status: string
  source: string
  recorded_by: string
  recorded_at: Generated<string>
  replaces: string | null
  undone_at: string | null
  undone_by: string | null
}

export type ChildrenHouseholds = {
  id: string
  area_id: string
  area_lft: number
  code: string
  apart: string | null
  head_name: string | null
  address: string | null
  recorded_at: Generated<string>
  version: Generated<number>
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

export type ChildrenMergeRecords = {
  child_id: string
  merge_id: string
  kind: string
  area_lft: number
  record_ids: string[]
}

export type ChildrenMerges = {
  child_id: string
  id: string
  merged_id: string
  area_lft: number
  merged_lft: number
  merged_at: Generated<string>
  merged_by: string
  taken: Json
  carer_ids: string[]
  took_number: boolean
  undone_at: string | null
  undone_by: string | null
}

export type ChildrenMoves = {
  child_id: string
  id: string
  area_lft: number
  from_area_id: string
  to_area_id: string
  moved_on: string
  residence: string
  note: string | null
  child_name: string
  born_on: string
  born_precision: string
  sex: string
  mother_name: string | null
  state: Generated<string>
  sent_by: string
  sent_at: Generated<string>
  answered_by: string | null
  answered_at: string | null
  refusal: string | null
}

export type ChildrenNameTokens = {
  child_id: string
  token: string
  commune_id: string
  area_lft: number
  own: Generated<boolean>
  name_sort: string
  words: string
}

export type ChildrenOpenings = {
  child_id: string
  id: string
  area_lft: number
  person_id: string
  grant_id: string
  role: string
  reason: string
  opened_at: string
  until: string
  reviewed_at: string | null
  reviewed_by: string | null
  finding: string | null
  note: string | null
  question: string | null
  questioned_at: string | null
  questioned_by: string | null
  answer: string | null
  answered_at: string | null
}

export type ChildrenPairSearches = {
  one: Generated<boolean>
  searched_at: string
  pairs: number
}

export type ChildrenPairs = {
  child_id: string
  other_id: string
  area_lft: number
  other_lft: number
  score: number
  reasons: string[]
  found_at: Generated<string>
  verdict: string | null
  decided_by: string | null
  decided_at: string | null
}

export type ChildrenPregnancies = {
  id: string
  area_id: string
  area_lft: number
  mother_name: string
  mother_folded: string
  mother_phone: string | null
  mother_born_year: number | null
  expected_on: string
  facility_id: string | null
  household_code: string | null
  address: string | null
  ethnic_code: string | null
  poverty: string | null
  note: string | null
  state: Generated<string>
  ended_on: string | null
  recorded_by: string
  recorded_at: Generated<string>
  version: Generated<number>
}

export type ChildrenSteps = {
  child_id: string
  step_id: string
  area_lft: number
  fact_id: string | null
  value_before: string | null
  village_before: string | null
  village_after: string | null
  recorded_by: string
  recorded_at: Generated<string>
  undone_at: string | null
  undone_by: string | null
}

export type DutiesDays = {
  id: string
  area_id: string
  area_lft: number
  code: string
  level: string
  period: string
  due_on: string
  source: string
  set_by: string
  set_at: string
}

export type DutiesEvents = {
  id: string
  area_id: string
  area_lft: number
  code: string
  happened_at: string
  recorded_by: string
  recorded_at: string
}

export type DutiesSent = {
  id: string
  area_id: string
  area_lft: number
  code: string
  period: string
  state: string
  report_id: string | null
  document: string | null
  first_sent_at: string
  sent_at: string
  state_at: string
  marked_by: string | null
}

export type DutiesUrgent = {
  id: string
  no: Generated<number>
  area_id: string
  area_lft: number
  kind: string
  sex: string
  age_years: number | null
  happened_at: string | null
  learned_at: string
  place_kind: string
  place: string | null
  cause: string | null
  activity: string | null
  supervised: string
  died_on: string | null
  harmed_by: string | null
  in_danger: boolean
  what: string
  measures: string
  source: string
  told: Json
  sent_by: string
  sent_at: string
  measure_at: string | null
  measure: string | null
  received_at: string | null
  received_by: string | null
  acknowledged_at: string | null
  acknowledged_by: string | null
  answer: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

export type Facilities = {
  id: string
  area_id: string
  area_lft: number
  kind: string
  name: string
  name_folded: string
  operator: string
  valid_from: string | null
  valid_to: string | null
  capacity: number | null
  for_under_three: Generated<boolean>
  land_m2: number | null
  address: string | null
  contact_name: string | null
  phone: string | null
  note: string | null
  version: Generated<number>
  recorded_by: string
  recorded_at: Generated<string>
}

export type FacilitiesContacts = {
  id: string
  area_id: string
  area_lft: number
  kind: string
  label: string
  phone: string
  hours: string | null
  note: string | null
  recorded_by: string
  recorded_at: Generated<string>
  removed_at: string | null
}

export type FacilitiesDangers = {
  id: string
  area_id: string
  area_lft: number
  kind: string
  name: string
  near: string
  found_on: string
  responsible: string | null
  repair: string
  repaired_on: string | null
  last_inspected_on: string | null
  next_inspection_on: string | null
  note: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

export type FacilitiesFeatures = {
  id: string
  area_id: string
  area_lft: number
  kind: string
  family: string
  valid_from: string
  valid_to: string | null
  project: string | null
  donor: string | null
  basis: string | null
  note: string | null
  recorded_by: string
  recorded_at: Generated<string>
  removed_at: string | null
}

export type FacilitiesImports = {
  id: string
  area_id: string
  area_lft: number
  file_name: string
  taken: number
  headings: Json
  refused: Json
  recorded_by: string
  recorded_at: Generated<string>
}

export type FacilitiesInspections = {
  danger_id: string
  id: string
  area_lft: number
  inspected_on: string
  repair: string
  next_inspection_on: string | null
  note: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

export type GrowthFacts = {
  child_id: string | null
  measurement_id: string | null
  area_lft: number | null
  measured_on: string | null
  age_days: number | null
  standard_version: string | null
  oedema: boolean | null
  z_len: number | null
  z_wei: number | null
  z_wfl: number | null
  z_bmi: number | null
  z_hc: number | null
  z_ac: number | null
  flags: string[] | null
  classes: string[] | null
  weight_kg: number | null
}

export type GrowthMeasurements = {
  child_id: string
  id: string
  area_lft: number
  measured_on: string
  weight_kg: number | null
  lenhei_cm: number | null
  position: string | null
  oedema: Generated<boolean>
  head_cm: number | null
  arm_cm: number | null
  triceps_mm: number | null
  subscapular_mm: number | null
  confirmed: Generated<string[]>
  session_id: string | null
  recorded_by: string
  recorded_at: Generated<string>
  replaced_by: string | null
  undone_by: string | null
  undone_at: string | null
}

export type GrowthScores = {
  child_id: string
  measurement_id: string
  area_lft: number
  measured_on: string
  age_days: number
  standard_version: string
  z_len: number | null
  z_wei: number | null
  z_wfl: number | null
  z_bmi: number | null
  z_hc: number | null
  z_ac: number | null
  z_ts: number | null
  z_ss: number | null
  flags: string[]
  classes: string[]
}

export type GrowthStandardTables = {
  version: string
  name: string
  sex: string
  at: number[]
  l: number[]
  m: number[]
  s: number[]
}

export type GrowthStandards = {
  version: string
  source: string
  imported_at: Generated<string>
}

export type GrowthStates = {
  child_id: string
  area_lft: number
  measured_on: string
  classes: string[]
  trends: string[]
  severity: number
  next_on: string
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

export type IndicatorsOwn = {
  id: string
  code: string
  version: number
  area_id: string
  area_lft: number
  name_vi: string
  name_en: string | null
  basis: string
  formula: Json
  target: Json | null
  breakdowns: string[]
  valid_from: string
  valid_to: string | null
  state: string
  written_by: string
  written_at: string
  decided_by: string | null
  decided_at: string | null
  remark: string | null
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

export type IndicatorsTyped = {
  id: string
  code: string
  area_id: string
  area_lft: number
  period: string
  value: number
  numerator: number | null
  denominator: number | null
  unit: string
  source: string
  source_on: string | null
  note: string | null
  typed_by: string
  typed_at: string
  replaces: string | null
  reason: string | null
  replaced_at: string | null
}

export type LibraryChanges = {
  document_id: string
  id: string
  area_lft: number
  kind: string
  before: Json
  after: Json
  changed_by: string
  changed_at: Generated<string>
}

export type LibraryDocuments = {
  id: string
  area_id: string
  area_lft: number
  kind: string
  number: string | null
  cited_as: string | null
  issued_on: string | null
  in_force_on: string | null
  ended_on: string | null
  ended_note: string | null
  issuer: string | null
  title: string
  source: string
  plan_id: string | null
  added_by: string | null
  added_at: Generated<string>
  version: Generated<number>
}

export type LibraryFiles = {
  document_id: string
  area_lft: number
  name: string
  media_type: string
  bytes: Buffer
  added_by: string
  added_at: Generated<string>
  id: string
  replaced_at: string | null
}

export type LibraryRelations = {
  from_id: string
  to_id: string
  kind: string
  area_lft: number
}

export type LibraryTokens = {
  document_id: string
  token: string
  area_lft: number
}

export type Organisations = {
  id: string
  area_id: string
  area_lft: number
  template_code: string | null
  name: string
  short_name: string | null
  name_folded: string
  kind: string
  sector: string
  parent_id: string | null
  valid_from: string | null
  from_certain: Generated<boolean>
  valid_to: string | null
  to_certain: Generated<boolean>
  phone: string | null
  source: string | null
  version: Generated<number>
  recorded_by: string
  recorded_at: Generated<string>
}

export type OrganisationsBoards = {
  id: string
  area_id: string
  area_lft: number
  kind: string
  name: string
  decision: string
  decided_on: string
  valid_from: string
  valid_to: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

export type OrganisationsFocal = {
  id: string
  area_id: string
  area_lft: number
  agency_id: string
  desk_id: string | null
  valid_from: string
  valid_to: string | null
  basis: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

export type OrganisationsFollowups = {
  board_id: string
  meeting_id: string
  id: string
  area_lft: number
  task: string
  responsible: string
  due_on: string
  state: string
  closed_on: string | null
  outcome: string | null
}

export type OrganisationsMatters = {
  id: string
  area_id: string
  area_lft: number
  organisation_id: string
  staff_id: string
  post_id: string
  kind: string
  about: string
  subject_key: string | null
  subject_url: string | null
  subject: string
  happened_on: string
  found_on: string
  found_by: string
  finding: string
  answer: string | null
  answered_on: string | null
  measure: string | null
  decision: string | null
  decided_on: string | null
  conclusion: string | null
  concluded_on: string | null
  withdrawn_reason: string | null
  version: Generated<number>
  recorded_by: string
  recorded_at: Generated<string>
}

export type OrganisationsMattersChanges = {
  matter_id: string
  version: number
  area_lft: number
  before: Json
  reason: string | null
  changed_by: string
  changed_at: Generated<string>
}

export type OrganisationsMeetings = {
  board_id: string
  id: string
  area_lft: number
  held_on: string
  subject: string
  attended: number | null
  minutes: string
  recorded_by: string
  recorded_at: Generated<string>
}

export type OrganisationsMembers = {
  board_id: string
  id: string
  area_lft: number
  full_name: string
  post: string
  role: string
  valid_from: string
  valid_to: string | null
}

export type OrganisationsPosts = {
  staff_id: string
  id: string
  area_id: string
  area_lft: number
  audience: string
  title: string
  organisation_id: string | null
  workplace: string | null
  valid_from: string
  valid_to: string | null
  allowance: number | null
  basis: string | null
  recorded_by: string
  recorded_at: Generated<string>
  is_head: Generated<boolean>
  answerable_for: string | null
}

export type OrganisationsStaff = {
  id: string
  area_id: string
  area_lft: number
  full_name: string
  name_folded: string
  name_sort: string
  phone: string | null
  email: string | null
  qualification: string | null
  account_id: string | null
  version: Generated<number>
  recorded_by: string
  recorded_at: Generated<string>
}

export type OrganisationsSuccessions = {
  predecessor_id: string
  successor_id: string
  area_id: string
  area_lft: number
  happened_on: string
  is_certain: Generated<boolean>
  duty: string | null
  source: string | null
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
  parent_id: string | null
  obligations: Json | null
  obligations_version: Generated<number>
  issuer_area_id: string | null
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

export type PlansDrafts = {
  id: string
  area_id: string
  area_lft: number
  parent_id: string | null
  source: string
  content: Json
  version: Generated<number>
  created_by: string
  created_at: string
  changed_by: string
  changed_at: string
  issued_plan_id: string | null
}

export type PlansExemptions = {
  plan_id: string
  key: string
  area_lft: number
  reason: string
  granted_by: string
  granted_at: Generated<string>
}

export type PlansTargetShares = {
  plan_id: string
  target_id: string
  unit_id: string
  area_lft: number
  value: number
  way: string
  baseline: number | null
  children: number
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
  origin_id: string | null
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
  origin_id: string | null
  due_on: string | null
  due_said: string | null
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

export type PlatformStamps = {
  subject: string
  stamp: string
}

export type PrivacyBreachChildren = {
  child_id: string
  breach_id: string
  area_lft: number
  recorded_by: string
  recorded_at: Generated<string>
}

export type PrivacyBreaches = {
  id: string
  area_id: string
  area_lft: number
  happened_at: string | null
  noticed_at: string
  notify_by: string
  kind: string
  what: string
  categories: string[]
  children: number | null
  measures: string | null
  notified_at: string | null
  notified_to: string | null
  late_reason: string | null
  families_told_on: string | null
  closed_at: string | null
  closing_note: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

export type PrivacyConsents = {
  child_id: string
  id: string
  area_lft: number
  purpose: string
  decision: string
  wording: string
  wording_edition: string
  given_by: string
  capacity: string
  given_on: string
  child_age_years: number | null
  child_voice: string
  proof: string
  proof_note: string | null
  recorded_by: string
  recorded_at: Generated<string>
  withdrawn_on: string | null
  withdrawn_by: string | null
  withdrawal_recorded_by: string | null
  withdrawal_recorded_at: string | null
}

export type PrivacyErasures = {
  child_id: string
  id: string
  area_lft: number
  request_id: string | null
  ground: string
  note: string | null
  counts: Json
  erased_by: string
  erased_at: string
}

export type PrivacyRequests = {
  child_id: string
  id: string
  area_lft: number
  kind: string
  received_on: string
  received_how: string
  requester: string
  capacity: string
  identity_proof: string
  words: string
  with_processor: boolean
  day_kind: string
  answer_due_on: string
  due_on: string
  answered_on: string | null
  extended_on: string | null
  extension_reason: string | null
  decided_on: string | null
  decision: string | null
  ground: string | null
  ground_note: string | null
  decided_by: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

export type PrivacySettings = {
  one: boolean
  day_kind: string
  contact_name: string
  contact_phone: string
  contact_email: string
  contact_address: string
  changed_by: string
  changed_at: string
}

export type ReorganisationCases = {
  id: string
  no: Generated<number>
  area_id: string
  area_lft: number
  decision_number: string
  decided_on: string
  issuer: string
  effective_on: string
  content: Json
  state: Generated<string>
  version: Generated<number>
  preview: Json | null
  previewed_at: string | null
  outcome: Json | null
  prepared_by: string
  prepared_at: string
  applied_by: string | null
  applied_at: string | null
  undone_by: string | null
  undone_at: string | null
  applied_order: number | null
}

export type ReorganisationMoves = {
  child_id: string
  case_id: string
  area_lft: number
  from_commune_id: string
  from_village_id: string | null
  from_lft: number
  to_commune_id: string
  to_village_id: string | null
  to_lft: number
}

export type ReorganisationNotes = {
  id: string
  case_id: string
  person_id: string
  grant_id: string
  area_lft: number
  kind: string
  old_name: string
  new_name: string | null
  decision_number: string
  effective_on: string
  made_at: string
  read_at: string | null
}

export type ReorganisationResults = {
  case_id: string
  area_id: string
  period: string
  area_lft: number
  figures: Json
}

export type ReorganisationRows = {
  case_id: string
  table_name: string
  row_id: string
  area_lft: number
  from_area_id: string
  from_lft: number
  to_area_id: string
}

export type ReorganisationRuns = {
  id: string
  case_id: string
  area_lft: number
  step: string
  state: Generated<string>
  total: number
  done: Generated<number>
  refusal: Json | null
  asked_by: string
  grant_id: string
  asked_at: string
  touched_at: string
  ended_at: string | null
}

export type ReorganisationUnits = {
  case_id: string
  area_id: string
  did: string
  area_lft: number
  effective_on: string
  valid_to: string | null
  from_parent_id: string | null
  from_lft: number | null
  from_rgt: number | null
  to_parent_id: string | null
  to_lft: number | null
  to_rgt: number | null
  heir_id: string | null
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
  origin_area_id: string
  open_parts: Json | null
  merged_into: string | null
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
  version: Generated<number>
}

export type ReportsComments = {
  report_id: string
  id: string
  area_lft: number
  about: string
  key: string | null
  text: string
  by: string
  by_name: string
  by_place: string
  at: string
  answer: string | null
  answered_by_name: string | null
  answered_at: string | null
}

export type ReportsFiles = {
  report_id: string
  id: string
  area_lft: number
  kind: string
  name: string
  media_type: string
  size: number
  sha256: string
  bytes: Buffer
  added_by: string
  added_by_name: string
  added_at: string
}

export type ReportsReasons = {
  report_id: string
  finding: string
  area_lft: number
  seen: string
  reason: string
  by: string
  by_name: string
  at: string
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

export type ReportsSteps = {
  report_id: string
  id: string
  area_lft: number
  position: Generated<number>
  kind: string
  from_state: string
  to_state: string
  reason: string | null
  version: number | null
  by: string
  by_name: string
  by_place: string
  at: string
}

export type ReportsVersions = {
  report_id: string
  number: number
  area_lft: number
  area_id: string
  kind: string
  content: string
  sha256: string
  at: string
  by: string
  by_name: string
  document_number: string | null
  signed_on: string | null
  signer_name: string | null
  signer_title: string | null
}

export type ScreeningFacts = {
  child_id: string | null
  area_lft: number | null
  tool: string | null
  version: string | null
  screened_on: string | null
  age_months: number | null
  result: string | null
  referred_to: string | null
  referral_urgent: boolean | null
}

export type ScreeningRecords = {
  child_id: string
  id: string
  area_lft: number
  tool: string
  version: string
  screened_on: string
  age_months: number
  weeks_early: Generated<number>
  way: string
  informant: string
  answers: Json
  score: number | null
  result: string
  next_on: string | null
  refusal_reason: string | null
  recorded_by: string
  recorded_at: Generated<string>
  undone_by: string | null
  undone_at: string | null
}

export type ScreeningReferrals = {
  child_id: string
  id: string
  area_lft: number
  screening_id: string
  referred_to: string
  urgent: boolean
  proposed_on: string
  answer_by: string
  withdrawn_at: string | null
  state: Generated<string>
  state_on: string | null
  state_note: string | null
}

export type ScreeningTools = {
  tool: string
  version: string
  in_force_from: string
  retired_on: string | null
  content: Json
  loaded_at: Generated<string>
}

export type ServicesCounters = {
  commune_id: string
  period: string
  age_years: number
  area_lft: number
  due: number[]
  got: number[]
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

export type ServicesNeeds = {
  child_id: string
  item_code: string
  source: string
  area_lft: number
  opens_on: string
  due_on: string
  reason_vi: string
  reason_en: string
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

export type ServicesPackageVersions = {
  id: string
  area_id: string
  name: string
  status: Generated<string>
  version: Generated<number>
  changes: Json
  decision_number: string | null
  decided_on: string | null
  in_force_from: string | null
  in_force_to: string | null
  preview: Json | null
  preview_version: number | null
  created_by: string
  created_at: Generated<string>
  approved_by: string | null
  approved_at: string | null
}

export type ServicesPackages = {
  version: string
  compiled_on: string
  content: Json
  loaded_at: Generated<string>
}

export type ServicesPregnancyRecords = {
  pregnancy_id: string
  id: string
  area_lft: number
  item_code: string
  done_on: string
  answer: string
  note: string | null
  session_id: string | null
  recorded_by: string
  recorded_at: Generated<string>
  undone_by: string | null
  undone_at: string | null
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

export type ServicesSums = {
  commune_id: string
  period: string
  area_lft: number
  due: number[]
  got: number[]
}

export type Tasks = {
  id: string
  item_id: string
  area_id: string
  area_lft: number
  plan_id: string
  plan_task_id: string
  title: string | null
  product: string | null
  starts_on: string | null
  due_on: string | null
  state: Generated<string>
  done_on: string | null
  delay_reason: string | null
  risk: string | null
  next_step: string | null
  lead_id: string | null
  coordinating_ids: Generated<string[]>
  desk_id: string | null
  staff_id: string | null
  version: Generated<number>
  recorded_by: string
  recorded_at: Generated<string>
}

export type TasksChanges = {
  task_id: string
  id: string
  area_lft: number
  version: number
  before: Json
  after: Json
  changed_by: string
  changed_at: Generated<string>
}

export type TasksClosures = {
  id: string
  plan_id: string
  review_id: string
  area_lft: number
  closed_by: string
  closed_on: string
  reopened_by: string | null
  reopened_at: string | null
  reopened_why: string | null
}

export type TasksComments = {
  task_id: string
  id: string
  area_lft: number
  text: string
  written_by: string
  written_at: Generated<string>
}

export type TasksConclusions = {
  review_id: string
  subject_id: string
  area_lft: number
  verdict: string
  conclusion: string | null
  lessons: string | null
  version: Generated<number>
  written_by: string
  written_at: Generated<string>
}

export type TasksContributions = {
  task_id: string
  id: string
  area_lft: number
  body: string
  text: string
  is_done: boolean
  written_by: string
  written_at: Generated<string>
  taken_back_by: string | null
  taken_back_at: string | null
}

export type TasksDifficulties = {
  id: string
  no: Generated<number>
  area_id: string
  area_lft: number
  to_area_id: string
  plan_id: string | null
  plan_task_id: string | null
  title: string
  state: Generated<string>
  version: Generated<number>
  sent_by: string
  sent_at: Generated<string>
}

export type TasksDifficultyNotes = {
  difficulty_id: string
  id: string
  area_lft: number
  side: string
  text: string
  written_by: string
  written_at: Generated<string>
}

export type TasksDigestRuns = {
  day: string
  made_at: Generated<string>
}

export type TasksDigests = {
  id: string
  person_id: string
  area_id: string
  area_lft: number
  day: string
  state: Generated<string>
  attempts: Generated<number>
  failure: string | null
  item_count: number | null
  tried_at: string | null
  made_at: Generated<string>
}

export type TasksEvents = {
  id: string
  area_id: string
  area_lft: number
  kind: string
  title: string
  starts_on: string
  ends_on: string
  at_time: string | null
  place: string | null
  note: string | null
  version: Generated<number>
  recorded_by: string
  recorded_at: Generated<string>
  removed_at: string | null
}

export type TasksEvidence = {
  task_id: string
  id: string
  area_lft: number
  name: string
  media_type: string
  size: number
  digest: string
  note: string | null
  bytes: Buffer | null
  added_by: string
  added_at: Generated<string>
  removed_by: string | null
  removed_at: string | null
}

export type TasksMailChoices = {
  person_id: string
  wants_mail: boolean
  address: string | null
  changed_at: Generated<string>
}

export type TasksReviews = {
  id: string
  plan_id: string
  area_id: string
  area_lft: number
  kind: string
  as_of: string
  summary: string | null
  lessons: string | null
  version: Generated<number>
  made_by: string
  made_at: Generated<string>
}

export type Tables = {
  accounts_audit: AccountsAudit
  accounts_failures: AccountsFailures
  accounts_grants: AccountsGrants
  accounts_installation: AccountsInstallation
  accounts_invitations: AccountsInvitations
  accounts_people: AccountsPeople
  accounts_reads: AccountsReads
  accounts_roles: AccountsRoles
  accounts_seals: AccountsSeals
  accounts_session_rules: AccountsSessionRules
  accounts_session_use: AccountsSessionUse
  accounts_tried_codes: AccountsTriedCodes
  areas: Areas
  areas_imports: AreasImports
  areas_names: AreasNames
  areas_outlines: AreasOutlines
  areas_parents: AreasParents
  areas_successions: AreasSuccessions
  children: Children
  children_births: ChildrenBirths
  children_carers: ChildrenCarers
  children_circumstances: ChildrenCircumstances
  children_facts: ChildrenFacts
  children_household_years: ChildrenHouseholdYears
  children_households: ChildrenHouseholds
  children_identifiers: ChildrenIdentifiers
  children_import_files: ChildrenImportFiles
  children_import_rows: ChildrenImportRows
  children_import_runs: ChildrenImportRuns
  children_merge_records: ChildrenMergeRecords
  children_merges: ChildrenMerges
  children_moves: ChildrenMoves
  children_name_tokens: ChildrenNameTokens
  children_openings: ChildrenOpenings
  children_pair_searches: ChildrenPairSearches
  children_pairs: ChildrenPairs
  children_pregnancies: ChildrenPregnancies
  children_steps: ChildrenSteps
  duties_days: DutiesDays
  duties_events: DutiesEvents
  duties_sent: DutiesSent
  duties_urgent: DutiesUrgent
  facilities: Facilities
  facilities_contacts: FacilitiesContacts
  facilities_dangers: FacilitiesDangers
  facilities_features: FacilitiesFeatures
  facilities_imports: FacilitiesImports
  facilities_inspections: FacilitiesInspections
  growth_facts: GrowthFacts
  growth_measurements: GrowthMeasurements
  growth_scores: GrowthScores
  growth_standard_tables: GrowthStandardTables
  growth_standards: GrowthStandards
  growth_states: GrowthStates
  indicators_definitions: IndicatorsDefinitions
  indicators_editions: IndicatorsEditions
  indicators_own: IndicatorsOwn
  indicators_recounts: IndicatorsRecounts
  indicators_typed: IndicatorsTyped
  library_changes: LibraryChanges
  library_documents: LibraryDocuments
  library_files: LibraryFiles
  library_relations: LibraryRelations
  library_tokens: LibraryTokens
  organisations: Organisations
  organisations_boards: OrganisationsBoards
  organisations_focal: OrganisationsFocal
  organisations_followups: OrganisationsFollowups
  organisations_matters: OrganisationsMatters
  organisations_matters_changes: OrganisationsMattersChanges
  organisations_meetings: OrganisationsMeetings
  organisations_members: OrganisationsMembers
  organisations_posts: OrganisationsPosts
  organisations_staff: OrganisationsStaff
  organisations_successions: OrganisationsSuccessions
  plans: Plans
  plans_deadlines: PlansDeadlines
  plans_drafts: PlansDrafts
  plans_exemptions: PlansExemptions
  plans_target_shares: PlansTargetShares
  plans_target_values: PlansTargetValues
  plans_targets: PlansTargets
  plans_task_agencies: PlansTaskAgencies
  plans_tasks: PlansTasks
  platform_migrations: PlatformMigrations
  platform_secrets: PlatformSecrets
  platform_stamps: PlatformStamps
  privacy_breach_children: PrivacyBreachChildren
  privacy_breaches: PrivacyBreaches
  privacy_consents: PrivacyConsents
  privacy_erasures: PrivacyErasures
  privacy_requests: PrivacyRequests
  privacy_settings: PrivacySettings
  reorganisation_cases: ReorganisationCases
  reorganisation_moves: ReorganisationMoves
  reorganisation_notes: ReorganisationNotes
  reorganisation_results: ReorganisationResults
  reorganisation_rows: ReorganisationRows
  reorganisation_runs: ReorganisationRuns
  reorganisation_units: ReorganisationUnits
  reports: Reports
  reports_cells: ReportsCells
  reports_comments: ReportsComments
  reports_files: ReportsFiles
  reports_reasons: ReportsReasons
  reports_sections: ReportsSections
  reports_steps: ReportsSteps
  reports_versions: ReportsVersions
  screening_facts: ScreeningFacts
  screening_records: ScreeningRecords
  screening_referrals: ScreeningReferrals
  screening_tools: ScreeningTools
  services_counters: ServicesCounters
  services_facts: ServicesFacts
  services_items: ServicesItems
  services_needs: ServicesNeeds
  services_open: ServicesOpen
  services_package_versions: ServicesPackageVersions
  services_packages: ServicesPackages
  services_pregnancy_records: ServicesPregnancyRecords
  services_records: ServicesRecords
  services_stale: ServicesStale
  services_status: ServicesStatus
  services_sums: ServicesSums
  tasks: Tasks
  tasks_changes: TasksChanges
  tasks_closures: TasksClosures
  tasks_comments: TasksComments
  tasks_conclusions: TasksConclusions
  tasks_contributions: TasksContributions
  tasks_difficulties: TasksDifficulties
  tasks_difficulty_notes: TasksDifficultyNotes
  tasks_digest_runs: TasksDigestRuns
  tasks_digests: TasksDigests
  tasks_events: TasksEvents
  tasks_evidence: TasksEvidence
  tasks_mail_choices: TasksMailChoices
  tasks_reviews: TasksReviews
}
