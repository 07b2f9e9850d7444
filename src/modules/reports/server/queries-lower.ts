import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Period } from '#base/period.ts'
import type { Db, Range } from '#platform/db/types.ts'
import { vietnamese } from '#platform/db/vietnamese-order.ts'
import { Extent } from '#modules/areas/shared/contract.ts'
import type { LowerReport, Part } from '../shared/consolidate.ts'
import type { HeardFrom } from '../shared/content.ts'
import { ReportState } from '../shared/flow.ts'

type PartRow = { fromId: string; name: string; toId: string; extent: string; onDate: Day }

/** The units that went into these. */
export async function listParts(db: Db, areaIds: readonly string[]): Promise<Part[]> {
  const { rows } = await sql<PartRow>`
    select s.from_area_id as "fromId", a.name, s.to_area_id as "toId", s.extent, s.on_date as "onDate"
    from areas_successions s join areas a on a.id = s.from_area_id
    where s.to_area_id = any(${[...areaIds]}::uuid[]) and a.kind = 'commune'
    order by a.name ${vietnamese}, a.id`.execute(db)
  return rows.map(({ fromId, name, toId, extent, onDate }) => ({
    from: { id: fromId, name },
    toId,
    extent: Extent.parse(extent),
    onDate,
  }))
}

export type LowerQuestion = {
  areaIds: readonly string[]
  within: Range
  planId: string
  period: Period
}

/**
 * One report of each unit for a period: of several what came furthest, then that on the same plan, then the newest.
 */
export async function listLowerReports(
  db: Db,
  { areaIds, within, planId, period }: LowerQuestion,
): Promise<LowerReport[]> {
  const { rows } = await sql<Omit<LowerReport, 'state'> & { state: string }>`
    select distinct on (r.area_id) r.area_id as "areaId", r.id as "reportId", r.state,
      (select max(number) from reports_versions v where v.report_id = r.id) as version
    from reports r
    where r.area_id = any(${[...areaIds]}::uuid[]) and r.period = ${period} and r.state <> 'merged'
      and r.origin_area_id = r.area_id and r.area_lft between ${within.lft} and ${within.rgt}
    order by r.area_id, array_position(array['signed', 'accepted', 'sent'], r.state), (r.plan_id = ${planId}) desc,
      r.created_at desc`.execute(db)
  return rows.map((row) => ({ ...row, state: ReportState.parse(row.state) }))
}

/** Of the reports that were counted: which now have another frozen copy, or none that counts. */
export async function listChangedReports(
  db: Db,
  counted: readonly { reportId: string; version: number }[],
): Promise<string[]> {
  if (counted.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select c.id from unnest(${counted.map(({ reportId }) => reportId)}::uuid[],
      ${counted.map(({ version }) => version)}::int[]) as c(id, version)
    left join reports r on r.id = c.id
    where r.state is null or r.state not in ('accepted', 'signed')
      -- Signing what was accepted freezes the same content once more.
      or (select sha256 from reports_versions v where v.report_id = c.id order by number desc limit 1)
        <> (select sha256 from reports_versions v where v.report_id = c.id and v.number = c.version)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

type Counting = { period: Period; computed: { heard: readonly HeardFrom[] } }

/**
 * Names of the units below that have signed another content than the copy that was counted, or were not counted and
 * have signed. Signing what was accepted freezes the same content once more: that is nothing new.
 */
export async function listSignedSince(db: Db, { period, computed: { heard } }: Counting): Promise<string[]> {
  if (heard.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    select h.name from unnest(${heard.map(({ areaId }) => areaId)}::uuid[],
      ${heard.map(({ name }) => name)}::text[], ${heard.map(({ reportId }) => reportId)}::uuid[],
      ${heard.map(({ heard: how, version }) => (how === 'counted' ? version : null))}::int[])
      with ordinality as h(area_id, name, report_id, version, place)
    where case when h.version is null then exists (select from reports r
        where r.area_id = h.area_id and r.origin_area_id = r.area_id and r.period = ${period} and r.state = 'signed')
      else (select v.sha256 from reports_versions v
        where v.report_id = h.report_id and v.number > h.version and v.kind = 'signed' order by v.number desc limit 1)
        <> (select v.sha256 from reports_versions v where v.report_id = h.report_id and v.number = h.version) end
    order by h.place`.execute(db)
  return rows.map(({ name }) => name)
}
