import type { Db, Tx } from '#platform/db/types.ts'
import { Run } from '../shared/contract.ts'

const columns = ['id', 'step', 'state', 'total', 'done', 'refusal'] as const

/** The newest run of a case. */
export async function findLastRun(db: Db, caseId: string): Promise<Run | null> {
  const row = await db
    .selectFrom('reorganisation_runs')
    .select(columns)
    .where('case_id', '=', caseId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ? Run.parse(row) : null
}

/** When the run last gave a sign of life. */
export async function findTouched(db: Db, runId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('reorganisation_runs')
    .select('touched_at')
    .where('id', '=', runId)
    .executeTakeFirst()
  return row?.touched_at
}

export type NewRun = {
  id: string
  caseId: string
  areaLft: number
  step: Run['step']
  total: number
  askedBy: string
  grantId: string
  at: string
}

export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  await tx
    .insertInto('reorganisation_runs')
    .values({
      ...{ id: run.id, case_id: run.caseId, area_lft: run.areaLft, step: run.step, total: run.total },
      ...{ asked_by: run.askedBy, grant_id: run.grantId, asked_at: run.at, touched_at: run.at },
    })
    .execute()
}

export type BegunRun = { caseId: string; step: Run['step']; askedBy: string; grantId: string }

/** Begins a run, or begins it again after a kill; undefined when it is over. */
export async function beginRun(tx: Tx, runId: string, at: string): Promise<BegunRun | undefined> {
  const row = await tx
    .updateTable('reorganisation_runs')
    .set({ state: 'running', done: 0, touched_at: at })
    .where('id', '=', runId)
    .where('state', 'in', ['waiting', 'running'])
    .returning(['case_id as caseId', 'step', 'asked_by as askedBy', 'grant_id as grantId'])
    .executeTakeFirst()
  return row && { ...row, step: Run.shape.step.parse(row.step) }
}

/** Children registered since the preview may bring more than were counted. */
export async function noteProgress(
  tx: Tx,
  runId: string,
  { done, at }: { done: number; at: string },
): Promise<void> {
  await tx
    .updateTable('reorganisation_runs')
    .set((set) => ({ done: set.fn('least', [set.val(done), set.ref('total')]), touched_at: at }))
    .where('id', '=', runId)
    .where('state', '=', 'running')
    .execute()
}

/** Over: done, or refused for a reason. Over already, it stays as it is. */
export async function endRun(
  tx: Tx,
  runId: string,
  { refusal, at }: { refusal: Run['refusal']; at: string },
): Promise<void> {
  await tx
    .updateTable('reorganisation_runs')
    .set((set) => ({
      ...{ state: refusal ? 'failed' : 'done', refusal: refusal && JSON.stringify(refusal) },
      ...{ done: refusal ? 0 : set.ref('total'), touched_at: at, ended_at: at },
    }))
    .where('id', '=', runId)
    .where('state', 'in', ['waiting', 'running'])
    .execute()
}
