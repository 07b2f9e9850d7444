import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'

/** A key of `throttle.ts` with its rule: `free` failures cost nothing, then the wait doubles up to `mostSeconds`. */
export type Counted = { key: string; free: number; firstSeconds: number; mostSeconds: number }

/** Failures are forgotten after an hour without another; the wait never lasts longer. */
const memory = sql`interval '1 hour'`

/** Seconds until the last of these keys may try again; 0 when all may now. */
export async function secondsBlocked(db: Db, keys: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('accounts_failures')
    .select(sql<number>`coalesce(max(extract(epoch from blocked_until - now())), 0)::float8`.as('seconds'))
    .where('key', 'in', keys)
    .executeTakeFirst()
  return Math.max(0, Math.ceil(row?.seconds ?? 0))
}

/** One failure more for each key. In the order of the keys, so that two processes never wait for each other. */
export async function countFailure(tx: Tx, counted: readonly Counted[]): Promise<void> {
  for (const { key, free, firstSeconds, mostSeconds } of counted.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
    await sql`insert into accounts_failures as f (key, failures, last_at, blocked_until) values (${key}, 1, now(), now())
      on conflict (key) do update set
        failures = case when f.last_at < now() - ${memory} then 1 else f.failures + 1 end,
        last_at = now(),
        blocked_until = case when f.last_at < now() - ${memory} or f.failures + 1 <= ${free}::int then now()
          else now() + make_interval(secs =>
            least(${mostSeconds}::int, ${firstSeconds}::int * power(2, least(f.failures - ${free}::int, 20)))) end`.execute(
      tx,
    )
}

export async function forgetFailures(tx: Tx, key: string): Promise<void> {
  await tx.deleteFrom('accounts_failures').where('key', '=', key).execute()
}

/** What is forgotten leaves the tables: failures of before an hour, codes of before ten minutes, ended sessions. */
export async function removeForgotten(tx: Tx): Promise<void> {
  await sql`delete from accounts_failures where last_at < now() - ${memory}`.execute(tx)
  await sql`delete from accounts_tried_codes where tried_at < now() - interval '10 minutes'`.execute(tx)
  await sql`delete from auth."session" where "expiresAt" < now()`.execute(tx)
}

/** False when this person tried this code within the last five minutes. */
export async function takeCode(tx: Tx, personId: string, codeHash: string): Promise<boolean> {
  const { rows } = await sql`insert into accounts_tried_codes as c (person_id, code_hash, tried_at)
    values (${personId}, ${codeHash}, now())
    on conflict (person_id, code_hash) do update set tried_at = now() where c.tried_at < now() - interval '5 minutes'
    returning person_id`.execute(tx)
  return rows.length > 0
}
