import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import { fold } from '#base/text.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import type { Extent } from '../shared/contract.ts'
import { insertLinks, type Link } from './queries-move.ts'

/** The ranges that are in use inside a unit, without its own. */
export async function listRangesWithin(db: Db, { lft, rgt }: Range): Promise<Range[]> {
  return db
    .selectFrom('areas')
    .select(['lft', 'rgt'])
    .where('lft', '>', lft)
    .where('lft', '<=', rgt)
    .orderBy('lft')
    .execute()
}

/** The first day is known from now on. */
export async function setFirstDay(tx: Tx, id: string, validFrom: Day): Promise<void> {
  await tx
    .updateTable('areas')
    .set({ valid_from: validFrom, valid_from_known: true })
    .where('id', '=', id)
    .execute()
}

/** Present names. The full names of these units and of those below stay until `refreshFullNames`. */
export async function setNames(tx: Tx, names: readonly { id: string; name: string }[]): Promise<void> {
  await sql`
    update areas a set name = s.name, name_folded = s.folded
    from unnest(${names.map(({ id }) => id)}::uuid[], ${names.map(({ name }) => name)}::text[],
      ${names.map(({ name }) => fold(name))}::text[]) as s(id, name, folded) where a.id = s.id`.execute(tx)
}

/** The links of a unit to units above, the oldest first. */
export async function listLinksOf(db: Db, areaId: string): Promise<Link[]> {
  return db
    .selectFrom('areas_parents')
    .select([
      'area_id as areaId',
      'parent_id as parentId',
      'valid_from as validFrom',
      'valid_to as validTo',
      'source',
    ])
    .where('area_id', '=', areaId)
    .orderBy('valid_from')
    .execute()
}

/** How many units are still below after a day. */
export async function countBelowAfter(db: Db, parentId: string, day: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from areas_parents p join areas a on a.id = p.area_id
    where p.parent_id = ${parentId} and coalesce(p.valid_to, 'infinity') > ${day}::date
      and coalesce(a.valid_to, 'infinity') > ${day}::date`.execute(db)
  return rows[0]?.count ?? 0
}

/** A name that held until `validTo`; the present one stands in `areas`. */
export type NameRow = { areaId: string; name: string; validFrom: Day; validTo: Day; source: string | null }

export async function insertName(tx: Tx, row: NameRow): Promise<void> {
  await tx
    .insertInto('areas_names')
    .values({
      area_id: row.areaId,
      name: row.name,
      valid_from: row.validFrom,
      valid_to: row.validTo,
      source: row.source,
    })
    .execute()
}

/** Earlier names, the oldest first. */
export async function listNames(db: Db, areaId: string): Promise<NameRow[]> {
  return db
    .selectFrom('areas_names')
    .select(['area_id as areaId', 'name', 'valid_from as validFrom', 'valid_to as validTo', 'source'])
    .where('area_id', '=', areaId)
    .orderBy('valid_from')
    .execute()
}

export async function deleteName(tx: Tx, areaId: string, validFrom: Day): Promise<void> {
  await tx
    .deleteFrom('areas_names')
    .where('area_id', '=', areaId)
    .where('valid_from', '=', validFrom)
    .execute()
}

export type SuccessionRow = {
  id: string
  fromAreaId: string
  toAreaId: string
  onDate: Day
  extent: Extent
  note: string | null
  source: string | null
}

/** In batches of 5,000; a link that is there already stays as it is (`areas_successions_once`). */
export async function insertSuccessions(tx: Tx, rows: readonly SuccessionRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 5000) {
    const batch = rows.slice(from, from + 5000)
    await sql`
      insert into areas_successions (id, from_area_id, to_area_id, on_date, extent, note, source)
      select * from unnest(${batch.map(({ id }) => id)}::uuid[], ${batch.map((row) => row.fromAreaId)}::uuid[],
        ${batch.map((row) => row.toAreaId)}::uuid[], ${batch.map((row) => row.onDate)}::date[],
        ${batch.map((row) => row.extent)}::text[], ${batch.map((row) => row.note)}::text[],
        ${batch.map((row) => row.source)}::text[])
      on conflict on constraint areas_successions_once do nothing`.execute(tx)
  }
}

/** How many there were: an id that is gone already counts as none. */
export async function deleteSuccessions(tx: Tx, ids: readonly string[]): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('areas_successions')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Foreign keys refuse it while any record stands on the unit. */
export async function deleteArea(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('areas').where('id', '=', id).execute()
}

/** All links of a unit to units above, at once: single changes would overlap for a moment. */
export async function replaceLinks(tx: Tx, areaId: string, links: readonly Link[]): Promise<void> {
  await tx.deleteFrom('areas_parents').where('area_id', '=', areaId).execute()
  await insertLinks(tx, links)
}

/** Units cannot have belonged to a unit before it began. */
export async function cutLinksBelow(tx: Tx, parentId: string, firstDay: Day): Promise<void> {
  await sql`delete from areas_parents where parent_id = ${parentId} and valid_to < ${firstDay}::date`.execute(
    tx,
  )
  await sql`
    update areas_parents set valid_from = ${firstDay}::date
    where parent_id = ${parentId} and valid_from < ${firstDay}::date`.execute(tx)
}
