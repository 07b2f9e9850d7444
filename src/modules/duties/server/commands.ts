import { vietnamDay } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import type { Actor } from '#platform/actor.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import type { Done, MarkByHand, RecordEvent, SetDueDay } from '../shared/contract.ts'
import { eventPeriod } from '../shared/duties-of-unit.ts'
import { yearOf } from '../shared/periods.ts'
import { dutiesProblem } from '../shared/problems.ts'
import { deleteByHand, insertEvent, upsertDay, upsertSent } from './queries.ts'
import { dutiesBelow, dutyFor } from './read.ts'
import { currentRegime } from './regime.ts'

/** Noon in Viet Nam: a day without an hour, safely inside the day whatever the zone. */
const noon = 'T12:00:00+07:00'

/** The own unit says that it sent a report outside this product. Sent twice it stands once. */
export async function markByHand({ actor, tx, clock }: Writing, input: MarkByHand): Promise<Done> {
  const today = clock.today()
  if (input.sentOn > today) throw dutiesProblem('duties.in-future')
  const { code, period } = input
  const area = await getArea(tx, actor.area.id)
  const duty = await dutyFor(tx, { areaId: area.id, regimeCode: code, period, today })
  if (!duty) throw dutiesProblem('duties.not-found')
  if (duty.reportId !== null) throw dutiesProblem('duties.by-report')
  const at = new Date(`${input.sentOn}${noon}`).toISOString()
  const row = { id: input.id, areaId: area.id, areaLft: area.lft, code, period, reportId: null, at }
  await upsertSent(tx, { ...row, document: input.document, by: actor.accountId })
  await audit(tx, actor, 'duties.marked-sent', area.id, {
    after: { code, period, sentOn: input.sentOn, document: input.document },
  })
  return { id: input.id }
}

/** Takes back what was marked by hand; what a report marked is taken back with the report. */
export async function takeBackMark(
  { actor, tx }: Writing,
  { code, period }: { code: string; period: string },
): Promise<Done> {
  const { id: areaId } = actor.area
  if (!(await deleteByHand(tx, { areaId, code, period }))) throw dutiesProblem('duties.nothing-to-take-back')
  await audit(tx, actor, 'duties.mark-taken-back', areaId, { before: { code, period } })
  return { id: areaId }
}

/** The day of the yearly letter: by a place for itself or for the units directly below. */
export async function setDueDay({ actor, tx, clock }: Writing, input: SetDueDay): Promise<Done> {
  const { code, period, level, dueOn, source } = input
  const area = await getArea(tx, actor.area.id)
  if (level !== area.kind && level !== levelBelow(area)) throw dutiesProblem('duties.wrong-level')
  if (!(await isKnownDuty(tx, { area, today: clock.today() }, input))) throw dutiesProblem('duties.not-found')
  const at = clock.now().toISOString()
  const key = { id: input.id, areaId: area.id, areaLft: area.lft, code, level, period }
  await upsertDay(tx, { ...key, dueOn, source, by: actor.accountId, at })
  await audit(tx, actor, 'duties.day-set', area.id, { after: { code, level, period, dueOn, source } })
  return { id: input.id }
}

function levelBelow({ kind }: Area): string | undefined {
  if (kind === 'nation') return 'province'
  return kind === 'province' ? 'commune' : undefined
}

type Place = { area: Area; today: string }

async function isKnownDuty(
  db: Db,
  { area, today }: Place,
  { code, period, level }: Pick<SetDueDay, 'code' | 'period' | 'level'>,
): Promise<boolean> {
  if (level === area.kind)
    return (await dutyFor(db, { areaId: area.id, regimeCode: code, period, today })) !== undefined
  const { duties } = await dutiesBelow(db, area, { year: yearOf(period), today })
  return duties.some((duty) => duty.code === code && duty.period === period)
}

/** Something happened after which the own unit must report. */
export async function recordEvent({ actor, tx, clock }: Writing, input: RecordEvent): Promise<Done> {
  const now = clock.now().toISOString()
  const happenedAt = new Date(input.happenedAt).toISOString()
  if (happenedAt > now) throw dutiesProblem('duties.event-in-future')
  if (!followsEvents(actor, input.code)) throw dutiesProblem('duties.not-by-event')
  const area = await getArea(tx, actor.area.id)
  const event = { id: input.id, areaId: area.id, areaLft: area.lft, code: input.code, happenedAt }
  await insertEvent(tx, { ...event, by: actor.accountId, at: now })
  await audit(tx, actor, 'duties.event-recorded', area.id, {
    after: { code: input.code, period: eventPeriod(event), on: vietnamDay(new Date(happenedAt)) },
  })
  return { id: input.id }
}

function followsEvents({ area }: Actor, code: string): boolean {
  return currentRegime().duties.some(
    (duty) =>
      duty.code === code &&
      duty.cycle === 'event' &&
      !duty.urgent &&
      duty.senders.some(({ level }) => level === area.kind),
  )
}
