import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { createPool } from '#platform/db/pool.ts'
import { readScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'

/** Milliseconds. `inLine`: ready to run, but both processors were taken by others. */
type Shares = { ran: number; inLine: number }

/** One read: what a person waited, and where the time went in the database's process and in this one. */
type Read = { ms: number; database: Shares; here: Shares }

export type Readings = { reads: number; overOneSecond: number; heldByLock: number; longest: Read }

const nothing: Shares = { ran: 0, inLine: 0 }

/** A reader that waits this long (ms) for any lock fails, so that no wait for a lock can hide among slow reads. */
const lockPatience = 50

/**
 * What Linux keeps of the main thread of a process (kernel documentation, sched-stats: time on the processor and time
 * in line for it, nanoseconds); elsewhere nothing.
 */
function sharesOf(pid: number): Shares {
  try {
    const [ran = 0, inLine = 0] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ').map(Number)
    return { ran: ran / 1e6, inLine: inLine / 1e6 }
  } catch {
    return nothing
  }
}

const between = (from: Shares, to: Shares): Shares => ({
  ran: to.ran - from.ran,
  inLine: to.inLine - from.inLine,
})

async function openReader(appUrl: string): Promise<{ pool: pg.Pool; pid: number }> {
  const pool = createPool(appUrl, { max: 1 })
  await pool.query(`set lock_timeout = ${lockPatience}`)
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  return { pool, pid: rows[0]?.pid ?? 0 }
}

function listOf(pool: pg.Pool, communeId: string): Promise<unknown> {
  return readScope(pool, everywhere, (db) =>
    db
      .selectFrom('children')
      .select(['id', 'full_name', 'born_on', 'commune_id'])
      .where('commune_id', '=', communeId)
      .orderBy('name_sort')
      .limit(50)
      .execute(),
  )
}

const lockNotAvailable = '55P03'
const isLockTimeout = (cause: unknown) =>
  cause instanceof Error && 'code' in cause && cause.code === lockNotAvailable

/**
 * Three people look at the list of a commune all the time, each by a connection of its own, in the process that does
 * `work`, as the product does it. The longest answer is what a person would wait.
 */
export async function whileReading<T>(
  appUrl: string,
  communeIds: readonly string[],
  work: () => Promise<T>,
): Promise<{ result: T; readings: Readings }> {
  const readings: Readings = {
    ...{ reads: 0, overOneSecond: 0, heldByLock: 0 },
    longest: { ms: 0, database: nothing, here: nothing },
  }
  let over = false
  const readers = [0, 1, 2].map(async (place) => {
    const { pool, pid } = await openReader(appUrl)
    for (let turn = place; !over; turn += 7) {
      const before = { at: performance.now(), database: sharesOf(pid), here: sharesOf(process.pid) }
      await listOf(pool, communeIds[turn % communeIds.length] ?? '').catch((cause: unknown) => {
        if (!isLockTimeout(cause)) throw cause
        readings.heldByLock += 1
      })
      note(readings, {
        ms: performance.now() - before.at,
        database: between(before.database, sharesOf(pid)),
        here: between(before.here, sharesOf(process.pid)),
      })
      await wait(5)
    }
    await pool.end()
  })
  try {
    return { result: await work(), readings }
  } finally {
    over = true
    await Promise.all(readers)
  }
}

function note(readings: Readings, read: Read): void {
  readings.reads += 1
  if (read.ms > 1000) readings.overOneSecond += 1
  if (read.ms > readings.longest.ms) readings.longest = read
}

export function wordsOf({ reads, overOneSecond, heldByLock, longest }: Readings): string {
  const { ms, database, here } = longest
  const shares = ({ ran, inLine }: Shares) => `${ran.toFixed(0)} ran, ${inLine.toFixed(0)} in line`
  return (
    `${reads} reads meanwhile, ${overOneSecond} above 1 s, ${heldByLock} held by a lock above ${lockPatience} ms; ` +
    `the longest ${ms.toFixed(0)} ms (database ${shares(database)}; this process ${shares(here)})`
  )
}
