import type { Actor } from '#platform/actor.ts'
import { addDays, type Day } from '#base/day.ts'
import { type Period, periodOf, periodRange } from '#base/period.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db/types.ts'
import { findAreaWithin } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { indicatorsProblem } from '../shared/problems.ts'
import type { Freshness, Place } from '../shared/contract.ts'
import { findPending } from './queries.ts'
import type { At, When } from './queries-members.ts'

type Asking = { actor: Actor; db: Db }

/** The place asked for, within the actor's own; without one the actor's own. */
export async function getPlace({ actor, db }: Asking, areaId: string | undefined): Promise<Area> {
  const area = await findAreaWithin(db, actor.area, areaId ?? actor.area.id)
  if (!area) throw indicatorsProblem('indicators.place-not-found')
  return area
}

export function toPlace({ id, name, fullName, kind }: Area): Place {
  return { id, name, fullName, kind }
}

/** The place above, as far as the person may look. */
export async function placeAbove({ actor, db }: Asking, { parentId }: Area): Promise<Place | null> {
  const above = parentId === null ? undefined : await findAreaWithin(db, actor.area, parentId)
  return above ? toPlace(above) : null
}

/** The period asked for, or the present half-year; the day is today or the period's last. */
export function getWhen(clock: Clock, period: Period | undefined): When {
  const today = clock.today()
  const asked = period ?? periodOf(today, 'half')
  const { from, to } = periodRange(asked)
  if (from > today) throw indicatorsProblem('indicators.period-future')
  return { period: asked, asOf: to < today ? to : today }
}

/** A day that has gone, in the period asked for or in its half-year. */
export function getPastDay(clock: Clock, day: Day | undefined, period: Period | undefined): When {
  if (day === undefined || day > clock.today()) throw indicatorsProblem('indicators.day-future')
  const asked = period ?? periodOf(day, 'half')
  const { from, to } = periodRange(asked)
  if (day < from || day > to) throw indicatorsProblem('indicators.day-outside')
  return { period: asked, asOf: day }
}

/** Up to which day the kept figures are right, and how many children are being counted again. */
export async function freshnessOf(db: Db, at: At, when: When, clock: Clock): Promise<Freshness> {
  const { pending, overdueFrom } = await findPending(db, at, clock.today())
  const before = overdueFrom === null ? when.asOf : addDays(overdueFrom, -1)
  return { pending, asOf: before < when.asOf ? before : when.asOf }
}
