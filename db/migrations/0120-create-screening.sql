-- Screening tools as reference data: one row a version, loaded at each start; a version that is no longer used is
-- retired by a day, never removed, because records name it.
create table screening_tools (
  tool text not null,
  version text not null,
  in_force_from date not null,
  retired_on date,
  content jsonb not null,
  loaded_at timestamptz not null default now(),
  constraint screening_tools_pkey primary key (tool, version),
  constraint screening_tools_dates_in_order check (retired_on is null or retired_on >= in_force_from)
);

-- A form that was filled, or that the family refused. Health data: read under screening.read only.
-- Nothing is deleted: a mistake is undone and stays.
create table screening_records (
  child_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  tool text not null,
  version text not null,
  screened_on date not null,
  age_months numeric(5, 2) not null,
  weeks_early smallint not null default 0,
  way text not null,
  informant text not null,
  answers jsonb not null,
  score smallint,
  result text not null,
  next_on date,
  refusal_reason text,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  constraint screening_records_pkey primary key (child_id, id),
  constraint screening_records_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint screening_records_of_tool foreign key (tool, version) references screening_tools (tool, version),
  constraint screening_records_way_known check (way in ('visit', 'phone', 'paper')),
  constraint screening_records_informant_known check (informant in ('mother', 'father', 'carer', 'teacher', 'nurse')),
  constraint screening_records_weeks_in_range check (weeks_early between 0 and 17),
  constraint screening_records_reason_of_refusal check ((result = 'refused') = (refusal_reason is not null)),
  constraint screening_records_undone_by_someone check ((undone_at is null) = (undone_by is null))
);
create unique index screening_records_one_per_day on screening_records (child_id, tool, screened_on)
  where undone_at is null;
alter table screening_records enable row level security;
create policy screening_records_area on screening_records
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- A referral that a screening proposes; the network of services takes it over.
create table screening_referrals (
  child_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  screening_id uuid not null,
  referred_to text not null,
  urgent boolean not null,
  proposed_on date not null,
  answer_by date not null,
  withdrawn_at timestamptz,
  constraint screening_referrals_pkey primary key (child_id, id),
  constraint screening_referrals_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint screening_referrals_of_record foreign key (child_id, screening_id)
    references screening_records (child_id, id) on delete cascade,
  constraint screening_referrals_once unique (child_id, screening_id)
);
create index screening_referrals_by_area on screening_referrals (area_lft, answer_by) where withdrawn_at is null;
alter table screening_referrals enable row level security;
create policy screening_referrals_area on screening_referrals
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- What indicators and reports read.
create view screening_facts with (security_invoker = true) as
  select r.child_id, r.area_lft, r.tool, r.version, r.screened_on, r.age_months, r.result, f.referred_to,
    f.urgent as referral_urgent
  from screening_records r
  left join screening_referrals f on f.child_id = r.child_id and f.screening_id = r.id and f.withdrawn_at is null
  where r.undone_at is null;
