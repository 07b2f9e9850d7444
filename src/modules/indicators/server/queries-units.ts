import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import type { UnitFormula, UnitThing } from '../shared/definition.ts'
import type { DatedUnit, PlacedThing } from '../shared/units.ts'
import type { At } from './queries-members.ts'

/** Things of a place with the days between which they are there; an unknown beginning counts as always. */
function things(has: UnitThing): RawBuilder<unknown> {
  switch (has.thing) {
    case 'facility':
      return sql`select area_lft, valid_from, valid_to from facilities where kind = any (${has.kinds}::text[])`
    case 'post':
      return sql`select area_lft, valid_from, valid_to from organisations_posts
        where audience = any (${has.audiences}::text[])`
    case 'feature':
      return sql`select area_lft, valid_from, valid_to from facilities_features
        where kind = any (${has.kinds}::text[]) and removed_at is null`
  }
}

export type UnitRow = { id: string; name: string; parentId: string | null; communeId: string; has: boolean }

/** Every commune or village of a place on a day, and whether it or a village of it has the thing. */
export async function listUnits(db: Db, { level, has }: UnitFormula, at: At, asOf: Day): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    select u.id, u.name, u.parent_id as "parentId",
      case when u.kind = 'village' then u.parent_id else u.id end as "communeId",
      exists (select from (${things(has)}) t where t.area_lft between u.lft and u.rgt
        and (t.valid_from is null or t.valid_from <= ${asOf}::date)
        and (t.valid_to is null or t.valid_to >= ${asOf}::date)) as has
    from areas u where u.kind = ${level} and u.lft between ${at.lft} and ${at.rgt}
      and u.valid_from <= ${asOf}::date and (u.valid_to is null or u.valid_to >= ${asOf}::date)
    order by u.lft`.execute(db)
  return rows
}

export type CommuneRow = DatedUnit & { id: string; parentId: string | null }

/** The communes of a place on a day. */
export async function listCommunesOn(db: Db, { lft, rgt }: At, day: Day): Promise<CommuneRow[]> {
  const { rows } = await sql<CommuneRow>`
    select id, parent_id as "parentId", lft, rgt, valid_from as "validFrom", valid_to as "validTo" from areas
    where kind = 'commune' and lft between ${lft} and ${rgt}
      and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
    order by lft`.execute(db)
  return rows
}

/** The same without the question, for the recount: units of all days, and things of all days. */
export async function listUnitsOf(db: Db, level: UnitFormula['level'], at: At): Promise<DatedUnit[]> {
  const { rows } = await sql<DatedUnit>`
    select lft, rgt, valid_from as "validFrom", valid_to as "validTo" from areas
    where kind = ${level} and lft between ${at.lft} and ${at.rgt}`.execute(db)
  return rows
}

/** With their days: the caller picks those of the day that is asked for. */
export async function listThings(db: Db, has: UnitThing, { lft, rgt }: At): Promise<PlacedThing[]> {
  const { rows } = await sql<PlacedThing>`
    select area_lft as "areaLft", valid_from as "validFrom", valid_to as "validTo" from (${things(has)}) t
    where area_lft between ${lft} and ${rgt}`.execute(db)
  return rows
}
