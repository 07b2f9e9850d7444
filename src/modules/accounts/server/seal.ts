import type pg from 'pg'
import type { Logger } from 'pino'
import { vietnamDay } from '#base/day.ts'
import type { Clock } from '#platform/clock.ts'
import { readScope, writeScope } from '#platform/db/scope.ts'
import { type Db, everywhere, type Tx } from '#platform/db/types.ts'
import {
  findLastSeal,
  lastGiven,
  type Log,
  logs,
  openWriters,
  type Seal,
  mostRows,
  sealNext,
} from './queries-seal.ts'

/** A stretch of numbers that is sealed once every transaction that was open when it was read has ended. */
type Waiting = { upTo: number; open: ReadonlySet<string> }

export type Scopes = {
  reading: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  writing: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** Remembers between passes what waits for which transactions; nothing of it needs to outlive the process. */
export function createSealer({ reading, writing }: Scopes) {
  const waiting = new Map<Log, Waiting>()
  const sealedTo = new Map<Log, number>()

  async function isQuiet(log: Log, { open }: Waiting): Promise<boolean> {
    if (open.size === 0) return true
    const still = await reading((db) => openWriters(db, log))
    return !still.some((writer) => open.has(writer))
  }

  async function sealLog(log: Log): Promise<'more' | 'done'> {
    const { upTo, open } = await reading((db) => lastGiven(db, log))
    const known = waiting.get(log) ?? { upTo, open: new Set(open) }
    if (known.upTo <= (sealedTo.get(log) ?? 0)) {
      waiting.delete(log)
      return 'done'
    }
    waiting.set(log, known)
    if (!(await isQuiet(log, known))) return 'done'
    const seal = await writing((tx) => sealNext(tx, log, known.upTo, mostRows))
    if (seal && seal.toSeq < known.upTo) return 'more'
    sealedTo.set(log, known.upTo)
    waiting.delete(log)
    return 'done'
  }

  return {
    async pass(): Promise<'more' | 'done'> {
      const results = []
      for (const log of logs) results.push(await sealLog(log))
      return results.includes('more') ? 'more' : 'done'
    },
  }
}

let sealer: ReturnType<typeof createSealer> | undefined
let printedOn = ''

/**
 * Seals both logs every second. Once a day the latest seals go into the server's log, which is kept elsewhere:
 * whoever cuts off the end of the audit cannot cut off that line as well.
 */
export const sealPass = {
  name: 'accounts.seal',
  everyMs: 1_000,
  run: async ({
    pool,
    clock,
    log,
  }: {
    pool: pg.Pool
    clock: Clock
    log: Logger
  }): Promise<'more' | 'done'> => {
    sealer ??= createSealer({
      reading: (work) => readScope(pool, everywhere, work),
      writing: (work) => writeScope(pool, everywhere, work),
    })
    const result = await sealer.pass()
    const today = vietnamDay(clock.now())
    if (result === 'done' && printedOn !== today) {
      const seals = await readScope(pool, everywhere, (db) => lastSeals(db))
      if (seals.length > 0) log.warn({ seals: seals.map(sealName) }, 'audit seal of the day')
      printedOn = today
    }
    return result
  },
}

/** One for each log that was sealed at least once. */
export async function lastSeals(db: Db): Promise<Seal[]> {
  const found = []
  for (const log of logs) found.push(await findLastSeal(db, log))
  return found.flatMap((seal) => seal ?? [])
}

/** As people write it down and `uommam audit verify --anchor` reads it: `audit:12:9f3a...`. */
export function sealName({ log, no, digest }: Pick<Seal, 'log' | 'no' | 'digest'>): string {
  return `${log}:${no}:${digest}`
}
