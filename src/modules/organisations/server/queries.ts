import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import { fold } from '#base/text.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { vietnamese } from '#platform/db/vietnamese-order.ts'
import { type AddOrganisation, Organisation, type SuccessionLink } from '../shared/contract.ts'

const columns = [
  'o.id',
  'o.area_id as areaId',
  'a.name as areaName',
  'a.kind as areaKind',
  'o.name',
  'o.short_name as shortName',
  'o.kind',
  'o.sector',
  'o.parent_id as parentId',
  'p.name as parentName',
  'o.valid_from as validFrom',
  'o.from_certain as fromCertain',
  'o.valid_to as validTo',
  'o.to_certain as toCertain',
  'o.phone',
  'o.source',
  'o.version',
] as const

function organisations(db: Db) {
  return db
    .selectFrom('organisations as o')
    .innerJoin('areas as a', 'a.id', 'o.area_id')
    .leftJoin('organisations as p', 'p.id', 'o.parent_id')
    .select(columns)
}

type Asked = { day: Day; withEnded: boolean; below: boolean; above: boolean }

/** The bodies of a place on a day, in the order of the levels above it and of their names. */
export async function listOrganisations(
  db: Db,
  place: Range & { id: string },
  { day, withEnded, below, above }: Asked,
): Promise<Organisation[]> {
  let query = organisations(db).where((where) =>
    where.or([
      where('o.area_id', '=', place.id),
      ...(below ? [where.and([where('a.lft', '>=', place.lft), where('a.lft', '<=', place.rgt)])] : []),
      ...(above ? [where.and([where('a.lft', '<=', place.lft), where('a.rgt', '>=', place.rgt)])] : []),
    ]),
  )
  if (!withEnded)
    query = query
      .where((where) => where.or([where('o.valid_from', 'is', null), where('o.valid_from', '<=', day)]))
      .where((where) => where.or([where('o.valid_to', 'is', null), where('o.valid_to', '>=', day)]))
  const rows = await query
    .orderBy('a.lft')
    .orderBy(sql`o.valid_to is not null and o.valid_to < ${day}`)
    .orderBy(
      sql`array_position(array['committee', 'council', 'ministry', 'department', 'division', 'desk'], o.kind)`,
    )
    .orderBy(sql`o.name ${vietnamese}`)
    .limit(3000)
    .execute()
  const links = await listLinks(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => Organisation.parse({ ...row, ...linksOf(links, row.id) }))
}

/** With those it came from and those that followed it. */
export async function findOrganisation(db: Db, id: string): Promise<Organisation | undefined> {
  const row = await organisations(db).where('o.id', '=', id).executeTakeFirst()
  return row && Organisation.parse({ ...row, ...linksOf(await listLinks(db, [id]), id) })
}

type Link = Omit<SuccessionLink, 'organisationId' | 'name'> & {
  fromId: string
  fromName: string
  toId: string
  toName: string
}

async function listLinks(db: Db, ids: readonly string[]): Promise<Link[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('organisations_successions as s')
    .innerJoin('organisations as f', 'f.id', 's.predecessor_id')
    .innerJoin('organisations as t', 't.id', 's.successor_id')
    .select([
      'f.id as fromId',
      'f.name as fromName',
      't.id as toId',
      't.name as toName',
      's.duty',
      's.source',
    ])
    .select(['s.happened_on as happenedOn', 's.is_certain as isCertain'])
    .where((where) => where.or([where('s.predecessor_id', 'in', ids), where('s.successor_id', 'in', ids)]))
    .orderBy('s.happened_on')
    .execute()
}

function linksOf(links: readonly Link[], id: string) {
  const shown = ({ happenedOn, isCertain, duty, source }: Link) => ({ happenedOn, isCertain, duty, source })
  return {
    predecessors: links
      .filter((link) => link.toId === id)
      .map((link) => ({ organisationId: link.fromId, name: link.fromName, ...shown(link) })),
    successors: links
      .filter((link) => link.fromId === id)
      .map((link) => ({ organisationId: link.toId, name: link.toName, ...shown(link) })),
  }
}

/** Who stands above whom, as far as the actor sees. */
export async function listParents(db: Db, id: string): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; parentId: string | null }>`
    with recursive up as (
      select id, parent_id, 1 as step from organisations where id = ${id}
      union all
      select o.id, o.parent_id, up.step + 1 from organisations o join up on o.id = up.parent_id where up.step < 50
    ) select id, parent_id as "parentId" from up`.execute(db)
  return new Map(rows.map((row) => [row.id, row.parentId]))
}

type Written = AddOrganisation & { areaLft: number }

function toRow(organisation: Written) {
  return {
    area_id: organisation.areaId,
    area_lft: organisation.areaLft,
    name: organisation.name,
    short_name: organisation.shortName,
    name_folded: fold(organisation.name),
    kind: organisation.kind,
    sector: organisation.sector,
    parent_id: organisation.parentId,
    valid_from: organisation.validFrom,
    from_certain: organisation.fromCertain,
    valid_to: organisation.validTo,
    to_certain: organisation.toCertain,
    phone: organisation.phone,
    source: organisation.source,
  }
}

/** Bodies of the usual set that are there already stay as they are. */
export async function insertOrganisations(
  tx: Tx,
  list: readonly (Written & { templateCode: string | null })[],
  by: string,
): Promise<void> {
  for (let from = 0; from < list.length; from += 500)
    await tx
      .insertInto('organisations')
      .values(
        list
          .slice(from, from + 500)
          .map((one) => ({ id: one.id, template_code: one.templateCode, recorded_by: by, ...toRow(one) })),
      )
      .onConflict((conflict) => conflict.columns(['area_id', 'template_code']).doNothing())
      .execute()
}

/** False when someone changed the body in the meantime. */
export async function updateOrganisation(tx: Tx, organisation: Written, version: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('organisations')
    .set({ ...toRow(organisation), version: version + 1 })
    .where('id', '=', organisation.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The ids of the usual set's bodies in places, by "place code". */
export async function listTemplated(db: Db, areaIds: readonly string[]): Promise<Map<string, string>> {
  if (areaIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'area_id', 'template_code'])
    .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
    .where('template_code', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [`${row.area_id} ${row.template_code}`, row.id]))
}

export type NewSuccession = {
  predecessorId: string
  successorId: string
  area: { id: string; lft: number }
  happenedOn: Day
  isCertain: boolean
  duty: string | null
  source: string | null
}

/** A pair that is there already stays as it is. */
export async function insertSuccessions(tx: Tx, list: readonly NewSuccession[]): Promise<void> {
  if (list.length === 0) return
  await tx
    .insertInto('organisations_successions')
    .values(
      list.map((one) => ({
        predecessor_id: one.predecessorId,
        successor_id: one.successorId,
        area_id: one.area.id,
        area_lft: one.area.lft,
        happened_on: one.happenedOn,
        is_certain: one.isCertain,
        duty: one.duty,
        source: one.source,
      })),
    )
    .onConflict((conflict) => conflict.columns(['predecessor_id', 'successor_id']).doNothing())
    .execute()
}

export async function deleteSuccession(tx: Tx, predecessorId: string, successorId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('organisations_successions')
    .where('predecessor_id', '=', predecessorId)
    .where('successor_id', '=', successorId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
