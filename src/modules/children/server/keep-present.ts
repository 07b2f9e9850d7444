import type pg from 'pg'
import type { Logger } from 'pino'
import { addDays, type Day } from '#base/day.ts'
import type { Clock } from '#platform/clock.ts'
import { readScope, writeScope } from '#platform/db/scope.ts'
import { type Db, everywhere, type Tx } from '#platform/db/types.ts'
import { presentValues } from '../shared/facts.ts'
import { childrenChanged } from './hooks.ts'
import { listEndedBetween, listStandings, updatePresent } from './queries-facts.ts'

/**
 * The one place where poverty, education, disability and special circumstances of the register follow the dated
 * facts. Says of which children something changed; services are told by the caller's hook.
 */
export async function keepPresent(tx: Tx, childIds: readonly string[], today: Day): Promise<string[]> {
  const changed: string[] = []
  for (const { id, entered, facts, circumstances } of await listStandings(tx, childIds)) {
    const present = presentValues(entered, { facts, circumstances }, today)
    if (JSON.stringify(present) === JSON.stringify(entered)) continue
    await updatePresent(tx, id, present)
    changed.push(id)
  }
  if (changed.length > 0) await childrenChanged(tx, changed)
  return changed
}

type Scopes = {
  reading: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>
  writing: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
}

const batch = 500
/** Days looked back at: a worker that stood still over a long holiday catches up. */
const lookBack = 30

/** What ended by its own date leaves the present value on the next day. Says how many children changed. */
export async function followEndedFacts({ reading, writing }: Scopes, today: Day): Promise<number> {
  const range = { after: addDays(today, -lookBack), until: today, limit: batch }
  const ids = await reading((db) => listEndedBetween(db, range))
  if (ids.length === 0) return 0
  return (await writing((tx) => keepPresent(tx, ids, today))).length
}

/** Every hour: little to look at, and soon after midnight it is right. */
export const presentPass = {
  name: 'children.follow-ended-facts',
  everyMs: 3_600_000,
  run: async ({ pool, clock }: { pool: pg.Pool; clock: Clock; log: Logger }): Promise<'more' | 'done'> => {
    const changed = await followEndedFacts(
      {
        reading: (work) => readScope(pool, everywhere, work),
        writing: (work) => writeScope(pool, everywhere, work),
      },
      clock.today(),
    )
    return changed === batch ? 'more' : 'done'
  },
}
