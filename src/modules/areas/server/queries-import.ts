import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { ImportResult } from '../shared/unit-tables.ts'

export type KnownUnit = {
  id: string
  code: string
  kind: string
  name: string
  fullName: string
  parentId: string | null
  lft: number
  rgt: number
  validFrom: Day
  validTo: Day | null
}

/** Two imports at once would look for room in the same places: the second waits for the first. */
export async function lockTree(tx: Tx): Promise<void> {
  await sql`select id from areas where kind = 'nation' for update`.execute(tx)
}

/** Every unit, villages too: the import decides in memory and writes in a few statements. */
export async function listAllUnits(db: Db): Promise<KnownUnit[]> {
  return db
    .selectFrom('areas')
    .select([
      ...(['id', 'code', 'kind', 'name', 'full_name as fullName', 'parent_id as parentId'] as const),
      ...(['lft', 'rgt', 'valid_from as validFrom', 'valid_to as validTo'] as const),
    ])
    .orderBy('lft')
    .execute()
}

export type EarlierName = { areaId: string; name: string; validFrom: Day; validTo: Day }

/** The earlier names of all units. */
export async function listAllNames(db: Db): Promise<EarlierName[]> {
  return db
    .selectFrom('areas_names')
    .select(['area_id as areaId', 'name', 'valid_from as validFrom', 'valid_to as validTo'])
    .orderBy('valid_from')
    .execute()
}

/** The name that began on `validFrom`, as a better list writes it. */
export async function correctEarlierName(
  tx: Tx,
  areaId: string,
  validFrom: Day,
  name: string,
): Promise<void> {
  await tx
    .updateTable('areas_names')
    .set({ name })
    .where('area_id', '=', areaId)
    .where('valid_from', '=', validFrom)
    .execute()
}

/** Sources differ in a few codes; that of the list counts. */
export async function correctCode(tx: Tx, id: string, code: string): Promise<void> {
  await tx.updateTable('areas').set({ code }).where('id', '=', id).execute()
}

/** The nation reaches back as far as its oldest units; the first installations let it begin in 2025. */
export async function extendNation(tx: Tx, validFrom: Day): Promise<void> {
  await sql`update areas set valid_from = ${validFrom}::date where kind = 'nation' and valid_from > ${validFrom}::date`.execute(
    tx,
  )
}

export type KnownSuccession = {
  id: string
  fromAreaId: string
  toAreaId: string
  extent: string
  note: string | null
  source: string | null
}

/** What changed on one day, as far as it is stored. */
export async function listSuccessionsOn(db: Db, day: Day): Promise<KnownSuccession[]> {
  return db
    .selectFrom('areas_successions')
    .select([
      ...([
        'id',
        'from_area_id as fromAreaId',
        'to_area_id as toAreaId',
        'extent',
        'note',
        'source',
      ] as const),
    ])
    .where('on_date', '=', day)
    .execute()
}

/** Kept with its remarks, which the page and the command line show again. */
export async function insertImport(tx: Tx, id: string, at: Date, result: ImportResult): Promise<void> {
  const { source, units, successions, remarks } = result
  await tx
    .insertInto('areas_imports')
    .values({
      id,
      source,
      imported_at: at.toISOString(),
      counts: JSON.stringify({ units, successions }),
      remarks: JSON.stringify(remarks),
    })
    .execute()
}

export async function findLastImport(
  db: Db,
): Promise<{ source: string; importedAt: string; counts: unknown; remarks: unknown } | undefined> {
  return db
    .selectFrom('areas_imports')
    .select(['source', 'imported_at as importedAt', 'counts', 'remarks'])
    .orderBy('imported_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
