-- Plans below plans: which plan one carries out, who is obliged to issue one, and who needs none.
alter table plans add column parent_id uuid;
alter table plans add constraint plans_below_plan foreign key (parent_id) references plans (id) on delete set null;
alter table plans add constraint plans_not_below_itself check (parent_id <> id);
create index plans_by_parent on plans (parent_id) where parent_id is not null;

-- Null: as the text says; otherwise as a person corrected it. The version grows with each correction.
alter table plans add column obligations jsonb;
alter table plans add column obligations_version integer not null default 0;

-- A unit or a body that need not issue a plan of its own, with the reason.
create table plans_exemptions (
  plan_id uuid not null,
  -- The id of the unit, or the name of the body without marks.
  key text not null,
  area_lft integer not null,
  reason text not null,
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  constraint plans_exemptions_pkey primary key (plan_id, key),
  constraint plans_exemptions_of_plan foreign key (plan_id) references plans (id) on delete cascade,
  constraint plans_exemptions_reason_given check (length(reason) between 1 and 500)
);
alter table plans_exemptions enable row level security;
create policy plans_exemptions_area on plans_exemptions
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy plans_exemptions_above on plans_exemptions for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
