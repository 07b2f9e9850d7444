-- What the installation keeps for itself. The application's role cannot read platform_secrets.
create schema auth;
create schema jobs;

create table platform_secrets (
  one boolean not null,
  app_role text not null,
  app_password text not null,
  auth_secret text not null,
  made_at timestamptz not null default now(),
  constraint platform_secrets_pkey primary key (one),
  constraint platform_secrets_only_one check (one)
);
