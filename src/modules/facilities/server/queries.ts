import { sql } from 'kysely'
import { fold } from '#base/text.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { vietnamese } from '#platform/db/vietnamese-order.ts'
import { type AddFacility, Facility, type FacilityKind, type FacilitySearch } from '../shared/contract.ts'

const columns = [
  'f.id',
  'f.area_id as areaId',
  'a.name as areaName',
  'f.kind',
  'f.name',
  'f.operator',
  'f.valid_from as validFrom',
  'f.valid_to as validTo',
  'f.capacity',
  'f.for_under_three as forUnderThree',
  'f.land_m2 as landM2',
  'f.address',
  'f.contact_name as contactName',
  'f.phone',
  'f.note',
  'f.version',
] as const

/** The longest list a page shows; a province with more looks at one commune at a time. */
const listLimit = 2000

type Listed = Pick<FacilitySearch, 'kind' | 'withClosed'> & {
  today: string
  /** A village is served by what stands in its commune: that place is listed with it. */
  aboveId: string | undefined
}

/** Open facilities within the range, by kind; closed ones last when asked for. */
export async function listFacilities(
  db: Db,
  range: Range,
  { kind, withClosed, today, aboveId }: Listed,
): Promise<Facility[]> {
  let query = db
    .selectFrom('facilities as f')
    .innerJoin('areas as a', 'a.id', 'f.area_id')
    .select(columns)
    .where((where) =>
      where.or([
        where.and([where('f.area_lft', '>=', range.lft), where('f.area_lft', '<=', range.rgt)]),
        ...(aboveId ? [where('f.area_id', '=', aboveId)] : []),
      ]),
    )
  if (kind) query = query.where('f.kind', '=', kind)
  if (!withClosed)
    query = query.where((where) =>
      where.or([where('f.valid_to', 'is', null), where('f.valid_to', '>=', today)]),
    )
  const rows = await query
    .orderBy(sql`f.valid_to is not null and f.valid_to < ${today}`)
    .orderBy('f.kind')
    .orderBy('f.area_lft')
    .orderBy(sql`f.name ${vietnamese}`)
    .limit(listLimit)
    .execute()
  return rows.map((row) => Facility.parse(row))
}

/** A facility within the range; the rows of the places above are there to read and not found here. */
export async function findFacility(db: Db, id: string, { lft, rgt }: Range): Promise<Facility | undefined> {
  const row = await db
    .selectFrom('facilities as f')
    .innerJoin('areas as a', 'a.id', 'f.area_id')
    .select(columns)
    .where('f.id', '=', id)
    .where('f.area_lft', '>=', lft)
    .where('f.area_lft', '<=', rgt)
    .executeTakeFirst()
  return row && Facility.parse(row)
}

type Written = AddFacility & { areaLft: number }

function toRow(facility: Written) {
  return {
    area_id: facility.areaId,
    area_lft: facility.areaLft,
    kind: facility.kind,
    name: facility.name,
    name_folded: fold(facility.name),
    operator: facility.operator,
    valid_from: facility.validFrom,
    valid_to: facility.validTo,
    capacity: facility.capacity,
    for_under_three: facility.forUnderThree,
    land_m2: facility.landM2,
    address: facility.address,
    contact_name: facility.contactName,
    phone: facility.phone,
    note: facility.note,
  }
}

export async function insertFacilities(tx: Tx, facilities: readonly Written[], by: string): Promise<void> {
  if (facilities.length === 0) return
  await tx
    .insertInto('facilities')
    .values(facilities.map((one) => ({ id: one.id, recorded_by: by, ...toRow(one) })))
    .execute()
}

/** False when someone changed the facility in the meantime. */
export async function updateFacility(tx: Tx, facility: Written, version: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('facilities')
    .set({ ...toRow(facility), version: version + 1 })
    .where('id', '=', facility.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Names of open facilities by place and kind, for "is there one of this name already". */
export async function openNames(
  db: Db,
  areaIds: readonly string[],
): Promise<{ id: string; areaId: string; kind: string; name: string }[]> {
  if (areaIds.length === 0) return []
  return db
    .selectFrom('facilities')
    .select(['id', 'area_id as areaId', 'kind', 'name_folded as name'])
    .where('area_id', 'in', areaIds)
    .where('valid_to', 'is', null)
    .execute()
}

/** Open facilities of each kind within the range, and the play points that take children under three (R7). */
export async function countFacilities(
  db: Db,
  range: Range,
  today: string,
): Promise<{ kind: string; count: number; forUnderThree: number }[]> {
  const { rows } = await sql<{ kind: FacilityKind; count: number; forUnderThree: number }>`
    select kind, count(*)::int as count, (count(*) filter (where for_under_three))::int as "forUnderThree"
    from facilities where area_lft between ${range.lft} and ${range.rgt}
      and (valid_from is null or valid_from <= ${today}) and (valid_to is null or valid_to >= ${today})
    group by kind order by kind`.execute(db)
  return rows
}
