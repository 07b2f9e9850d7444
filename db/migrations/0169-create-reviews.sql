-- Interim and final reviews of a plan: a conclusion for each target and task, lessons; a final one closes the plan.
create table tasks_reviews (
  id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  kind text not null,
  as_of date not null,
  summary text,
  lessons text,
  version integer not null default 1,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  constraint tasks_reviews_pkey primary key (id),
  constraint tasks_reviews_key_with_area unique (id, area_lft),
  constraint tasks_reviews_of_plan foreign key (plan_id) references plans (id),
  constraint tasks_reviews_of_area foreign key (area_id) references areas (id),
  constraint tasks_reviews_once unique (plan_id, kind, as_of),
  constraint tasks_reviews_kind_known check (kind in ('interim', 'final'))
);
alter table tasks_reviews enable row level security;
create policy tasks_reviews_area on tasks_reviews
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

create table tasks_conclusions (
  review_id uuid not null,
  -- The target or the task of the plan.
  subject_id uuid not null,
  area_lft integer not null,
  verdict text not null,
  conclusion text,
  lessons text,
  version integer not null default 1,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  constraint tasks_conclusions_pkey primary key (review_id, subject_id),
  constraint tasks_conclusions_of_review foreign key (review_id, area_lft)
    references tasks_reviews (id, area_lft) on update cascade on delete cascade,
  constraint tasks_conclusions_verdict_known check (verdict in ('reached', 'partly', 'missed', 'no-figure'))
);
alter table tasks_conclusions enable row level security;
create policy tasks_conclusions_area on tasks_conclusions
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- When a plan was closed, and reopened with what reason. One that stands open again may be closed again.
create table tasks_closures (
  id uuid not null,
  plan_id uuid not null,
  review_id uuid not null,
  area_lft integer not null,
  closed_by uuid not null,
  closed_on date not null,
  reopened_by uuid,
  reopened_at timestamptz,
  reopened_why text,
  constraint tasks_closures_pkey primary key (id),
  constraint tasks_closures_of_plan foreign key (plan_id) references plans (id),
  constraint tasks_closures_of_review foreign key (review_id, area_lft)
    references tasks_reviews (id, area_lft) on update cascade,
  constraint tasks_closures_reopened_with_reason check ((reopened_at is null) = (reopened_why is null)),
  constraint tasks_closures_reopened_by_someone check ((reopened_at is null) = (reopened_by is null))
);
create unique index tasks_closures_one_at_a_time on tasks_closures (plan_id) where reopened_at is null;
alter table tasks_closures enable row level security;
create policy tasks_closures_area on tasks_closures
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
-- Below a closed plan its tasks are closed too, and people there must see it (decision 0008).
create policy tasks_closures_above on tasks_closures for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
