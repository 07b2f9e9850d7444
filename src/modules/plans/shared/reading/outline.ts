import { isTableRow } from './text-lines.ts'
import { liftCommonLines } from './common-lines.ts'
import { nestedDepth } from './nested-lists.ts'
import { findMark, markDepth, markOrder, type Mark } from './outline-marks.ts'

export type PlacedLine = { text: string; start: number }

/** One entry of the outline with everything below it. `path` is the way to it, such as "II.5.2c". */
export type Entry = {
  kind: Mark['kind'] | 'text' | 'table' | 'root'
  label: string
  /** What a counted heading counts ("nhiệm vụ"). */
  word: string | undefined
  /** Position among its siblings, for marks that count. */
  order: number | undefined
  depth: number
  path: string
  text: string
  start: number
  end: number
  rows: string[]
  parent: Entry | undefined
  children: Entry[]
}

/** Deeper than any heading, above the list marks: a paragraph ending in a colon opens the list below it. */
const openingParagraphDepth = 11
const paragraphDepth = 20

export function buildOutline(lines: readonly PlacedLine[]): Entry {
  const root = newEntry({ kind: 'root', depth: -1, text: '', start: lines[0]?.start ?? 0 })
  let open = root
  const closing = closingFrom(lines)
  const marks = lines.map(({ text }) => findMark(text))
  for (const [index, line] of lines.entries()) {
    if (index === closing) open = root
    if (isTableRow(line.text)) {
      addTableRow(open, line)
      continue
    }
    const entry = toEntry(line, open, { marks, index })
    const parent = parentFor(open, entry)
    place(parent, entry)
    if (entry.depth < paragraphDepth) open = entry
  }
  liftCommonLines(root)
  return root
}

/** Paragraphs behind the last list item speak of the whole document ("Trên đây là Kế hoạch ..."). */
function closingFrom(lines: readonly PlacedLine[]): number {
  let at = lines.length
  while (at > 0 && isParagraph(lines[at - 1])) at -= 1
  const before = lines[at - 1]
  if (!isListItem(before) || lines.length - at > 3) return closingSentence(lines)
  return isBareHeading(before) && !opensClosing(lines[at]) ? at + 1 : at
}

function isListItem(line: PlacedLine | undefined): line is PlacedLine {
  return ['dash', 'plus', 'arabic', 'letter'].includes(findMark(line?.text ?? '')?.kind ?? '')
}

/** Where the last line alone stands when it closes the document in so many words. */
function closingSentence(lines: readonly PlacedLine[]): number {
  return closingWords.test(lines.at(-1)?.text ?? '') ? lines.length - 1 : lines.length
}

/** "3. UBND các xã" stands above its duty: the paragraph behind it is no closing one. */
function isBareHeading(line: PlacedLine | undefined): boolean {
  return line !== undefined && /[\p{L}\d)]$/u.test(line.text) && line.text.length < 120
}

function opensClosing(line: PlacedLine | undefined): boolean {
  return /^(?:trên đây|yêu cầu|đề nghị|trong quá trình|căn cứ|nhận được)/iu.test(line?.text ?? '')
}

/** The last sentence of a document, which the end mark closes (Nghị định 30/2020/NĐ-CP, Annex I). */
const closingWords =
  /^(?:trên đây(?!\p{L})|(?:yêu cầu|đề nghị|nhận được|[^.]{0,60}(?:thông báo|kính (?:trình|đề nghị|báo cáo))).*\.\s?\/\s?\.$)/iu

function isParagraph(line: PlacedLine | undefined): boolean {
  return (
    line !== undefined &&
    (line.text.length > 60 || closingWords.test(line.text)) &&
    findMark(line.text) === undefined &&
    !isTableRow(line.text)
  )
}

function newEntry(given: Pick<Entry, 'kind' | 'depth' | 'text' | 'start'>): Entry {
  return {
    ...given,
    label: '',
    word: undefined,
    order: undefined,
    path: '',
    end: given.start + given.text.length,
    rows: [],
    parent: undefined,
    children: [],
  }
}

type Position = { marks: readonly (Mark | undefined)[]; index: number }

function toEntry({ text, start }: PlacedLine, open: Entry, position: Position): Entry {
  const mark = position.marks[position.index]
  if (!mark) {
    const depth = text.endsWith(':') && text.length < 400 ? openingParagraphDepth : paragraphDepth
    return newEntry({ kind: 'text', depth, text, start })
  }
  const depth = nestedDepth(mark, open, position) ?? depthOf(mark, open)
  const entry = newEntry({ kind: mark.kind, depth, text: text.slice(mark.length).trim(), start })
  return { ...entry, label: mark.label, word: mark.word, order: markOrder(mark), end: start + text.length }
}

function depthOf(mark: Mark, open: Entry): number {
  if (mark.kind === 'decimal') return markDepth.decimal + mark.label.split('.').length - 2
  return mark.kind === 'counted' ? countedDepth(mark, open) : markDepth[mark.kind]
}

/** A counted heading stands beside the last one of its word, else half a level below the heading above it. */
function countedDepth({ word }: Mark, open: Entry): number {
  for (let at: Entry | undefined = open; at; at = at.parent) {
    if (at.kind === 'counted' && at.word === word) return at.depth
  }
  let above: Entry | undefined = open
  while (above.parent && above.depth >= markDepth.bracket) above = above.parent
  return above.kind === 'root' ? markDepth.capital : above.depth + 0.5
}

function parentFor(open: Entry, entry: Entry): Entry {
  // A plain paragraph belongs to the heading, not to the list item before it.
  const paragraphLimit = entry.text.startsWith('(') ? markDepth.letter : openingParagraphDepth
  const limit = entry.kind === 'text' ? paragraphLimit : entry.depth
  let parent = open
  while (parent.parent && (parent.depth >= limit || isStarted(parent, entry))) parent = parent.parent
  return parent
}

/** "1." after "a)" under the same heading restarts a list below the letter only in documents with articles. */
function isStarted(parent: Entry, entry: Entry): boolean {
  return parent.kind === 'text' && entry.kind !== 'dash' && entry.kind !== 'plus' && entry.kind !== 'star'
}

function place(parent: Entry, entry: Entry): void {
  entry.parent = parent
  entry.path = pathOf(parent, entry)
  parent.children.push(entry)
}

function addTableRow(open: Entry, line: PlacedLine): void {
  let parent = open
  while (parent.parent && parent.depth >= openingParagraphDepth) parent = parent.parent
  const last = parent.children.at(-1)
  if (last?.kind === 'table' && line.start - last.end <= 2) {
    last.rows.push(line.text)
    last.end = line.start + line.text.length
    return
  }
  const table = newEntry({ kind: 'table', depth: paragraphDepth, text: '', start: line.start })
  table.rows.push(line.text)
  table.end = line.start + line.text.length
  place(parent, table)
}

function pathOf(parent: Entry, { kind, label }: Entry): string {
  const above = parent.path
  if (label === '' || kind === 'letter') return `${above}${label}`
  if (kind === 'bracket') return `${above}(${label})`
  const continues = kind === 'decimal' && parent.label !== '' && label.startsWith(`${parent.label}.`)
  if (continues) return `${above}${label.slice(parent.label.length)}`
  const named = `${pathWords[kind] ?? ''}${label}`
  return above === '' ? named : `${above}.${named}`
}

const pathWords: Partial<Record<Entry['kind'], string>> = { article: 'Điều ', part: 'Phần ' }

/** The entry and all below it, in the order of the text. */
export function* walk(entry: Entry): Generator<Entry> {
  yield entry
  for (const child of entry.children) yield* walk(child)
}

/** The heading alone: up to the first colon or full stop when text goes on behind it. */
export function headOf(entry: Entry): string {
  const capitals = entry.kind === 'roman' ? capitalsBeforeSentence.exec(entry.text)?.[1] : undefined
  if (capitals !== undefined) return capitals
  const match = /^(.{3,220}?)(?::|(?<!\b(?:TP|TT))\.(?=\s))/u.exec(entry.text)
  return (match?.[1] ?? entry.text).trim()
}

/** "KINH PHÍ Ngân sách nhà nước ...": a heading in capitals that lost the line behind it. */
const capitalsBeforeSentence = /^(\p{Lu}{2,}(?:[\s,]+(?:-\s)?\p{Lu}{2,})+)[\s:.]+(?=\p{Lu}\p{Ll}+\s\p{Ll})/u

export function restOf(entry: Entry): string {
  const head = headOf(entry)
  return entry.text
    .slice(head.length)
    .replace(/^[\s:.]+/, '')
    .trim()
}

/** Headings from the top down to this entry, in lower case, for asking what a place is about. */
export function ancestors(entry: Entry): Entry[] {
  const list: Entry[] = []
  for (let at: Entry | undefined = entry.parent; at; at = at.parent) list.unshift(at)
  return list
}
