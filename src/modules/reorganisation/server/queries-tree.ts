import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import { type Area, AreaKind } from '#modules/areas/shared/contract.ts'

type Row = Omit<Area, 'kind'> & { kind: string }

const columns = sql`a.id, a.code, a.kind, a.name, a.full_name as "fullName", a.parent_id as "parentId", a.lft, a.rgt,
  a.valid_from as "validFrom", a.valid_to as "validTo"`

const toArea = (row: Row): Area => ({ ...row, kind: AreaKind.parse(row.kind) })

/** With their days; in no order. */
export async function listUnits(db: Db, ids: readonly string[]): Promise<Area[]> {
  const { rows } = await sql<Row>`
    select ${columns} from areas a where a.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.map(toArea)
}

/** Everything below these units that does not end before `day`: communes of provinces, villages of communes. */
export async function listBelow(db: Db, ids: readonly string[], day: Day): Promise<Area[]> {
  const { rows } = await sql<Row>`
    with recursive below as (
      select ${columns} from areas a
      where a.parent_id = any(${[...ids]}::uuid[]) and coalesce(a.valid_to, 'infinity') >= ${day}::date
      union
      select ${columns} from below b join areas a on a.parent_id = b.id
      where coalesce(a.valid_to, 'infinity') >= ${day}::date)
    select * from below order by lft`.execute(db)
  return rows.map(toArea)
}

/** The districts of a province, or of every province of the nation, that stand on `day`. */
export async function listDistricts(db: Db, withinId: string, day: Day): Promise<Area[]> {
  const { rows } = await sql<Row>`
    select ${columns} from areas a left join areas above on above.id = a.parent_id
    where a.kind = 'district' and ${withinId} in (a.parent_id, above.parent_id)
      and a.valid_from <= ${day}::date and coalesce(a.valid_to, 'infinity') >= ${day}::date
    order by a.code`.execute(db)
  return rows.map(toArea)
}

/** The units to which these lead by successions that are known already, whatever their day. */
export async function listAllSuccessors(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive later as (
      select s.to_area_id as id from areas_successions s where s.from_area_id = any(${[...ids]}::uuid[])
      union
      select s.to_area_id from later l join areas_successions s on s.from_area_id = l.id)
    select id from later`.execute(db)
  return rows.map(({ id }) => id)
}

/** Codes of new units that another unit of the kind has on or after the day and keeps. */
export async function findTakenCode(
  db: Db,
  {
    units,
    day,
    endIds,
  }: { units: readonly { kind: string; code: string }[]; day: Day; endIds: readonly string[] },
): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select a.code from areas a
    join unnest(${units.map(({ kind }) => kind)}::text[], ${units.map(({ code }) => code)}::text[]) as n(kind, code)
      on n.kind = a.kind and n.code = a.code
    where coalesce(a.valid_to, 'infinity') >= ${day}::date and a.id <> all(${[...endIds]}::uuid[])
    order by 1 limit 1`.execute(db)
  return rows[0]?.code
}

export type PlacedUnit = { id: string; lft: number; rgt: number; name: string; parentId: string | null }

/** Where these units lie in the tree now; in no order. */
export async function listPlacedUnits(db: Db, ids: readonly string[]): Promise<PlacedUnit[]> {
  const { rows } = await sql<PlacedUnit>`
    select id, lft, rgt, name, parent_id as "parentId" from areas where id = any(${[...ids]}::uuid[])`.execute(
    db,
  )
  return rows
}

export type SuccessionInto = { fromId: string; name: string; extent: string }

/** The old units that lead into a unit directly. */
export async function listSuccessionsInto(db: Db, areaId: string): Promise<SuccessionInto[]> {
  const { rows } = await sql<SuccessionInto>`
    select s.from_area_id as "fromId", a.name, s.extent from areas_successions s join areas a on a.id = s.from_area_id
    where s.to_area_id = ${areaId} order by a.code`.execute(db)
  return rows
}

/** Successions written by a case carry this source, so that undoing takes away these and no others. */
export const sourceOf = (caseId: string): string => `reorganisation/${caseId}`

/** The successions that this case wrote (`sourceOf`). */
export async function listSuccessionIds(db: Db, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from areas_successions where source = ${sourceOf(caseId)}`.execute(db)
  return rows.map(({ id }) => id)
}

export type ReformLink = { fromId: string; toId: string }

/** What became of communes and provinces on a day. Districts end without a successor of their level. */
export async function listReformLinks(db: Db, day: Day): Promise<ReformLink[]> {
  const { rows } = await sql<ReformLink>`
    select s.from_area_id as "fromId", s.to_area_id as "toId" from areas_successions s
    join areas old on old.id = s.from_area_id join areas new on new.id = s.to_area_id
    where s.on_date = ${day}::date and old.kind = new.kind and old.kind in ('commune', 'province')
      and old.valid_to = ${day}::date - 1
    order by old.kind, old.code, new.code`.execute(db)
  return rows
}
