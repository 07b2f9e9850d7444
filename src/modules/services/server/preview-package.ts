import { setImmediate } from 'node:timers/promises'
import type { Day } from '#base/day.ts'
import { addDays } from '#base/day.ts'
import { periodOf } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { prepareChild } from '../shared/answers.ts'
import type { ServicePackage, ServiceRecord } from '../shared/contract.ts'
import { isReached } from '../shared/coverage.ts'
import { dayNumber } from '../shared/day-number.ts'
import type { PackageBook } from '../shared/package-book.ts'
import type { PackagePreview, PackageVersion } from '../shared/package-versions.ts'
import { isOwed, windowsOf } from '../shared/windows.ts'
import { type PlacedChild, placeChildren } from './areas-around.ts'
import { packagesWith } from './package.ts'
import { listBriefRecords } from './queries.ts'
import { listChildrenOfRange } from './queries-recount.ts'
import { datedPeriod, statusOf } from './status.ts'

const batchSize = 500
/** Children between two pauses, as in the drain: requests of this process go on. */
const childrenAtOnce = 20

type Sum = { owedNow: number; owedThen: number; openNow: number; openThen: number }
type Seen = { owed: ReadonlySet<string>; open: ReadonlySet<string>; reached: boolean }

/** What is owed within the coming year, what stands on the list of work today, and whether the child is reached. */
function see(book: PackageBook, child: PlacedChild, records: readonly ServiceRecord[], today: Day): Seen {
  const { pkg, byNumber } = book.at(child.areaLft, today)
  const { status, open } = statusOf(book, child, records, {
    periods: [datedPeriod(periodOf(today, 'half'), today)],
    today,
  })
  const codes = open.items.flatMap((number, index) =>
    (open.opens[index] ?? '') <= today ? (byNumber.get(number)?.code ?? []) : [],
  )
  const [row] = status
  return { owed: owedCodes(pkg, child, today), open: new Set(codes), reached: row ? isReached(row) : false }
}

function owedCodes(pkg: ServicePackage, child: PlacedChild, today: Day): Set<string> {
  const { birth, leftOn } = prepareChild(child, [])
  const from = dayNumber(today)
  const range = { from, to: dayNumber(addDays(today, 365)) }
  const owed = pkg.items.filter(
    (item) => leftOn > from && isOwed(item, child) && windowsOf(item, birth, range).length > 0,
  )
  return new Set(owed.map(({ code }) => code))
}

function isDifferent(now: ReadonlySet<string>, then: ReadonlySet<string>): boolean {
  return now.symmetricDifference(then).size > 0
}

type Tally = {
  children: number
  touched: number
  reachedNow: number
  reachedThen: number
  sums: Map<string, Sum>
}

function count(sums: Map<string, Sum>, codes: ReadonlySet<string>, name: keyof Sum): void {
  for (const code of codes) {
    const sum = sums.get(code) ?? { owedNow: 0, owedThen: 0, openNow: 0, openThen: 0 }
    sums.set(code, { ...sum, [name]: sum[name] + 1 })
  }
}

function add(tally: Tally, now: Seen, then: Seen): void {
  tally.children += 1
  if (now.reached) tally.reachedNow += 1
  if (then.reached) tally.reachedThen += 1
  const changed = isDifferent(now.owed, then.owed) || isDifferent(now.open, then.open)
  if (changed || now.reached !== then.reached) tally.touched += 1
  count(tally.sums, now.owed, 'owedNow')
  count(tally.sums, then.owed, 'owedThen')
  count(tally.sums, now.open, 'openNow')
  count(tally.sums, then.open, 'openThen')
}

/** Counts for every child of the draft's place what would be different if the draft held today. */
export async function previewPackage(
  db: Db,
  draft: Pick<PackageVersion, 'id' | 'lft' | 'rgt' | 'changes'>,
  today: Day,
): Promise<PackagePreview> {
  const { id, lft, rgt, changes } = draft
  const { now, then } = await packagesWith(db, {
    ...{ id, lft, rgt, changes },
    ...{ decisionNumber: '', from: today, to: null },
  })
  const tally: Tally = { children: 0, touched: 0, reachedNow: 0, reachedThen: 0, sums: new Map() }
  let after: string | null = null
  for (;;) {
    const children = await listChildrenOfRange(db, draft, { after, limit: batchSize })
    const records = await listBriefRecords(
      db,
      children.map((child) => child.id),
    )
    for (const [index, child] of (await placeChildren(db, children, today)).entries()) {
      if (index % childrenAtOnce === 0) await setImmediate()
      const given = records.get(child.id) ?? []
      add(tally, see(now, child, given, today), see(then, child, given, today))
    }
    after = children.at(-1)?.id ?? null
    if (children.length < batchSize) break
  }
  const { children, touched, reachedNow, reachedThen, sums } = tally
  const items = [...sums]
    .filter(([, sum]) => sum.owedNow !== sum.owedThen || sum.openNow !== sum.openThen)
    .map(([code, sum]) => ({ code, ...sum }))
  return { day: today, children, touched, reachedNow, reachedThen, items }
}
