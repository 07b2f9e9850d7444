-- Personal data by Luật 91/2025/QH15 and NĐ 356/2025/NĐ-CP: consents, requests of families, erasure, breaches.

-- Set when the identifying data of a child were erased; the row stays so that figures stay (issue 3, section 4).
alter table children add column erased_at timestamptz;

create table privacy_consents (
  child_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  -- One purpose each.
  purpose text not null,
  decision text not null,
  -- The exact text that was shown, and its edition.
  wording text not null,
  wording_edition text not null,
  given_by text not null,
  capacity text not null,
  given_on date not null,
  -- Completed years on that day; null where the birth date is not known, which counts as 7 or more.
  child_age_years smallint,
  child_voice text not null,
  proof text not null,
  proof_note text,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  withdrawn_on date,
  withdrawn_by text,
  withdrawal_recorded_by uuid,
  withdrawal_recorded_at timestamptz,
  constraint privacy_consents_pkey primary key (child_id, id),
  constraint privacy_consents_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint privacy_consents_purpose_known check (purpose in ('photo', 'story', 'donor-report', 'sharing', 'research')),
  constraint privacy_consents_decision_known check (decision in ('given', 'refused')),
  constraint privacy_consents_capacity_known check (capacity in ('mother', 'father', 'guardian', 'representative')),
  constraint privacy_consents_voice_known check (child_voice in ('agrees', 'disagrees', 'not-asked')),
  constraint privacy_consents_proof_known check (proof in ('signed-paper', 'electronic', 'witness')),
  -- From 7 years both the representative and the child (Luật 91/2025/QH15 Art. 24, Luật Trẻ em 2016 Art. 6.11).
  constraint privacy_consents_from_seven_both check (
    decision = 'refused' or coalesce(child_age_years, 7) < 7 or child_voice = 'agrees'),
  constraint privacy_consents_child_may_refuse check (decision = 'refused' or child_voice <> 'disagrees'),
  constraint privacy_consents_given_by_named check (length(given_by) between 1 and 100),
  constraint privacy_consents_proof_note_short check (length(proof_note) <= 300),
  constraint privacy_consents_withdrawn_by_someone check (num_nulls(withdrawn_on, withdrawn_by, withdrawal_recorded_by, withdrawal_recorded_at) in (0, 4)),
  constraint privacy_consents_withdrawn_after check (withdrawn_on >= given_on)
);
create unique index privacy_consents_one_standing on privacy_consents (child_id, purpose) where withdrawn_on is null;
alter table privacy_consents enable row level security;
create policy privacy_consents_area on privacy_consents
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

create table privacy_requests (
  child_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  kind text not null,
  received_on date not null,
  received_how text not null,
  requester text not null,
  capacity text not null,
  -- What was looked at to know the person: a request of a stranger is refused.
  identity_proof text not null,
  words text not null,
  with_processor boolean not null,
  -- The clocks as they stood when the request came in.
  day_kind text not null,
  answer_due_on date not null,
  due_on date not null,
  answered_on date,
  extended_on date,
  extension_reason text,
  decided_on date,
  decision text,
  ground text,
  ground_note text,
  decided_by uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint privacy_requests_pkey primary key (child_id, id),
  constraint privacy_requests_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint privacy_requests_kind_known check (kind in ('view', 'provide', 'correct', 'withdraw', 'restrict', 'delete')),
  constraint privacy_requests_how_known check (received_how in ('in-person', 'paper', 'electronic', 'phone')),
  constraint privacy_requests_capacity_known check (capacity in ('child', 'mother', 'father', 'guardian', 'representative')),
  constraint privacy_requests_day_kind_known check (day_kind in ('calendar', 'working')),
  constraint privacy_requests_decision_known check (decision in ('granted', 'partly', 'refused')),
  constraint privacy_requests_words_short check (length(words) between 1 and 2000),
  constraint privacy_requests_due_in_order check (received_on <= answer_due_on and received_on <= due_on),
  constraint privacy_requests_extended_with_reason check ((extended_on is null) = (extension_reason is null)),
  constraint privacy_requests_decided_whole check (num_nulls(decided_on, decision, decided_by) in (0, 3)),
  -- A refusal names its ground (personal-data.md, section 7.7).
  constraint privacy_requests_refused_with_ground check (decision is null or decision = 'granted' or ground is not null)
);
create index privacy_requests_open on privacy_requests (area_lft, due_on) where decided_on is null;
alter table privacy_requests enable row level security;
create policy privacy_requests_area on privacy_requests
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- What was erased of a child and why; holds no name.
create table privacy_erasures (
  child_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  request_id uuid,
  ground text not null,
  note text,
  counts jsonb not null,
  erased_by uuid not null,
  erased_at timestamptz not null,
  constraint privacy_erasures_pkey primary key (child_id, id),
  constraint privacy_erasures_once unique (child_id),
  constraint privacy_erasures_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint privacy_erasures_of_request foreign key (child_id, request_id) references privacy_requests (child_id, id),
  constraint privacy_erasures_ground_known check (ground in ('request', 'term-over', 'registered-by-mistake'))
);
alter table privacy_erasures enable row level security;
create policy privacy_erasures_area on privacy_erasures
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

create table privacy_breaches (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  happened_at timestamptz,
  noticed_at timestamptz not null,
  -- 72 hours after it was noticed; hours run through nights and holidays.
  notify_by timestamptz not null,
  kind text not null,
  what text not null,
  categories text[] not null,
  children integer,
  measures text,
  notified_at timestamptz,
  notified_to text,
  late_reason text,
  families_told_on date,
  closed_at timestamptz,
  closing_note text,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint privacy_breaches_pkey primary key (id),
  constraint privacy_breaches_area_fkey foreign key (area_id) references areas (id),
  constraint privacy_breaches_kind_known check (kind in ('disclosed', 'lost', 'altered', 'access', 'device')),
  constraint privacy_breaches_what_short check (length(what) between 1 and 2000),
  constraint privacy_breaches_children_counted check (children >= 0),
  constraint privacy_breaches_notice_whole check ((notified_at is null) = (notified_to is null)),
  constraint privacy_breaches_late_with_reason check (notified_at is null or notified_at <= notify_by or late_reason is not null)
);
create index privacy_breaches_by_area on privacy_breaches (area_lft, noticed_at desc);
alter table privacy_breaches enable row level security;
create policy privacy_breaches_area on privacy_breaches
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Of the installation: how terms are counted, and whom a family turns to. At most one row.
create table privacy_settings (
  one boolean not null,
  day_kind text not null,
  contact_name text not null,
  contact_phone text not null,
  contact_email text not null,
  contact_address text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint privacy_settings_pkey primary key (one),
  constraint privacy_settings_only_one check (one),
  constraint privacy_settings_day_kind_known check (day_kind in ('calendar', 'working'))
);

-- Takes the values before and after out of the audit of one child, by a decision that stands in the audit itself;
-- the rows, and the chain over them, stay. The application may not change the audit in any other way.
create function accounts_erase_values(child uuid, decision uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare
    count integer;
  begin
    if not exists (
      select from public.accounts_audit where action = 'privacy.child-erased' and subject_id = decision::text
        and child_id = child and xmin::text::bigint = (pg_current_xact_id()::text::bigint & 4294967295)) then
      raise exception using errcode = 'insufficient_privilege', message = 'no decision to erase stands in the audit';
    end if;
    update public.accounts_audit set before = null, after = null, salt = null, erased_by = decision
    where child_id = child and erased_by is null and (before is not null or after is not null);
    get diagnostics count = row_count;
    return count;
  end $$;
