-- Urgent reports: a child dies by injury, or suffers violence or abuse (plan 004 II.3; NĐ 56/2017/NĐ-CP Art. 24-26).
-- No name, number or address of the child stands here: who must act finds the child by the case. Read only under
-- children.confidential; what is written is not deleted, a mistake is withdrawn and stays.
create table duties_urgent (
  id uuid not null,
  no integer generated always as identity,
  area_id uuid not null,
  area_lft integer not null,
  kind text not null,
  -- Age in completed years and sex as far as known; both null or 'unknown' when not.
  sex text not null,
  age_years smallint,
  happened_at timestamptz,
  learned_at timestamptz not null,
  place_kind text not null,
  place text,
  -- 01-11 of the form of child injuries.
  cause text,
  activity text,
  supervised text not null,
  died_on date,
  harmed_by text,
  in_danger boolean not null,
  what text not null,
  measures text not null,
  source text not null,
  -- Bodies that were told outside this product: [{"to": "hotline-111", "at": "..."}].
  told jsonb not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  -- The emergency measure that ends the clock of 12 hours.
  measure_at timestamptz,
  measure text,
  received_at timestamptz,
  received_by uuid,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  answer text,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  constraint duties_urgent_pkey primary key (id),
  constraint duties_urgent_no_once unique (no),
  constraint duties_urgent_area_fkey foreign key (area_id) references areas (id),
  constraint duties_urgent_kind_known check (kind in ('injury-death', 'violence', 'sexual-abuse', 'exploitation', 'neglect')),
  constraint duties_urgent_sex_known check (sex in ('male', 'female', 'unknown')),
  -- A child is under 16 (Luật Trẻ em 2016 Art. 1).
  constraint duties_urgent_age_of_child check (age_years between 0 and 15),
  constraint duties_urgent_place_known check (place_kind in ('home', 'school', 'community', 'unknown')),
  constraint duties_urgent_cause_of_injury check ((kind = 'injury-death') = (cause is not null)),
  constraint duties_urgent_cause_known check (cause ~ '^(0[1-9]|1[01])$'),
  constraint duties_urgent_harm_by_somebody check ((kind = 'injury-death') = (harmed_by is null)),
  constraint duties_urgent_death_has_day check (kind <> 'injury-death' or died_on is not null),
  constraint duties_urgent_measure_whole check ((measure_at is null) = (measure is null)),
  constraint duties_urgent_received_whole check ((received_at is null) = (received_by is null)),
  constraint duties_urgent_acknowledged_after_received check (acknowledged_at is null or received_at is not null),
  constraint duties_urgent_acknowledged_whole check (
    (acknowledged_at is null) = (acknowledged_by is null) and (acknowledged_at is null) = (answer is null)),
  constraint duties_urgent_withdrawn_whole check (
    (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index duties_urgent_by_area on duties_urgent (area_lft, sent_at desc);
alter table duties_urgent enable row level security;
create policy duties_urgent_area on duties_urgent
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
