import type pg from 'pg'
import type { Logger } from 'pino'
import { setImmediate as breathe } from 'node:timers/promises'
import { isVietnamNight, vietnamDay } from '#base/day.ts'
import type { Clock } from '#platform/clock.ts'
import { readScope, writeScope } from '#platform/db/scope.ts'
import { type Db, everywhere, type Tx } from '#platform/db/types.ts'
import { spelledName } from '../shared/name-likeness.ts'
import { pairScore, type PairSide, worthComparing } from '../shared/pair-score.ts'
import {
  countSyllables,
  findLastSearch,
  type FoundPair,
  listPairCandidates,
  listPeopledCommunes,
  noteSearch,
  type PairCandidateSide,
  replacePairs,
} from './queries-pairs.ts'

export type PairSearch = {
  reading: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  writing: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

/**
 * Compares the whole register with itself, one commune to a transaction, and keeps the pairs that a person should
 * look at. Returns how many were found. Stopped in the middle, the communes done are done.
 */
export async function findPairs({ reading, writing }: PairSearch): Promise<number> {
  const { communes, count } = await reading(async (db) => ({
    communes: await listPeopledCommunes(db),
    count: syllableCount(await countSyllables(db)),
  }))
  let pairs = 0
  for (const communeId of communes) {
    const candidates = await reading((db) => listPairCandidates(db, communeId))
    const found: FoundPair[] = []
    for (const [index, { a, b }] of candidates.entries()) {
      // Thousands of comparisons in a row would keep people's requests waiting.
      if (index % 500 === 499) await breathe()
      const { score, reasons } = pairScore(toSide(a), toSide(b), count)
      if (score >= worthComparing) found.push({ a, b, score, reasons })
    }
    await writing((tx) => replacePairs(tx, communeId, found))
    pairs += found.length
  }
  await writing((tx) => noteSearch(tx, pairs))
  return pairs
}

function syllableCount(
  written: readonly { syllable: string; count: number }[],
): (syllable: string) => number {
  const counts = new Map<string, number>()
  for (const { syllable, count } of written)
    for (const part of spelledName(syllable)) counts.set(part, (counts.get(part) ?? 0) + count)
  return (syllable) => counts.get(syllable) ?? 0
}

function toSide({ fullName, unnamed, mother, ...side }: PairCandidateSide): PairSide {
  return {
    ...side,
    name: unnamed ? [] : spelledName(fullName),
    mother: mother === null ? [] : spelledName(mother),
  }
}

/** Once a night. */
export const pairsPass = {
  name: 'children.find-pairs',
  everyMs: 600_000,
  run: async ({ pool, clock }: { pool: pg.Pool; clock: Clock; log: Logger }): Promise<'done'> => {
    if (!isVietnamNight(clock.now())) return 'done'
    const last = await readScope(pool, everywhere, findLastSearch)
    if (last !== null && vietnamDay(new Date(last)) === clock.today()) return 'done'
    await findPairs({
      reading: (work) => readScope(pool, everywhere, work),
      writing: (work) => writeScope(pool, everywhere, work),
    })
    return 'done'
  },
}
