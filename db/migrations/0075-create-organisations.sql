-- Bodies of the state and associations with dates, their successors, who leads, boards, staff and collaborators.
-- `from_certain` and `to_certain` say whether the day stands in an official text; an uncertain day is marked on the page.
create table organisations (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  template_code text,
  name text not null,
  short_name text,
  name_folded text collate "C" not null,
  kind text not null,
  sector text not null,
  parent_id uuid,
  valid_from date,
  from_certain boolean not null default true,
  valid_to date,
  to_certain boolean not null default true,
  phone text,
  source text,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint organisations_pkey primary key (id),
  constraint organisations_of_area foreign key (area_id) references areas (id),
  constraint organisations_below_parent foreign key (parent_id) references organisations (id),
  constraint organisations_not_own_parent check (parent_id <> id),
  constraint organisations_template_once unique (area_id, template_code),
  constraint organisations_kind_known check (
    kind in ('committee', 'council', 'ministry', 'department', 'division', 'desk', 'public-unit', 'school',
      'health-unit', 'mass-organisation', 'association', 'press', 'fund', 'other')
  ),
  constraint organisations_sector_known check (
    sector in ('government', 'health', 'labour-social', 'education', 'finance', 'culture', 'justice', 'police',
      'information', 'agriculture', 'mass', 'other')
  ),
  constraint organisations_dates_in_order check (valid_from is null or valid_to is null or valid_from <= valid_to)
);
create index organisations_by_range on organisations (area_lft);
create index organisations_by_parent on organisations (parent_id);
alter table organisations enable row level security;
create policy organisations_area on organisations
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy organisations_above on organisations for select
  using (area_id in (select id from areas
    where lft <= current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));

-- Many to many: one body's work may go to several, and several may go into one. The place is that of the earlier body.
create table organisations_successions (
  predecessor_id uuid not null,
  successor_id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  happened_on date not null,
  is_certain boolean not null default true,
  duty text,
  source text,
  constraint organisations_successions_pkey primary key (predecessor_id, successor_id),
  constraint organisations_successions_of_predecessor foreign key (predecessor_id) references organisations (id),
  constraint organisations_successions_of_successor foreign key (successor_id) references organisations (id),
  constraint organisations_successions_not_itself check (predecessor_id <> successor_id)
);
create index organisations_successions_by_successor on organisations_successions (successor_id);
create index organisations_successions_by_range on organisations_successions (area_lft);
alter table organisations_successions enable row level security;
create policy organisations_successions_area on organisations_successions
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy organisations_successions_above on organisations_successions for select
  using (area_id in (select id from areas
    where lft <= current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));

-- Which body leads the work for children in a place, and the desk in charge inside it; one at a time.
create table organisations_focal (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  agency_id uuid not null,
  desk_id uuid,
  valid_from date not null,
  valid_to date,
  basis text,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint organisations_focal_pkey primary key (id),
  constraint organisations_focal_of_area foreign key (area_id) references areas (id),
  constraint organisations_focal_agency foreign key (agency_id) references organisations (id),
  constraint organisations_focal_desk foreign key (desk_id) references organisations (id),
  constraint organisations_focal_dates_in_order check (valid_to is null or valid_from <= valid_to),
  constraint organisations_focal_one_at_a_time exclude using gist (
    areas_id_range(area_id, area_id, '[]') with &&, daterange(valid_from, valid_to, '[]') with &&
  )
);
create index organisations_focal_by_range on organisations_focal (area_lft);
alter table organisations_focal enable row level security;
create policy organisations_focal_area on organisations_focal
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy organisations_focal_above on organisations_focal for select
  using (area_id in (select id from areas
    where lft <= current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
