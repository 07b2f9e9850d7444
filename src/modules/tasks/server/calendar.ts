import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { findAreaWithin } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import {
  type AddEvent,
  type Calendar,
  type CalendarEntry,
  deadlineIn,
  type EditEvent,
  type Month,
  monthRange,
  observancesOf,
  overlapsMonth,
} from '../shared/calendar.ts'
import { lunarDays } from '../shared/lunar-days.ts'
import { tasksProblem } from '../shared/problems.ts'
import { isDisorder } from '../shared/rules.ts'
import { listWork, sightOf } from './lines.ts'
import { getPlace } from './place.ts'
import * as store from './queries-calendar.ts'

const nothing: Omit<CalendarEntry, 'key' | 'kind' | 'title' | 'from' | 'to'> = {
  ...{ observance: null, eventKind: null, atTime: null, place: null, note: null },
  ...{ url: null, isLate: false, eventId: null, version: 0 },
}

function observed(month: Month): CalendarEntry[] {
  return observancesOf(Number(month.slice(0, 4)))
    .filter((one) => overlapsMonth(one, month))
    .map(({ observance, from, to }) => ({
      ...nothing,
      ...{ key: observance, kind: 'observance', title: observance, observance, from, to },
    }))
}

type Asked = { area: Area; month: Month; today: Day }

/** Own events may be changed; those of the places above are only shown. */
async function eventEntries(db: Db, { area, month }: Asked): Promise<CalendarEntry[]> {
  const events = await store.listEvents(db, area, monthRange(month))
  return events.map(({ id, areaId, kind, title, startsOn, endsOn, version, ...rest }) => ({
    ...nothing,
    ...{ ...rest, key: id, kind: 'event', eventKind: kind, title, from: startsOn, to: endsOn, version },
    eventId: areaId === area.id ? id : null,
  }))
}

async function planEntries(db: Db, { area, month }: Asked): Promise<CalendarEntry[]> {
  return (await store.listPlanDeadlines(db, area)).flatMap((deadline) => {
    const day = deadlineIn(month, deadline)
    if (!day) return []
    const { id, planId, text } = deadline
    return [{ ...nothing, key: id, kind: 'plan', title: text, from: day, to: day, url: `/plans/${planId}` }]
  })
}

async function boardEntries(db: Db, { area, month, today }: Asked): Promise<CalendarEntry[]> {
  const range = monthRange(month)
  const met = await store.listMeetings(db, area.id, range)
  const open = await store.listOpenFollowups(db, area.id, range)
  const entry = (kind: 'met' | 'followup') => (row: (typeof met)[number]) => ({
    ...nothing,
    ...{ key: row.id, kind, title: row.title, note: row.board, from: row.on, to: row.on },
    url: `/organisations/boards/${row.boardId}`,
    isLate: kind === 'followup' && row.on < today,
  })
  return [...met.map(entry('met')), ...open.map(entry('followup'))]
}

/** Tasks that are due in the month, as far as the person sees them. */
async function taskEntries(
  db: Db,
  { area, month, today }: Asked,
  accountId: string,
): Promise<CalendarEntry[]> {
  const work = await listWork(db, await sightOf(db, { accountId, area, today }))
  return work.flatMap(({ areaId, itemId, title, dueOn, state }): CalendarEntry[] => {
    if (!dueOn?.startsWith(`${month}-`)) return []
    const day = { from: dueOn, to: dueOn, isLate: state === 'late' }
    return [{ ...nothing, ...day, key: itemId, kind: 'task', title, url: `/tasks/${areaId}/${itemId}` }]
  })
}

/** What a month holds for a place: festivals, days that tasks and plans are due, meetings, own events. */
export async function calendarOf(
  { actor, db, clock }: Reading,
  { areaId, month }: { areaId?: string | undefined; month?: Month | undefined },
): Promise<Calendar> {
  const today = clock.today()
  const area = await getPlace(db, actor, areaId)
  const asked = { area, month: month ?? today.slice(0, 7), today }
  const entries = [
    ...observed(asked.month),
    ...(await eventEntries(db, asked)),
    ...(await planEntries(db, asked)),
    ...(await boardEntries(db, asked)),
    ...(await taskEntries(db, asked, actor.accountId)),
  ]
  return {
    ...{ today, month: asked.month, areaId: area.id, areaName: area.fullName },
    entries: entries.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0)),
    knowsLunarDays: lunarDays[Number(asked.month.slice(0, 4))] !== undefined,
  }
}

/** One that the actor may change; of a place above or beside it is as if it were not there. */
async function getOwnEvent({ actor, tx }: Writing, id: string) {
  const event = await store.findEvent(tx, id)
  if (!event || !(await findAreaWithin(tx, actor.area, event.areaId)))
    throw tasksProblem('tasks.event-not-found')
  return event
}

/** Sent twice it stands in the calendar once. */
export async function addEvent({ actor, tx }: Writing, input: AddEvent): Promise<{ id: string }> {
  const area = await getPlace(tx, actor, input.areaId)
  const earlier = await store.findEvent(tx, input.id)
  if (earlier && (earlier.areaId !== area.id || earlier.title !== input.title))
    throw tasksProblem('tasks.id-used')
  if (earlier) return { id: input.id }
  if (isDisorder(input.startsOn, input.endsOn)) throw tasksProblem('tasks.event-dates-in-order')
  await store.insertEvent(tx, { ...input, areaLft: area.lft, by: actor.accountId })
  await audit(tx, actor, 'tasks.event-added', input.id, { after: input })
  return { id: input.id }
}

/** Under the version that was seen; the second of two is told. */
export async function editEvent(
  context: Writing,
  { eventId, input }: { eventId: string; input: EditEvent },
): Promise<{ id: string }> {
  const before = await getOwnEvent(context, eventId)
  if (before.isRemoved) throw tasksProblem('tasks.event-not-found')
  if (isDisorder(input.startsOn, input.endsOn)) throw tasksProblem('tasks.event-dates-in-order')
  if (!(await store.updateEvent(context.tx, eventId, input)))
    throw tasksProblem('tasks.event-changed-meanwhile')
  await audit(context.tx, context.actor, 'tasks.event-edited', eventId, {
    before: { startsOn: before.startsOn, title: before.title },
    after: { startsOn: input.startsOn, title: input.title },
  })
  return { id: eventId }
}

/** Taken out twice it is taken out once. */
export async function removeEvent(context: Writing, eventId: string): Promise<{ id: string }> {
  await getOwnEvent(context, eventId)
  if (await store.takeEventOut(context.tx, eventId))
    await audit(context.tx, context.actor, 'tasks.event-removed', eventId, {})
  return { id: eventId }
}
