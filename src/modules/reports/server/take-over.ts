import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea } from '#modules/areas/server/public.ts'
import type { Report } from '../shared/contract.ts'
import { takeOver } from '../shared/merge-parts.ts'
import { reportsProblem } from '../shared/problems.ts'
import { author, getInHand } from './commands.ts'
import { lockReport, setMerged, type StoredReport } from './queries.ts'
import { insertStep } from './queries-flow.ts'
import { listTypedCells, listWrittenSections, saveSection, saveTypedCell } from './queries-writing.ts'
import { getReport, getStoredReport } from './read.ts'

/** The draft of a unit that went into this one gives its numbers and words to the one report of the new unit. */
export async function takeOverPart(
  context: Writing,
  id: string,
  { id: stepId, partId }: { id: string; partId: string },
): Promise<Report> {
  const { actor, tx, clock } = context
  const report = await getInHand(context, id)
  await lockReport(tx, partId)
  const part = await getStoredReport(tx, actor, partId)
  if (part.mergedInto === id) return getReport(tx, actor, id)
  if (!isPartOf(part, report)) throw reportsProblem('reports.not-a-part')
  const written = await listWrittenSections(tx, id)
  const taken = takeOver(
    { typed: await listTypedCells(tx, id), written },
    {
      name: (await getArea(tx, part.originAreaId)).name,
      typed: await listTypedCells(tx, partId),
      written: await listWrittenSections(tx, partId),
    },
  )
  const [at, by] = [clock.now().toISOString(), author(actor)]
  const placed = { reportId: id, areaLft: report.areaLft, by, at }
  for (const { key, source, value, reason } of taken.typed)
    await saveTypedCell(tx, { ...placed, key, source, value, reason }, 0)
  for (const { key, text } of taken.texts) {
    const version = written.find((section) => section.key === key)?.version ?? 0
    await saveSection(tx, { ...placed, key, text: text.slice(0, 20_000) }, version)
  }
  await setMerged(tx, partId, id)
  await insertStep(tx, {
    ...{ reportId: partId, areaLft: part.areaLft, byId: actor.accountId, id: stepId, kind: 'merge' },
    ...{ fromState: part.state, toState: 'merged', reason: null, version: null, at },
    ...{ byName: actor.name, byPlace: actor.area.name },
  })
  await audit(tx, actor, 'reports.merged', id, { after: { part: partId } })
  return getReport(tx, actor, id)
}

function isPartOf(part: StoredReport, whole: StoredReport): boolean {
  const isOpen = part.state === 'draft' || part.state === 'returned'
  const cameOver = part.areaId === whole.areaId && part.originAreaId !== part.areaId
  return isOpen && cameOver && part.period === whole.period
}
