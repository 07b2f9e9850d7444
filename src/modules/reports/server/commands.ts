import { periodRange } from '#base/period.ts'
import type { Actor } from '#platform/actor.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { mayTypeCell } from '../shared/assemble.ts'
import type { BuildReport, Report, TypeCell, WriteSection } from '../shared/contract.ts'
import { reportsProblem } from '../shared/problems.ts'
import { computeReport } from './facts.ts'
import { currentOutline, getOutline } from './outline.ts'
import { findReportPlan, getReportPlan } from './plan.ts'
import {
  deleteTypedCell,
  findDraftId,
  findReport,
  freezeReport,
  insertReport,
  lockReport,
  saveSection,
  updateComputed,
  upsertTypedCell,
  type StoredReport,
} from './queries.ts'
import { getReport, getStoredReport, reportContent } from './read.ts'

/** Makes the report of a place on a plan and a period; one that is already being written is given back. */
export async function buildReport(context: Writing, input: BuildReport): Promise<Report> {
  const { actor, tx, clock } = context
  const earlier = (await findReport(tx, actor.area, input.id))?.id ?? (await findDraft(context, input))
  if (earlier) return getReport(tx, actor, earlier)

  const area = await getReportingArea(context, input.areaId ?? actor.area.id)
  if (periodRange(input.period).from > clock.today()) throw reportsProblem('reports.future-period')
  const outline = await getOutline(currentOutline)
  const plan = await getReportPlan(tx, actor, input.planId, input.period)
  const province = area.kind === 'commune' && area.parentId ? await getArea(tx, area.parentId) : undefined
  const subject = { area, province, plan, period: input.period, today: clock.today() }
  await insertReport(tx, {
    id: input.id,
    areaId: area.id,
    areaLft: area.lft,
    planId: plan.id,
    period: input.period,
    outlineVersion: outline.version,
    plan,
    computed: await computeReport(tx, outline, subject),
    at: clock.now().toISOString(),
    by: actor.accountId,
  })
  const made = (await findDraft(context, input)) ?? input.id
  if (made === input.id) await audit(tx, actor, 'reports.built', made, { after: { period: input.period } })
  return getReport(tx, actor, made)
}

function findDraft(
  { tx, actor }: Writing,
  { areaId, planId, period }: BuildReport,
): Promise<string | undefined> {
  return findDraftId(tx, { areaId: areaId ?? actor.area.id, planId, period })
}

async function getReportingArea({ tx, actor }: Writing, areaId: string): Promise<Area> {
  const area = await getArea(tx, areaId)
  if (area.lft < actor.area.lft || area.lft > actor.area.rgt) throw reportsProblem('reports.outside-area')
  if (area.kind !== 'province' && area.kind !== 'commune') throw reportsProblem('reports.wrong-level')
  return area
}

/** Takes the numbers anew; what people typed and wrote stays. */
export async function refreshReport(context: Writing, id: string): Promise<Report> {
  const { actor, tx, clock } = context
  const stored = await getDraft(context, id)
  const area = await getArea(tx, stored.areaId)
  const province = area.kind === 'commune' && area.parentId ? await getArea(tx, area.parentId) : undefined
  const plan = (await findReportPlan(tx, actor, stored.planId, stored.period)) ?? stored.plan
  const subject = { area, province, plan, period: stored.period, today: clock.today() }
  const computed = await computeReport(tx, await getOutline(stored.outlineVersion), subject)
  await updateComputed(tx, id, { computed, plan, at: clock.now().toISOString() })
  await audit(tx, actor, 'reports.refreshed', id)
  return getReport(tx, actor, id)
}

/** A number from a person: stands over the computed one, with who and why. */
export async function typeCell(context: Writing, id: string, key: string, input: TypeCell): Promise<Report> {
  const { actor, tx, clock } = context
  const stored = await getDraft(context, id)
  if (!mayTypeCell(await reportContent(tx, stored), key)) throw reportsProblem('reports.unknown-cell')
  if (input.source === 'computed') await deleteTypedCell(tx, id, key)
  else
    await upsertTypedCell(tx, {
      reportId: id,
      areaLft: stored.areaLft,
      key,
      source: input.source,
      value: input.source === 'typed' ? input.value : null,
      reason: input.reason,
      by: author(actor),
      at: clock.now().toISOString(),
    })
  await audit(tx, actor, 'reports.cell-typed', id, { after: { key, source: input.source } })
  return getReport(tx, actor, id)
}

/** Two people in one section: who saves second is told, and nothing of either is lost. */
export async function writeSection(
  context: Writing,
  id: string,
  key: string,
  input: WriteSection,
): Promise<Report> {
  const { actor, tx, clock } = context
  const stored = await getDraft(context, id)
  const { parts } = await reportContent(tx, stored)
  const section = parts.flatMap((part) => part.sections).find((candidate) => candidate.key === key)
  if (!section) throw reportsProblem('reports.unknown-section')
  const alreadySaved = section.version === input.version + 1 && section.text === input.text
  if (!alreadySaved) {
    const text = { reportId: id, areaLft: stored.areaLft, key, text: input.text, by: author(actor) }
    const saved = await saveSection(tx, { ...text, at: clock.now().toISOString() }, input.version)
    if (!saved) throw reportsProblem('reports.section-changed')
    await audit(tx, actor, 'reports.section-written', id, { after: { key } })
  }
  return getReport(tx, actor, id)
}

/** Freezes numbers and words. A later correction is a new report. */
export async function finishReport(context: Writing, id: string): Promise<Report> {
  const { actor, tx, clock } = context
  await lockReport(tx, id)
  const stored = await getStoredReport(tx, actor, id)
  if (stored.state === 'draft') {
    const content = await reportContent(tx, stored)
    await freezeReport(tx, id, { content, at: clock.now().toISOString(), by: actor.accountId })
    await audit(tx, actor, 'reports.finished', id)
  }
  return getReport(tx, actor, id)
}

async function getDraft({ actor, tx }: Writing, id: string): Promise<StoredReport> {
  await lockReport(tx, id)
  const stored = await getStoredReport(tx, actor, id)
  if (stored.state === 'done') throw reportsProblem('reports.done')
  return stored
}

function author({ accountId, name }: Actor): { id: string; name: string } {
  return { id: accountId, name }
}
