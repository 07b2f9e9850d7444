import { sql } from 'kysely'
import type { Period } from '#base/period.ts'
import type { Db, Range } from '#platform/db/types.ts'
import { ReportState } from '../shared/flow.ts'
import { isReopened } from './queries.ts'

export type UnitReport = {
  areaId: string
  reportId: string
  state: ReportState
  isReopened: boolean
  sentAt: string | null
  openComments: number
}

/** One report of each unit for a period: of several what came furthest, then the newest. */
export async function listUnitReports(
  db: Db,
  within: Range,
  { areaIds, period }: { areaIds: readonly string[]; period: Period },
): Promise<Map<string, UnitReport>> {
  const { rows } = await sql<Omit<UnitReport, 'state'> & { state: string }>`
    select distinct on (r.area_id) r.area_id as "areaId", r.id as "reportId", r.state, ${isReopened} as "isReopened",
      (select max(s.at) from reports_steps s where s.report_id = r.id and s.kind = 'send') as "sentAt",
      (select count(*)::int from reports_comments c where c.report_id = r.id and c.answer is null) as "openComments"
    from reports r
    where r.area_id = any(${[...areaIds]}::uuid[]) and r.period = ${period} and r.state <> 'merged'
      and r.origin_area_id = r.area_id and r.area_lft between ${within.lft} and ${within.rgt}
    order by r.area_id, array_position(array['signed', 'accepted', 'sent', 'returned'], r.state), r.created_at desc
  `.execute(db)
  return new Map(rows.map((row) => [row.areaId, { ...row, state: ReportState.parse(row.state) }]))
}
