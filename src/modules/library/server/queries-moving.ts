import { sql } from 'kysely'
import { movedTo, type PlacedRow } from '#modules/areas/server/public.ts'
import type { Db, Tx } from '#platform/db/types.ts'

/** The documents that these places added. */
export async function listDocumentsOf(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return db
    .selectFrom('library_documents')
    .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft'])
    .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
    .orderBy('id')
    .execute()
}

/** Documents follow their unit to its successor, with their words, relations and files. */
export async function moveDocuments(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  if (rows.length === 0) return
  const moved = movedTo(rows)
  const of = sql`set area_lft = m.area_lft from ${moved}`
  await sql`update library_documents d set area_id = m.area_id, area_lft = m.area_lft from ${moved} where d.id = m.id`.execute(
    tx,
  )
  await sql`update library_tokens t ${of} where t.document_id = m.id`.execute(tx)
  await sql`update library_files t ${of} where t.document_id = m.id`.execute(tx)
  await sql`update library_changes t ${of} where t.document_id = m.id`.execute(tx)
  await sql`update library_relations t ${of} where t.from_id = m.id`.execute(tx)
}
