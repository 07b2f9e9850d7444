import type { Day } from '#base/day.ts'

/**
 * The days of a year on which a child follows its household: from 1 January, from birth, or from the day it came into
 * the household, whichever is latest, to 31 December. Undefined when it was not there in that year. The status is
 * reviewed each year (QĐ 24/2021/QĐ-TTg Art. 3).
 */
export function yearOfChild(
  { bornOn, fromDay, toDay }: { bornOn: Day; fromDay: Day | null; toDay: Day | null },
  year: number,
): { fromDay: Day; toDay: Day } | undefined {
  const last = `${year}-12-31`
  const [from] = [`${year}-01-01`, bornOn, fromDay ?? bornOn].toSorted().reverse()
  if (from === undefined || from > last || (toDay !== null && toDay < from)) return undefined
  return { fromDay: from, toDay: last }
}
