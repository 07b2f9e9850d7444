import type { Day } from '#base/day.ts'
import type { Area } from './contract.ts'

/** Whether one place lies in another (or is it), both as they were on `day`. */
export function isWithin(
  place: Pick<Area, 'lft' | 'validFrom' | 'validTo'>,
  outer: Pick<Area, 'lft' | 'rgt' | 'validFrom' | 'validTo'>,
  day: Day,
): boolean {
  return existsOn(place, day) && existsOn(outer, day) && outer.lft <= place.lft && place.lft <= outer.rgt
}

export function existsOn({ validFrom, validTo }: Pick<Area, 'validFrom' | 'validTo'>, day: Day): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}

/**
 * Widths of the preorder ranges. Wide gaps: a place can get 1,023 places below it without renumbering
 * (127 provinces in the nation).
 */
export const rangeWidth = {
  nation: 2 ** 31 - 1,
  province: 2 ** 24,
  commune: 2 ** 14,
  village: 2 ** 4,
} as const
