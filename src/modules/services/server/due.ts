import { addDays, type Day } from '#base/day.ts'
import { readStamps } from '#platform/db/stamps.ts'
import type { Reading } from '#platform/http/route.ts'
import { doseName } from '../shared/child-services.ts'
import type { ChildFacts, PackageItem, Why } from '../shared/contract.ts'
import { dayNumber } from '../shared/day-number.ts'
import { servicesProblem } from '../shared/problems.ts'
import type {
  CountDueServices,
  DueChild,
  DueFound,
  DueService,
  DueServicesFound,
  FindDue,
  FindDuePaper,
} from '../shared/requests.ts'
import type { PackageBook, PackageInForce } from '../shared/package-book.ts'
import { localNumber } from '../shared/package-change.ts'
import { whyDue } from '../shared/why-due.ts'
import { type PlacedChild, placeChildren } from './areas-around.ts'
import { findItem, findItemByNumber, packagesOf } from './package.ts'
import { getListedPlace } from './place.ts'
import { toKnownChild } from './queries.ts'
import { countDue, countDueByItem, type DueAsked, type DueRow, listDue } from './queries-due.ts'

type OpenService = { number: number; dose: number | null; opensOn: Day; deadline: Day }

/** The arrays of a row, put together again. */
function openServices(row: DueRow): OpenService[] {
  return row.items.flatMap((number, index) => {
    const [opensOn, deadline, dose] = [row.opens[index], row.deadlines[index], row.doses[index]]
    return opensOn && deadline ? [{ number, dose: dose || null, opensOn, deadline }] : []
  })
}

function fits({ number, opensOn, deadline }: OpenService, { today, until, itemNumbers }: DueAsked): boolean {
  return (itemNumbers === null || itemNumbers.includes(number)) && opensOn <= today && deadline <= until
}

type AtChild = { child: ChildFacts; today: Day; needs: DueRow['needs'] }

function toDueService(
  item: PackageItem | undefined,
  { dose, opensOn, deadline }: OpenService,
  { child, today, needs }: AtChild,
): DueService[] {
  if (!item) return []
  const state = deadline < today ? 'overdue' : 'due'
  const daysLate = state === 'overdue' ? dayNumber(today) - dayNumber(deadline) : 0
  const { code: itemCode, domain, mandatory } = item
  const why = needOf(itemCode, deadline, needs) ?? whyDue({ item, dose, opensOn, deadline, child, today })
  const line = {
    itemCode,
    domain,
    dose,
    name: doseName(item, dose),
    mandatory,
    state,
    opensOn,
    deadline,
  } as const
  return [{ ...line, daysLate, ...(why ? { why } : {}) }]
}

/** A need says why; the same item owed by age, with other days, says its own reason. */
function needOf(itemCode: string, deadline: Day, needs: DueRow['needs']): Why | undefined {
  const need = needs?.find(([code, dueOn]) => code === itemCode && dueOn === deadline)
  return need && { kind: 'need', vi: need[2], en: need[3] }
}

function dueServices(row: DueRow & PlacedChild, asked: DueAsked, book: PackageBook): DueService[] {
  const { byNumber } = book.at(row.areaLft, asked.today)
  const of = { child: row, today: asked.today, needs: row.needs }
  return openServices(row)
    .filter((one) => fits(one, asked))
    .toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1))
    .flatMap((one) => toDueService(byNumber.get(one.number), one, of))
}

function toDueChild(row: DueRow & PlacedChild, asked: DueAsked, book: PackageBook): DueChild {
  const { id: childId, bornOn, sex } = row
  return {
    ...{ childId, bornOn, sex, fullName: row.full_name, villageName: row.village_name },
    carerName: row.carer_name,
    carerPhone: row.carer_phone,
    services: dueServices(row, asked, book),
  }
}

function untilDay({ state, withinDays }: CountDueServices, today: Day): Day {
  return state === 'overdue' ? addDays(today, -1) : addDays(today, withinDays)
}

/** The items asked for, by code and by who gives them; null for all. */
function numbersOf({ itemCode, provider }: CountDueServices, { pkg }: PackageInForce): number[] | null {
  const given =
    provider === undefined ? null : pkg.items.filter(({ providers }) => providers.includes(provider))
  if (itemCode === undefined) return given && given.map(({ number }) => number)
  const number = findItem(itemCode)?.number ?? localNumber(itemCode)
  if (number === undefined) throw servicesProblem('services.unknown-item')
  return given && !given.some((one) => one.number === number) ? [] : [number]
}

/** `2026-12-01_0190...`: the last row already shown. */
function readAfter(after: string | undefined): { day: Day; childId: string } | null {
  const [day, childId] = after?.split('_') ?? []
  return day && childId ? { day, childId } : null
}

async function askedOf(context: Reading, search: CountDueServices, book: PackageBook): Promise<DueAsked> {
  const { actor, clock } = context
  const today = clock.today()
  const { facilityId, className, education = null } = search
  return {
    place: await getListedPlace(context, search),
    itemNumbers: numbersOf(search, book.at(actor.area.lft, today)),
    ...{ today, until: untilDay(search, today), education, ofClass: { facilityId, className } },
  }
}

/** The work list of a village, a commune or a class: earliest deadline first. */
export async function findDue(context: Reading, search: FindDue): Promise<DueFound> {
  const { db } = context
  const stamps = await readStamps(db)
  const book = await packagesOf(db, stamps)
  const asked = await askedOf(context, search, book)
  const after = readAfter(search.after)
  const found = await listDue(db, asked, after, search.limit)
  const rows = await placeChildren(
    db,
    found.map((row) => ({ ...row, ...toKnownChild(row) })),
    asked.today,
    stamps,
  )
  const last = rows.length === search.limit ? rows.at(-1) : undefined
  return {
    today: asked.today,
    children: rows.map((row) => toDueChild(row, asked, book)),
    next: last ? `${last.soonest}_${last.id}` : null,
    counts: after === null ? await countDue(db, asked) : null,
  }
}

/** The same work by service. An item that only places below have added is named by the national number alone. */
export async function countDueServices(
  context: Reading,
  search: CountDueServices,
): Promise<DueServicesFound> {
  const { actor, db } = context
  const book = await packagesOf(db)
  const asked = await askedOf(context, search, book)
  const { byNumber } = book.at(actor.area.lft, asked.today)
  const rows = await countDueByItem(db, asked)
  const services = rows.flatMap(({ item: number, ...counts }) => {
    const item = byNumber.get(number) ?? findItemByNumber(number)
    return item ? [{ itemCode: item.code, domain: item.domain, name: item.name, ...counts }] : []
  })
  return { today: asked.today, services }
}

/** On paper at most: a commune asks for its villages one by one. */
const paperLimit = 600

/** All children of the list, for paper; refused when there are more than a person can carry. */
export async function listForPaper(context: Reading, search: FindDuePaper): Promise<DueChild[]> {
  const children: DueChild[] = []
  let after: string | undefined
  do {
    const page = await findDue(context, { ...search, after, limit: 200 })
    children.push(...page.children)
    if (children.length > paperLimit) throw servicesProblem('services.paper-too-long', { count: paperLimit })
    after = page.next ?? undefined
  } while (after !== undefined)
  return children
}
