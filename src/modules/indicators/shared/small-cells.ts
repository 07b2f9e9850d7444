/**
 * Which figures are kept from people who see no children, so that nobody can be recognised in a number
 * (docs/decisions/0034-small-cells.md). A count of 1 to 4 children, of those reached, of those not reached or of all,
 * is hidden; and as many others as are needed, so that no subtraction brings it back.
 */
export const smallestShown = 5

/** Without a denominator: a plain number. `nested`: the reached are among the counted, so that the rest can be told. */
export type Cell = { numerator: number; denominator: number | null; nested: boolean }

function isFew(count: number): boolean {
  return count > 0 && count < smallestShown
}

/**
 * Whether a cell tells of so few people that they could be known: numerator, denominator, or those not reached
 * (docs/decisions/0034-small-cells.md).
 */
export function isSmall({ numerator, denominator, nested }: Cell): boolean {
  if (denominator === null) return isFew(numerator)
  return isFew(numerator) || isFew(denominator) || (nested && isFew(denominator - numerator))
}

/** How many people a cell speaks of. */
function sizeOf({ numerator, denominator }: Cell): number {
  return denominator ?? numerator
}

function sum(cells: readonly Cell[], pick: (cell: Cell) => number): number {
  return cells.reduce((total, cell) => total + pick(cell), 0)
}

const reached = ({ numerator }: Cell) => numerator
const rest = ({ numerator, denominator }: Cell) => (denominator ?? numerator) - numerator

/**
 * Whether subtracting all that is shown from the whole tells nothing exact of a hidden cell: there are several, each
 * of them might be large as far as anybody can tell, and they are not all alike where the whole is not.
 */
function isProtected(hidden: readonly Cell[], all: readonly Cell[]): boolean {
  if (hidden.length === 0) return true
  const room = sum(hidden, sizeOf) - hidden.length
  const mixes = (pick: (cell: Cell) => number) => sum(hidden, pick) > 0 || sum(all, pick) === 0
  return hidden.length > 1 && room >= smallestShown - 1 && mixes(reached) && mixes(rest)
}

/**
 * Of the parts of a whole which are shown: true, or false for hidden. Null: not even how many parts there are may be
 * told, because all of them together are too few.
 */
export function shownParts(parts: readonly Cell[], isWholeHidden: boolean): readonly boolean[] | null {
  const hidden = new Set(parts.flatMap((cell, place) => (isSmall(cell) || isWholeHidden ? [place] : [])))
  // The smallest first: what is lost is as little as can be. Equal ones in their order, so that answers agree.
  const inOrder = parts
    .map((cell, place) => ({ place, size: sizeOf(cell) }))
    .filter(({ place }) => !hidden.has(place))
    .toSorted((a, b) => a.size - b.size || a.place - b.place)
  const kept = () => parts.filter((_, place) => hidden.has(place))
  for (const { place } of inOrder) {
    if (isProtected(kept(), parts)) break
    hidden.add(place)
  }
  if (!isWholeHidden && !isProtected(kept(), parts)) return null
  return parts.map((_, place) => !hidden.has(place))
}
