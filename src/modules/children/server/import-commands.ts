import type { Reading, UploadedFile, Writing } from '#platform/http/route.ts'
import { sendJob } from '#platform/jobs/jobs.ts'
import type { Db } from '#platform/db/types.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { findArea } from '#modules/areas/server/public.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import type { DecideHeld, ImportRows, ImportRun, RowState } from '../shared/contract-import.ts'
import { childrenProblem } from '../shared/problems.ts'
import { seenRow } from './import-sight.ts'
import * as store from './queries-import.ts'

/** Row-level security leaves out runs of other communes: they are not found. */
export async function getRun(db: Db, id: string): Promise<ImportRun> {
  const run = await store.findRun(db, id)
  if (!run) throw childrenProblem('children.import-not-found')
  return run
}

/** Keeps the file and has it read by a job. Sent again with the same id it gives the first answer. */
export async function uploadRoster(
  { actor, tx }: Writing,
  { id, communeId, file }: { id: string; communeId: string | undefined; file: UploadedFile },
): Promise<ImportRun> {
  const earlier = await store.findRun(tx, id)
  if (earlier) return earlier
  const commune = await findArea(tx, communeId ?? actor.area.id)
  if (commune?.kind !== 'commune') throw childrenProblem('children.import-needs-commune')
  if (!isWithin(commune, actor.area)) throw childrenProblem('children.outside-area')
  const run = {
    id,
    communeId: commune.id,
    areaLft: commune.lft,
    fileName: file.name.slice(0, 200),
    createdBy: actor.accountId,
  }
  await store.insertRun(tx, run, file.bytes)
  await audit(tx, actor, 'children.roster-uploaded', id)
  await sendJob(tx, 'children.read-roster', { runId: id, range: { lft: commune.lft, rgt: commune.rgt } })
  return getRun(tx, id)
}

/** By row number after `after`; `next` null at the end. Numbers and names as this person may see them. */
export async function listRunRows(
  { actor, db }: Reading,
  {
    runId,
    states,
    after,
    limit,
  }: { runId: string; states: readonly RowState[]; after: number; limit: number },
): Promise<ImportRows> {
  const run = await getRun(db, runId)
  const rows = await store.listRows(db, runId, { states, after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return {
    rows: shown.map((row) => seenRow(row, run, actor)),
    next: rows.length > limit ? (shown.at(-1)?.rowNumber ?? null) : null,
  }
}

/** What a person says of held rows: the same child (nothing is imported) or another child (it is). */
export async function decideHeld(
  { actor, tx }: Writing,
  { runId, decision, rows }: DecideHeld & { runId: string },
): Promise<ImportRun> {
  const run = await getLocked({ tx }, runId)
  if (run.status !== 'checked' && run.status !== 'imported')
    throw childrenProblem('children.import-not-ready')
  await store.decideRows(tx, runId, { rows, state: decision === 'held' ? 'held' : `decided-${decision}` })
  await store.countRows(tx, runId, run.status)
  await audit(tx, actor, 'children.roster-decided', runId, {
    after: { decision, rows: rows?.length ?? 'all' },
  })
  return getRun(tx, runId)
}

/** Has the accepted rows taken over; confirmed twice they are taken over once. */
export async function confirmImport({ actor, tx }: Writing, runId: string): Promise<ImportRun> {
  const run = await getLocked({ tx }, runId)
  if (run.status === 'writing') return run
  const isReady = run.status === 'checked' || run.status === 'imported'
  if (isReady && run.takenRows === 0 && run.importedRows > 0) return run
  if (!isReady || run.takenRows === 0) throw childrenProblem('children.import-not-ready')
  const commune = await findArea(tx, run.communeId)
  if (!commune) throw childrenProblem('children.import-needs-commune')
  await store.setStatus(tx, runId, 'writing')
  await audit(tx, actor, 'children.roster-confirmed', runId, { after: { rows: run.takenRows } })
  await sendJob(tx, 'children.write-roster', { runId, range: { lft: commune.lft, rgt: commune.rgt } })
  return getRun(tx, runId)
}

/** Gives up an import that is not taken over yet; its rows and file are deleted. */
export async function cancelImport({ actor, tx }: Writing, runId: string): Promise<ImportRun> {
  const run = await getLocked({ tx }, runId)
  if (run.status === 'cancelled' || run.status === 'refused') return run
  if (run.status === 'writing' || run.status === 'imported')
    throw childrenProblem('children.import-not-ready')
  await store.endRun(tx, runId, { status: 'cancelled' })
  await audit(tx, actor, 'children.roster-cancelled', runId)
  return getRun(tx, runId)
}

async function getLocked({ tx }: Pick<Writing, 'tx'>, runId: string): Promise<ImportRun> {
  await store.lockRun(tx, runId)
  return getRun(tx, runId)
}
