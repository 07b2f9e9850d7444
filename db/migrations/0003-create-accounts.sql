-- Sign-in tables of Better Auth 1.7 (core, user name plugin), as its own schema tool writes them.
create table auth."user" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "username" text unique,
  "displayUsername" text
);
create table auth."session" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" ("id") on delete cascade
);
create table auth."account" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);
create table auth."verification" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
create index "session_userId_idx" on auth."session" ("userId");
create index "account_userId_idx" on auth."account" ("userId");
create index "verification_identifier_idx" on auth."verification" ("identifier");

-- The place this installation works for, chosen at the first opening. At most one row: the first one wins.
create table accounts_installation (
  one boolean not null,
  area_id uuid not null,
  set_up_at timestamptz not null default now(),
  constraint accounts_installation_pkey primary key (one),
  constraint accounts_installation_only_one check (one),
  constraint accounts_installation_area_fkey foreign key (area_id) references areas (id)
);

-- People who sign in. The id is that of auth.user.
create table accounts_people (
  id uuid not null,
  full_name text not null,
  username text not null,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  constraint accounts_people_pkey primary key (id),
  constraint accounts_people_username_once unique (username)
);

create table accounts_grants (
  id uuid not null,
  person_id uuid not null,
  role text not null,
  area_id uuid not null,
  area_lft integer not null,
  valid_from date not null,
  valid_to date,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  constraint accounts_grants_pkey primary key (id),
  constraint accounts_grants_person_fkey foreign key (person_id) references accounts_people (id),
  constraint accounts_grants_area_fkey foreign key (area_id) references areas (id),
  constraint accounts_grants_role_known check (role in ('administrator', 'officer', 'field-worker', 'viewer')),
  constraint accounts_grants_dates_in_order check (valid_to is null or valid_from <= valid_to)
);
create index accounts_grants_by_person on accounts_grants (person_id);
alter table accounts_grants enable row level security;
create policy accounts_grants_area on accounts_grants
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- One-time links by which a new person chooses a password; only the hash of the token is kept.
create table accounts_invitations (
  token_hash text not null,
  person_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint accounts_invitations_pkey primary key (token_hash),
  constraint accounts_invitations_person_fkey foreign key (person_id) references accounts_people (id)
);

-- Who saw identified data of which children: one row a reply, written before the reply is sent.
create table accounts_reads (
  id uuid not null,
  at timestamptz not null default now(),
  person_id uuid not null,
  grant_id uuid not null,
  area_lft integer not null,
  route text not null,
  child_ids uuid[] not null,
  constraint accounts_reads_pkey primary key (id)
);
create index accounts_reads_by_child on accounts_reads using gin (child_ids);
alter table accounts_reads enable row level security;
create policy accounts_reads_area on accounts_reads
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Who did what, under which grant. The application's role may add and read, not change or delete.
create table accounts_audit (
  id uuid not null,
  at timestamptz not null default now(),
  person_id uuid not null,
  grant_id uuid not null,
  area_lft integer not null,
  action text not null,
  subject_id text,
  child_id uuid,
  before jsonb,
  after jsonb,
  constraint accounts_audit_pkey primary key (id)
);
create index accounts_audit_by_time on accounts_audit (at desc);
create index accounts_audit_by_child on accounts_audit (child_id, at desc) where child_id is not null;
alter table accounts_audit enable row level security;
create policy accounts_audit_area on accounts_audit
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
