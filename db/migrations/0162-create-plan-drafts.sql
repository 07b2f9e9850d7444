-- Plans that are being written. Issued, a draft becomes a filed plan and stays as the history of how it was made.
create table plans_drafts (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  parent_id uuid,
  source text not null,
  content jsonb not null,
  -- Grows with every save; a save that names an older one is refused, so that two editors never overwrite.
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  issued_plan_id uuid,
  constraint plans_drafts_pkey primary key (id),
  constraint plans_drafts_of_area foreign key (area_id) references areas (id),
  constraint plans_drafts_below_plan foreign key (parent_id) references plans (id) on delete set null,
  constraint plans_drafts_issued_as foreign key (issued_plan_id) references plans (id) on delete set null,
  constraint plans_drafts_source_known check (source in ('parent', 'last-year', 'template', 'blank'))
);
create index plans_drafts_by_area on plans_drafts (area_lft, changed_at desc);
create index plans_drafts_by_parent on plans_drafts (parent_id) where parent_id is not null;
alter table plans_drafts enable row level security;
create policy plans_drafts_area on plans_drafts
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- What each unit directly below is to reach of a target. Units below see it when they write their own plan.
create table plans_target_shares (
  plan_id uuid not null,
  target_id uuid not null,
  unit_id uuid not null,
  area_lft integer not null,
  value numeric not null,
  way text not null,
  -- What the unit starts from, when the split went by it.
  baseline numeric,
  -- Children to 8 years of the unit on the day of the split: the weight of its share.
  children integer not null,
  constraint plans_target_shares_pkey primary key (plan_id, target_id, unit_id),
  constraint plans_target_shares_of_target foreign key (plan_id, target_id)
    references plans_targets (plan_id, id) on delete cascade,
  constraint plans_target_shares_of_unit foreign key (unit_id) references areas (id),
  constraint plans_target_shares_way_known check (way in ('children', 'baseline', 'hand')),
  constraint plans_target_shares_not_negative check (value >= 0 and children >= 0)
);
alter table plans_target_shares enable row level security;
create policy plans_target_shares_area on plans_target_shares
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy plans_target_shares_above on plans_target_shares for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
