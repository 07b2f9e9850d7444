import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { Area } from '../shared/contract.ts'
import { AreaKind } from '../shared/contract.ts'

export type NewArea = {
  id: string
  code: string
  kind: string
  name: string
  full_name: string
  name_folded: string
  parent_id: string | null
  lft: number
  rgt: number
  valid_from: Day
  valid_to: Day | null
  /** False when a list only tells that the unit existed on its day. */
  valid_from_known?: boolean
  source?: string | null
}

const columns = [
  'id',
  'code',
  'kind',
  'name',
  'full_name as fullName',
  'parent_id as parentId',
  'lft',
  'rgt',
  'valid_from as validFrom',
  'valid_to as validTo',
] as const

type Row = Omit<Area, 'kind'> & { kind: string }

function toArea(row: Row): Area {
  return { ...row, kind: AreaKind.parse(row.kind) }
}

/** With the present name and the unit that is above it now; of a day gone by: `areaAsOf`. */
export async function findArea(db: Db, id: string): Promise<Area | undefined> {
  const row = await db.selectFrom('areas').select(columns).where('id', '=', id).executeTakeFirst()
  return row && toArea(row)
}

/** Many units at once, by their ids; one that is not there is left out. */
export async function listAreasByIds(db: Db, ids: readonly string[]): Promise<Map<string, Area>> {
  const rows = await db
    .selectFrom('areas')
    .select(columns)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, toArea(row)]))
}

/** By code, as it stood on `day`: a code alone is not enough, codes get used again. */
export async function findAreaByCode(db: Db, code: string, day: Day): Promise<Area | undefined> {
  const row = await db
    .selectFrom('areas')
    .select(columns)
    .where('code', '=', code)
    .where('kind', '!=', 'village')
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .orderBy('kind', 'desc')
    .executeTakeFirst()
  return row && toArea(row)
}

/** A unit of this kind that has the code in some of the days. */
export async function findAreaOfCodeIn(
  db: Db,
  { kind, code, from, to }: { kind: AreaKind; code: string; from: Day; to: Day | null },
): Promise<Area | undefined> {
  let query = db
    .selectFrom('areas')
    .select(columns)
    .where('kind', '=', kind)
    .where('code', '=', code)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', from)]))
  if (to !== null) query = query.where('valid_from', '<=', to)
  const row = await query.orderBy('valid_from').executeTakeFirst()
  return row && toArea(row)
}

/** Whether the first day is known, and who says that the unit existed. */
export async function findBegin(
  db: Db,
  id: string,
): Promise<{ known: boolean; source: string | null } | undefined> {
  return db
    .selectFrom('areas')
    .select(['valid_from_known as known', 'source'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The province, or else the nation, of today in whose range a number lies. */
export async function findHolder(db: Db, lft: number): Promise<Area | undefined> {
  const row = await db
    .selectFrom('areas')
    .select(columns)
    .where('kind', 'in', ['nation', 'province'])
    .where('valid_to', 'is', null)
    .where('lft', '<=', lft)
    .where('rgt', '>=', lft)
    .orderBy('lft', 'desc')
    .executeTakeFirst()
  return row && toArea(row)
}

/** Adds places that are not there yet, with their links to the places above; those that are stay as they are. */
export async function insertAreas(tx: Tx, areas: readonly NewArea[]): Promise<void> {
  // One array for each column: ten thousand units are one statement instead of 130,000 parameters.
  const of = <Value>(read: (area: NewArea) => Value) => areas.map(read)
  const linked = areas.filter(({ parent_id }) => parent_id !== null)
  await sql`
    insert into areas (id, code, kind, name, full_name, name_folded, parent_id, lft, rgt, valid_from, valid_to,
      valid_from_known, source)
    select * from unnest(${of(({ id }) => id)}::uuid[], ${of(({ code }) => code)}::text[],
      ${of(({ kind }) => kind)}::text[], ${of(({ name }) => name)}::text[], ${of((area) => area.full_name)}::text[],
      ${of((area) => area.name_folded)}::text[], ${of((area) => area.parent_id)}::uuid[], ${of(({ lft }) => lft)}::int[],
      ${of(({ rgt }) => rgt)}::int[], ${of((area) => area.valid_from)}::date[], ${of((area) => area.valid_to)}::date[],
      ${of((area) => area.valid_from_known ?? true)}::boolean[], ${of((area) => area.source ?? null)}::text[])
    on conflict (id) do nothing`.execute(tx)
  await sql`
    insert into areas_parents (area_id, parent_id, valid_from, valid_to, source)
    select * from unnest(${linked.map(({ id }) => id)}::uuid[], ${linked.map((area) => area.parent_id)}::uuid[],
      ${linked.map((area) => area.valid_from)}::date[], ${linked.map((area) => area.valid_to)}::date[],
      ${linked.map((area) => area.source ?? null)}::text[])
    on conflict (area_id, valid_from) do nothing`.execute(tx)
}

/** Units of every kind and day; 0 in an installation that was never seeded. */
export async function countAreas(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('areas')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Holds off others who want to put a place below these units until the transaction ends. */
export async function lockAreas(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select id from areas where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)
}
