-- How far a place is with a task of a plan: of its own plan, or of a plan of a place above that names it. A row is made
-- at the first change; until then the task stands as the plan says. Activities are what the place sets below a task.
create table tasks (
  id uuid not null,
  -- The plan's task, or the activity itself.
  item_id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  plan_id uuid not null,
  plan_task_id uuid not null,
  -- Of an activity; a task has its title in the plan.
  title text,
  product text,
  starts_on date,
  due_on date,
  -- "Late" is no state: it follows from the day.
  state text not null default 'not-started',
  done_on date,
  delay_reason text,
  risk text,
  next_step text,
  lead_id uuid,
  coordinating_ids uuid[] not null default '{}',
  desk_id uuid,
  staff_id uuid,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint tasks_pkey primary key (id),
  constraint tasks_key_with_area unique (id, area_lft),
  constraint tasks_once_in_place unique (area_id, item_id),
  constraint tasks_of_area foreign key (area_id) references areas (id),
  constraint tasks_of_plan_task foreign key (plan_id, plan_task_id)
    references plans_tasks (plan_id, id) on delete cascade,
  constraint tasks_lead foreign key (lead_id) references organisations (id),
  constraint tasks_desk foreign key (desk_id) references organisations (id),
  constraint tasks_staff foreign key (staff_id) references organisations_staff (id),
  constraint tasks_activity_titled check ((item_id = plan_task_id) = (title is null)),
  constraint tasks_state_known check (state in ('not-started', 'in-progress', 'done', 'stopped')),
  constraint tasks_stopped_with_reason check (state <> 'stopped' or delay_reason is not null),
  constraint tasks_done_some_day check ((state = 'done') = (done_on is not null)),
  constraint tasks_dates_in_order check (starts_on is null or due_on is null or starts_on <= due_on)
);
create index tasks_by_plan on tasks (plan_id, plan_task_id);
create index tasks_by_range on tasks (area_lft);
alter table tasks enable row level security;
create policy tasks_area on tasks
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
-- The day and the product that a plan's own place sets are seen by whoever must carry the task out (decision 0008).
create policy tasks_above on tasks for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));

-- Every change with what stood before and after; the id is the command's, so that one sent twice is made once.
create table tasks_changes (
  task_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  version integer not null,
  before jsonb not null,
  after jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  constraint tasks_changes_pkey primary key (task_id, id),
  constraint tasks_changes_version_once unique (task_id, version),
  constraint tasks_changes_of_task foreign key (task_id, area_lft)
    references tasks (id, area_lft) on update cascade on delete cascade
);
alter table tasks_changes enable row level security;
create policy tasks_changes_area on tasks_changes
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

create table tasks_comments (
  task_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  text text not null,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  constraint tasks_comments_pkey primary key (task_id, id),
  constraint tasks_comments_length check (length(text) between 1 and 4000),
  constraint tasks_comments_of_task foreign key (task_id, area_lft)
    references tasks (id, area_lft) on update cascade on delete cascade
);
alter table tasks_comments enable row level security;
create policy tasks_comments_area on tasks_comments
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Files that show a task was done. One taken away leaves its name and digest, not its bytes.
create table tasks_evidence (
  task_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  name text not null,
  media_type text not null,
  size integer not null,
  -- SHA-256 of the bytes, hexadecimal.
  digest text not null,
  note text,
  bytes bytea,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  removed_by uuid,
  removed_at timestamptz,
  constraint tasks_evidence_pkey primary key (task_id, id),
  constraint tasks_evidence_of_task foreign key (task_id, area_lft)
    references tasks (id, area_lft) on update cascade on delete cascade,
  -- Ten megabytes.
  constraint tasks_evidence_size_in_range check (size between 1 and 10485760),
  constraint tasks_evidence_kept_or_removed check ((bytes is null) = (removed_at is not null)),
  constraint tasks_evidence_removed_by_someone check ((removed_by is null) = (removed_at is null))
);
alter table tasks_evidence enable row level security;
create policy tasks_evidence_area on tasks_evidence
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
