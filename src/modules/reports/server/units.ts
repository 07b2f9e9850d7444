import type { Day } from '#base/day.ts'
import type { Period } from '#base/period.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { listChildAreas } from '#modules/areas/server/public.ts'
import { listSenders } from '#modules/duties/server/public.ts'
import { regimeCodeOf } from '#modules/duties/shared/report-duties.ts'
import type { UnitsReply } from '../shared/contract.ts'
import { listUnitReports } from './queries-units.ts'

/** The reports of the units below for a period, with who is late; those that wait for this unit come first. */
export async function unitsOf(
  db: Db,
  { area }: Pick<Actor, 'area'>,
  { period, today }: { period: Period; today: Day },
): Promise<UnitsReply> {
  const units = (await listChildAreas(db, area.id, today)).filter(({ kind }) => kind === 'commune')
  const reports = await listUnitReports(db, area, {
    areaIds: units.map(({ id }) => id),
    period,
  })
  const due = await dueDays(db, { areaId: area.id, period, today })
  const rows = units.map(({ id, name }) => {
    const report = reports.get(id)
    const duty = due.get(id)
    return {
      ...{ areaId: id, name, reportId: report?.reportId ?? null, state: report?.state ?? null },
      ...{ sentAt: report?.sentAt ?? null, openComments: report?.openComments ?? 0 },
      dueOn: duty?.dueOn ?? null,
      isLate: duty ? duty.state === 'late' || duty.isSentLate : false,
    }
  })
  const sent = rows.filter(({ state }) => state === 'sent' || state === 'accepted' || state === 'signed')
  return {
    ...{ period, all: rows.length, sent: sent.length },
    accepted: sent.filter(({ state }) => state !== 'sent').length,
    late: rows.filter(({ isLate }) => isLate).length,
    units: rows,
  }
}

/** The second half of a year has no duty of its own: the yearly report covers it. */
async function dueDays(
  db: Db,
  { areaId, period, today }: { areaId: string; period: Period; today: Day },
): Promise<Map<string, { dueOn: Day | null; state: string; isSentLate: boolean }>> {
  const regimeCode = regimeCodeOf('commune', period)
  if (regimeCode === undefined) return new Map()
  const { senders } = await listSenders(db, { areaId, regimeCode, period, today })
  return new Map(senders.map((sender) => [sender.areaId, sender]))
}
