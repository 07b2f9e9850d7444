import { addDays, type Day } from '#base/day.ts'
import type { Reading } from '#platform/http/route.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { childServices, doseName } from '../shared/child-services.ts'
import type { ChildService, PackageItem, ServicePackage } from '../shared/contract.ts'
import { dayNumber } from '../shared/day-number.ts'
import { servicesProblem } from '../shared/problems.ts'
import type {
  Candidate,
  CandidatesFound,
  DueChild,
  DueFound,
  DueService,
  FindCandidates,
  FindDue,
  FindDuePaper,
} from '../shared/requests.ts'
import type { PackageBook, PackageInForce } from '../shared/package-book.ts'
import { localNumber } from '../shared/package-change.ts'
import { findItem, packagesOf } from './package.ts'
import { listRecords } from './queries.ts'
import {
  type CandidateRow,
  countDue,
  type DueAsked,
  type DueRow,
  listByBirth,
  listDue,
  type Place,
} from './queries-due.ts'

/** The place asked for, which must lie within the actor's own; else all of the actor's own. */
async function placeOf(
  { actor, db }: Reading,
  { communeId, villageId }: { communeId?: string | undefined; villageId?: string | undefined },
): Promise<Place> {
  const { lft, rgt } = actor.area
  const asked = villageId ?? communeId
  if (asked === undefined) return { lft, rgt, ...ownPlace(actor.area) }
  const area = await getArea(db, asked)
  if (area.lft < lft || area.lft > rgt) throw servicesProblem('services.village-unknown')
  return { communeId, villageId, lft, rgt }
}

/** Equality on commune or village lets the index in. */
function ownPlace({ id, kind }: { id: string; kind: string }): Pick<Place, 'communeId' | 'villageId'> {
  if (kind === 'village') return { villageId: id }
  return kind === 'commune' ? { communeId: id } : {}
}

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

function toDueService(
  item: PackageItem | undefined,
  { dose, opensOn, deadline }: OpenService,
  today: Day,
): DueService[] {
  if (!item) return []
  const late = deadline < today
  const daysLate = late ? dayNumber(today) - dayNumber(deadline) : 0
  const { code: itemCode, domain, mandatory } = item
  const name = doseName(item, dose)
  return [
    { itemCode, domain, dose, name, mandatory, state: late ? 'overdue' : 'due', opensOn, deadline, daysLate },
  ]
}

function dueServices(row: DueRow, asked: DueAsked, book: PackageBook): DueService[] {
  const { byNumber } = book.at(row.area_lft, asked.today)
  return openServices(row)
    .filter((one) => fits(one, asked))
    .toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1))
    .flatMap((one) => toDueService(byNumber.get(one.number), one, asked.today))
    .map((one) => withReason(one, row.needs))
}

/** A need says why; the same item owed by age, with other days, does not. */
function withReason(service: DueService, needs: DueRow['needs']): DueService {
  const need = needs?.find(([itemCode, dueOn]) => itemCode === service.itemCode && dueOn === service.deadline)
  return need ? { ...service, why: { vi: need[2], en: need[3] } } : service
}

function toDueChild(row: DueRow, asked: DueAsked, book: PackageBook): DueChild {
  return {
    childId: row.child_id,
    fullName: row.full_name,
    bornOn: row.born_on,
    sex: row.sex === 'male' ? 'male' : 'female',
    villageName: row.village_name,
    carerName: row.carer_name,
    carerPhone: row.carer_phone,
    services: dueServices(row, asked, book),
  }
}

function untilDay({ state, withinDays }: FindDue, today: Day): Day {
  return state === 'overdue' ? addDays(today, -1) : addDays(today, withinDays)
}

/** The items asked for, by code and by who gives them; null for all. */
function numbersOf({ itemCode, provider }: FindDue, { pkg }: PackageInForce): number[] | null {
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

/** The work list of a village, a commune or a class: earliest deadline first. */
export async function findDue(context: Reading, search: FindDue): Promise<DueFound> {
  const { actor, db, clock } = context
  const today = clock.today()
  const [place, book] = await Promise.all([placeOf(context, search), packagesOf(db)])
  const itemNumbers = numbersOf(search, book.at(actor.area.lft, today))
  const asked = {
    place,
    itemNumbers,
    today,
    until: untilDay(search, today),
    education: search.education ?? null,
  }
  const after = readAfter(search.after)
  const rows = await listDue(db, asked, after, search.limit)
  const last = rows.length === search.limit ? rows.at(-1) : undefined
  return {
    today,
    children: rows.map((row) => toDueChild(row, asked, book)),
    next: last ? `${last.soonest}_${last.child_id}` : null,
    counts: after === null ? await countDue(db, asked) : null,
  }
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

const candidateLimit = 400

/** What of the service is next for a child: the open line, else the coming one, else the last answer. */
function pickLine(lines: readonly ChildService[]): ChildService | undefined {
  const order = ['overdue', 'due', 'coming', 'done', 'declined', 'not-applicable']
  return lines.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))[0]
}

function toCandidate(row: CandidateRow, line: ChildService | undefined): Candidate {
  return {
    childId: row.id,
    fullName: row.fullName,
    bornOn: row.bornOn,
    sex: row.sex,
    villageName: row.villageName,
    carerName: row.carerName,
    state: line?.state ?? 'not-applicable',
    dose: line?.dose ?? null,
    deadline: line?.deadline ?? null,
    answeredOn: line?.answeredOn ?? null,
  }
}

/** The children of a place whose age fits the service on the day, with what it is to each of them. */
export async function findCandidates(context: Reading, search: FindCandidates): Promise<CandidatesFound> {
  const { db } = context
  const { pkg, byCode } = (await packagesOf(db)).at(context.actor.area.lft, search.day)
  const item = byCode.get(search.itemCode)
  if (!item || item.audience === 'pregnant-woman') throw servicesProblem('services.unknown-item')
  const place = await placeOf(context, search)
  const oldest = Math.max(item.toDays, item.catchUpToDays ?? 0) + 31
  const born = {
    from: addDays(search.day, -oldest),
    to: addDays(search.day, -Math.max(0, item.fromDays - 31)),
  }
  const rows = await listByBirth(db, place, born, candidateLimit + 1)
  const shown = rows.slice(0, candidateLimit)
  const ids = shown.map((row) => row.id)
  const records = await listRecords(db, ids, item.code)
  const only: ServicePackage = { ...pkg, items: [item] }
  const lineOf = (row: CandidateRow) =>
    pickLine(childServices(only, row, records.get(row.id) ?? [], search.day))
  return { candidates: shown.map((row) => toCandidate(row, lineOf(row))), more: rows.length > candidateLimit }
}
