import { z } from 'zod'
import { Id, newId } from '#base/id.ts'
import {
  type LegalBasis,
  PlacedReading,
  type PlanDeadline,
  type PlanReading,
  type PlanTarget,
  type PlanTask,
} from '../../shared/contract.ts'
import { type FilePlan, HeadingField, TargetLink } from '../../shared/filing.ts'
import { proposeIndicator } from '../../shared/propose-indicator.ts'
import { withTaskDays } from '../../shared/propose-task-days.ts'
import { withTitleInSentence } from '../../shared/reading/title-in-sentence.ts'

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

/** What was found, to be confirmed; proposed are a title in capitals as a sentence and the printed days of tasks. */
export function newFiling(placed: PlacedReading, sourceName: string | null): Filing {
  const { targets } = placed.reading
  return {
    id: newId(),
    sourceName,
    placed: { ...placed, reading: withTitleInSentence(withTaskDays(placed)) },
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

/** Fields of the heading that are neither typed nor marked as really empty: saving is refused until they are. */
export function openFields({ placed, confirmedEmpty }: Filing): HeadingField[] {
  return HeadingField.options.filter(
    (field) => placed.reading[field] === null && !confirmedEmpty.includes(field),
  )
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
  return {
    ...addItem(filing, 'targets', target),
    links: [...filing.links, { way: 'by-hand', indicatorCode: null }],
    seen: [...filing.seen, true],
  }
}

export const emptyTask: PlanTask = {
  number: null,
  title: '',
  purpose: null,
  solutions: [],
  lead: [],
  coordinating: [],
  parts: [],
}
export const emptyDeadline: PlanDeadline = { text: '', date: null, rule: null, who: null, section: null }
export const emptyBasis: LegalBasis = { number: null, date: null, issuer: null, title: null }

/** The lists of a reading that a person may lengthen, correct and shorten, each with its places in the text. */
type ListName = 'targets' | 'tasks' | 'deadlines' | 'bases'
type Item<Name extends ListName> = PlanReading[Name][number]

export function changeItem<Name extends ListName>(
  filing: Filing,
  name: Name,
  { index, item }: { index: number; item: Item<Name> },
): Filing {
  const list: readonly Item<Name>[] = filing.placed.reading[name]
  return withReading(filing, { [name]: list.map((one, at) => (at === index ? item : one)) })
}

export function addItem<Name extends ListName>(filing: Filing, name: Name, item: Item<Name>): Filing {
  const { placed } = filing
  const list: readonly Item<Name>[] = placed.reading[name]
  const longer = withReading(filing, { [name]: [...list, item] })
  const places = { ...placed.places, [name]: [...placed.places[name], noPlace] }
  return { ...longer, placed: { ...longer.placed, places } }
}

export function removeItem(filing: Filing, name: ListName, index: number): Filing {
  const { placed } = filing
  const list: readonly Item<ListName>[] = placed.reading[name]
  const shorter = withReading(filing, { [name]: without(list, index) })
  const places = { ...placed.places, [name]: without(placed.places[name], index) }
  return { ...shorter, placed: { ...shorter.placed, places } }
}

function without<One>(list: readonly One[], index: number): One[] {
  return list.filter((_, at) => at !== index)
}

function withReading(filing: Filing, change: Partial<PlanReading>): Filing {
  const { placed } = filing
  return { ...filing, placed: { ...placed, reading: { ...placed.reading, ...change } } }
}

export function removeTarget(filing: Filing, index: number): Filing {
  const { links, seen } = filing
  return { ...removeItem(filing, 'targets', index), links: without(links, index), seen: without(seen, index) }
}
