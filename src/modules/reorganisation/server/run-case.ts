import { formatDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import type { Range } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { type JobContext, sendJob } from '#platform/jobs/jobs.ts'
import { audit, findActor } from '#modules/accounts/server/public.ts'
import { isUnderWay, type ReorganisationCase, type Run } from '../shared/contract.ts'
import { reorganisationProblem } from '../shared/problems.ts'
import { applyCaseById, getCase, getStoredCase, undoCaseById } from './commands.ts'
import { lockCase, type StoredCase } from './queries.ts'
import { beginRun, endRun, findLastRun, findTouched, insertRun, noteProgress } from './queries-runs.ts'

type Step = Run['step']

const steps = { apply: applyCaseById, undo: undoCaseById }

/** Up to so many children and units are moved while the person waits, about 3 s; for more a job does it. */
const mostChildrenAtOnce = 2_000
const mostUnitsAtOnce = 200

function isLarge({ preview }: StoredCase): boolean {
  if (!preview) return false
  return (
    preview.total.children > mostChildrenAtOnce || preview.old.length + preview.new.length > mostUnitsAtOnce
  )
}

/** Applies or undoes a case: a small one at once, a large one by a job that the page watches. */
export async function takeStep(context: Writing, caseId: string, step: Step): Promise<ReorganisationCase> {
  const { actor, tx } = context
  await lockCase(tx, caseId)
  const found = await getStoredCase(tx, actor, caseId)
  const isOver = found.state === (step === 'apply' ? 'applied' : 'undone')
  if (isOver || !isLarge(found)) return steps[step](context, caseId)
  refuseEarly(context, found, step)
  await askRun(context, found, step)
  return getCase(tx, actor, caseId)
}

/** What is known to be refused is refused before a job is queued. */
function refuseEarly({ clock }: Writing, { state, decision }: StoredCase, step: Step): void {
  if (step === 'undo' && state !== 'applied') throw reorganisationProblem('reorganisation.not-applied')
  if (step === 'apply' && state === 'draft') throw reorganisationProblem('reorganisation.preview-first')
  if (step === 'apply' && decision.effectiveOn > clock.today())
    throw reorganisationProblem('reorganisation.too-early', { day: formatDay(decision.effectiveOn) })
}

/** Milliseconds without a sign of life after which a run counts as lost, tries of the job included. */
const lostAfter = 3 * 60_000

async function askRun({ actor, tx, clock }: Writing, found: StoredCase, step: Step): Promise<void> {
  const at = clock.now().toISOString()
  const last = await findLastRun(tx, found.id)
  if (last && isUnderWay(last)) {
    const touched = await findTouched(tx, last.id)
    if (touched !== undefined && clock.now().getTime() - Date.parse(touched) < lostAfter) return
    await endRun(tx, last.id, { refusal: refusalOf(reorganisationProblem('reorganisation.run-lost')), at })
  }
  const id = newId()
  await insertRun(tx, {
    ...{ id, caseId: found.id, areaLft: found.areaLft, step, at },
    ...{ total: found.preview?.total.children ?? 0, askedBy: actor.accountId, grantId: actor.grantId },
  })
  await audit(tx, actor, 'reorganisation.run-asked', found.id, { after: { step } })
  const { lft, rgt } = actor.area
  await sendJob(tx, 'reorganisation.run', { runId: id, range: { lft, rgt } })
}

function refusalOf(problem: Problem): Run['refusal'] {
  return { code: problem.code, vi: problem.text('vi'), en: problem.text('en') }
}

export type Scopes = Pick<JobContext, 'writing' | 'clock'>

/**
 * Takes the step in one transaction; how far it is goes out by transactions of its own. A kill leaves nothing of it,
 * and the job begins again.
 */
export async function runCase(
  { writing, clock }: Scopes,
  { runId, range }: { runId: string; range: Range },
): Promise<void> {
  const at = () => clock.now().toISOString()
  const run = await writing(range, (tx) => beginRun(tx, runId, at()))
  if (!run) return
  try {
    await writing(range, async (tx) => {
      const asked = { personId: run.askedBy, grantId: run.grantId, today: clock.today() }
      const actor = await findActor(tx, asked)
      if (!actor?.capabilities.has('areas.reorganise'))
        throw reorganisationProblem('reorganisation.grant-ended')
      await steps[run.step]({ actor, tx, clock }, run.caseId, (done) =>
        writing(range, (own) => noteProgress(own, runId, { done, at: at() })),
      )
      await endRun(tx, runId, { refusal: null, at: at() })
    })
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    await writing(range, (tx) => endRun(tx, runId, { refusal: refusalOf(cause), at: at() }))
  }
}
