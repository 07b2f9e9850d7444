-- From where, under which place; and a chain over both logs that shows a removed or altered row.
--
-- Rows get a number when they are added; a pass then seals finished stretches of numbers in blocks. A block keeps
-- the digest of each of its rows and its own digest over the block before it, so that writers never wait for each
-- other. area_lft is the place's position in the tree, which a reorganisation may number anew: it is not digested,
-- the place's id is. Values before and after are digested apart from the row and with a salt: erasing a child's
-- data takes values and salt away, and the row still proves who did what, when.

alter table accounts_audit
  add column seq bigint generated always as identity,
  add column area_id uuid,
  add column address text,
  add column device text,
  add column salt uuid,
  -- The decision by which the values of this row were erased.
  add column erased_by uuid,
  add constraint accounts_audit_seq_once unique (seq),
  add constraint accounts_audit_device_known check (device in ('phone', 'tablet', 'computer', 'program')),
  add constraint accounts_audit_erased_is_empty check (erased_by is null or (before is null and after is null and salt is null));

alter table accounts_reads
  add column seq bigint generated always as identity,
  add column area_id uuid,
  add column address text,
  add column device text,
  add column kind text not null default 'read',
  -- What an export was asked for: codes and ids, never a name.
  add column asked text,
  add constraint accounts_reads_seq_once unique (seq),
  add constraint accounts_reads_device_known check (device in ('phone', 'tablet', 'computer', 'program')),
  add constraint accounts_reads_kind_known check (kind in ('read', 'export'));

-- Pages of the search go by moment and id, newest first.
drop index accounts_audit_by_time;
create index accounts_audit_by_time on accounts_audit (at desc, id desc);
create index accounts_audit_by_person on accounts_audit (person_id, at desc, id desc);
create index accounts_audit_by_action on accounts_audit (action, at desc, id desc);
create index accounts_reads_by_time on accounts_reads (at desc, id desc);
create index accounts_reads_by_person on accounts_reads (person_id, at desc, id desc);

create table accounts_seals (
  log text not null,
  no bigint not null,
  sealed_at timestamptz not null default clock_timestamp(),
  -- Every number from `from_seq` to `to_seq` was given; those of rolled back transactions are not among `seqs`.
  from_seq bigint not null,
  to_seq bigint not null,
  seqs bigint[] not null,
  -- 32 bytes for each row, in the order of `seqs`: of the row, and of its values before and after.
  row_digests bytea not null,
  value_digests bytea not null,
  previous bytea not null,
  digest bytea not null,
  constraint accounts_seals_pkey primary key (log, no),
  constraint accounts_seals_log_known check (log in ('audit', 'reads')),
  constraint accounts_seals_in_order check (from_seq <= to_seq),
  constraint accounts_seals_of_rows check (length(row_digests) = 32 * cardinality(seqs)),
  constraint accounts_seals_follow unique (log, previous)
);

comment on table accounts_audit is 'append-only';
comment on table accounts_reads is 'append-only';
comment on table accounts_seals is 'append-only';

-- Moments as seconds: their text would depend on the time zone of the session.
create function accounts_audit_digest(entry accounts_audit) returns bytea
  language sql stable parallel safe
  as $$
    select sha256(convert_to(jsonb_build_array(entry.seq, entry.id, extract(epoch from entry.at), entry.person_id,
      entry.grant_id, entry.area_id, entry.action, entry.subject_id, entry.child_id, entry.address, entry.device
    )::text, 'UTF8'))
  $$;

create function accounts_values_digest(entry accounts_audit) returns bytea
  language sql stable parallel safe
  as $$
    select sha256(convert_to(jsonb_build_array(entry.salt, entry.before, entry.after)::text, 'UTF8'))
  $$;

create function accounts_reads_digest(entry accounts_reads) returns bytea
  language sql stable parallel safe
  as $$
    select sha256(convert_to(jsonb_build_array(entry.seq, entry.id, extract(epoch from entry.at), entry.person_id,
      entry.grant_id, entry.area_id, entry.route, entry.child_ids, entry.address, entry.device, entry.kind, entry.asked
    )::text, 'UTF8'))
  $$;

create function accounts_seal_digest(seal accounts_seals) returns bytea
  language sql stable parallel safe
  as $$
    select sha256(seal.previous || convert_to(jsonb_build_array(seal.log, seal.no, extract(epoch from seal.sealed_at),
      seal.from_seq, seal.to_seq, seal.seqs)::text, 'UTF8') || sha256(seal.row_digests) || sha256(seal.value_digests))
  $$;
