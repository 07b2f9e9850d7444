-- Whose data a breach concerned, as far as the people who know the children have found out: the breach itself names
-- nobody. A family asks from the page of its child.
create table privacy_breach_children (
  child_id uuid not null,
  breach_id uuid not null,
  area_lft integer not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint privacy_breach_children_pkey primary key (child_id, breach_id),
  constraint privacy_breach_children_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade deferrable,
  constraint privacy_breach_children_of_breach foreign key (breach_id) references privacy_breaches (id)
);
create index privacy_breach_children_by_breach on privacy_breach_children (breach_id);
alter table privacy_breach_children enable row level security;
create policy privacy_breach_children_area on privacy_breach_children
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
