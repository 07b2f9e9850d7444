-- People who work with children, with or without an account here, and their posts between two days.
create table organisations_staff (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  full_name text not null,
  name_folded text collate "C" not null,
  name_sort text collate "C" not null,
  phone text,
  email text,
  qualification text,
  account_id uuid,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint organisations_staff_pkey primary key (id),
  constraint organisations_staff_of_area foreign key (area_id) references areas (id),
  constraint organisations_staff_account foreign key (account_id) references accounts_people (id),
  constraint organisations_staff_phone_readable check (phone ~ '^[0-9+][0-9]{2,14}$')
);
create index organisations_staff_by_range on organisations_staff (area_lft);
alter table organisations_staff enable row level security;
create policy organisations_staff_area on organisations_staff
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- The place of a post lies within the place of its person. Allowance in VND a month.
create table organisations_posts (
  staff_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  audience text not null,
  title text not null,
  organisation_id uuid,
  workplace text,
  valid_from date not null,
  valid_to date,
  allowance integer,
  basis text,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint organisations_posts_pkey primary key (staff_id, id),
  constraint organisations_posts_of_staff foreign key (staff_id) references organisations_staff (id),
  constraint organisations_posts_of_area foreign key (area_id) references areas (id),
  constraint organisations_posts_in_organisation foreign key (organisation_id) references organisations (id),
  constraint organisations_posts_audience_known check (
    audience in ('province', 'commune', 'health', 'teacher', 'protection-care', 'protection-worker', 'collaborator',
      'social-worker')
  ),
  constraint organisations_posts_dates_in_order check (valid_to is null or valid_from <= valid_to),
  constraint organisations_posts_allowance_in_range check (allowance between 0 and 100000000),
  -- One person does not hold the same post in the same place twice at a time.
  constraint organisations_posts_once_at_a_time exclude using gist (
    areas_id_range(staff_id, staff_id, '[]') with &&, areas_id_range(area_id, area_id, '[]') with &&,
    areas_text_range(audience || ' ' || title, audience || ' ' || title, '[]') with &&,
    daterange(valid_from, valid_to, '[]') with &&
  )
);
create index organisations_posts_by_area on organisations_posts (area_id, audience);
create index organisations_posts_by_range on organisations_posts (area_lft);
alter table organisations_posts enable row level security;
create policy organisations_posts_area on organisations_posts
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
