import { fold, tidy } from '#base/text.ts'

/** How two written names may belong to one person, most alike first. */
export type NameLikeness =
  | 'same'
  /** A letter added, left out, changed or exchanged: "Nguyễn Gai Bảo". */
  | 'typing-fault'
  /** Equal without marks, and both spellings are names that people bear: Hoa and Hòa. */
  | 'other-marks'
  /** One has a middle name that the other leaves out. */
  | 'part-left-out'
  | 'different'

/** How often a syllable, in lower case with its marks, stands in the names of the register. */
export type SyllableCount = (syllable: string) => number

/** A syllable this often beside its look-alike is a name of its own, not a slip of the hand. */
const ownNameShare = 1 / 40
const ownNameCount = 5

/** Lower case, NFC, the tone mark of oa, oe, uy on one agreed vowel: "Hoà" and "Hòa" are one spelling. */
export function spelledName(name: string): string[] {
  return tidy(name)
    .toLowerCase()
    .normalize('NFD')
    .replace(/(o)([\u0300\u0301\u0303\u0309\u0323])(a|e)(?!\p{L})/gu, '$1$3$2')
    .replace(/(?<!q)(u)([\u0300\u0301\u0303\u0309\u0323])(y)(?!\p{L})/gu, '$1$3$2')
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((syllable) => syllable !== '')
}

/** Both names as `spelledName` gives them. */
export function nameLikeness(a: readonly string[], b: readonly string[], count: SyllableCount): NameLikeness {
  const [foldedA, foldedB] = [a.map(fold), b.map(fold)]
  if (foldedA.join('') === foldedB.join(''))
    return a.length === b.length ? likenessOfMarks(a, b, count) : 'same'
  const changed = changedSyllables(a, b)
  if (isPartLeftOut(foldedA, foldedB)) return 'part-left-out'
  const slips = slipsBetween(foldedA.join(' '), foldedB.join(' '))
  if (slips > 2 || haveOwnGivenNames(a, b, count)) return 'different'
  if (slips === 1) return 'typing-fault'
  // Two slips are believed only where they made a syllable that nobody bears.
  const isRare = (syllable: string) => count(syllable) < ownNameCount
  return changed.some(([one, other]) => isRare(one) || isRare(other)) ? 'typing-fault' : 'different'
}

/** Syllables that differ, side by side; none when the names have different numbers of syllables. */
function changedSyllables(a: readonly string[], b: readonly string[]): (readonly [string, string])[] {
  if (a.length !== b.length)
    return [[a.find((one) => !b.includes(one)) ?? '', b.find((one) => !a.includes(one)) ?? '']]
  return a.flatMap((one, index) =>
    fold(one) === fold(b[index] ?? '') ? [] : [[one, b[index] ?? ''] as const],
  )
}

function likenessOfMarks(a: readonly string[], b: readonly string[], count: SyllableCount): NameLikeness {
  const isBare = (name: readonly string[]) => name.every((syllable) => syllable === fold(syllable))
  if (isBare(a) || isBare(b)) return 'same'
  return areTwoNames(a.at(-1) ?? '', b.at(-1) ?? '', count) ? 'other-marks' : 'same'
}

function haveOwnGivenNames(a: readonly string[], b: readonly string[], count: SyllableCount): boolean {
  const [one, other] = [a.at(-1) ?? '', b.at(-1) ?? '']
  return fold(one) !== fold(other) && areTwoNames(one, other, count)
}

/** Given names, which alone tell children of one family apart. */
function areTwoNames(one: string, other: string, count: SyllableCount): boolean {
  if (one === other) return false
  const [less, more] = [count(one), count(other)].sort((x, y) => x - y)
  return less !== undefined && more !== undefined && less >= ownNameCount && less >= more * ownNameShare
}

/** "Nguyễn Bảo" for "Nguyễn Gia Bảo": first and given name stand, one between is missing. */
function isPartLeftOut(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  let at = 0
  for (const syllable of long) if (syllable === short[at]) at += 1
  return at === short.length && long.length - short.length === 1 && short.at(-1) === long.at(-1)
}

/** Letters added, left out, changed, or exchanged with a neighbour, from one text to the other; 3 stands for more than 2. */
export function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let rows: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let at = 1; at <= a.length; at += 1) {
    const next = nextRow(a, b, { at, rows })
    if (Math.min(...next) > 2) return 3
    rows = [rows[1], next]
  }
  return Math.min(rows[1].at(-1) ?? 3, 3)
}

type Table = { at: number; rows: [number[], number[]] }

/** One row of the table of distances (Damerau 1964), from the two rows above it. */
function nextRow(a: string, b: string, { at, rows: [before, last] }: Table): number[] {
  const row = [at]
  for (let to = 1; to <= b.length; to += 1) {
    const isSame = a[at - 1] === b[to - 1]
    const isExchange = a[at - 1] === b[to - 2] && a[at - 2] === b[to - 1]
    const steps = [valueAt(last, to) + 1, valueAt(row, to - 1) + 1, valueAt(last, to - 1) + (isSame ? 0 : 1)]
    row.push(Math.min(...steps, isExchange ? valueAt(before, to - 2) + 1 : 3))
  }
  return row
}

function valueAt(row: readonly number[], at: number): number {
  return row[at] ?? 3
}
