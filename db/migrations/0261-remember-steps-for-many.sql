-- One step wrote the same for many children: which children, so that the whole step can be taken back, even later.
create table children_steps (
  child_id uuid not null,
  step_id uuid not null,
  area_lft integer not null,
  -- The fact that it wrote, or the village where the child was before.
  fact_id uuid,
  -- What the register said without a date, where the fact came first of its kind.
  value_before text,
  village_before uuid,
  village_after uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid,
  constraint children_steps_pkey primary key (child_id, step_id),
  constraint children_steps_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade deferrable,
  constraint children_steps_before foreign key (village_before) references areas (id),
  constraint children_steps_after foreign key (village_after) references areas (id),
  constraint children_steps_of_one_kind check ((fact_id is null) = (village_after is not null)),
  constraint children_steps_undone_by_someone check ((undone_at is null) = (undone_by is null))
);
create index children_steps_by_step on children_steps (step_id);
create index children_steps_by_time on children_steps (recorded_at desc);
alter table children_steps enable row level security;
create policy children_steps_area on children_steps
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
