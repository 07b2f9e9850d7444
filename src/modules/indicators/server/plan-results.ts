import { formatDay } from '#base/day.ts'
import { periodName, periodRange } from '#base/period.ts'
import { spreadsheetFile } from '#platform/documents/office-files.ts'
import type { SheetColumn, SheetValue } from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import { getPlan } from '#modules/plans/server/public.ts'
import type { FiledTarget } from '#modules/plans/shared/filing.ts'
import type { PlanResult, PlanResults, ResultsAsked } from '../shared/contract-results.ts'
import { type Known, planResultOf } from '../shared/plan-result.ts'
import { getValues } from './board.ts'

/** The newest value typed for the target itself, when it lies within the period or before it. */
function typedFor({ handValue, unit }: FiledTarget, lastDay: string): Known | undefined {
  if (!handValue || handValue.asOf > lastDay) return undefined
  const { value, asOf, source } = handValue
  return { value, numerator: null, denominator: null, unit: unit ?? '', hidden: false, asOf, source }
}

/**
 * Every target of a plan with its value and year, and what the place has reached. A plan of a place above is measured
 * at the place that asks: its targets oblige the units below.
 */
export async function getPlanResults(
  context: Reading,
  planId: string,
  { areaId, period }: ResultsAsked,
): Promise<PlanResults> {
  const { actor, db } = context
  const plan = await getPlan(db, actor, planId)
  const codes = plan.targets.flatMap(({ indicatorCode }) => indicatorCode ?? [])
  const own = plan.isAbove ? actor.area.id : plan.areaId
  const asked = { areaId: areaId ?? own, period, codes: [...new Set(codes)].join(',') }
  const { values, refused, ...of } = await getValues(context, asked)
  const byCode = new Map(values.map((value) => [value.code, value]))
  const isOfPlan = of.area.id === plan.areaId
  const lastDay = periodRange(of.period).to
  const knownOf = (target: FiledTarget): Known | undefined =>
    target.indicatorCode === null
      ? // What was typed for a target speaks of the place of the plan.
        isOfPlan
        ? typedFor(target, lastDay)
        : undefined
      : byCode.get(target.indicatorCode)
  const { id, title, number, areaName } = plan
  return {
    plan: { id, title, number, areaName },
    ...{ area: of.area, period: of.period, asOf: of.asOf, refused },
    results: plan.targets.map((target) => planResultOf(target, knownOf(target))),
  }
}

const states = { reached: 'Đạt', short: 'Chưa đạt', none: 'Chưa kết luận được' } as const

const columns: readonly SheetColumn[] = [
  { heading: 'Chỉ tiêu của kế hoạch', width: 60, kind: 'text' },
  { heading: 'Mục tiêu', width: 10, kind: 'number' },
  { heading: 'Năm', width: 8, kind: 'number' },
  { heading: 'Đơn vị tính', width: 12, kind: 'text' },
  { heading: 'Kết quả', width: 10, kind: 'number' },
  { heading: 'Tử số', width: 10, kind: 'number' },
  { heading: 'Mẫu số', width: 10, kind: 'number' },
  { heading: 'Còn thiếu (trẻ)', width: 12, kind: 'number' },
  { heading: 'Đánh giá', width: 18, kind: 'text' },
  { heading: 'Ngày của kết quả', width: 14, kind: 'day' },
  { heading: 'Nguồn', width: 40, kind: 'text' },
]

function toRow(one: PlanResult): SheetValue[] {
  const source = one.hidden ? 'không hiện vì số quá nhỏ' : (one.source ?? one.code ?? '')
  return [
    ...[one.text, one.target, one.year, one.unit, one.value, one.numerator, one.denominator],
    ...[one.missing, states[one.state], one.asOf, source],
  ]
}

/** The same as a spreadsheet. */
export async function exportPlanResults(
  context: Reading,
  planId: string,
  asked: ResultsAsked,
): Promise<FileReply> {
  const { plan, area, period, asOf, results } = await getPlanResults(context, planId, asked)
  const about = `${plan.title} ${plan.number ?? ''}`.trim()
  const notes = [`${about}: kết quả tại ${area.fullName}, ${periodName(period)}, đến ${formatDay(asOf)}`]
  return spreadsheetFile(`Ke hoach va ket qua ${area.name} ${period}`, [
    { name: 'Kế hoạch và kết quả', notes, columns, rows: results.map(toRow) },
  ])
}
