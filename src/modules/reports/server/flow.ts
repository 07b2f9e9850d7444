import { periodRange } from '#base/period.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { allSections, type ReportContent } from '../shared/content.ts'
import type { ReportStep, Signature, TakeStep } from '../shared/contract.ts'
import { stateAfter } from '../shared/flow.ts'
import { reportsProblem } from '../shared/problems.ts'
import { requireSound } from './check.ts'
import { author } from './commands.ts'
import { markDuties } from './duty-marks.ts'
import { findOwnReportId, lockReport, updateState, type StoredReport } from './queries.ts'
import { findStep, insertStep, insertVersion, isNumberUsed } from './queries-flow.ts'
import { getStoredReport, reportContent } from './read.ts'
import { requireDoing } from './standing.ts'

/**
 * Takes a step of the flow, once. The same id again, after an answer that was lost, is answered with the step as it was
 * taken, whatever happened to the report since.
 */
export async function takeStep(context: Writing, reportId: string, input: TakeStep): Promise<ReportStep> {
  const { actor, tx } = context
  await lockReport(tx, reportId)
  const report = await getStoredReport(tx, actor, reportId)
  const earlier = await findStep(tx, reportId, input.id)
  if (earlier) return earlier
  await requireDoing(tx, actor, report, input.kind)
  const version = await prepare(context, report, input)
  const step = await writeStep(context, report, input, version)
  await markDuties(tx, report, step)
  await audit(tx, actor, actions[input.kind], reportId, {
    after: { version: version?.number ?? null, sha256: version?.sha256 ?? null },
  })
  return step
}

const actions = {
  send: 'reports.sent',
  return: 'reports.returned',
  accept: 'reports.accepted',
  sign: 'reports.signed',
  reopen: 'reports.reopened',
} as const

type Frozen = { number: number; sha256: string }

/** What a step asks for and keeps before the state changes: checks and a frozen copy. */
async function prepare(context: Writing, report: StoredReport, input: TakeStep): Promise<Frozen | undefined> {
  if (input.kind === 'send') {
    await requireSound(context.tx, report)
    return freeze(context, report, null)
  }
  if (input.kind === 'sign') {
    if (report.state !== 'accepted') await requireSound(context.tx, report)
    await requireSignable(context, report, input)
    const { documentNumber, signedOn, signerName, signerTitle } = input
    return freeze(context, report, { documentNumber, signedOn, signerName, signerTitle })
  }
  if (input.kind === 'reopen') await requireReopenable(context, report, input.parts)
  return undefined
}

async function freeze(
  { actor, tx, clock }: Writing,
  report: StoredReport,
  signature: Signature | null,
): Promise<Frozen> {
  return insertVersion(tx, {
    reportId: report.id,
    areaId: report.areaId,
    areaLft: report.areaLft,
    kind: signature ? 'signed' : 'sent',
    content: await reportContent(tx, report),
    signature,
    by: author(actor),
    at: clock.now().toISOString(),
  })
}

async function requireSignable(
  { tx, clock }: Writing,
  { areaId, period }: StoredReport,
  { documentNumber, signedOn }: Signature,
): Promise<void> {
  if (signedOn > clock.today() || signedOn < periodRange(period).from)
    throw reportsProblem('reports.signed-day')
  if (await isNumberUsed(tx, { areaId, documentNumber, signedOn }))
    throw reportsProblem('reports.number-used', { number: documentNumber, year: signedOn.slice(0, 4) })
}

/** One report of a unit, a plan and a period is open at a time; what is to be opened must be in the report. */
async function requireReopenable(
  { tx }: Writing,
  report: StoredReport,
  parts: readonly string[] | null,
): Promise<void> {
  const current = await findOwnReportId(tx, report)
  if (report.state === 'signed' && current !== undefined && current !== report.id)
    throw reportsProblem('reports.other-open')
  const known = partKeys(await reportContent(tx, report))
  if (parts?.some((part) => !known.has(part))) throw reportsProblem('reports.nothing-to-return')
}

function partKeys(content: ReportContent): Set<string> {
  return new Set([...allSections(content), ...content.tables].map(({ key }) => key))
}

async function writeStep(
  { actor, tx, clock }: Writing,
  report: StoredReport,
  input: TakeStep,
  version: Frozen | undefined,
): Promise<ReportStep> {
  const at = clock.now().toISOString()
  const toState = stateAfter(input.kind)
  await updateState(tx, report.id, {
    state: toState,
    openParts: input.kind === 'reopen' ? input.parts : null,
    ...(input.kind === 'sign' ? { finishedAt: at, by: actor.accountId } : {}),
  })
  const step: ReportStep = {
    id: input.id,
    kind: input.kind,
    fromState: report.state,
    toState,
    reason: 'reason' in input ? input.reason : null,
    version: version?.number ?? null,
    byName: actor.name,
    byPlace: actor.area.name,
    at,
  }
  await insertStep(tx, {
    reportId: report.id,
    areaLft: report.areaLft,
    byId: actor.accountId,
    ...step,
  })
  return step
}
