/** Five bands of equal width between two ends, so that a map says at most five different things. */
export const bandCount = 5

/** `unit` stands behind each number of the legend. */
export type Scale = { from: number; to: number; unit: string }

export const percentScale: Scale = { from: 0, to: 100, unit: '%' }

/** How much of the strong colour a band has, in percent: its number in dark ink stays readable on all five. */
export function shadeOf(band: number): number {
  return band * 9
}

/** The band of a value from 1 to 5; the upper end belongs to the last band, what lies outside to the nearest. */
export function bandOf(value: number, { from, to }: Pick<Scale, 'from' | 'to'>): number {
  if (to <= from) return bandCount
  const place = Math.floor(((value - from) / (to - from)) * bandCount) + 1
  return Math.min(Math.max(place, 1), bandCount)
}

/** The lower and upper end of each band, lowest first. */
export function bandsOf({
  from,
  to,
}: Pick<Scale, 'from' | 'to'>): { band: number; from: number; to: number }[] {
  const width = (to - from) / bandCount
  return Array.from({ length: bandCount }, (_, index) => ({
    ...{ band: index + 1, from: from + index * width, to: from + (index + 1) * width },
  }))
}
