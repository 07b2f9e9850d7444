import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'

/** The two logs that are chained: what was done, and what was seen. */
export const logs = ['audit', 'reads'] as const
export type Log = (typeof logs)[number]

export type Seal = { log: Log; no: number; toSeq: number; rows: number; sealedAt: string; digest: string }

const tableOf = { audit: sql.table('accounts_audit'), reads: sql.table('accounts_reads') }
const rowDigest = { audit: sql`accounts_audit_digest(r)`, reads: sql`accounts_reads_digest(r)` }
/** Reads hold no values: an empty digest for the whole block. */
const valueDigests = {
  audit: sql`coalesce(string_agg(accounts_values_digest(r), ''::bytea order by r.seq), '')`,
  reads: sql`''::bytea`,
}

/** Most rows in one block: hashing them takes some 20 ms of the database. A block with fewer left nothing behind. */
export const mostRows = 2_000

/** One process at a time adds a block. */
const sealLock = 1_437_0100

/** The last number that was given, and the transactions that may hold numbers up to it and are still open. */
export async function lastGiven(db: Db, log: Log): Promise<{ upTo: number; open: string[] }> {
  const given = await sql<{ upTo: number }>`
    select coalesce(pg_sequence_last_value(pg_get_serial_sequence(${`accounts_${log}`}, 'seq')::regclass), 0)::bigint
      as "upTo"`.execute(db)
  return { upTo: given.rows[0]?.upTo ?? 0, open: await openWriters(db, log) }
}

/**
 * Transactions that have written to the log and have not ended. PostgreSQL takes the lock of a writer before it
 * gives a number, so who is not listed after the number was read has no number below it (CREATE INDEX
 * CONCURRENTLY waits for writers in the same way).
 */
export async function openWriters(db: Db, log: Log): Promise<string[]> {
  const { rows } = await sql<{ writer: string }>`
    select virtualtransaction as writer from pg_locks
    where relation = ${`accounts_${log}`}::regclass and mode = 'RowExclusiveLock' and granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db)
  return rows.map(({ writer }) => writer)
}

/** Adds one block over the rows after the last block, up to a number below which nothing is still being written. */
export async function sealNext(tx: Tx, log: Log, upTo: number, mostRows: number): Promise<Seal | undefined> {
  await sql`select pg_advisory_xact_lock(${sealLock})`.execute(tx)
  const last = (await findLastSeal(tx, log)) ?? { no: 0, toSeq: 0, digest: '' }
  const from = last.toSeq + 1
  const { rows: ends } = await sql<{ count: number; end: number | null }>`
    select count(*)::int as count, max(seq) as end from (
      select seq from ${tableOf[log]} where seq between ${from} and ${upTo} order by seq limit ${mostRows}) part`.execute(
    tx,
  )
  const { count = 0, end = null } = ends[0] ?? {}
  if (end === null) return undefined
  const to = count < mostRows ? upTo : end
  await sql`
    with block as (
      select ${log}::text as log, ${last.no + 1}::bigint as no, clock_timestamp() as sealed_at,
        ${from}::bigint as from_seq, ${to}::bigint as to_seq, array_agg(r.seq order by r.seq) as seqs,
        string_agg(${rowDigest[log]}, ''::bytea order by r.seq) as row_digests,
        ${valueDigests[log]} as value_digests, decode(${last.digest}, 'hex') as previous
      from ${tableOf[log]} r where r.seq between ${from} and ${to})
    insert into accounts_seals (log, no, sealed_at, from_seq, to_seq, seqs, row_digests, value_digests, previous, digest)
    select b.*, accounts_seal_digest(row(b.*, null)::accounts_seals) from block b`.execute(tx)
  return findLastSeal(tx, log)
}

const sealColumns = [
  'no',
  'to_seq as toSeq',
  sql<number>`cardinality(seqs)`.as('rows'),
  'sealed_at as sealedAt',
  sql<string>`encode(digest, 'hex')`.as('digest'),
] as const

export async function findLastSeal(db: Db, log: Log): Promise<Seal | undefined> {
  const row = await db
    .selectFrom('accounts_seals')
    .select(sealColumns)
    .where('log', '=', log)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, log } : undefined
}

/** Rows that no block covers yet. */
export async function countUnsealed(db: Db, log: Log): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${tableOf[log]}
    where seq > coalesce((select to_seq from accounts_seals where log = ${log} order by no desc limit 1), 0)`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export type SealState = {
  no: number
  digest: string
  previous: string
  isWhole: boolean
  fromSeq: number
  toSeq: number
}

/** Blocks in order, each with whether its own digest still fits what it says. */
export async function listSealStates(db: Db, log: Log, afterNo: number, limit: number): Promise<SealState[]> {
  const { rows } = await sql<SealState>`
    select no, encode(digest, 'hex') as digest, encode(previous, 'hex') as previous, from_seq as "fromSeq",
      to_seq as "toSeq", accounts_seal_digest(s) = digest as "isWhole"
    from accounts_seals s where log = ${log} and no > ${afterNo} order by no limit ${limit}`.execute(db)
  return rows
}

export type BrokenRow = {
  seq: number
  how: 'removed' | 'altered' | 'values-altered' | 'values-erased' | 'added' | 'backdated'
}

/** An hour: longer than any transaction, whose rows carry the moment of its start. */
const longestTransaction = sql`interval '1 hour'`

/** The first row of a block that is not as it was sealed. */
export async function findBrokenRow(db: Db, log: Log, no: number): Promise<BrokenRow | undefined> {
  const valuesBroken =
    log === 'audit'
      ? sql`when r.erased_by is null and accounts_values_digest(r) <> s.value_digest then 'values-altered'
          when r.erased_by is not null and not exists (select from accounts_audit decision
            where decision.action = 'privacy.child-erased' and decision.subject_id = r.erased_by::text
              and decision.child_id = r.child_id) then 'values-erased'`
      : sql``
  const { rows } = await sql<BrokenRow>`
    with block as (select * from accounts_seals where log = ${log} and no = ${no}),
    sealed as (
      select seq, substr(b.row_digests, (place::int - 1) * 32 + 1, 32) as row_digest,
        substr(b.value_digests, (place::int - 1) * 32 + 1, 32) as value_digest
      from block b, unnest(b.seqs) with ordinality as s(seq, place)),
    checked as (
      select coalesce(s.seq, r.seq) as seq, case
        when r.seq is null then 'removed'
        when s.seq is null then 'added'
        when ${rowDigest[log]} <> s.row_digest then 'altered'
        ${valuesBroken}
        when r.at < (select max(sealed_at) from accounts_seals where log = ${log} and no < ${no}
            and cardinality(seqs) < ${mostRows}) - ${longestTransaction} then 'backdated' end as how
      from sealed s full join (
        select r.* from ${tableOf[log]} r, block b where r.seq between b.from_seq and b.to_seq) r on r.seq = s.seq)
    select seq, how from checked where how is not null order by seq limit 1`.execute(db)
  return rows[0]
}
