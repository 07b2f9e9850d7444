import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'

/** A unit above between two days. */
export type Link = {
  areaId: string
  parentId: string
  validFrom: Day
  validTo: Day | null
  source: string | null
}

/** The last two links of each unit to units above, the older one first. */
export async function listLastLinks(db: Db, ids: readonly string[]): Promise<Map<string, Link[]>> {
  const { rows } = await sql<Link>`
    select l.area_id as "areaId", l.parent_id as "parentId", l.valid_from as "validFrom", l.valid_to as "validTo", l.source
    from unnest(${[...ids]}::uuid[]) as u(id) cross join lateral (
      select * from areas_parents p where p.area_id = u.id order by p.valid_from desc limit 2) l
    order by l.valid_from`.execute(db)
  return Map.groupBy(rows, ({ areaId }) => areaId)
}

/** The ranges that are in use inside each of these units, without their own. */
export async function listRangesInside(db: Db, ids: readonly string[]): Promise<Map<string, Range[]>> {
  const { rows } = await sql<Range & { outerId: string }>`
    select o.id as "outerId", a.lft, a.rgt from areas o join areas a on a.lft > o.lft and a.lft <= o.rgt
    where o.id = any(${[...ids]}::uuid[]) order by a.lft`.execute(db)
  return Map.groupBy(rows, ({ outerId }) => outerId)
}

/** Which of these ranges hold nothing; by the place in the list. */
export async function listFreeOf(db: Db, ranges: readonly Range[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ place: number }>`
    select r.place::int as place from unnest(${ranges.map(({ lft }) => lft)}::int[],
      ${ranges.map(({ rgt }) => rgt)}::int[]) with ordinality as r(lft, rgt, place)
    where not exists (select from areas a where a.lft between r.lft and r.rgt)`.execute(db)
  return new Set(rows.map(({ place }) => place - 1))
}

/** A unit with everything below it comes under another unit, at another range of the same width. */
export type Shift = { areaId: string; parentId: string; from: Range; step: number }

/** The new ranges must hold nothing, the old ones not overlap. */
export async function shiftAreas(tx: Tx, shifts: readonly Shift[]): Promise<void> {
  await sql`
    update areas a set lft = a.lft + m.step, rgt = a.rgt + m.step,
      parent_id = case when a.id = m.id then m.parent_id else a.parent_id end
    from unnest(${shifts.map(({ areaId }) => areaId)}::uuid[], ${shifts.map(({ parentId }) => parentId)}::uuid[],
      ${shifts.map(({ from }) => from.lft)}::int[], ${shifts.map(({ from }) => from.rgt)}::int[],
      ${shifts.map(({ step }) => step)}::int[]) as m(id, parent_id, lft, rgt, step)
    where a.lft between m.lft and m.rgt`.execute(tx)
}

/** The database refuses two units above one unit on one day (`areas_parents`). */
export async function insertLinks(tx: Tx, links: readonly Link[]): Promise<void> {
  await sql`
    insert into areas_parents (area_id, parent_id, valid_from, valid_to, source)
    select * from unnest(${links.map(({ areaId }) => areaId)}::uuid[], ${links.map(({ parentId }) => parentId)}::uuid[],
      ${links.map(({ validFrom }) => validFrom)}::date[], ${links.map(({ validTo }) => validTo)}::date[],
      ${links.map(({ source }) => source)}::text[])`.execute(tx)
}

type LinkKey = Pick<Link, 'areaId' | 'validFrom'>

const keysOf = (links: readonly LinkKey[]) =>
  sql`${links.map(({ areaId }) => areaId)}::uuid[], ${links.map(({ validFrom }) => validFrom)}::date[]`

export async function deleteLinks(tx: Tx, links: readonly LinkKey[]): Promise<void> {
  await sql`
    delete from areas_parents p using unnest(${keysOf(links)}) as m(area_id, valid_from)
    where p.area_id = m.area_id and p.valid_from = m.valid_from`.execute(tx)
}

/** `lastDay` null: the link holds until further notice. */
export async function setLinkEnds(
  tx: Tx,
  ends: readonly (LinkKey & { lastDay: Day | null })[],
): Promise<void> {
  await sql`
    update areas_parents p set valid_to = m.last_day
    from unnest(${keysOf(ends)}, ${ends.map(({ lastDay }) => lastDay)}::date[]) as m(area_id, valid_from, last_day)
    where p.area_id = m.area_id and p.valid_from = m.valid_from`.execute(tx)
}

/**
 * Writes the full names of these units and of everything below them anew, from the present names and parents. None
 * of them may lie below another. The rule is `fullNameOf`, said in SQL for thousands of units at once.
 */
export async function refreshFullNames(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    with recursive below as (
      select a.id, a.kind, case when above.id is null or above.kind = 'nation' then a.name
          else a.name || ', ' || lower(left(above.full_name, 1)) || substr(above.full_name, 2) end as full_name
      from areas a left join areas above on above.id = a.parent_id where a.id = any(${[...ids]}::uuid[])
      union all
      select a.id, a.kind, case when b.kind = 'nation' then a.name
          else a.name || ', ' || lower(left(b.full_name, 1)) || substr(b.full_name, 2) end
      from below b join areas a on a.parent_id = b.id)
    update areas a set full_name = b.full_name from below b where b.id = a.id and a.full_name <> b.full_name`.execute(
    tx,
  )
}
