import type { Db, Tx } from '#platform/db/types.ts'
import type { TypedCell, WrittenSection } from '../shared/computed.ts'

export async function listTypedCells(db: Db, reportId: string): Promise<TypedCell[]> {
  const rows = await db
    .selectFrom('reports_cells')
    .select(['key', 'source', 'value', 'reason', 'typed_by_name as by', 'typed_at as at', 'version'])
    .where('report_id', '=', reportId)
    .execute()
  return rows.map((row) => ({ ...row, source: row.source === 'typed' ? 'typed' : 'not-applicable' }))
}

export type NewCell = {
  reportId: string
  areaLft: number
  key: string
  source: 'typed' | 'not-applicable'
  value: number | null
  reason: string
  by: { id: string; name: string }
  at: string
}

/** Types into a cell whose version is still `version` (0: nobody typed). False when it is not. */
export async function saveTypedCell(tx: Tx, cell: NewCell, version: number): Promise<boolean> {
  const said = {
    source: cell.source,
    value: cell.value,
    reason: cell.reason,
    typed_by: cell.by.id,
    typed_by_name: cell.by.name,
    typed_at: cell.at,
    version: version + 1,
  }
  if (version === 0) {
    const made = await tx
      .insertInto('reports_cells')
      .values({ report_id: cell.reportId, key: cell.key, area_lft: cell.areaLft, ...said })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst()
    return made !== undefined
  }
  const changed = await tx
    .updateTable('reports_cells')
    .set(said)
    .where('report_id', '=', cell.reportId)
    .where('key', '=', cell.key)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return changed !== undefined
}

/** Takes a typed number back, if it is still the one that was seen. */
export async function deleteTypedCell(
  tx: Tx,
  { reportId, key }: Pick<NewCell, 'reportId' | 'key'>,
  version: number,
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('reports_cells')
    .where('report_id', '=', reportId)
    .where('key', '=', key)
    .where('version', '=', version)
    .returning('key')
    .executeTakeFirst()
  return gone !== undefined
}

export async function listWrittenSections(db: Db, reportId: string): Promise<WrittenSection[]> {
  return db
    .selectFrom('reports_sections')
    .select(['key', 'text', 'version', 'written_by_name as by', 'written_at as at'])
    .where('report_id', '=', reportId)
    .execute()
}

export type NewText = {
  reportId: string
  areaLft: number
  key: string
  text: string
  by: { id: string; name: string }
  at: string
}

/** Writes a section whose version is still `version` (0: never written). False when it is not. */
export async function saveSection(tx: Tx, text: NewText, version: number): Promise<boolean> {
  const said = {
    text: text.text,
    written_by: text.by.id,
    written_by_name: text.by.name,
    written_at: text.at,
  }
  if (version === 0) {
    const made = await tx
      .insertInto('reports_sections')
      .values({ report_id: text.reportId, key: text.key, area_lft: text.areaLft, version: 1, ...said })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst()
    return made !== undefined
  }
  const changed = await tx
    .updateTable('reports_sections')
    .set({ ...said, version: version + 1 })
    .where('report_id', '=', text.reportId)
    .where('key', '=', text.key)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return changed !== undefined
}
