import type { Reading } from '#platform/http/route.ts'
import { weeksOn } from '#modules/children/shared/pregnancy.ts'
import type { ChildService } from '../shared/contract.ts'
import type {
  CareBeforeBirth,
  CareOfPregnancy,
  DueWoman,
  DueWomenFound,
  FindDueWomen,
} from '../shared/contract-pregnancies.ts'
import { pregnancyServices } from '../shared/pregnancy-services.ts'
import { servicesProblem } from '../shared/problems.ts'
import { findItem, packagesOf } from './package.ts'
import { getListedPlace } from './place.ts'
import { findChild } from './queries.ts'
import {
  findKnownPregnancy,
  type KnownPregnancy,
  listCare,
  listCareBeforeBirth,
  listExpecting,
  listStoredCare,
} from './queries-pregnancies.ts'

/** A commune has some hundred pregnancies at a time; a province is asked commune by commune. */
const mostPregnancies = 2000

const shownStates = {
  overdue: ['overdue'],
  open: ['overdue', 'due'],
  coming: ['overdue', 'due', 'coming'],
} as const satisfies Record<FindDueWomen['state'], readonly ChildService['state'][]>

function toWoman(pregnancy: KnownPregnancy, services: readonly ChildService[], today: string): DueWoman {
  const { id: pregnancyId, motherName, motherPhone, areaName, facilityName, expectedOn } = pregnancy
  return {
    ...{ pregnancyId, motherName, motherPhone, areaName, facilityName, expectedOn },
    week: weeksOn(expectedOn, today) ?? null,
    services: services.toSorted((a, b) => ((a.deadline ?? '') < (b.deadline ?? '') ? -1 : 1)),
  }
}

const soonest = ({ services }: DueWoman) => services[0]?.deadline ?? ''

/** Women of a village, a station or a commune for whom something is due, the earliest deadline first. */
export async function findDueWomen(context: Reading, search: FindDueWomen): Promise<DueWomenFound> {
  const { db, clock } = context
  const today = clock.today()
  const place = await getListedPlace(context, search)
  const asked = { facilityId: search.facilityId, limit: mostPregnancies + 1 }
  const [found, book] = await Promise.all([listExpecting(db, place, asked), packagesOf(db)])
  const looked = found.slice(0, mostPregnancies)
  const records = await listCare(
    db,
    looked.map(({ id }) => id),
  )
  const states: readonly string[] = shownStates[search.state]
  const women = looked.flatMap((pregnancy) => {
    const { pkg } = book.at(pregnancy.areaLft, today)
    const services = pregnancyServices(pkg, pregnancy, records.get(pregnancy.id) ?? [], today)
    const fitting = services.filter(
      ({ state, itemCode }) =>
        states.includes(state) && (search.itemCode === undefined || itemCode === search.itemCode),
    )
    return fitting.length > 0 ? [toWoman(pregnancy, fitting, today)] : []
  })
  return {
    today,
    women: women.toSorted((a, b) => (soonest(a) < soonest(b) ? -1 : 1)),
    overdue: women.filter(({ services }) => services.some(({ state }) => state === 'overdue')).length,
    more: found.length > mostPregnancies,
  }
}

/** What one woman was given and is owed, with every record. */
export async function careOfPregnancy({ db, clock }: Reading, id: string): Promise<CareOfPregnancy> {
  const [pregnancy, records, book] = await Promise.all([
    findKnownPregnancy(db, id),
    listStoredCare(db, id),
    packagesOf(db),
  ])
  if (!pregnancy) throw servicesProblem('services.pregnancy-not-found')
  const today = clock.today()
  const { pkg } = book.at(pregnancy.areaLft, pregnancy.endedOn ?? today)
  const standing = records.flatMap((record) => (record.undoneAt === null ? [{ ...record, dose: null }] : []))
  return {
    today,
    state: pregnancy.state,
    packageVersion: pkg.version,
    items: pkg.items
      .filter(({ audience }) => audience === 'pregnant-woman')
      .map(({ code, name, source }) => ({ code, name, source })),
    services: pregnancyServices(pkg, pregnancy, standing, today),
    records,
  }
}

/** The care of the mother before the birth, as it is read from the page of the child. */
export async function careBeforeBirth({ db }: Reading, childId: string): Promise<CareBeforeBirth> {
  const [child, records] = await Promise.all([findChild(db, childId), listCareBeforeBirth(db, childId)])
  if (!child) throw servicesProblem('services.child-not-found')
  return {
    childId,
    records: records.map(({ itemCode, expectedOn, ...record }) => ({
      ...record,
      name: findItem(itemCode)?.name ?? { vi: itemCode, en: itemCode },
      week: expectedOn === null ? null : (weeksOn(expectedOn, record.doneOn) ?? null),
    })),
  }
}
