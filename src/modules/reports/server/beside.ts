import { type Period, periodRange } from '#base/period.ts'
import { everywhere, type Db } from '#platform/db/types.ts'
import {
  besideOf,
  earlierNumbers,
  mergedTotals,
  periodsBefore,
  type Beside,
  type WholePart,
} from '../shared/beside.ts'
import type { Part } from '../shared/consolidate.ts'
import { isUnitRow, type ReportContent } from '../shared/content.ts'
import type { StoredReport } from './queries.ts'
import { findVersion } from './queries-flow.ts'
import { listLowerReports, listParts } from './queries-lower.ts'

/** The numbers that were sent or signed before, beside those of this report. */
export async function numbersBeside(db: Db, report: StoredReport, content: ReportContent): Promise<Beside> {
  const { last, lastYear } = periodsBefore(report.period)
  return besideOf(
    content,
    last === null ? new Map() : await numbersOf(db, report, last),
    await numbersOf(db, report, lastYear),
  )
}

/** Row-level security says which reports may be read: a new commune does not see those of its parts. */
async function numbersOf(db: Db, report: StoredReport, period: Period): Promise<Map<string, number>> {
  const own = await frozenOf(db, report, [report.areaId], period)
  if (own[0]) {
    const rows = report.computed.units.flatMap(({ key }) => (isUnitRow(key) ? [key] : []))
    return earlierNumbers(own[0], wholeParts(await listParts(db, rows)))
  }
  const parts = (await listParts(db, [report.areaId])).filter(({ onDate }) => onDate > periodRange(period).to)
  if (parts.length === 0 || parts.some(({ extent }) => extent !== 'whole')) return new Map()
  const ids = parts.map(({ from }) => from.id)
  const contents = await frozenOf(db, report, ids, period)
  return contents.length < ids.length ? new Map() : mergedTotals(contents)
}

function wholeParts(parts: readonly Part[]): WholePart[] {
  const divided = new Set(parts.flatMap(({ toId, extent }) => (extent === 'whole' ? [] : [toId])))
  return parts.flatMap(({ from, toId }) => (divided.has(toId) ? [] : [{ fromId: from.id, toId }]))
}

async function frozenOf(
  db: Db,
  { planId }: StoredReport,
  areaIds: readonly string[],
  period: Period,
): Promise<ReportContent[]> {
  const reports = await listLowerReports(db, { areaIds, within: everywhere, planId, period })
  const contents: ReportContent[] = []
  for (const { reportId, version } of reports) {
    const copy = version === null ? undefined : await findVersion(db, reportId, version)
    if (copy) contents.push(copy.content)
  }
  return contents
}
