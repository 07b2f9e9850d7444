import type { Day } from '#base/day.ts'
import { type Period, periodRange, yearBefore } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { listIndicatorValues } from '#modules/indicators/server/public.ts'
import type { Facts, Fractions } from '../shared/computed.ts'
import type { Fraction } from '../shared/content.ts'
import type { ReportPlan } from '../shared/report-plan.ts'

type About = { area: Area; period: Period; asOf: Day; targets: ReportPlan['targets'] }

/**
 * The value of each target's indicator in the period, and in the same period a year before; of a rate also what it is
 * made of, so that a unit above can add it up.
 */
export async function listTargetFacts(
  db: Db,
  { area, period, asOf, targets }: About,
): Promise<{ facts: Facts; fractions: Fractions }> {
  const codes = [...new Set(targets.flatMap(({ indicatorCode }) => indicatorCode ?? []))]
  if (codes.length === 0) return { facts: {}, fractions: {} }
  const before = yearBefore(period)
  const now = await valuesByCode(db, { area, period, asOf, codes })
  const then = await valuesByCode(db, { area, period: before, asOf: periodRange(before).to, codes })
  const facts: Record<string, Record<string, number>> = {}
  const fractions: Record<string, Record<string, Fraction>> = {}
  for (const { key, indicatorCode } of targets) {
    const [result, lastYear] = [now.get(indicatorCode ?? ''), then.get(indicatorCode ?? '')]
    facts[`targets:${key}`] = {
      ...(result ? { 'target.result': result.value } : {}),
      ...(lastYear ? { 'target.last-year': lastYear.value } : {}),
    }
    if (result?.fraction) fractions[`targets:${key}`] = { 'targets.result': result.fraction }
  }
  return { facts, fractions }
}

type Question = { area: Area; period: Period; asOf: Day; codes: string[] }
type Value = { value: number; fraction: Fraction | null }

async function valuesByCode(db: Db, question: Question): Promise<Map<string, Value>> {
  const values = await listIndicatorValues(db, question)
  return new Map(
    values.flatMap(({ code, value, numerator, denominator }) => {
      if (value === null) return []
      const fraction = numerator !== null && denominator !== null ? { numerator, denominator } : null
      return [[code, { value, fraction }]]
    }),
  )
}
