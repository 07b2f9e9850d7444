import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { newId } from '#base/id.ts'
import { type CliArguments, type CliContext, requireOption, requireWord } from '#platform/cli/command.ts'
import { everywhere } from '#platform/db/types.ts'
import { systemActor } from '#modules/accounts/server/public.ts'
import { findAreaByCode } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import type { ImportRun } from '../shared/contract-import.ts'
import { childrenProblem } from '../shared/problems.ts'
import { confirmImport, getRun, uploadRoster } from './import-commands.ts'
import { problemRows } from './import-documents.ts'
import { readRoster } from './import-read.ts'
import { writeRoster } from './import-write.ts'

/** Reads, checks and takes over a roster; refused and held rows stay for a person and go to --problems. */
export async function importRoster(args: CliArguments, context: CliContext): Promise<number> {
  const path = requireWord(args, 'tên tệp')
  const code = requireOption(args, 'area')
  const bytes = await readFile(path)
  const commune = await context.reading(everywhere, (db) => findAreaByCode(db, code, context.clock.today()))
  if (commune?.kind !== 'commune') throw childrenProblem('children.import-needs-commune')

  const runId = newId()
  const run = await runImport(context, { runId, commune, file: { name: basename(path), bytes } })
  const problems = args.options['problems']
  if (problems && run.status !== 'refused') await writeProblems(context, { runId, commune, path: problems })
  context.print(args.options['json'] ? JSON.stringify(run) : summaryOf(run))
  return run.status === 'refused' ? 1 : 0
}

type Asked = { runId: string; commune: Area; file: { name: string; bytes: Buffer } }

/** The steps of the page, one after the other; the jobs sent on the way find nothing left to do. */
async function runImport(context: CliContext, { runId, commune, file }: Asked): Promise<ImportRun> {
  const { clock, writing, reading } = context
  const range = { lft: commune.lft, rgt: commune.rgt }
  const actor = systemActor(commune)
  await writing(range, (tx) => uploadRoster({ actor, tx, clock }, { id: runId, communeId: commune.id, file }))
  context.note(`Đang đọc ${file.name} ...`)
  await readRoster({ reading, writing, clock }, { runId, range })
  const checked = await reading(range, (db) => getRun(db, runId))
  if (checked.status !== 'checked' || checked.takenRows === 0) return checked
  context.note(`Đang nhập ${checked.takenRows} trẻ ...`)
  await writing(range, (tx) => confirmImport({ actor, tx, clock }, runId))
  await writeRoster({ reading, writing, clock }, { runId, range })
  return reading(range, (db) => getRun(db, runId))
}

async function writeProblems(
  { reading }: CliContext,
  { runId, commune, path }: { runId: string; commune: Area; path: string },
): Promise<void> {
  const { bytes } = await reading(commune, (db) => problemRows({ db, actor: systemActor(commune) }, runId))
  await writeFile(path, bytes)
}

function summaryOf(run: ImportRun): string {
  if (run.failure) return run.failure.vi
  return [
    `Đã nhập ${run.importedRows} trẻ vào ${run.communeName} (tệp có ${run.totalRows} dòng).`,
    `Chưa nhập được: ${run.refusedRows} dòng. Có thể trùng, chờ quyết định: ${run.heldRows} dòng.`,
    `Đã có trong sổ: ${run.knownRows} dòng.`,
  ].join('\n')
}
