import { z } from 'zod'
import { Id, newId } from '#base/id.ts'
import { PlacedReading, type PlanTarget } from '../../shared/contract.ts'
import { type FilePlan, HeadingField, TargetLink } from '../../shared/filing.ts'
import { proposeIndicator } from '../../shared/propose-indicator.ts'

export const draftKey = 'plans.reading'

/** What is being corrected, kept on the device until it is filed; the id makes a repeated save harmless. */
export const Filing = z.object({
  id: Id,
  sourceName: z.string().nullable(),
  placed: PlacedReading,
  links: z.array(TargetLink),
  /** Links the person has looked at; the others are proposals. */
  seen: z.array(z.boolean()),
  confirmedEmpty: z.array(HeadingField),
})
export type Filing = z.infer<typeof Filing>

export function newFiling(placed: PlacedReading, sourceName: string | null): Filing {
  const { targets } = placed.reading
  return {
    id: newId(),
    sourceName,
    placed,
    links: targets.map(proposedLink),
    seen: targets.map(() => false),
    confirmedEmpty: [],
  }
}

function proposedLink(target: PlanTarget): TargetLink {
  const indicatorCode = proposeIndicator(target)
  return indicatorCode ? { way: 'indicator', indicatorCode } : { way: 'by-hand', indicatorCode: null }
}

export function toFilePlan({ id, sourceName, placed, links, confirmedEmpty }: Filing): FilePlan {
  return { id, sourceName, sourceText: placed.text, reading: placed.reading, links, confirmedEmpty }
}

/** The device keeps small drafts only; a very long document is read again instead. */
export const longestDraft = 400_000

const noPlace = { start: 0, end: 0 }

export function addTarget(filing: Filing): Filing {
  const target: PlanTarget = {
    text: '',
    measure: '',
    comparator: 'eq',
    value: 0,
    valueTo: null,
    unit: '%',
    year: filing.placed.reading.period?.to ?? null,
    numerator: null,
    denominator: null,
    section: null,
  }
  const { placed } = filing
  return {
    ...filing,
    placed: {
      ...placed,
      reading: { ...placed.reading, targets: [...placed.reading.targets, target] },
      places: { ...placed.places, targets: [...placed.places.targets, noPlace] },
    },
    links: [...filing.links, { way: 'by-hand', indicatorCode: null }],
    seen: [...filing.seen, true],
  }
}

export function removeTarget(filing: Filing, index: number): Filing {
  const { placed } = filing
  const without = <Item>(list: readonly Item[]) => list.filter((_, at) => at !== index)
  return {
    ...filing,
    placed: {
      ...placed,
      reading: { ...placed.reading, targets: without(placed.reading.targets) },
      places: { ...placed.places, targets: without(placed.places.targets) },
    },
    links: without(filing.links),
    seen: without(filing.seen),
  }
}

export function removeTask(filing: Filing, index: number): Filing {
  const { placed } = filing
  const without = <Item>(list: readonly Item[]) => list.filter((_, at) => at !== index)
  return {
    ...filing,
    placed: {
      ...placed,
      reading: { ...placed.reading, tasks: without(placed.reading.tasks) },
      places: { ...placed.places, tasks: without(placed.places.tasks) },
    },
  }
}
