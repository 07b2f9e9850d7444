-- Whether and to which address a person wants the daily e-mail; without a row: yes, to the address of the account.
create table tasks_mail_choices (
  person_id uuid not null,
  wants_mail boolean not null,
  address text,
  changed_at timestamptz not null default now(),
  constraint tasks_mail_choices_pkey primary key (person_id),
  constraint tasks_mail_choices_of_person foreign key (person_id) references accounts_people (id)
);

-- Days on which the letters were made: one run a day, even when the machine is switched on after seven.
create table tasks_digest_runs (
  day date not null,
  made_at timestamptz not null default now(),
  constraint tasks_digest_runs_pkey primary key (day)
);

-- One letter for a person and a day, until it is sent or given up. Its text is made when it is sent and kept nowhere.
create table tasks_digests (
  id uuid not null,
  person_id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  day date not null,
  state text not null default 'waiting',
  attempts smallint not null default 0,
  -- The kind of failure as the mail server or the network names it; no address, no text.
  failure text,
  item_count smallint,
  tried_at timestamptz,
  made_at timestamptz not null default now(),
  constraint tasks_digests_pkey primary key (id),
  constraint tasks_digests_once_a_day unique (person_id, day),
  constraint tasks_digests_of_person foreign key (person_id) references accounts_people (id),
  constraint tasks_digests_of_area foreign key (area_id) references areas (id),
  constraint tasks_digests_state_known check (state in ('waiting', 'sent', 'failed', 'given-up', 'nothing'))
);
create index tasks_digests_by_range on tasks_digests (area_lft, day);
alter table tasks_digests enable row level security;
create policy tasks_digests_area on tasks_digests
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
