import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { findArea } from '#modules/areas/server/public.ts'
import { listSeenValues, seesSmall } from '#modules/indicators/server/public.ts'
import type { ReportContent } from '../shared/content.ts'
import { withoutConfidential, withoutSmall } from '../shared/small-numbers.ts'
import { getOutline } from './outline.ts'
import type { StoredReport } from './queries.ts'

/**
 * The content as the person may see it. A signed report is a document: whoever signed it published its numbers, but
 * how many children are in a group that is nobody's business (HIV, abuse, conflict with the law) goes only to people
 * who work with children. Everything else is a working paper, in which the others get no small numbers.
 */
export async function seenContent(
  { db, actor }: { db: Db; actor: Actor },
  report: StoredReport,
  { content, isSigned }: { content: ReportContent; isSigned: boolean },
): Promise<ReportContent> {
  if (seesSmall(actor)) return content
  const open = withoutConfidential(content)
  if (isSigned) return open
  const { tables } = await getOutline(report.outlineVersion)
  const counting = tables.filter(({ columns }) => columns.some(({ fact }) => fact !== undefined))
  return withoutSmall(open, {
    counting: new Set(counting.map(({ key }) => key)),
    hiddenCodes: await hiddenCodes({ db, actor }, report, content),
  })
}

/** Also what is hidden only because it would tell a small number of a neighbour. */
async function hiddenCodes(
  asking: { db: Db; actor: Actor },
  { areaId, period }: StoredReport,
  { asOf, tables }: ReportContent,
): Promise<ReadonlySet<string>> {
  const codes = new Set(
    tables.flatMap(({ rows }) => rows.flatMap(({ indicatorCode }) => indicatorCode ?? [])),
  )
  const area = await findArea(asking.db, areaId)
  if (!area) return codes
  const values = await listSeenValues(asking, { area, period, asOf, codes: [...codes] })
  const shown = new Set(values.flatMap(({ code, hidden }) => (hidden ? [] : [code])))
  return new Set([...codes].filter((code) => !shown.has(code)))
}
