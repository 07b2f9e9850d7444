import type { ChildHistory } from './contract.ts'

/**
 * Groups of Luật Trẻ em 2016 Art. 10.1 that only few may know: HIV, conflict with the law, drugs, violence,
 * exploitation, sexual abuse, trafficking. Secrecy of such information: Luật Trẻ em Art. 6.11; NĐ 56/2017/NĐ-CP
 * Art. 24 and 33; sensitive data by NĐ 356/2025/NĐ-CP Art. 4.
 */
export const confidentialGroups: readonly number[] = [5, 6, 7, 9, 10, 11, 12]

/** Whether only `children.confidential` shows this group of circumstances. */
export function isConfidential({ groupNo }: { groupNo: number }): boolean {
  return confidentialGroups.includes(groupNo)
}

/** An opening ends by itself: long enough for an emergency, too short to be a way of working. */
export const openingMinutes = 30

/** Characters of a written reason. */
export const reasonLength = { min: 20, max: 500 } as const

/** Characters of a question about an opening, and of its answer. */
export const openingWords = { min: 5, max: 500 } as const

/** What somebody sees of one child beyond the ordinary. */
export type Sight = { identity: boolean; confidential: boolean }

/** By the rights of the grant, or by an opening of this child that is still running. */
export function sightOf(capabilities: ReadonlySet<string>, isOpened: boolean): Sight {
  return {
    identity: isOpened || capabilities.has('children.identity'),
    confidential: isOpened || capabilities.has('children.confidential'),
  }
}

/** The child as the viewer may see it. What is hidden is absent: it does not even say that something is there. */
export function seenChild<Seen extends { personalId?: string | null | undefined }>(
  child: Seen,
  { identity }: Sight,
): Seen {
  return identity ? child : { ...child, personalId: undefined }
}

/** Fields of history entries that only some may read. */
const hiddenWithout: Readonly<Record<keyof Sight, readonly string[]>> = {
  identity: ['personalId', 'number'],
  confidential: ['reason', 'note', 'question', 'answer', 'groupNo', 'subgroup', 'detail'],
}

/** The history with the same fields left out; an entry about nothing else goes as a whole. */
export function seenHistory(history: ChildHistory, sight: Sight): ChildHistory {
  const hidden = [
    ...(sight.identity ? [] : hiddenWithout.identity),
    ...(sight.confidential ? [] : hiddenWithout.confidential),
  ]
  const isConfidentialEntry = (action: string) => action.startsWith('children.confidential-circumstance')
  return history
    .filter(({ action }) => sight.confidential || !isConfidentialEntry(action))
    .map((entry) => ({
      ...entry,
      before: without(entry.before, hidden),
      after: without(entry.after, hidden),
    }))
}

function without(fields: Record<string, unknown> | null, hidden: readonly string[]) {
  return fields && Object.fromEntries(Object.entries(fields).filter(([name]) => !hidden.includes(name)))
}
