-- Indicators that a unit made itself over recorded facts. A version is written by one person and approved by another;
-- an approved version is never changed, a newer one ends it the day before it begins.
create table indicators_own (
  id uuid not null,
  code text not null,
  version integer not null,
  area_id uuid not null,
  area_lft integer not null,
  name_vi text not null,
  name_en text,
  basis text not null,
  formula jsonb not null,
  target jsonb,
  breakdowns text[] not null,
  valid_from date not null,
  valid_to date,
  state text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  remark text,
  constraint indicators_own_pkey primary key (id),
  constraint indicators_own_version_once unique (code, version),
  constraint indicators_own_of_area foreign key (area_id) references areas (id),
  constraint indicators_own_code_form check (code ~ '^own:[a-z0-9-]+$'),
  constraint indicators_own_state_known check (state in ('proposed', 'approved', 'returned')),
  constraint indicators_own_version_positive check (version > 0),
  constraint indicators_own_named check (length(btrim(name_vi)) between 5 and 200),
  constraint indicators_own_dates_in_order check (valid_to is null or valid_from <= valid_to),
  constraint indicators_own_decided_by_someone check ((state = 'proposed') = (decided_by is null)
    and (decided_by is null) = (decided_at is null)),
  constraint indicators_own_not_by_oneself check (decided_by <> written_by),
  constraint indicators_own_returned_with_remark check (state <> 'returned' or remark is not null),
  constraint indicators_own_one_version_a_day exclude using gist (
    areas_text_range(code, code, '[]') with &&, daterange(valid_from, valid_to, '[]') with &&
  ) where (state = 'approved')
);
create index indicators_own_by_area on indicators_own (area_id);
create index indicators_own_by_range on indicators_own (area_lft);
alter table indicators_own enable row level security;
create policy indicators_own_area on indicators_own
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
-- Units below count by the definitions of the units above them.
create policy indicators_own_above on indicators_own for select
  using (area_id in (select id from areas
    where lft <= current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
