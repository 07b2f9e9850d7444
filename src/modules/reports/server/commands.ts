import { periodRange } from '#base/period.ts'
import type { Actor } from '#platform/actor.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { mayTypeCell } from '../shared/assemble.ts'
import { allCells, allSections, type ReportContent } from '../shared/content.ts'
import type { BuildReport, Report, TypeCell, WriteSection } from '../shared/contract.ts'
import { isOpenPart } from '../shared/flow.ts'
import { reportsProblem } from '../shared/problems.ts'
import { computeReport, type ReportSubject } from './facts.ts'
import { currentOutline, getOutline } from './outline.ts'
import { findReportPlan, getReportPlan } from './plan.ts'
import {
  findOwnReportId,
  findReport,
  insertReport,
  lockReport,
  updateComputed,
  type StoredReport,
} from './queries.ts'
import { deleteTypedCell, saveSection, saveTypedCell } from './queries-writing.ts'
import { getReport, getStoredReport, reportContent } from './read.ts'
import { requireDoing } from './standing.ts'

/** Makes the report of a place on a plan and a period; one that is there already is given back. */
export async function buildReport(context: Writing, input: BuildReport): Promise<Report> {
  const { actor, tx, clock } = context
  const earlier = (await findReport(tx, actor.area, input.id))?.id ?? (await findOwn(context, input))
  if (earlier) return getReport(tx, actor, earlier)
  const area = await getReportingArea(context, input.areaId ?? actor.area.id)
  if (periodRange(input.period).from > clock.today()) throw reportsProblem('reports.future-period')
  const outline = await getOutline(currentOutline)
  const plan = await getReportPlan(tx, actor, input.planId, input.period)
  const subject = await subjectOf(context, area, { plan, period: input.period })
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
  const made = (await findOwn(context, input)) ?? input.id
  if (made === input.id) await audit(tx, actor, 'reports.built', made, { after: { period: input.period } })
  return getReport(tx, actor, made)
}

function findOwn(
  { tx, actor }: Writing,
  { areaId, planId, period }: BuildReport,
): Promise<string | undefined> {
  return findOwnReportId(tx, { areaId: areaId ?? actor.area.id, planId, period })
}

async function getReportingArea({ tx, actor }: Writing, areaId: string): Promise<Area> {
  const area = await getArea(tx, areaId)
  if (!isWithin(area, actor.area)) throw reportsProblem('reports.outside-area')
  if (area.kind !== 'province' && area.kind !== 'commune') throw reportsProblem('reports.wrong-level')
  return area
}

/** A commune's report names the province above it. */
async function subjectOf(
  { tx, clock }: Writing,
  area: Area,
  about: Pick<ReportSubject, 'plan' | 'period'>,
): Promise<ReportSubject> {
  const province = area.kind === 'commune' && area.parentId ? await getArea(tx, area.parentId) : undefined
  return { ...about, area, province, today: clock.today() }
}

/** Takes the numbers anew; what people typed and wrote stays. After a partial reopening numbers stay as they are. */
export async function refreshReport(context: Writing, id: string): Promise<Report> {
  const { actor, tx, clock } = context
  const stored = await getInHand(context, id)
  if (stored.openParts !== null) throw reportsProblem('reports.part-closed')
  const area = await getArea(tx, stored.areaId)
  const plan = (await findReportPlan(tx, actor, stored.planId, stored.period)) ?? stored.plan
  const subject = await subjectOf(context, area, { plan, period: stored.period })
  const computed = await computeReport(tx, await getOutline(stored.outlineVersion), subject)
  await updateComputed(tx, id, { computed, plan, at: clock.now().toISOString() })
  await audit(tx, actor, area.kind === 'province' ? 'reports.consolidated' : 'reports.refreshed', id)
  return getReport(tx, actor, id)
}

/** A number from a person: stands over the computed one, with who and why. Two people at once: the second is told. */
export async function typeCell(context: Writing, id: string, key: string, input: TypeCell): Promise<Report> {
  const { actor, tx, clock } = context
  const stored = await getInHand(context, id)
  const content = await reportContent(tx, stored)
  if (!mayTypeCell(content, key)) throw reportsProblem('reports.unknown-cell')
  requireOpen(stored, key.slice(0, key.indexOf('.')))
  const saved =
    input.source === 'computed'
      ? await deleteTypedCell(tx, { reportId: id, key }, input.version)
      : await saveTypedCell(
          tx,
          {
            ...{ reportId: id, areaLft: stored.areaLft, key, source: input.source, reason: input.reason },
            value: input.source === 'typed' ? input.value : null,
            by: author(actor),
            at: clock.now().toISOString(),
          },
          input.version,
        )
  if (saved) await audit(tx, actor, 'reports.cell-typed', id, { after: { key, source: input.source } })
  else if (!isAlreadyTyped(content, key, input)) throw reportsProblem('reports.cell-changed')
  return getReport(tx, actor, id)
}

/** The same typing once more, after a lost answer. */
function isAlreadyTyped(content: ReportContent, key: string, input: TypeCell): boolean {
  const cell = allCells(content).find((candidate) => candidate.key === key)
  if (input.source === 'computed') return cell?.typed === null
  const value = input.source === 'typed' ? input.value : null
  return (
    cell?.typed?.version === input.version + 1 &&
    cell.source === input.source &&
    cell.value === value &&
    cell.typed.reason === input.reason
  )
}

/** Two people in one section: who saves second is told, and nothing of either is lost. */
export async function writeSection(
  context: Writing,
  id: string,
  key: string,
  input: WriteSection,
): Promise<Report> {
  const { actor, tx, clock } = context
  const stored = await getInHand(context, id)
  const content = await reportContent(tx, stored)
  const section = allSections(content).find((candidate) => candidate.key === key)
  if (!section) throw reportsProblem('reports.unknown-section')
  requireOpen(stored, key)
  const alreadySaved = section.version === input.version + 1 && section.text === input.text
  if (!alreadySaved) {
    const text = { reportId: id, areaLft: stored.areaLft, key, text: input.text, by: author(actor) }
    const saved = await saveSection(tx, { ...text, at: clock.now().toISOString() }, input.version)
    if (!saved) throw reportsProblem('reports.section-changed')
    await audit(tx, actor, 'reports.section-written', id, { after: { key } })
  }
  return getReport(tx, actor, id)
}

function requireOpen({ openParts }: StoredReport, part: string): void {
  if (!isOpenPart(openParts, part)) throw reportsProblem('reports.part-closed')
}

/** The report, held until the end of the transaction, while it may be written in. */
export async function getInHand({ actor, tx }: Writing, id: string): Promise<StoredReport> {
  await lockReport(tx, id)
  const stored = await getStoredReport(tx, actor, id)
  await requireDoing(tx, actor, stored, 'write')
  return stored
}

export function author({ accountId, name }: Actor): { id: string; name: string } {
  return { id: accountId, name }
}
