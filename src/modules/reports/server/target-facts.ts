import type { Day } from '#base/day.ts'
import { type Period, periodRange } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { listIndicatorValues } from '#modules/indicators/server/public.ts'
import type { Facts } from '../shared/assemble.ts'
import type { ReportPlan } from '../shared/report-plan.ts'

type About = { area: Area; period: Period; asOf: Day; targets: ReportPlan['targets'] }

/** The value of each target's indicator in the period, and in the same period a year before. */
export async function listTargetFacts(db: Db, { area, period, asOf, targets }: About): Promise<Facts> {
  const codes = [...new Set(targets.flatMap(({ indicatorCode }) => indicatorCode ?? []))]
  if (codes.length === 0) return {}
  const before = `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`
  const now = await valuesByCode(db, { area, period, asOf, codes })
  const then = await valuesByCode(db, { area, period: before, asOf: periodRange(before).to, codes })
  return Object.fromEntries(
    targets.map(({ key, indicatorCode }) => {
      const facts: Record<string, number> = {}
      const [result, lastYear] = [now.get(indicatorCode ?? ''), then.get(indicatorCode ?? '')]
      if (result !== undefined) facts['target.result'] = result
      if (lastYear !== undefined) facts['target.last-year'] = lastYear
      return [`targets:${key}`, facts]
    }),
  )
}

type Question = { area: Area; period: Period; asOf: Day; codes: string[] }

async function valuesByCode(db: Db, question: Question): Promise<Map<string, number>> {
  const values = await listIndicatorValues(db, question)
  return new Map(values.flatMap(({ code, value }) => (value === null ? [] : [[code, value]])))
}
