import type { Day } from '#base/day.ts'
import { periodOf, periodRange } from '#base/period.ts'
import type { Reading } from '#platform/http/route.ts'
import { prepareChild } from '../shared/answers.ts'
import { dosePlan } from '../shared/catch-up.ts'
import { childServices, doseName } from '../shared/child-services.ts'
import type { ChildFacts, ChildService, PackageItem, ServiceRecord } from '../shared/contract.ts'
import { coverage, isReached } from '../shared/coverage.ts'
import { openNeeds, withNeeds } from '../shared/needs.ts'
import type { PackageBook } from '../shared/package-book.ts'
import { servicesProblem } from '../shared/problems.ts'
import type { CatchUp, ReachOfChild, ServicesOfChild } from '../shared/requests.ts'
import { missingServices } from '../shared/unreached.ts'
import { placeChildren } from './areas-around.ts'
import { packagesOf } from './package.ts'
import { findWholeChild } from './queries-one-child.ts'

type Known = { child: ChildFacts & { areaLft: number }; records: readonly ServiceRecord[]; today: Day }

/** The year first: it holds the rounds of June and December. */
function reachOf(book: PackageBook, { child, records, today }: Known): ReachOfChild[] {
  return [periodOf(today, 'year'), periodOf(today, 'half')].map((period) => {
    const { pkg } = book.at(child.areaLft, today)
    const of = coverage(pkg, child, records, { ...periodRange(period), asOf: today })
    return { period, reached: of.counted ? isReached(of) : null, missing: missingServices(pkg, of) }
  })
}

/** A timetable is planned anew when one of its doses is late. */
function catchUpOf(
  items: readonly PackageItem[],
  { child, records, today }: Known,
  services: readonly ChildService[],
): CatchUp[] {
  const prepared = prepareChild(child, records)
  const late = new Set(services.filter(({ state }) => state === 'overdue').map(({ itemCode }) => itemCode))
  return items
    .filter(({ code }) => late.has(code))
    .map((item) => ({
      itemCode: item.code,
      doses: dosePlan(item, prepared, today).map(({ dose, on }) => ({
        dose,
        on,
        name: doseName(item, dose),
      })),
    }))
    .filter(({ doses }) => doses.length > 0)
}

/** Every service of the package in force at the child's place today; refuses `services.child-not-found`. */
export async function servicesOfChild({ db, clock }: Reading, childId: string): Promise<ServicesOfChild> {
  const today = clock.today()
  const found = await findWholeChild(db, childId)
  if (!found) throw servicesProblem('services.child-not-found')
  const { records: stored, needs, stamps } = found
  const book = await packagesOf(db, stamps)
  const [child] = await placeChildren(db, [found.child], today, stamps)
  if (!child) throw servicesProblem('services.child-not-found')
  const records = stored.filter(({ undoneAt }) => undoneAt === null)
  const { pkg, byCode } = book.at(child.areaLft, today)
  const owed = childServices(pkg, child, records, today)
  const needed = child.leftOn === null ? openNeeds(needs, records) : []
  const services = withNeeds(owed, needed, { byCode, today })
  return {
    ...{ today, packageVersion: pkg.version, services, records: stored },
    reach: reachOf(book, { child, records, today }),
    catchUp: catchUpOf(pkg.items, { child, records, today }, services),
  }
}
