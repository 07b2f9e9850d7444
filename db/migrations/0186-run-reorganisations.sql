-- A large case is applied or undone by a job. The work itself is one transaction; how far it is stands here, written
-- by transactions of its own, so that the page can show it.
create table reorganisation_runs (
  id uuid not null,
  case_id uuid not null,
  -- Of the case: who sees the case sees its runs.
  area_lft integer not null,
  step text not null,
  state text not null default 'waiting',
  -- Children, and how many of them are where they will be.
  total integer not null,
  done integer not null default 0,
  -- Why it was refused: {"code", "vi", "en"}.
  refusal jsonb,
  asked_by uuid not null,
  grant_id uuid not null,
  asked_at timestamptz not null,
  -- The last sign of life.
  touched_at timestamptz not null,
  ended_at timestamptz,
  constraint reorganisation_runs_pkey primary key (id),
  constraint reorganisation_runs_of_case foreign key (case_id) references reorganisation_cases (id),
  constraint reorganisation_runs_step_known check (step in ('apply', 'undo')),
  constraint reorganisation_runs_state_known check (state in ('waiting', 'running', 'done', 'failed')),
  constraint reorganisation_runs_done_of_total check (done between 0 and total),
  constraint reorganisation_runs_ended check ((state in ('done', 'failed')) = (ended_at is not null)),
  constraint reorganisation_runs_failed_for_a_reason check ((state = 'failed') = (refusal is not null))
);
-- One at a time.
create unique index reorganisation_runs_one_at_a_time on reorganisation_runs (case_id)
  where state in ('waiting', 'running');
create index reorganisation_runs_by_case on reorganisation_runs (case_id, asked_at);
alter table reorganisation_runs enable row level security;
create policy reorganisation_runs_area on reorganisation_runs
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
