import { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Writing } from '#platform/http/route.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { PlanReading } from '../shared/contract.ts'
import { type FiledPlan, type FilePlan, HeadingField } from '../shared/filing.ts'
import { plansProblem } from '../shared/problems.ts'
import { findParentOf } from './cascade.ts'
import { enterLibrary, tieToParent } from './library-entries.ts'
import { listIssuerUnits } from './issuer-unit.ts'
import { findPlan, findSamePlan, findSameText } from './queries.ts'
import { insertDeadlines, insertPlan, insertTargets, insertTasks, type NewTask } from './queries-writing.ts'

/** Files what a person confirmed. A page that lost the reply sends the same plan again and gets it back. */
export async function filePlan({ actor, tx }: Writing, input: FilePlan): Promise<FiledPlan> {
  const earlier = await findPlan(tx, input.id, actor.area)
  if (earlier) return earlier
  const { reading } = input
  refuseOpenHeading(reading, input.confirmedEmpty)
  refuseUnfinished(reading)
  if (input.links.length !== reading.targets.length) throw plansProblem('plans.links-differ')
  const area = await getArea(tx, input.areaId ?? actor.area.id)
  if (!isWithin(area, actor.area)) throw plansProblem('plans.outside-area')
  await refuseSame({ tx }, reading)
  await refuseSameText({ tx }, { reading, areaId: area.id, text: input.sourceText })

  const owner = { planId: input.id, areaLft: area.lft }
  const issuers = await listIssuerUnits(tx, reading, area)
  await insertPlan(tx, {
    ...{ ...input, areaId: area.id, areaLft: area.lft, filedBy: actor.accountId },
    issuerAreaId: issuers.length === 1 ? (issuers[0]?.id ?? null) : null,
  })
  await insertTargets(
    tx,
    owner,
    reading.targets.map((target, index) => ({
      id: newId(),
      target,
      link: input.links[index] ?? { way: 'open', indicatorCode: null },
    })),
  )
  await insertTasks(tx, owner, reading.tasks.flatMap(withParts))
  await insertDeadlines(
    tx,
    owner,
    reading.deadlines.map((deadline) => ({ id: newId(), ...deadline, date: knownDay(deadline.date) })),
  )
  await enterLibrary(tx, { id: input.id, areaId: area.id, filedBy: actor.accountId, reading })
  await tieToParent(tx, input.id, await findParentOf(tx, reading, { planId: input.id, place: area }))
  await audit(tx, actor, 'plans.filed', input.id, {
    after: {
      number: reading.number,
      symbol: reading.symbol,
      targets: reading.targets.length,
      tasks: reading.tasks.length,
    },
  })
  const filed = await findPlan(tx, input.id, actor.area)
  if (!filed) throw plansProblem('plans.not-found')
  return filed
}

function refuseOpenHeading(reading: PlanReading, confirmedEmpty: readonly HeadingField[]): void {
  if (reading.kind === 'other') throw plansProblem('plans.not-administrative')
  if ((reading.title ?? '').trim() === '') throw plansProblem('plans.title-needed')
  for (const field of HeadingField.options) {
    if (reading[field] === null && !confirmedEmpty.includes(field)) throw plansProblem(`plans.${field}-open`)
  }
  if (reading.date !== null && !isPrintedDate(reading.date)) throw plansProblem('plans.date-wrong')
}

/** What a person added and left half typed; the position counts from one, as the page shows it. */
function refuseUnfinished({ targets, tasks, deadlines }: PlanReading): void {
  const target = targets.findIndex(({ measure }) => isBlank(measure))
  if (target >= 0) throw plansProblem('plans.target-open', { position: target + 1 })
  const task = tasks.findIndex(
    ({ title, parts }) => isBlank(title) || parts.some((part) => isBlank(part.title)),
  )
  if (task >= 0) throw plansProblem('plans.task-open', { position: task + 1 })
  const deadline = deadlines.findIndex(
    ({ text, rule }) => isBlank(text) || /^(?:before|fixed):$/.test(rule ?? ''),
  )
  if (deadline >= 0) throw plansProblem('plans.deadline-open', { position: deadline + 1 })
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

/** A whole day, or year and month while the day is blank. */
function isPrintedDate(date: string): boolean {
  return Day.safeParse(date).success || (/^\d{4}-\d{2}$/.test(date) && Day.safeParse(`${date}-01`).success)
}

type Numbered = Pick<PlanReading, 'number' | 'symbol' | 'issuer' | 'date'>

/** One body gives a number once a year (Nghị định 30/2020/NĐ-CP, Article 15). */
export async function refuseSame(
  { tx }: Pick<Writing, 'tx'>,
  { number, symbol, issuer, date, id }: Numbered & { id?: string },
): Promise<void> {
  if (number === null || date === null) return
  const year = date.slice(0, 4)
  const same = await findSamePlan(tx, { number, symbol, issuer, year })
  if (same && same.id !== id)
    throw plansProblem('plans.filed-before', { number: `${number}/${symbol ?? ''}`, year, no: same.no })
}

async function refuseSameText(
  { tx }: Pick<Writing, 'tx'>,
  { reading, areaId, text }: { reading: PlanReading; areaId: string; text: string },
): Promise<void> {
  if (reading.number !== null) return
  const same = await findSameText(tx, { areaId, text })
  if (same) throw plansProblem('plans.same-text', { no: same.no })
}

function withParts(task: PlanReading['tasks'][number]): NewTask[] {
  const id = newId()
  const { number, title, purpose, solutions, lead, coordinating, parts, due = null } = task
  return [
    { id, parentId: null, label: number, title, purpose, solutions, lead, coordinating, due },
    ...parts.map(({ letter: label, due: day = null, ...part }) => ({
      ...{ ...part, id: newId(), parentId: id, label, purpose: null, due: day },
    })),
  ]
}

function knownDay(date: string | null): Day | null {
  return date === null ? null : (Day.safeParse(date).data ?? null)
}
