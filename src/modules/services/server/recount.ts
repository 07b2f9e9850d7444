import type { Day } from '#base/day.ts'
import type { Period } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { placeChildren } from './areas-around.ts'
import { countedPlaces, counterKeyAt } from './counters.ts'
import { packagesOf } from './package.ts'
import { listBriefRecords } from './queries.ts'
import { listChildrenOfCommune, listCounters } from './queries-recount.ts'
import { listStatusOfCommune } from './queries-status.ts'
import { datedPeriod, type Status, statusOf } from './status.ts'

const batchSize = 1000

export type Asked = { communeId: string; period: Period; today: Day }

/** The status rows of a commune's children, from the records alone: nothing that is stored is looked at. */
async function recountChildren(db: Db, { communeId, period, today }: Asked): Promise<Status[]> {
  const book = await packagesOf(db)
  const all: Status[] = []
  const when = { periods: [datedPeriod(period, today)], today }
  let after: string | null = null
  for (;;) {
    const children = await listChildrenOfCommune(db, communeId, after, batchSize)
    const records = await listBriefRecords(
      db,
      children.map((child) => child.id),
    )
    for (const child of await placeChildren(db, children, today))
      all.push(...statusOf(book, child, records.get(child.id) ?? [], when).status)
    after = children.at(-1)?.id ?? null
    if (children.length < batchSize) return all
  }
}

export type Count = { due: number; got: number }
export type Difference = {
  what: 'child' | 'counter'
  key: string
  ageYears: number | null
  shown: Count
  recounted: Count
}

/** Sums by age and key, as the counters hold them. */
function sumByKey(rows: readonly Status[]): Map<string, Count> {
  const sums = new Map<string, Count>()
  for (const row of rows) {
    for (const [place, got] of countedPlaces(row)) {
      const name = `${row.ageYears} ${counterKeyAt(place)}`
      const sum = sums.get(name) ?? { due: 0, got: 0 }
      sums.set(name, { due: sum.due + 1, got: sum.got + got })
    }
  }
  return sums
}

function childDifferences(shown: readonly Status[], recounted: readonly Status[]): Difference[] {
  const byChild = new Map(shown.map((row) => [row.childId, row]))
  const differences: Difference[] = []
  const differ = (childId: string, old: Status | undefined, now: Status | undefined): void => {
    const count = (row: Status | undefined): Count => ({ due: row?.dueMask ?? 0, got: row?.gotMask ?? 0 })
    differences.push({
      what: 'child',
      key: childId,
      ageYears: null,
      shown: count(old),
      recounted: count(now),
    })
  }
  for (const row of recounted) {
    const old = byChild.get(row.childId)
    if (!old || JSON.stringify({ ...row, ...old }) !== JSON.stringify(row)) differ(row.childId, old, row)
    byChild.delete(row.childId)
  }
  for (const [childId, old] of byChild) differ(childId, old, undefined)
  return differences
}

/**
 * Where the stored status rows or counters of a commune differ from a recount; empty when all is right.
 * A child difference carries the domain masks as `due` and `got`.
 */
export async function recountDifferences(db: Db, asked: Asked): Promise<Difference[]> {
  const recounted = await recountChildren(db, asked)
  const differences = childDifferences(
    await listStatusOfCommune(db, asked.communeId, asked.period),
    recounted,
  )
  const sums = sumByKey(recounted)
  for (const { key, ageYears, due, got } of await listCounters(db, asked.communeId, asked.period)) {
    const sum = sums.get(`${ageYears} ${key}`) ?? { due: 0, got: 0 }
    sums.delete(`${ageYears} ${key}`)
    if (sum.due === due && sum.got === got) continue
    differences.push({ what: 'counter', key, ageYears, shown: { due, got }, recounted: sum })
  }
  for (const [name, sum] of sums) {
    const [age = '', ...key] = name.split(' ')
    const shown = { due: 0, got: 0 }
    differences.push({ what: 'counter', key: key.join(' '), ageYears: Number(age), shown, recounted: sum })
  }
  return differences
}
