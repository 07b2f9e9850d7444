import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import type { FiledPlan, FiledTarget, PlanSummary } from '#modules/plans/shared/filing.ts'
import { HandCell, TargetRow } from './computed.ts'

/** What a report keeps of its plan, so that it stays readable where the plan itself may not be seen. */
export const ReportPlan = z.object({
  id: z.string(),
  name: z.string(),
  /** As a basis names it: `Kế hoạch số 79/KH-UBND ngày 10/01/2019 của UBND tỉnh Kon Tum`. */
  citation: z.string(),
  targets: z.array(TargetRow.extend({ indicatorCode: z.string().nullable(), hand: HandCell.nullable() })),
})
export type ReportPlan = z.infer<typeof ReportPlan>

const kinds: Readonly<Record<string, string>> = {
  plan: 'Kế hoạch',
  'decision-with-plan': 'Quyết định',
  decision: 'Quyết định',
}

type Named = Pick<PlanSummary, 'no' | 'kind' | 'number' | 'symbol' | 'date' | 'issuer' | 'title'>

/** `Kế hoạch số 79/KH-UBND`, or its title while it has no number. */
export function planName(plan: Named): string {
  const kind = kinds[plan.kind] ?? 'Văn bản'
  if (plan.number !== null) return `${kind} số ${plan.number}${plan.symbol ? `/${plan.symbol}` : ''}`
  return `${kind} ${plan.no}: ${plan.title.slice(0, 100)}`
}

/** As a report names its basis: "Kế hoạch số 1479/KH-UBND ngày 05/6/2018 của UBND tỉnh Kon Tum". */
export function planCitation(plan: Named): string {
  const kind = kinds[plan.kind] ?? 'Văn bản'
  const numbered = plan.number === null ? kind : planName(plan)
  const date = plan.date === null ? '' : ` ${dateWords(plan.date)}`
  return `${numbered}${date}${plan.issuer ? ` của ${plan.issuer}` : ''}`
}

/** The day may still be blank: 'YYYY-MM'. */
function dateWords(date: string): string {
  return date.length === 10
    ? `ngày ${formatDay(date)}`
    : `tháng ${Number(date.slice(5, 7))} năm ${date.slice(0, 4)}`
}

/** The plan with the targets that count in a year. */
export function toReportPlan(plan: FiledPlan, year: number): ReportPlan {
  return {
    id: plan.id,
    name: planName(plan),
    citation: planCitation(plan),
    targets: targetsOfYear(plan.targets, year).map((target) => ({
      key: target.id,
      name: target.text,
      unit: target.unit,
      value: target.value,
      // A result as a share of "at most" or "reduce by" would say the opposite of what it means.
      comparable: ['eq', 'ge', 'gt'].includes(target.comparator),
      indicatorCode: target.indicatorCode,
      hand: target.handValue && {
        value: target.handValue.value,
        asOf: target.handValue.asOf,
        at: target.handValue.enteredAt,
        reason: target.handValue.source,
      },
    })),
  }
}

/** Targets without a year, and those of the year that is next to come; after the plan's end, of its last year. */
function targetsOfYear(targets: readonly FiledTarget[], year: number): FiledTarget[] {
  const years = targets.flatMap((target) => target.year ?? [])
  const coming = years.filter((each) => each >= year)
  const counted = coming.length > 0 ? Math.min(...coming) : Math.max(...years)
  return targets.filter((target) => target.year === null || target.year === counted)
}
