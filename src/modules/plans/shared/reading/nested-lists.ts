import type { Entry } from './outline.ts'
import { markOrder, type Mark } from './outline-marks.ts'

/** How far ahead the next item of a list is looked for, in lines. */
const farthest = 120
/** How many items of the entry before are looked at. */
const mostItems = 20

/**
 * "1." below "1.1." or "a)" opens a list of its own when the item goes on behind it ("1.2.", "b)"), when the item
 * before held such a list too, or when the item announces it with a colon. Gives the depth of its entries;
 * undefined where the number belongs to the outer list.
 */
export function nestedDepth(mark: Mark, open: Entry, position: Position): number | undefined {
  if (mark.kind !== 'arabic') return undefined
  const { item, inner, outer } = listsAround(open)
  if (!item || !outer) return undefined
  const order = markOrder(mark) ?? 0
  if (inner) return continues(order, { item, inner, outer }, position) ? inner.depth : undefined
  return order === 1 && opensList(item, outer, position) ? item.depth + 0.5 : undefined
}

/** A line among all, each with the mark it opens with. */
type Position = { marks: readonly (Mark | undefined)[]; index: number }

function opensList(item: Entry, outer: Entry, position: Position): boolean {
  return goesOn(item, position) || heldList(item, outer) || announces(item)
}

/** The next number of the inner list, unless the outer list may go on with it too and the item has no successor. */
function continues(
  order: number,
  { item, inner, outer }: { item: Entry; inner: Entry; outer: Entry },
  position: Position,
): boolean {
  const isOuter = order === (outer.order ?? 0) + 1 && !goesOn(item, position)
  return order === (inner.order ?? 0) + 1 && !isOuter
}

type Lists = { item: Entry | undefined; inner: Entry | undefined; outer: Entry | undefined }

/** The open item, the list inside it and the list it stands in itself. */
function listsAround(open: Entry): Lists {
  let inner: Entry | undefined
  let item: Entry | undefined
  for (let at: Entry | undefined = open; at; at = at.parent) {
    if (at.kind === 'arabic' && item) return { item, inner, outer: at }
    if (at.kind === 'arabic') inner = at
    if (!item && (at.kind === 'decimal' || at.kind === 'letter')) item = at
  }
  return { item, inner, outer: undefined }
}

/** The item has a successor before the next number that could follow the outer list. */
function goesOn(item: Entry, { marks, index }: Position): boolean {
  for (const mark of marks.slice(index + 1, index + farthest)) {
    if (mark?.kind === 'roman' || mark?.kind === 'part' || mark?.kind === 'capital') return false
    if (mark?.kind === item.kind) return follows(item, mark)
  }
  return false
}

function follows(item: Entry, mark: Mark): boolean {
  const isNext = markOrder(mark) === (item.order ?? 0) + 1
  const group = (label: string) => label.split('.').slice(0, -1).join('.')
  return isNext && (item.kind === 'letter' || group(mark.label) === group(item.label))
}

/** The item before it, or one of the outer entry before, held a list of its own. */
function heldList(item: Entry, outer: Entry): boolean {
  const before = outer.parent?.children.at(-2)?.children.slice(-mostItems) ?? []
  return [item.parent?.children.at(-2), ...before].some(
    (one) => one?.kind === item.kind && one.children.some(({ kind }) => kind === 'arabic'),
  )
}

function announces({ text, children }: Entry): boolean {
  return text.endsWith(':') && children.length === 0
}
