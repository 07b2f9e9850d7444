import type { Period } from '#base/period.ts'

/**
 * The code of the regime that a report of this level on this period fulfils; undefined for the second half of the year,
 * which the yearly report covers (TT 20/2025/TT-BYT).
 */
export function regimeCodeOf(areaKind: string, period: Period): string | undefined {
  const isYear = /^\d{4}$/.test(period)
  if (!isYear && !period.endsWith('H1')) return undefined
  if (areaKind === 'commune') return isYear ? 'ecd-year' : 'ecd-half'
  if (areaKind === 'province') return isYear ? 'ecd-prov-year' : 'ecd-prov-half'
  return undefined
}

/** Whether the code is of a duty that this plan states. */
export function isDutyOfPlan(code: string, planId: string): boolean {
  return code.startsWith(`plan.${planId}.`)
}
