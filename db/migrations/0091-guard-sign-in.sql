-- Failed tries of signing in and of invitation codes, in the database so that several processes count together.
-- The key is a keyed hash of the user name with the address, of the address alone, or of a known device.
create table accounts_failures (
  key text not null,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz not null,
  constraint accounts_failures_pkey primary key (key)
);
create index accounts_failures_by_time on accounts_failures (last_at);

-- How long a session lasts, by the role a person acts under; '*' for roles that are not named.
create table accounts_session_rules (
  role text not null,
  idle_minutes integer not null,
  lifetime_hours integer not null,
  constraint accounts_session_rules_pkey primary key (role),
  constraint accounts_session_rules_positive check (idle_minutes > 0 and lifetime_hours > 0)
);
insert into accounts_session_rules (role, idle_minutes, lifetime_hours) values
  ('administrator', 30, 12),
  ('protection-worker', 30, 12),
  ('specialist-protection', 30, 12),
  ('auditor', 30, 12),
  ('field-worker', 10080, 720),
  ('health-worker', 10080, 720),
  ('teacher', 10080, 720),
  ('collaborator', 10080, 720),
  ('*', 480, 168);

-- When a session last worked under a role: half an hour without administrator's work ends that role, not the session.
create table accounts_session_use (
  session_id uuid not null,
  role text not null,
  seen_at timestamptz not null,
  constraint accounts_session_use_pkey primary key (session_id, role),
  constraint accounts_session_use_session_fkey foreign key (session_id) references auth."session" ("id") on delete cascade
);

-- Time codes that were tried: each is looked at once (RFC 6238, section 5.2), right or wrong.
create table accounts_tried_codes (
  person_id uuid not null,
  code_hash text not null,
  tried_at timestamptz not null,
  constraint accounts_tried_codes_pkey primary key (person_id, code_hash),
  constraint accounts_tried_codes_person_fkey foreign key (person_id) references accounts_people (id)
);

-- From this moment a person whose role asks for a second factor can do nothing before setting it up.
alter table accounts_people add column second_factor_due timestamptz not null default now() + interval '7 days';
-- For signing in by e-mail and through the identity server of a province; told by the administrator who invites.
alter table accounts_people add column email text;
alter table accounts_people add constraint accounts_people_email_once unique (email);
