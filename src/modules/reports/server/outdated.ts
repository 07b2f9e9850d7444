import type { Db } from '#platform/db/types.ts'
import { getArea } from '#modules/areas/server/public.ts'
import type { Report } from '../shared/contract.ts'
import { heardFrom, listCommunes } from './lower-reports.ts'
import type { StoredReport } from './queries.ts'
import { listDefinitionNames, listUsedDefinitions } from './queries-facts.ts'
import { listChangedReports, listSignedSince } from './queries-lower.ts'

/**
 * What changed after the numbers of a report in hand were taken. A sent or signed one keeps what it was made with; of a
 * signed one it is said whose newer document it does not count.
 */
export async function findOutdated(db: Db, report: StoredReport): Promise<Report['outdated']> {
  const nothing = { definitions: [], lower: [], signedSince: [] }
  if (report.state === 'signed') return { ...nothing, signedSince: await listSignedSince(db, report) }
  if (report.state !== 'draft' && report.state !== 'returned') return nothing
  return {
    ...nothing,
    definitions: await changedDefinitions(db, report),
    lower: await changedLower(db, report),
  }
}

async function changedDefinitions(db: Db, { computed }: StoredReport): Promise<string[]> {
  const then = computed.definitions
  const now = await listUsedDefinitions(
    db,
    then.map(({ code }) => code),
  )
  const digests = new Map(now.map(({ code, digest }) => [code, digest]))
  const changed = then.flatMap(({ code, digest }) => (digests.get(code) === digest ? [] : [code]))
  return changed.length === 0 ? [] : listDefinitionNames(db, changed)
}

/** Units whose report was accepted, returned or sent anew after their numbers were taken. */
async function changedLower(db: Db, report: StoredReport): Promise<string[]> {
  const { heard, unit } = report.computed
  if (unit?.kind !== 'province') return []
  const counted = heard.flatMap(({ reportId, version }) =>
    reportId !== null && version !== null ? [{ reportId, version }] : [],
  )
  const changed = new Set(await listChangedReports(db, counted))
  const area = await getArea(db, report.areaId)
  // Whoever reads a draft asks about the day on which its numbers could be taken again.
  const day = report.computedAt.slice(0, 10)
  const units = heard.length === 0 ? [] : await listCommunes(db, report.areaId, day)
  const now = await heardFrom(db, { area, planId: report.planId, period: report.period, units })
  const countedBefore = new Set(counted.map(({ reportId }) => reportId))
  const came = now.filter(
    ({ heard: how, reportId }) => how === 'counted' && !countedBefore.has(reportId ?? ''),
  )
  const left = heard.filter(({ reportId }) => reportId !== null && changed.has(reportId))
  return [...new Set([...left, ...came].map(({ name }) => name))]
}
