-- Difficulties that a place sends to the place above it. The row is the sender's; the place above reads and answers it.
create table tasks_difficulties (
  id uuid not null,
  no integer generated always as identity,
  area_id uuid not null,
  area_lft integer not null,
  to_area_id uuid not null,
  plan_id uuid,
  plan_task_id uuid,
  title text not null,
  state text not null default 'open',
  version integer not null default 1,
  sent_by uuid not null,
  sent_at timestamptz not null default now(),
  constraint tasks_difficulties_pkey primary key (id),
  constraint tasks_difficulties_key_with_area unique (id, area_lft),
  constraint tasks_difficulties_of_area foreign key (area_id) references areas (id),
  constraint tasks_difficulties_to_area foreign key (to_area_id) references areas (id),
  constraint tasks_difficulties_of_plan foreign key (plan_id) references plans (id),
  constraint tasks_difficulties_task_of_plan check (plan_task_id is null or plan_id is not null),
  constraint tasks_difficulties_state_known check (state in ('open', 'answered', 'closed'))
);
create index tasks_difficulties_by_range on tasks_difficulties (area_lft, state);
alter table tasks_difficulties enable row level security;
create policy tasks_difficulties_area on tasks_difficulties
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- What the two sides wrote, in order. The side is that of the grant it was written under.
create table tasks_difficulty_notes (
  difficulty_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  side text not null,
  text text not null,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  constraint tasks_difficulty_notes_pkey primary key (difficulty_id, id),
  constraint tasks_difficulty_notes_side_known check (side in ('sender', 'receiver')),
  constraint tasks_difficulty_notes_length check (length(text) between 1 and 8000),
  constraint tasks_difficulty_notes_of_difficulty foreign key (difficulty_id, area_lft)
    references tasks_difficulties (id, area_lft) on update cascade on delete cascade
);
alter table tasks_difficulty_notes enable row level security;
create policy tasks_difficulty_notes_area on tasks_difficulty_notes
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
