import { periodOf, periodRange } from '#base/period.ts'
import type { Reading } from '#platform/http/route.ts'
import { getPlan } from '#modules/plans/server/public.ts'
import type { FigureSource, TargetFigure } from '#modules/tasks/server/public.ts'
import type { PlanValues } from '../shared/contract.ts'
import { valueInWords } from '../shared/rules.ts'
import { freshnessOf, getPlace, getWhen } from './place.ts'
import { listSeenValues } from './seen-values.ts'

/**
 * What stands today beside the targets of a plan that are tied to an indicator which is computed: the figure of
 * the plan's place in the present half-year. Values typed by hand stand with the plan itself.
 */
export async function getPlanValues({ actor, db, clock }: Reading, planId: string): Promise<PlanValues> {
  const plan = await getPlan(db, actor, planId)
  const area = await getPlace({ actor, db }, plan.areaId)
  const when = getWhen(clock, undefined)
  const { asOf } = await freshnessOf(db, area, when, clock)
  const tied = plan.targets.flatMap(({ id, indicatorCode }) =>
    indicatorCode === null ? [] : [{ targetId: id, code: indicatorCode }],
  )
  const codes = [...new Set(tied.map(({ code }) => code))]
  const values = await listSeenValues({ actor, db }, { area, period: when.period, asOf, codes })
  const byCode = new Map(values.map((value) => [value.code, value]))
  return {
    areaName: area.name,
    values: tied.flatMap(({ targetId, code }) => {
      const found = byCode.get(code)
      if (!found) return []
      const { value, numerator, denominator } = found
      return [{ targetId, code, value, numerator, denominator, asOf, text: valueInWords(found, when.period) }]
    }),
  }
}

/**
 * Figures of the targets on a day, for the review of the plan: of its half-year where that has one, else of its year
 * (figures that are typed once a year). A day that has gone is answered where dated records tell, or on the last day of
 * a period.
 */
export const planFigures: FigureSource = async (context, { plan, area, day }) => {
  const { actor, db, clock } = context
  if (!actor.capabilities.has('indicators.read')) return []
  const tied = plan.targets.flatMap(({ id, way, indicatorCode }) =>
    way === 'indicator' && indicatorCode !== null ? [{ targetId: id, code: indicatorCode }] : [],
  )
  const figures = new Map<string, Pick<TargetFigure, 'value' | 'words'>>()
  for (const length of ['half', 'year'] as const) {
    const codes = [...new Set(tied.map(({ code }) => code))].filter(
      (code) => (figures.get(code)?.value ?? null) === null,
    )
    if (codes.length === 0) break
    const period = periodOf(day, length)
    const isPast = day < clock.today() && day !== periodRange(period).to
    const when = { period, asOf: day }
    const { asOf } = isPast ? when : await freshnessOf(db, area, when, clock)
    const values = await listSeenValues({ actor, db }, { area, period, asOf, codes, isPast })
    for (const value of values)
      if (value.value !== null || !figures.has(value.code))
        figures.set(value.code, { value: value.value, words: valueInWords(value, period) })
  }
  return tied.flatMap(({ targetId, code }) => {
    const found = figures.get(code)
    return found ? [{ targetId, ...found }] : []
  })
}
