import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import { vietnamese } from '#platform/db/vietnamese-order.ts'
import { type CommuneThen, readWeb, type ReadWeb, type UnitLink } from '../shared/units-then.ts'

type Range = { lft: number; rgt: number }

/** Communes of a place of today. */
export async function listCommunesNow(db: Db, { lft, rgt }: Range): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from areas where kind = 'commune' and valid_to is null and lft between ${lft} and ${rgt}`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Communes that lay in a place on a day, by the links of that day; a commune is its own. */
export async function listCommunesThen(db: Db, areaId: string, day: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select ${areaId}::uuid as id
      union select p.area_id from below b join areas_parents p on p.parent_id = b.id
        and p.valid_from <= ${day}::date and coalesce(p.valid_to, 'infinity') >= ${day}::date)
    select a.id from below b join areas a on a.id = b.id
    where a.kind = 'commune' and ${stoodOn(day)}`.execute(db)
  return rows.map(({ id }) => id)
}

const stoodOn = (day: Day): RawBuilder<boolean> =>
  sql<boolean>`(a.valid_from <= ${day}::date and coalesce(a.valid_to, 'infinity') >= ${day}::date)`

/** Whether any unit became another one after a day; without, today's units were those of the day. */
export async function hasLinksAfter(db: Db, day: Day): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from areas_successions where on_date > ${day}::date) as has`.execute(db)
  return rows[0]?.has ?? false
}

/** The units of its own kind that a unit of today was made of, as they stood on a day. */
export async function listOriginIds(db: Db, areaId: string, day: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive back as (
      select ${areaId}::uuid as id
      union select s.from_area_id from back b join areas_successions s on s.to_area_id = b.id
        and s.on_date > ${day}::date)
    select a.id from back b join areas a on a.id = b.id join areas now on now.id = ${areaId}
    where a.kind = now.kind and ${stoodOn(day)} order by a.name ${vietnamese}, a.id`.execute(db)
  return rows.map(({ id }) => id)
}

type WebRow = CommuneThen & { isStray: boolean; lft: number }

/** `lftOf`: whose grant reaches a commune. */
export type PlacedWeb = { web: ReadWeb; lftOf: ReadonlyMap<string, number> }

/** Everything that hangs together with some communes by successions after a day, in both directions. */
export async function findWeb(db: Db, ids: readonly string[], day: Day): Promise<PlacedWeb> {
  const near = sql`with recursive near as (
    select unnest(${[...ids]}::uuid[]) as id
    union select case when s.from_area_id = n.id then s.to_area_id else s.from_area_id end
      from near n join areas_successions s on (s.from_area_id = n.id or s.to_area_id = n.id)
        and s.on_date > ${day}::date)`
  const { rows: communes } = await sql<WebRow>`
    ${near}, strays as (
      select a.id from areas a where a.kind = 'commune' and a.valid_to is null and a.valid_from > ${day}::date
        and a.parent_id in (select k.parent_id from near n join areas k on k.id = n.id)
        and not exists (select from areas_successions s where s.to_area_id = a.id))
    select a.id, a.name, a.lft, a.valid_from as "validFrom", a.valid_to as "validTo",
      a.id in (select id from strays) as "isStray"
    from areas a where a.kind = 'commune' and (a.id in (select id from near) or a.id in (select id from strays))`.execute(
    db,
  )
  const { rows: links } = await sql<UnitLink>`
    ${near} select s.from_area_id as "fromId", s.to_area_id as "toId", s.on_date as "onDate",
      s.extent = 'whole' as "isWhole"
    from areas_successions s where s.from_area_id in (select id from near) and s.on_date > ${day}::date`.execute(
    db,
  )
  const strays = communes.filter(({ isStray }) => isStray).map(({ id }) => id)
  const known = new Map(communes.map((commune) => [commune.id, commune]))
  return {
    web: readWeb({ day, communes: known, links, strays }),
    lftOf: new Map(communes.map(({ id, lft }) => [id, lft])),
  }
}

/** Of communes of today: their villages that lay in some communes of the day. */
export async function listVillagesThen(
  db: Db,
  { nowIds, thenIds, day }: { nowIds: readonly string[]; thenIds: readonly string[]; day: Day },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from areas a join areas_parents p on p.area_id = a.id
      and p.valid_from <= ${day}::date and coalesce(p.valid_to, 'infinity') >= ${day}::date
    where a.kind = 'village' and a.parent_id = any(${[...nowIds]}::uuid[])
      and p.parent_id = any(${[...thenIds]}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

/** Communes with children of whom no village says in which commune of the day they lived; by name. */
export async function listUnplaced(db: Db, nowIds: readonly string[], day: Day): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select k.name from children c join areas k on k.id = c.commune_id
    where c.commune_id = any(${[...nowIds]}::uuid[]) and c.born_on <= ${day}::date
      and coalesce(c.left_on, 'infinity') > ${day}::date and not exists (
      select from areas_parents p where p.area_id = c.village_id
        and p.valid_from <= ${day}::date and coalesce(p.valid_to, 'infinity') >= ${day}::date)
    group by k.name order by k.name ${vietnamese}`.execute(db)
  return rows.map(({ name }) => name)
}
