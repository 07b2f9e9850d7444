-- Which report is due when follows from the reporting regime (db/reference/reporting-regime), the filed plans and the
-- units; kept here is only what happened: what was sent, which day a letter gave, what happened that calls for a report.
create table duties_sent (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  -- Of the regime its code, of a plan 'plan.<plan id>.<place>'.
  code text not null,
  period text not null,
  state text not null,
  -- The report of this product; none for what was sent outside of it, which has the number of its document.
  report_id uuid,
  document text,
  -- The first sending decides whether it was late; a report that was returned is sent again.
  first_sent_at timestamptz not null,
  sent_at timestamptz not null,
  state_at timestamptz not null,
  marked_by uuid,
  constraint duties_sent_pkey primary key (id),
  constraint duties_sent_once unique (area_id, code, period),
  constraint duties_sent_area_fkey foreign key (area_id) references areas (id),
  constraint duties_sent_state_known check (state in ('sent', 'returned', 'accepted')),
  constraint duties_sent_by_report_or_document check ((report_id is null) = (document is not null)),
  constraint duties_sent_in_order check (first_sent_at <= sent_at),
  constraint duties_sent_document_fits check (length(document) between 1 and 300)
);
create index duties_sent_by_area on duties_sent (area_lft);
alter table duties_sent enable row level security;
create policy duties_sent_area on duties_sent
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- The day that the letter of the year gives to the units of a level within a place.
create table duties_days (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  code text not null,
  level text not null,
  period text not null,
  due_on date not null,
  source text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  constraint duties_days_pkey primary key (id),
  constraint duties_days_once unique (area_id, code, level, period),
  constraint duties_days_area_fkey foreign key (area_id) references areas (id),
  constraint duties_days_level_known check (level in ('nation', 'province', 'commune')),
  constraint duties_days_source_given check (length(btrim(source)) between 1 and 300)
);
alter table duties_days enable row level security;
create policy duties_days_area on duties_days
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
-- A unit reads the days that the places above it gave.
create policy duties_days_above on duties_days for select
  using (area_id in (select id from areas
    where lft <= current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));

-- What happened and calls for a report: a children's forum, a severe reaction after a vaccination. No person is named.
create table duties_events (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  code text not null,
  happened_at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint duties_events_pkey primary key (id),
  constraint duties_events_area_fkey foreign key (area_id) references areas (id)
);
create index duties_events_by_area on duties_events (area_id, happened_at);
alter table duties_events enable row level security;
create policy duties_events_area on duties_events
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
