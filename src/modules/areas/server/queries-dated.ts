import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import { isOn } from '#base/span.ts'
import type { Db } from '#platform/db/types.ts'
import { vietnamese } from '#platform/db/vietnamese-order.ts'
import { type Area, AreaKind, Extent, type ParentLink, type Succession } from '../shared/contract.ts'
import { fullNameOf } from '../shared/rules.ts'
import { findArea, findAreaByCode } from './queries.ts'

type Row = Omit<Area, 'kind'> & { kind: string }

const toArea = (row: Row): Area => ({ ...row, kind: AreaKind.parse(row.kind) })

/** Columns of `areas a`, `areas_parents p`, `areas_names n` that make an Area of one day. */
const dated = sql`a.id, a.code, a.kind, coalesce(n.name, a.name) as name, a.full_name as "fullName",
  p.parent_id as "parentId", a.lft, a.rgt, a.valid_from as "validFrom", a.valid_to as "validTo"`

/** The link and the name that held on `day`; a unit without them has the present name and stands alone. */
const onDay = (day: Day) => sql`
  left join areas_parents p on p.area_id = a.id and p.valid_from <= ${day}::date and coalesce(p.valid_to, 'infinity') >= ${day}::date
  left join areas_names n on n.area_id = a.id and n.valid_from <= ${day}::date and n.valid_to >= ${day}::date`

/**
 * The way down to a unit as it was on `day`: nation, province, (district), commune, village. Empty when the unit did
 * not exist then; it begins lower when a link above is not known for that day.
 */
export async function pathOn(db: Db, areaId: string, day: Day): Promise<Area[]> {
  const { rows } = await sql<Row>`
    with recursive way as (
      select ${dated}, 0 as step from areas a ${onDay(day)} where a.id = ${areaId}
      union all
      select ${dated}, way.step + 1 from way join areas a on a.id = way."parentId" ${onDay(day)} where way.step < 8)
    select id, code, kind, name, "fullName", "parentId", lft, rgt, "validFrom", "validTo" from way order by step desc`.execute(
    db,
  )
  const last = rows.at(-1)
  return last && isOn(last, day) ? withFullNames(rows.map(toArea)) : []
}

function withFullNames(way: readonly Area[]): Area[] {
  const named: Area[] = []
  for (const area of way) named.push({ ...area, fullName: fullNameOf(area.name, named.at(-1)) })
  return named
}

/** A unit by id or by code as it was on `day`: name, full name and the unit above are those of the day. */
export async function areaAsOf(
  db: Db,
  which: { id: string } | { code: string },
  day: Day,
): Promise<Area | undefined> {
  const id = 'id' in which ? which.id : (await findAreaByCode(db, which.code, day))?.id
  return id === undefined ? undefined : (await pathOn(db, id, day)).at(-1)
}

/** The places directly below, as they were on `day`, by name. */
export async function listChildAreas(db: Db, parentId: string, day: Day): Promise<Area[]> {
  const { rows } = await sql<Row>`
    select ${dated} from areas_parents p join areas a on a.id = p.area_id
    left join areas_names n on n.area_id = a.id and n.valid_from <= ${day}::date and n.valid_to >= ${day}::date
    where p.parent_id = ${parentId} and p.valid_from <= ${day}::date and coalesce(p.valid_to, 'infinity') >= ${day}::date
      and a.valid_from <= ${day}::date and coalesce(a.valid_to, 'infinity') >= ${day}::date
    order by coalesce(n.name, a.name) ${vietnamese}, a.id`.execute(db)
  const above = rows.length === 0 ? undefined : (await pathOn(db, parentId, day)).at(-1)
  return rows.map((row) => ({ ...toArea(row), fullName: above ? fullNameOf(row.name, above) : row.fullName }))
}

type LinkRow = Omit<Succession, 'area' | 'extent'> & { areaId: string; extent: string }

async function listLinks(db: Db, end: 'from' | 'to', areaId: string): Promise<Succession[]> {
  const [own, other] =
    end === 'from' ? (['from_area_id', 'to_area_id'] as const) : (['to_area_id', 'from_area_id'] as const)
  const rows: LinkRow[] = await db
    .selectFrom('areas_successions')
    .select(['id', `${other} as areaId`, 'on_date as onDate', 'extent', 'note', 'source'])
    .where(own, '=', areaId)
    .orderBy('on_date')
    .execute()
  const links = await Promise.all(
    rows.map(async ({ areaId: otherId, extent, ...link }) => {
      const area = await lastOf(db, otherId, end === 'from' ? link.onDate : undefined)
      return area ? [{ ...link, area, extent: Extent.parse(extent) }] : []
    }),
  )
  return links.flat().sort((left, right) => (left.area.code < right.area.code ? -1 : 1))
}

/** A unit as it was on its last day, or on `day` when that is given. */
async function lastOf(db: Db, id: string, day: Day | undefined): Promise<Area | undefined> {
  const area = await findArea(db, id)
  const when = day ?? area?.validTo
  return (when ? await areaAsOf(db, { id }, when) : undefined) ?? area
}

/** The units that became this one, each as it was on its last day. */
export async function listPredecessors(db: Db, areaId: string): Promise<Succession[]> {
  return listLinks(db, 'to', areaId)
}

/** The units that this one became, each as it was on its first day. */
export async function listSuccessors(db: Db, areaId: string): Promise<Succession[]> {
  return listLinks(db, 'from', areaId)
}

/** The units above through time, earliest first, each named as it was on the last day of the link. */
export async function listParentLinks(db: Db, areaId: string, today: Day): Promise<ParentLink[]> {
  const rows = await db
    .selectFrom('areas_parents')
    .select(['parent_id as parentId', 'valid_from as validFrom', 'valid_to as validTo', 'source'])
    .where('area_id', '=', areaId)
    .orderBy('valid_from')
    .execute()
  const links: ParentLink[] = []
  for (const { parentId, ...link } of rows) {
    const area = await lastOf(db, parentId, link.validTo ?? today)
    if (area) links.push({ ...link, area })
  }
  return links
}
