-- What a coordinating body did of its part of a task, as the plan names the body; one taken back stays, unseen.
create table tasks_contributions (
  task_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  body text not null,
  text text not null,
  is_done boolean not null,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint tasks_contributions_pkey primary key (task_id, id),
  constraint tasks_contributions_length check (length(text) between 1 and 4000),
  constraint tasks_contributions_taken_back_by_someone check ((taken_back_by is null) = (taken_back_at is null)),
  constraint tasks_contributions_of_task foreign key (task_id, area_lft)
    references tasks (id, area_lft) on update cascade on delete cascade
);
alter table tasks_contributions enable row level security;
create policy tasks_contributions_area on tasks_contributions
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
