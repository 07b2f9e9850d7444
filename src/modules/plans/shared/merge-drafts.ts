import type { DraftContent } from './drafting.ts'

/** The parts of a draft that are taken from one hand or the other as a whole. */
export const draftParts = [
  'heading',
  'bases',
  'objective',
  'groups',
  'targets',
  'tasks',
  'assignments',
  'deadlines',
  'funding',
  'recipients',
] as const
export type DraftPart = (typeof draftParts)[number]

type Slice = { reading: Partial<DraftContent['reading']> } & Partial<Omit<DraftContent, 'reading'>>

/** What belongs to a part: lists that must fit each other travel together. */
function slice({ reading, links, targetOrigins, taskOrigins }: DraftContent, part: DraftPart): Slice {
  const { title, symbol, issuer, issuerArea, place, period, signature } = reading
  switch (part) {
    case 'heading':
      return { reading: { title, symbol, issuer, issuerArea, place, period, signature } }
    case 'objective':
      return { reading: { objectives: reading.objectives } }
    case 'groups':
      return { reading: { targetGroups: reading.targetGroups, scope: reading.scope } }
    case 'targets':
      return { reading: { targets: reading.targets }, links, targetOrigins }
    case 'tasks':
      return { reading: { tasks: reading.tasks }, taskOrigins }
    default:
      return { reading: { [part]: reading[part] } }
  }
}

export type Merged = { content: DraftContent; clashes: DraftPart[] }

/**
 * Two hands on one draft: a part that only one of them changed is taken from that one. What both changed differently
 * stays as in `mine` and is named, so that its writer looks again before saving.
 */
export function mergeDrafts(base: DraftContent, theirs: DraftContent, mine: DraftContent): Merged {
  const print = (content: DraftContent, part: DraftPart) => JSON.stringify(slice(content, part))
  const isMine = (part: DraftPart) => print(mine, part) !== print(base, part)
  const isTheirs = (part: DraftPart) => print(theirs, part) !== print(base, part)
  const content = draftParts.filter(isMine).reduce<DraftContent>((whole, part) => {
    const { reading, ...beside } = slice(mine, part)
    return { ...whole, ...beside, reading: { ...whole.reading, ...reading } }
  }, theirs)
  const clashes = draftParts.filter(
    (part) => isMine(part) && isTheirs(part) && print(mine, part) !== print(theirs, part),
  )
  return { content, clashes }
}
