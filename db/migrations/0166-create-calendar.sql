-- What a place enters itself into the calendar: meetings to come, campaigns, festivals of its own.
create table tasks_events (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  kind text not null,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  -- As people say it: "8 giờ 30".
  at_time text,
  place text,
  note text,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  removed_at timestamptz,
  constraint tasks_events_pkey primary key (id),
  constraint tasks_events_of_area foreign key (area_id) references areas (id),
  constraint tasks_events_kind_known check (kind in ('meeting', 'campaign', 'festival', 'training', 'other')),
  constraint tasks_events_dates_in_order check (starts_on <= ends_on)
);
create index tasks_events_by_range on tasks_events (area_lft, starts_on);
alter table tasks_events enable row level security;
create policy tasks_events_area on tasks_events
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
-- A commune prepares for what its province has called for (decision 0008).
create policy tasks_events_above on tasks_events for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
