import { addDays, type Day } from '#base/day.ts'
import { overlaps } from '#base/span.ts'

/** Something that holds for days: a parent, a name. `validTo` null: without end. */
export type Dated = { validFrom: Day; validTo: Day | null }

/**
 * The links of a unit after one more is put among them: the days of the new one are cut out of the others, so that
 * no day has two. Sorted by day.
 */
export function carveLinks<Link extends Dated>(links: readonly Link[], added: Link): Link[] {
  const rest = links.flatMap((link) => {
    if (!overlaps(link, added)) return [link]
    const before =
      link.validFrom < added.validFrom ? [{ ...link, validTo: addDays(added.validFrom, -1) }] : []
    const isLonger = added.validTo !== null && (link.validTo === null || link.validTo > added.validTo)
    const after =
      isLonger && added.validTo !== null ? [{ ...link, validFrom: addDays(added.validTo, 1) }] : []
    return [...before, ...after]
  })
  return [...rest, added].sort((left, right) => (left.validFrom < right.validFrom ? -1 : 1))
}
