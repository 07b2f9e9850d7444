import type { Db, Tx } from '#platform/db/types.ts'
import { FileKind, type ReportFile } from '../shared/contract-check.ts'
import type { StoredReport } from './queries.ts'

const columns = [
  'id',
  'kind',
  'name',
  'media_type as mediaType',
  'size',
  'sha256',
  'added_by_name as addedByName',
  'added_at as addedAt',
] as const

export async function listFiles(db: Db, reportId: string): Promise<ReportFile[]> {
  const rows = await db
    .selectFrom('reports_files')
    .select(columns)
    .where('report_id', '=', reportId)
    .orderBy('added_at')
    .execute()
  return rows.map((row) => ({ ...row, kind: FileKind.parse(row.kind) }))
}

export async function findFileBytes(
  db: Db,
  { reportId, id }: { reportId: string; id: string },
): Promise<{ name: string; mediaType: string; bytes: Buffer } | undefined> {
  return db
    .selectFrom('reports_files')
    .select(['name', 'media_type as mediaType', 'bytes'])
    .where('report_id', '=', reportId)
    .where('id', '=', id)
    .executeTakeFirst()
}

type NewFile = Omit<ReportFile, 'addedByName'> & { bytes: Buffer; by: { id: string; name: string } }

export async function insertFile(
  tx: Tx,
  report: Pick<StoredReport, 'id' | 'areaLft'>,
  file: NewFile,
): Promise<void> {
  const { id, kind, name, mediaType, size, sha256, bytes, by, addedAt } = file
  await tx
    .insertInto('reports_files')
    .values({
      ...{ report_id: report.id, id, area_lft: report.areaLft, kind, name, media_type: mediaType },
      ...{ size, sha256, bytes, added_by: by.id, added_by_name: by.name, added_at: addedAt },
    })
    .execute()
}

export async function deleteFile(
  tx: Tx,
  { reportId, id }: { reportId: string; id: string },
): Promise<boolean> {
  const row = await tx
    .deleteFrom('reports_files')
    .where('report_id', '=', reportId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
