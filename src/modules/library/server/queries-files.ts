import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import type { LibraryFile } from '../shared/contract.ts'

type NewFile = {
  id: string
  documentId: string
  areaLft: number
  name: string
  mediaType: string
  bytes: Uint8Array
  by: string
}

/** Becomes the present file of its document; the one before stays and can be opened. */
export async function saveFile(tx: Tx, { documentId, areaLft, mediaType, ...file }: NewFile): Promise<void> {
  await tx
    .updateTable('library_files')
    .set({ replaced_at: sql`now()` })
    .where('document_id', '=', documentId)
    .where('replaced_at', 'is', null)
    .execute()
  await tx
    .insertInto('library_files')
    .values({
      ...{ id: file.id, document_id: documentId, area_lft: areaLft, name: file.name, media_type: mediaType },
      ...{ bytes: Buffer.from(file.bytes), added_by: file.by },
    })
    .execute()
}

/** The present one first, then the latest. */
export async function listFiles(db: Db, documentId: string): Promise<LibraryFile[]> {
  return db
    .selectFrom('library_files')
    .select(['id', 'name', 'added_at as at', 'replaced_at as replacedAt'])
    .where('document_id', '=', documentId)
    .orderBy(sql`replaced_at desc nulls first`)
    .execute()
}

export type StoredFile = { id: string; fileName: string; mediaType: string; bytes: Uint8Array }

/** The present file, or the one with this id. */
export async function findFile(db: Db, documentId: string, fileId?: string): Promise<StoredFile | undefined> {
  const files = db
    .selectFrom('library_files')
    .select(['id', 'name as fileName', 'media_type as mediaType', 'bytes'])
    .where('document_id', '=', documentId)
  return fileId === undefined
    ? files.where('replaced_at', 'is', null).executeTakeFirst()
    : files.where('id', '=', fileId).executeTakeFirst()
}
