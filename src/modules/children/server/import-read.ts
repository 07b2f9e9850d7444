import type { Day } from '#base/day.ts'
import { words } from '#base/text.ts'
import { Problem } from '#base/problem.ts'
import type { JobContext } from '#platform/jobs/jobs.ts'
import type { Range, Tx } from '#platform/db/types.ts'
import { fileRefusal } from '#platform/files/problems.ts'
import { readSpreadsheet, type SheetRow } from '#platform/files/spreadsheet.ts'
import { listChildAreas, villageKey } from '#modules/areas/server/public.ts'
import { foldedName } from '../shared/child-name.ts'
import { swappedDayMonth } from '../shared/duplicates.ts'
import { childrenProblem } from '../shared/problems.ts'
import { findLayout } from '../shared/roster/columns.ts'
import { rowReader, type RosterChild, type RowReading } from '../shared/roster/rows.ts'
import { markRegistered, markRepeated } from './import-match.ts'
import * as store from './queries-import.ts'

export type Scopes = Pick<JobContext, 'reading' | 'writing' | 'clock'>
export type RunKey = { runId: string; range: Range }

/** More unknown villages than any commune has: the column is something else. */
const mostNewVillages = 200

/**
 * Reads the uploaded file of a run into rows, then looks for duplicates. Each batch is a transaction of its own,
 * so that progress shows and a cancelling is seen; begun again it starts from nothing.
 */
export async function readRoster(scopes: Scopes, { runId, range }: RunKey): Promise<void> {
  const begun = await scopes.writing(range, (tx) => beginReading(tx, runId))
  if (!begun) return
  try {
    await stageFile(scopes, { runId, range }, begun)
    await scopes.writing(range, (tx) => finishReading(tx, runId, scopes.clock.today()))
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    const failure = { code: cause.code, vi: cause.text('vi'), en: cause.text('en') }
    await scopes.writing(range, (tx) => store.endRun(tx, runId, { status: 'refused', failure }))
  }
}

type Begun = { name: string; bytes: Buffer; areaLft: number }

async function beginReading(tx: Tx, runId: string): Promise<Begun | undefined> {
  const status = await store.lockRun(tx, runId)
  if (status !== 'waiting' && status !== 'reading') return undefined
  const [run, bytes] = [await store.findRun(tx, runId), await store.findFile(tx, runId)]
  const areaLft = await store.findAreaLft(tx, runId)
  if (!run || !bytes || areaLft === undefined) return undefined
  await store.resetRows(tx, runId)
  return { name: run.fileName, bytes, areaLft }
}

async function stageFile({ writing, clock }: Scopes, { runId, range }: RunKey, file: Begun): Promise<void> {
  let read: ((row: SheetRow) => RowReading) | undefined
  let stopped: 'cancelled' | 'wrong-columns' | undefined
  let childRows = 0
  let storing: Promise<boolean> = Promise.resolve(true)
  const end = await readSpreadsheet(file, async (rows) => {
    if (stopped) return
    if (!read) {
      const found = findLayout(rows)
      if (!found.ok) return void (stopped = 'wrong-columns')
      read = rowReader(found.layout, clock.today())
      await writing(range, (tx) => store.setLayout(tx, runId, found.layout.columns))
    }
    const staged = rows.flatMap((row) => toStaged(row, read?.(row)))
    childRows += staged.length
    if (!(await storing)) return void (stopped = 'cancelled')
    // The next rows are read from the file while these are stored.
    storing = writing(range, (tx) => stageRows(tx, { runId, areaLft: file.areaLft }, staged))
    storing.catch(() => undefined)
  })
  await storing
  if (!end.ok) throw fileRefusal(end.reason, end.limit)
  if (stopped === 'wrong-columns') throw childrenProblem('children.import-wrong-columns')
  if (childRows === 0) throw childrenProblem('children.import-no-rows')
}

async function stageRows(
  tx: Tx,
  run: { runId: string; areaLft: number },
  rows: readonly store.StagedRow[],
): Promise<boolean> {
  const isGoingOn = await store.addRowsRead(tx, run.runId, rows.length)
  if (isGoingOn) await store.insertRows(tx, run, rows)
  return isGoingOn
}

/** A zero character cannot be stored in PostgreSQL; no real file holds one. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '')
}

function toStaged(row: SheetRow, reading: RowReading | undefined): store.StagedRow[] {
  if (!reading || reading.outcome === 'skipped') return []
  const common = { rowNumber: row.number, cells: row.cells.map((cell) => storable(cell.text)) }
  if (reading.outcome === 'taken') {
    return [
      { ...common, state: 'taken', reasons: reading.notes, child: reading.child, ...keysOf(reading.child) },
    ]
  }
  const keys = { nameFolded: null, bornOn: null, bornSwapped: null, motherFolded: null, personalId: null }
  const reasons = reading.reasons.map((one) => ({ ...one, value: storable(one.value) }))
  return [{ ...common, state: 'refused', reasons, child: null, ...keys }]
}

function keysOf(child: RosterChild) {
  const mother = child.carers.find(({ relation }) => relation === 'mother')
  return {
    nameFolded: child.unnamed ? '' : foldedName(child.fullName),
    bornOn: child.bornOn,
    bornSwapped: swappedDayMonth(child.bornOn) ?? null,
    motherFolded: mother ? words(mother.fullName).join(' ') : null,
    personalId: child.personalId,
  }
}

async function finishReading(tx: Tx, runId: string, today: Day): Promise<void> {
  const status = await store.lockRun(tx, runId)
  const run = await store.findRun(tx, runId)
  if (!run || status !== 'reading') return
  await markRegistered(tx, { runId, communeId: run.communeId })
  await markRepeated(tx, runId)
  const known = new Set((await listChildAreas(tx, run.communeId, today)).map(({ name }) => villageKey(name)))
  const missing = new Map<string, string>()
  for (const name of await store.listWrittenVillages(tx, runId)) {
    const key = villageKey(name)
    if (!known.has(key)) missing.set(key, name)
  }
  if (missing.size > mostNewVillages) {
    throw childrenProblem('children.import-too-many-villages', { count: missing.size })
  }
  await store.setNewVillages(tx, runId, [...missing.values()])
  await store.countRows(tx, runId, 'checked')
  await store.deleteFile(tx, runId)
}
