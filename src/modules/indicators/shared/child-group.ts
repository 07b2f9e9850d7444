import { ageOn, type Day } from '#base/day.ts'
import type { ChildFacts } from './child-facts.ts'
import type { Breakdown } from './contract.ts'
import type { AgeBand } from './definition.ts'

/** Kinh and foreigners in the list of 1979; every other code is a minority. */
const [kinh, foreigner] = ['01', '55']

function minorityOf(ethnicCode: string | null): string {
  if (ethnicCode === null) return 'unknown'
  if (ethnicCode === kinh) return 'kinh'
  return ethnicCode === foreigner ? 'foreigner' : 'minority'
}

function ageBandOf(bornOn: Day, on: Day, bands: readonly AgeBand[]): string {
  const { years } = ageOn(bornOn, on)
  return bands.find(({ fromYears, toYears }) => years >= fromYears && years <= toYears)?.key ?? 'other'
}

/**
 * The part of a breakdown a child of a commune stands in; `on`: the day of the age in completed years. The same as the
 * SQL of queries-members.ts, which the recount compares.
 */
export function groupKeyOf(
  child: ChildFacts,
  by: Breakdown,
  { on, bands }: { on: Day; bands: readonly AgeBand[] },
): string {
  switch (by) {
    case 'sex':
      return child.sex
    case 'age':
      return ageBandOf(child.bornOn, on, bands)
    case 'minority':
      return minorityOf(child.ethnicCode)
    case 'ethnic':
      return child.ethnicCode ?? 'unknown'
    case 'poverty':
      return child.poverty ?? 'unknown'
    case 'unit':
      return child.villageId ?? 'unknown'
  }
}
