import { formatNumber } from '#base/numbers.ts'

type Worded = {
  value: number | null
  unit: string
  numerator: number | null
  denominator: number | null
  hidden: boolean
}

/** `78,4% (941/1.200)`, `9,2 trên 1.000 (3/325)`, or why there is nothing. */
export function valueWords(value: Worded | null, words: { none: string; hidden: string }): string {
  if (value?.hidden) return words.hidden
  if (!value || value.value === null) return words.none
  const { numerator, denominator, unit } = value
  const hasCounts = numerator !== null && denominator !== null
  const counts = hasCounts ? ` (${formatNumber(numerator)}/${formatNumber(denominator)})` : ''
  return `${formatNumber(value.value)}${unit === '%' ? '%' : ` ${unit}`}${counts}`
}
