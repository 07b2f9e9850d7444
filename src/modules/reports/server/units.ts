import type { Day } from '#base/day.ts'
import type { Period } from '#base/period.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { listSenders } from '#modules/duties/server/public.ts'
import { regimeCodeOf } from '#modules/duties/shared/report-duties.ts'
import type { UnitsReply, UnitStanding } from '../shared/contract.ts'
import { isLateStill } from '../shared/units-shown.ts'
import { listCommunes } from './lower-reports.ts'
import { listUnitReports, type UnitReport } from './queries-units.ts'

/** The reports of the units below for a period, with who is late; those that wait for this unit come first. */
export async function unitsOf(
  db: Db,
  { area }: Pick<Actor, 'area'>,
  { period, today }: { period: Period; today: Day },
): Promise<UnitsReply> {
  const units = await listCommunes(db, area.id, today)
  const reports = await listUnitReports(db, area, {
    areaIds: units.map(({ id }) => id),
    period,
  })
  const due = units.length === 0 ? noDays : await dueDays(db, { areaId: area.id, period, today })
  const rows = units.map((unit) => standingOf(unit, reports.get(unit.id), due.get(unit.id)))
  const sent = rows.filter(({ state }) => state === 'sent' || state === 'accepted' || state === 'signed')
  return {
    ...{ period, all: rows.length, sent: sent.length },
    accepted: sent.filter(({ state }) => state !== 'sent').length,
    late: rows.filter(({ isLate }) => isLate).length,
    units: rows.toSorted((one, other) => waitingPlace(one) - waitingPlace(other)),
  }
}

type DueDay = { dueOn: Day | null; state: string; isSentLate: boolean }
type DueDays = ReadonlyMap<string, DueDay>

const noDays: DueDays = new Map()

/**
 * What waits for the unit above stands first, then who is late, what is under way, what has not begun, what is done;
 * within these by name, as the units come.
 */
function waitingPlace(unit: UnitStanding): number {
  if (isLateStill(unit)) return 1
  return ['sent', 'late', 'returned', 'draft', null, 'accepted', 'signed'].indexOf(unit.state)
}

const noReport = { reportId: null, state: null, isReopened: false, sentAt: null, openComments: 0 }

function standingOf(
  { id, name }: Area,
  report: UnitReport | undefined,
  duty: DueDay | undefined,
): UnitStanding {
  const isLate = duty !== undefined && (duty.state === 'late' || duty.isSentLate)
  return { ...noReport, ...report, areaId: id, name, dueOn: duty?.dueOn ?? null, isLate }
}

/** The second half of a year has no duty of its own: the yearly report covers it. */
async function dueDays(
  db: Db,
  { areaId, period, today }: { areaId: string; period: Period; today: Day },
): Promise<DueDays> {
  const regimeCode = regimeCodeOf('commune', period)
  if (regimeCode === undefined) return noDays
  const { senders } = await listSenders(db, { areaId, regimeCode, period, today })
  return new Map(senders.map((sender) => [sender.areaId, sender]))
}
