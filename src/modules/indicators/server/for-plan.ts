import type { Reading } from '#platform/http/route.ts'
import { getPlan } from '#modules/plans/server/public.ts'
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
