-- Plans as they were filed: what the document says, confirmed by a person, with the text it was read from.
create table plans (
  id uuid not null,
  -- The short number people name a plan by, on the command line and on the screen.
  no integer generated always as identity,
  area_id uuid not null,
  area_lft integer not null,
  kind text not null,
  number text,
  symbol text,
  issued_on date,
  -- Year and month of issue, kept while the day is still blank.
  issued_month text,
  issuer text,
  issuer_area text,
  title text not null,
  period_from smallint,
  period_to smallint,
  source_name text,
  source_text text not null,
  reading jsonb not null,
  filed_by uuid not null,
  filed_at timestamptz not null default now(),
  constraint plans_pkey primary key (id),
  constraint plans_no_once unique (no),
  constraint plans_of_area foreign key (area_id) references areas (id),
  constraint plans_kind_known check (kind in ('plan', 'decision-with-plan', 'decision', 'report', 'letter')),
  constraint plans_issued_month_fits check (issued_month ~ '^\d{4}-\d{2}$'),
  constraint plans_period_in_order check (period_from <= period_to)
);
-- One body gives a number once a year (Nghị định 30/2020/NĐ-CP, Article 15).
create unique index plans_number_once on plans (number, symbol, lower(issuer), left(issued_month, 4))
  where number is not null;
-- A document whose number is still blank is known by its text.
create unique index plans_text_once on plans (area_id, md5(source_text)) where number is null;
create index plans_by_area on plans (area_lft, issued_month desc);
alter table plans enable row level security;
create policy plans_area on plans
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Numbers to reach. A target is tied to an indicator, or tracked by hand, or not yet decided.
create table plans_targets (
  plan_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  position smallint not null,
  text text not null,
  measure text not null,
  comparator text not null,
  value numeric not null,
  value_to numeric,
  unit text,
  year smallint,
  numerator numeric,
  denominator numeric,
  section text,
  way text not null,
  indicator_code text,
  constraint plans_targets_pkey primary key (plan_id, id),
  constraint plans_targets_of_plan foreign key (plan_id) references plans (id) on delete cascade,
  constraint plans_targets_comparator_known check (comparator in ('eq', 'ge', 'gt', 'le', 'lt', 'reduce', 'increase')),
  constraint plans_targets_way_known check (way in ('indicator', 'by-hand', 'open')),
  constraint plans_targets_tied_to_indicator check ((way = 'indicator') = (indicator_code is not null))
);
alter table plans_targets enable row level security;
create policy plans_targets_area on plans_targets
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Values typed for targets tracked by hand; the one with the latest day counts, all stay.
create table plans_target_values (
  plan_id uuid not null,
  id uuid not null,
  target_id uuid not null,
  area_lft integer not null,
  value numeric not null,
  as_of date not null,
  source text not null,
  entered_by uuid not null,
  entered_at timestamptz not null default now(),
  constraint plans_target_values_pkey primary key (plan_id, id),
  constraint plans_target_values_of_target foreign key (plan_id, target_id)
    references plans_targets (plan_id, id) on delete cascade,
  constraint plans_target_values_source_given check (length(source) between 1 and 300)
);
create index plans_target_values_by_target on plans_target_values (plan_id, target_id, as_of desc);
alter table plans_target_values enable row level security;
create policy plans_target_values_area on plans_target_values
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Tasks; a part of a task names it as its parent.
create table plans_tasks (
  plan_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  position smallint not null,
  parent_id uuid,
  label text,
  title text not null,
  purpose text,
  solutions jsonb not null,
  state text not null default 'not-started',
  note text,
  constraint plans_tasks_pkey primary key (plan_id, id),
  constraint plans_tasks_of_plan foreign key (plan_id) references plans (id) on delete cascade,
  constraint plans_tasks_part_of foreign key (plan_id, parent_id) references plans_tasks (plan_id, id) on delete cascade,
  constraint plans_tasks_state_known check (state in ('not-started', 'in-progress', 'done', 'stopped')),
  constraint plans_tasks_note_short check (length(note) <= 1000)
);
alter table plans_tasks enable row level security;
create policy plans_tasks_area on plans_tasks
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

create table plans_task_agencies (
  plan_id uuid not null,
  task_id uuid not null,
  role text not null,
  position smallint not null,
  area_lft integer not null,
  name text not null,
  constraint plans_task_agencies_pkey primary key (plan_id, task_id, role, position),
  constraint plans_task_agencies_of_task foreign key (plan_id, task_id)
    references plans_tasks (plan_id, id) on delete cascade,
  constraint plans_task_agencies_role_known check (role in ('lead', 'coordinating'))
);
alter table plans_task_agencies enable row level security;
create policy plans_task_agencies_area on plans_task_agencies
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

create table plans_deadlines (
  plan_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  position smallint not null,
  text text not null,
  due_on date,
  rule text,
  who text,
  section text,
  constraint plans_deadlines_pkey primary key (plan_id, id),
  constraint plans_deadlines_of_plan foreign key (plan_id) references plans (id) on delete cascade
);
create index plans_deadlines_by_day on plans_deadlines (area_lft, due_on);
alter table plans_deadlines enable row level security;
create policy plans_deadlines_area on plans_deadlines
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
