import { createHash } from 'node:crypto'
import { tidy } from '#base/text.ts'
import { mediaTypeOf, officeFiles } from '#base/file-kinds.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { FileReply, UploadedFile, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { ReportFile } from '../shared/contract-check.ts'
import { maxFiles } from '../shared/files.ts'
import { reportsProblem } from '../shared/problems.ts'
import { author } from './commands.ts'
import { lockReport, type StoredReport } from './queries.ts'
import { deleteFile, findFileBytes, insertFile, listFiles } from './queries-files.ts'
import { getStoredReport } from './read.ts'
import { requireDoing, standingOf } from './standing.ts'

/** Attaches a file. The scan of the signed document comes after signing, any other file while one writes. */
export async function attachFile(
  context: Writing,
  reportId: string,
  { id, kind, file }: { id: string; kind: ReportFile['kind']; file: UploadedFile },
): Promise<ReportFile[]> {
  const { actor, tx, clock } = context
  await lockReport(tx, reportId)
  const report = await getStoredReport(tx, actor, reportId)
  const files = await listFiles(tx, reportId)
  if (files.some((earlier) => earlier.id === id)) return files
  await requireFileTime(context, report, kind)
  if (files.length >= maxFiles) throw reportsProblem('reports.too-many-files', { count: String(maxFiles) })
  const mediaType = mediaTypeOf(file.name, file.bytes, officeFiles)
  if (!mediaType) throw reportsProblem('reports.file-kind')
  await insertFile(tx, report, {
    ...{ id, kind, name: tidy(file.name).slice(-200), mediaType, bytes: file.bytes },
    size: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    addedAt: clock.now().toISOString(),
    by: author(actor),
  })
  await audit(tx, actor, 'reports.file-attached', reportId, { after: { kind } })
  return listFiles(tx, reportId)
}

async function requireFileTime(
  { actor, tx }: Writing,
  report: StoredReport,
  kind: ReportFile['kind'],
): Promise<void> {
  if (kind === 'attached') {
    await requireDoing(tx, actor, report, 'write')
    return
  }
  const { side, state } = await standingOf(tx, actor, report)
  if (side !== 'own') throw reportsProblem('reports.not-yours')
  if (state !== 'signed') throw reportsProblem('reports.not-now')
}

/** While the report is being written; taken away twice it is taken away once. */
export async function removeFile(
  context: Writing,
  { reportId, fileId }: { reportId: string; fileId: string },
): Promise<ReportFile[]> {
  const { actor, tx } = context
  await lockReport(tx, reportId)
  const report = await getStoredReport(tx, actor, reportId)
  await requireDoing(tx, actor, report, 'write')
  if (await deleteFile(tx, { reportId, id: fileId })) await audit(tx, actor, 'reports.file-removed', reportId)
  return listFiles(tx, reportId)
}

export async function openFile(
  db: Db,
  actor: Actor,
  { reportId, fileId }: { reportId: string; fileId: string },
): Promise<FileReply> {
  const report = await getStoredReport(db, actor, reportId)
  const file = await findFileBytes(db, { reportId: report.id, id: fileId })
  if (!file) throw reportsProblem('reports.no-such-file')
  return { fileName: file.name, mediaType: file.mediaType, bytes: file.bytes }
}
