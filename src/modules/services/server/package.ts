import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '#base/day.ts'
import { keptByStamp } from '#platform/db/stamps.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { ServicePackage, type PackageItem } from '../shared/contract.ts'
import { type PackageBook, packageBook } from '../shared/package-book.ts'
import { localNumber } from '../shared/package-change.ts'
import { markAllStale, upsertItems, upsertPackage } from './queries-package.ts'
import { listApproved } from './queries-versions.ts'

/** National packages are files named by the month from which they are in force. */
const folder = join(import.meta.dirname, '../../../../db/reference/service-package')

type Loaded = {
  all: ServicePackage[]
  newest: ServicePackage
  byCode: ReadonlyMap<string, PackageItem>
  byNumber: ReadonlyMap<number, PackageItem>
}

let loaded: Loaded | undefined

function load(): Loaded {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => ServicePackage.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  const newest = all.at(-1)
  if (!newest) throw new Error('no service package among the reference data')
  return {
    all,
    newest,
    byCode: new Map(newest.items.map((item) => [item.code, item])),
    byNumber: new Map(newest.items.map((item) => [item.number, item])),
  }
}

/** The newest national package, read once; what is in force at a place says `packagesOf`. */
export function servicePackage(): ServicePackage {
  loaded ??= load()
  return loaded.newest
}

/** An item of the national package. */
export function findItem(code: string): PackageItem | undefined {
  loaded ??= load()
  return loaded.byCode.get(code)
}

/** Of the national files; own items of a place have numbers of their own (`localCode`). */
export function findItemByNumber(number: number): PackageItem | undefined {
  loaded ??= load()
  return loaded.byNumber.get(number)
}

/** All packages with their places and days, kept in memory until a version or the range of a place changes. */
export const packagesOf = keptByStamp('services.packages', async (db): Promise<PackageBook> => {
  loaded ??= load()
  return packageBook(loaded.all, await listApproved(db))
})

/** The item at the child's place on the day of the service; else as it is there today. */
export function itemFor(
  book: PackageBook,
  { areaLft }: { areaLft: number },
  { itemCode, doneOn, today }: { itemCode: string; doneOn: Day; today: Day },
): PackageItem | undefined {
  return book.at(areaLft, doneOn).byCode.get(itemCode) ?? book.at(areaLft, today).byCode.get(itemCode)
}

/** Whether any package has an item of this code. */
export function isKnown(book: PackageBook, itemCode: string): boolean {
  if (findItem(itemCode)) return true
  const number = localNumber(itemCode)
  return book.versions.some(({ changes }) =>
    changes.some((change) => change.kind === 'add' && change.item.number === number),
  )
}

/** The packages of the places that contain this one, itself left out. */
export async function packagesAbove(
  db: Db,
  { lft, rgt }: { lft: number; rgt: number },
): Promise<PackageBook> {
  const { versions } = await packagesOf(db)
  loaded ??= load()
  return packageBook(
    loaded.all,
    versions.filter((one) => one.lft <= lft && rgt <= one.rgt && (one.lft !== lft || one.rgt !== rgt)),
  )
}

/** The packages as they would be with more versions than are approved: for the preview of a draft. */
export async function packagesWith(
  db: Db,
  more: Parameters<typeof packageBook>[1][number],
): Promise<{ now: PackageBook; then: PackageBook }> {
  const now = await packagesOf(db)
  loaded ??= load()
  // The draft takes the place of what the same place has in force or coming.
  const others = now.versions.filter(({ lft, rgt }) => lft !== more.lft || rgt !== more.rgt)
  return { now, then: packageBook(loaded.all, [...others, { ...more, from: '0001-01-01' }]) }
}

/** Writes the national packages into their tables; run at every start, changes nothing when they are there. */
export async function loadServicePackage(tx: Tx): Promise<void> {
  loaded ??= load()
  let changed = false
  for (const pkg of loaded.all) changed = (await upsertPackage(tx, pkg)) || changed
  await upsertItems(tx, loaded.newest)
  if (changed) await markAllStale(tx)
}
