import { sql } from 'kysely'
import { movedTo, moveRows, type PlacedRow } from '#modules/areas/server/public.ts'
import type { Tx } from '#platform/db/types.ts'

const moveOnlyDocuments = moveRows('library_documents')

/** Documents follow their unit to its successor, with their words, relations and files. */
export async function moveDocuments(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await moveOnlyDocuments(tx, rows)
  const lft = sql`set area_lft = m.area_lft from ${movedTo(rows)}`
  await sql`update library_tokens t ${lft} where t.document_id = m.id`.execute(tx)
  await sql`update library_files t ${lft} where t.document_id = m.id`.execute(tx)
  await sql`update library_changes t ${lft} where t.document_id = m.id`.execute(tx)
  await sql`update library_relations t ${lft} where t.from_id = m.id`.execute(tx)
}
