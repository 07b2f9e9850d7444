-- Inter-sector boards: the decision that set them up, members with roles and dates, meetings, what was agreed there.
create table organisations_boards (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  kind text not null,
  name text not null,
  decision text not null,
  decided_on date not null,
  valid_from date not null,
  valid_to date,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint organisations_boards_pkey primary key (id),
  constraint organisations_boards_of_area foreign key (area_id) references areas (id),
  constraint organisations_boards_kind_known check (kind in ('steering', 'managing', 'project', 'protection', 'other')),
  constraint organisations_boards_dates_in_order check (valid_to is null or valid_from <= valid_to)
);
create index organisations_boards_by_range on organisations_boards (area_lft);
alter table organisations_boards enable row level security;
create policy organisations_boards_area on organisations_boards
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

create table organisations_members (
  board_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  full_name text not null,
  post text not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  constraint organisations_members_pkey primary key (board_id, id),
  constraint organisations_members_of_board foreign key (board_id) references organisations_boards (id),
  constraint organisations_members_role_known check (role in ('chair', 'standing-vice-chair', 'vice-chair', 'secretary', 'member')),
  constraint organisations_members_dates_in_order check (valid_to is null or valid_from <= valid_to)
);
create index organisations_members_by_range on organisations_members (area_lft);
alter table organisations_members enable row level security;
create policy organisations_members_area on organisations_members
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

create table organisations_meetings (
  board_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  held_on date not null,
  subject text not null,
  attended integer,
  minutes text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint organisations_meetings_pkey primary key (board_id, id),
  constraint organisations_meetings_of_board foreign key (board_id) references organisations_boards (id),
  constraint organisations_meetings_attended_in_range check (attended between 0 and 1000)
);
create index organisations_meetings_by_range on organisations_meetings (area_lft);
alter table organisations_meetings enable row level security;
create policy organisations_meetings_area on organisations_meetings
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

create table organisations_followups (
  board_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  task text not null,
  responsible text not null,
  due_on date not null,
  state text not null,
  closed_on date,
  outcome text,
  constraint organisations_followups_pkey primary key (board_id, id),
  constraint organisations_followups_of_meeting foreign key (board_id, meeting_id)
    references organisations_meetings (board_id, id),
  constraint organisations_followups_state_known check (state in ('open', 'done', 'dropped')),
  constraint organisations_followups_closed_some_day check ((state = 'open') = (closed_on is null))
);
create index organisations_followups_by_range on organisations_followups (area_lft);
alter table organisations_followups enable row level security;
create policy organisations_followups_area on organisations_followups
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
