import type { UnitSource } from '#modules/indicators/server/public.ts'
import { regimeCodeOf } from '../shared/report-duties.ts'
import { findFirstDay } from './queries.ts'
import { listDutiesOf } from './read.ts'

/**
 * Whether the child-work report of a commune came by its day, the first sending counting (plan 000 end; 001 V; 003 VI).
 * Nothing is said of a period without a due day, of one that was due before this installation was in use, and of the
 * second half of a year, which the yearly report covers.
 */
export const reportsInTime: UnitSource = {
  of: 'reports-in-time',
  tell: async (db, { units, within, period }) => {
    const code = regimeCodeOf('commune', period)
    if (code === undefined) return new Map()
    const first = await findFirstDay(db)
    const places = units.map((unit) => ({ ...unit, kind: 'commune' }))
    const duties = await listDutiesOf(db, places, { within, code, period })
    return new Map(
      duties.flatMap(({ unit, duty: { dueOn, sentAt, isSentLate } }) =>
        dueOn === null || (first !== null && dueOn < first)
          ? []
          : [[unit.id, sentAt !== null && !isSentLate]],
      ),
    )
  },
}
