-- The groups of special circumstances a child belongs to, from-to, each with its source (Luật Trẻ em 2016 Art. 10.1).
-- Some groups are confidential: src/modules/children/shared/confidential.ts.
create table children_circumstances (
  child_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  group_no smallint not null,
  detail text,
  from_day date not null,
  to_day date,
  source text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint children_circumstances_key primary key (child_id, id),
  constraint children_circumstances_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint children_circumstances_group_known check (group_no between 1 and 14),
  constraint children_circumstances_in_order check (to_day is null or from_day <= to_day)
);
alter table children_circumstances enable row level security;
create policy children_circumstances_area on children_circumstances
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Break-glass: who opened the confidential part of one child, why, until when; reviewed by whoever is responsible.
create table children_openings (
  child_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  person_id uuid not null,
  grant_id uuid not null,
  role text not null,
  reason text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  finding text,
  note text,
  constraint children_openings_key primary key (child_id, id),
  constraint children_openings_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint children_openings_reason_written check (length(btrim(reason)) >= 20),
  constraint children_openings_end_after_beginning check (until > opened_at),
  constraint children_openings_finding_known check (finding in ('justified', 'not-justified')),
  constraint children_openings_reviewed_whole check (
    (reviewed_at is null) = (finding is null) and (reviewed_by is null) = (finding is null)),
  constraint children_openings_not_by_oneself check (reviewed_by <> person_id)
);
create index children_openings_unreviewed on children_openings (area_lft, opened_at) where reviewed_at is null;
alter table children_openings enable row level security;
create policy children_openings_area on children_openings
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
