-- Editions of the indicator definitions as they were loaded, with their source.
create table indicators_editions (
  version text not null,
  compiled_on date not null,
  source text not null,
  checksum text not null,
  loaded_at timestamptz not null default now(),
  constraint indicators_editions_pkey primary key (version)
);

-- Reference data: one row an indicator of the edition in force; `content` is the whole definition.
create table indicators_definitions (
  code text not null,
  place smallint not null,
  name_vi text not null,
  way text not null,
  status text not null,
  edition text not null,
  content jsonb not null,
  constraint indicators_definitions_pkey primary key (code),
  constraint indicators_definitions_way_known check (way in ('computed', 'by-hand', 'unknown')),
  constraint indicators_definitions_status_known check (status in ('known', 'partial', 'unknown'))
);

-- What a recount found: the figures shown against the records themselves. A difference is an incident.
create table indicators_recounts (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  at timestamptz not null,
  asked_by uuid not null,
  periods text[] not null,
  state text not null,
  children integer not null,
  figures integer not null,
  difference_count integer not null,
  differences jsonb not null,
  waiting text[] not null,
  constraint indicators_recounts_pkey primary key (id),
  constraint indicators_recounts_of_area foreign key (area_id) references areas (id),
  constraint indicators_recounts_state_known check (state in ('equal', 'different', 'waiting')),
  constraint indicators_recounts_different_with_reason check ((state = 'different') = (difference_count > 0))
);
create index indicators_recounts_by_area on indicators_recounts (area_id, at desc);
alter table indicators_recounts enable row level security;
create policy indicators_recounts_area on indicators_recounts
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
