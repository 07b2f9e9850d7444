-- Tables of Better Auth 1.7: second factor by time codes (two-factor plugin) and passkeys (@better-auth/passkey 1.7),
-- as its own schema tool writes them.
alter table auth."user" add column "twoFactorEnabled" boolean default false;
create table auth."twoFactor" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "verified" boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create unique index "twoFactor_userId_idx" on auth."twoFactor" ("userId");
create table auth."passkey" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "name" text,
  "publicKey" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "credentialID" text not null,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
create index "passkey_userId_idx" on auth."passkey" ("userId");
create unique index "passkey_credentialID_idx" on auth."passkey" ("credentialID");

-- By what a session was opened: 'password', 'passkey' or 'oidc'. Null: a password, before this column was.
alter table auth."session" add column "method" text;
