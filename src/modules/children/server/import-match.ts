import { formatDay } from '#base/day.ts'
import type { Tx } from '#platform/db/types.ts'
import { villageKey } from '#modules/areas/server/public.ts'
import type { RowState } from '../shared/contract-import.ts'
import { duplicateScore, type Likeness, possibleFrom } from '../shared/duplicates.ts'
import { reason } from '../shared/roster/reasons.ts'
import { applyVerdicts, type Verdict } from './queries-import.ts'
import {
  findLastRow,
  listChildPairs,
  listRowPairs,
  listRowsWithTakenNumbers,
  type Pair,
  type RowRange,
} from './queries-import-match.ts'

const pageSize = 5000

type Found = Pair & Likeness

/** The rows of a run by their numbers, 5,000 numbers at a time. */
export async function* pagesOf(tx: Tx, runId: string): AsyncGenerator<RowRange> {
  const last = await findLastRow(tx, runId)
  for (let from = 1; from <= last; from += pageSize) yield { runId, from, to: from + pageSize - 1 }
}

/**
 * Marks the taken rows of a run that are, or may be, children of the register. SQL finds the few pairs worth
 * comparing, the rule decides each.
 */
export async function markRegistered(
  tx: Tx,
  { runId, communeId }: { runId: string; communeId: string },
): Promise<void> {
  for await (const page of pagesOf(tx, runId)) {
    await applyVerdicts(tx, runId, verdictsOf(await listChildPairs(tx, page, communeId)))
    await refuseTakenNumbers(tx, page)
  }
}

/** The same for rows that are, or may be, earlier rows of their own file; the file stays, so once is enough. */
export async function markRepeated(tx: Tx, runId: string): Promise<void> {
  for await (const page of pagesOf(tx, runId))
    await applyVerdicts(tx, runId, verdictsOf(await listRowPairs(tx, page)))
}

/** A number that belongs to a child anywhere in the country can be given to no other. */
export async function refuseTakenNumbers(tx: Tx, page: RowRange): Promise<void> {
  const rows = await listRowsWithTakenNumbers(tx, page)
  const verdicts = rows.map((rowNumber) => ({
    rowNumber,
    state: 'refused' as const,
    reason: reason('personal-id-taken', 'personalId'),
    sameAsChild: null,
    sameAsRow: null,
  }))
  await applyVerdicts(tx, page.runId, verdicts)
}

/** One verdict for each row, by the most alike of its pairs. */
function verdictsOf(pairs: readonly Pair[]): Verdict[] {
  const best = new Map<number, Found>()
  for (const pair of pairs) {
    const found = { ...pair, ...compare(pair) }
    if (found.score < possibleFrom) continue
    const earlier = best.get(pair.rowNumber)
    if (!earlier || found.score > earlier.score) best.set(pair.rowNumber, found)
  }
  return [...best.values()].map(verdictOf)
}

function compare({ row, other }: Pair): Likeness {
  const keyed = (side: Pair['row']) => ({
    ...side,
    village: side.village === null ? null : villageKey(side.village),
  })
  return duplicateScore(keyed(row), keyed(other))
}

function verdictOf(found: Found): Verdict {
  const { rowNumber, otherChild, otherRow, other, otherName, otherMother } = found
  const isKnown = found.certain && !found.otherLeft
  const state: RowState = isKnown ? 'known' : 'held'
  // Beside the row stands the same of it, so that a person can decide without opening the record.
  const known = [otherName, formatDay(other.bornOn), other.village, otherMother].filter(Boolean)
  const about = otherRow === null ? known.join(', ') : String(otherRow)
  const code = `${isKnown ? 'known' : 'possibly'}-${otherRow === null ? 'child' : 'row'}` as const
  return { rowNumber, state, reason: reason(code, null, about), sameAsChild: otherChild, sameAsRow: otherRow }
}
