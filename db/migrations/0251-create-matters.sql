-- Matters of responsibility of heads: delay, cover-up or another failing, with finding, answer, measure and conclusion
-- (R19; plan 004 II.1 and II.5; Chỉ thị 23/CT-TTg of 26/5/2020). No child is named here. Nothing is deleted: what was
-- recorded by mistake is withdrawn, and every earlier wording stands in the table of changes.
create table organisations_matters (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  organisation_id uuid not null,
  staff_id uuid not null,
  post_id uuid not null,
  kind text not null,
  about text not null,
  -- The late report or task as later modules name it; null when it is told in words only.
  subject_key text,
  subject_url text,
  subject text not null,
  happened_on date not null,
  found_on date not null,
  found_by text not null,
  finding text not null,
  answer text,
  answered_on date,
  measure text,
  decision text,
  decided_on date,
  conclusion text,
  concluded_on date,
  withdrawn_reason text,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint organisations_matters_pkey primary key (id),
  constraint organisations_matters_of_area foreign key (area_id) references areas (id),
  constraint organisations_matters_of_body foreign key (organisation_id) references organisations (id),
  constraint organisations_matters_of_post foreign key (staff_id, post_id) references organisations_posts (staff_id, id),
  constraint organisations_matters_kind_known check (kind in ('delay', 'cover-up', 'failing')),
  constraint organisations_matters_about_known check (about in ('report', 'task', 'case', 'other')),
  constraint organisations_matters_subject_whole check ((subject_key is null) = (subject_url is null)),
  constraint organisations_matters_measure_known check (
    measure in ('none', 'reminder', 'criticism', 'review', 'discipline', 'to-inspection', 'to-police')),
  constraint organisations_matters_found_after_it_happened check (happened_on <= found_on),
  constraint organisations_matters_answer_whole check ((answer is null) = (answered_on is null)),
  constraint organisations_matters_conclusion_whole check ((conclusion is null) = (concluded_on is null)),
  constraint organisations_matters_concluded_with_measure check (concluded_on is null or measure is not null),
  constraint organisations_matters_concluded_after_found check (concluded_on >= found_on),
  constraint organisations_matters_discipline_decided check (
    measure is distinct from 'discipline' or (decision is not null and decided_on is not null))
);
create index organisations_matters_by_range on organisations_matters (area_lft);
alter table organisations_matters enable row level security;
create policy organisations_matters_area on organisations_matters
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- What a matter said before each correction, and why it was corrected.
create table organisations_matters_changes (
  matter_id uuid not null,
  version integer not null,
  area_lft integer not null,
  before jsonb not null,
  reason text,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  constraint organisations_matters_changes_pkey primary key (matter_id, version),
  constraint organisations_matters_changes_of_matter foreign key (matter_id) references organisations_matters (id)
);
create index organisations_matters_changes_by_range on organisations_matters_changes (area_lft);
alter table organisations_matters_changes enable row level security;
create policy organisations_matters_changes_area on organisations_matters_changes
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
