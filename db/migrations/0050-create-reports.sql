-- Reports of a place on a period, made from a plan, the register and the indicators (domain report-outline.md).
create table reports (
  id uuid not null,
  no integer generated always as identity,
  area_id uuid not null,
  area_lft integer not null,
  plan_id uuid not null,
  period text not null,
  outline_version text not null,
  state text not null default 'draft',
  version integer not null default 1,
  -- The plan's name, citation and targets as they were taken over.
  plan jsonb not null,
  -- What the system computed at `computed_at` for the day `as_of`: cell key -> value and where it is from.
  computed jsonb not null,
  as_of date not null,
  computed_at timestamptz not null,
  created_at timestamptz not null,
  created_by uuid not null,
  finished_at timestamptz,
  finished_by uuid,
  -- The whole report as it was when it was finished; never changed afterwards.
  frozen jsonb,
  constraint reports_pkey primary key (id),
  constraint reports_no_once unique (no),
  constraint reports_id_with_area unique (id, area_lft),
  constraint reports_area_fkey foreign key (area_id) references areas (id),
  constraint reports_of_plan foreign key (plan_id) references plans (id),
  constraint reports_period_written check (period ~ '^[0-9]{4}(-H[12])?$'),
  constraint reports_state_known check (state in ('draft', 'done')),
  constraint reports_frozen_when_done check ((state = 'done') = (frozen is not null and finished_at is not null)),
  constraint reports_version_positive check (version > 0)
);
-- One draft at a time; a correction after finishing is a new report, both are kept.
create unique index reports_one_draft on reports (area_id, plan_id, period) where state = 'draft';
create index reports_by_area on reports (area_lft, period desc);
alter table reports enable row level security;
create policy reports_area on reports
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Numbers that a person typed, or marked as not applicable, over or instead of the computed ones.
create table reports_cells (
  report_id uuid not null,
  key text not null,
  area_lft integer not null,
  source text not null,
  value numeric,
  reason text not null,
  typed_by uuid not null,
  typed_by_name text not null,
  typed_at timestamptz not null,
  constraint reports_cells_pkey primary key (report_id, key),
  constraint reports_cells_of_report foreign key (report_id, area_lft) references reports (id, area_lft)
    on update cascade on delete cascade,
  constraint reports_cells_source_known check (source in ('typed', 'not-applicable')),
  constraint reports_cells_typed_has_value check ((source = 'typed') = (value is not null)),
  constraint reports_cells_value_not_negative check (value >= 0),
  constraint reports_cells_reason_given check (length(btrim(reason)) between 1 and 500)
);
alter table reports_cells enable row level security;
create policy reports_cells_area on reports_cells
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- The words of a section. `version` counts its writings: who saves over a newer one is told.
create table reports_sections (
  report_id uuid not null,
  key text not null,
  area_lft integer not null,
  text text not null,
  version integer not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  constraint reports_sections_pkey primary key (report_id, key),
  constraint reports_sections_of_report foreign key (report_id, area_lft) references reports (id, area_lft)
    on update cascade on delete cascade,
  constraint reports_sections_text_fits check (length(text) <= 20000),
  constraint reports_sections_version_positive check (version > 0)
);
alter table reports_sections enable row level security;
create policy reports_sections_area on reports_sections
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- A finished report is what was signed: its numbers and words stay as they were.
create function reports_refuse_when_done() returns trigger
  language plpgsql as $$
  begin
    if exists (select 1 from reports where id = coalesce(new.report_id, old.report_id) and state = 'done') then
      raise exception using errcode = 'check_violation', constraint = 'reports_done_stays',
        message = 'a finished report does not change';
    end if;
    return coalesce(new, old);
  end $$;
create trigger reports_cells_stay before insert or update of value, source, reason, key or delete on reports_cells
  for each row execute function reports_refuse_when_done();
create trigger reports_sections_stay before insert or update of text, key or delete on reports_sections
  for each row execute function reports_refuse_when_done();
