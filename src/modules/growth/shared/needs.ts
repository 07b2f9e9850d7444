import { addDays, ageOn, type Day } from '#base/day.ts'
import type { Need } from '#modules/services/shared/needs.ts'
import type { GrowthClass } from './classes.ts'
import { classesInWords, trendsInWords } from './messages.ts'
import type { Trend } from './trends.ts'

export type GrowthState = {
  bornOn: Day
  measuredOn: Day
  classes: readonly GrowthClass[]
  trends: readonly Trend[]
  severity: 0 | 1 | 2 | 3
  nextOn: Day
}

/** The item of the package ends with 1,825 days of age; acute malnutrition is treated below 5 years (NĐ 165/2026, Art. 85). */
const untilYears = 5
/** A weighing may come some days before its day. */
const earlyDays = 7

/**
 * What a line that falls, or a class that needs somebody, asks for: the next weighing, and for severe acute
 * malnutrition its care, from the same day.
 */
export function growthNeeds({ bornOn, measuredOn, classes, trends, severity, nextOn }: GrowthState): Need[] {
  if (severity === 0 || ageOn(bornOn, nextOn).years >= untilYears) return []
  const reason = {
    vi: [...trendsInWords('vi', trends), ...classesInWords('vi', classes)].join('; '),
    en: [...trendsInWords('en', trends), ...classesInWords('en', classes)].join('; '),
  }
  const early = addDays(nextOn, -earlyDays)
  const after = addDays(measuredOn, 1)
  const opensOn = early > after ? early : after
  const weighing = { itemCode: 'GRO-MAL', opensOn, dueOn: nextOn, reason }
  return severity === 3
    ? [{ itemCode: 'SAM', opensOn: measuredOn, dueOn: nextOn, reason }, weighing]
    : [weighing]
}
