import type { Day } from '#base/day.ts'
import { addDays } from '#base/day.ts'
import type { PackageItem, ServicePackage } from './contract.ts'
import { type PackageChange, withChanges } from './package-change.ts'

/** An approved version of a place; `lft` and `rgt` are the range of that place today. */
export type ApprovedVersion = {
  id: string
  lft: number
  rgt: number
  decisionNumber: string
  from: Day
  to: Day | null
  changes: readonly PackageChange[]
}

/** The package in force at a place on a day, with its items by code and by number. */
export type PackageInForce = {
  pkg: ServicePackage
  byCode: ReadonlyMap<string, PackageItem>
  byNumber: ReadonlyMap<number, PackageItem>
}

/** Every package there is: which one is in force where and when. */
export type PackageBook = {
  at: (areaLft: number, day: Day) => PackageInForce
  /** The next day after `day` on which another package comes into force at the place; null when none is known. */
  nextChange: (areaLft: number, day: Day) => Day | null
  versions: readonly ApprovedVersion[]
}

/** National packages are named by the month from which they hold; the oldest also holds for all the time before. */
function baseFrom({ version }: ServicePackage): Day {
  return `${version.slice(0, 7)}-01`
}

function indexed(pkg: ServicePackage): PackageInForce {
  return {
    pkg,
    byCode: new Map(pkg.items.map((item) => [item.code, item])),
    byNumber: new Map(pkg.items.map((item) => [item.number, item])),
  }
}

/** Of one place the version that began last; after its last day the levels above hold alone again. */
function newestOn(versions: readonly ApprovedVersion[], day: Day): ApprovedVersion | undefined {
  const begun = versions.findLast(({ from }) => from <= day)
  return begun && (begun.to === null || day <= begun.to) ? begun : undefined
}

function inForce(base: ServicePackage, versions: readonly ApprovedVersion[]): PackageInForce {
  const items = versions.reduce<PackageItem[]>((all, { changes }) => withChanges(all, changes), base.items)
  const version = [base.version, ...versions.map(({ decisionNumber }) => decisionNumber)].join(' + ')
  return indexed({ ...base, version, items })
}

/** `bases`: at least one, in any order. Wider places come first: the nation, a province, a commune. */
export function packageBook(
  bases: readonly ServicePackage[],
  versions: readonly ApprovedVersion[],
): PackageBook {
  const national = bases.toSorted((a, b) => (a.version < b.version ? -1 : 1))
  const places = [
    ...Map.groupBy(
      versions.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
      ({ lft, rgt }) => `${lft} ${rgt}`,
    ).values(),
  ]
    .map((list) => ({ lft: list[0]?.lft ?? 0, rgt: list[0]?.rgt ?? 0, list }))
    .toSorted((a, b) => b.rgt - b.lft - (a.rgt - a.lft))
  const made = new Map<string, PackageInForce>()
  const around = (areaLft: number) => places.filter(({ lft, rgt }) => lft <= areaLft && areaLft <= rgt)
  const at = (areaLft: number, day: Day): PackageInForce => {
    const base = national.findLast((one) => baseFrom(one) <= day) ?? national[0]
    if (!base) throw new Error('no service package among the reference data')
    const chain = around(areaLft).flatMap(({ list }) => newestOn(list, day) ?? [])
    const key = [base.version, ...chain.map(({ id }) => id)].join(' ')
    const known = made.get(key)
    if (known) return known
    const pkg = inForce(base, chain)
    made.set(key, pkg)
    return pkg
  }
  const nextChange = (areaLft: number, day: Day): Day | null => {
    const own = around(areaLft).flatMap(({ list }) => list)
    const ends = own.flatMap(({ to }) => (to === null ? [] : [addDays(to, 1)]))
    const days = [...national.slice(1).map(baseFrom), ...own.map(({ from }) => from), ...ends]
    return days.filter((one) => one > day).toSorted()[0] ?? null
  }
  return { at, nextChange, versions }
}
