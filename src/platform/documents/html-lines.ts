import { labelEnd } from './docx-numbers.ts'
import { pipeRows, type Cell } from './table-rows.ts'

/** State while walking the simple HTML that mammoth writes: paragraphs, lists, tables, footnotes. */
type Walk = {
  lines: string[]
  text: string
  /** Open lists; `next` is undefined for dashes, else the number of the next item. */
  lists: { next: number | undefined }[]
  itemMark: string
  /** Notes at the end, counted in the order of their marks. */
  notes: number
  /** The rows of the open table. */
  table: Cell[][] | undefined
  depth: number
}

const tokens = /<(\/?)(\w+)([^>]*)>|([^<]+)/g

/** HTML as lines of plain text. Tables become pipe rows; the heading and signature tables become plain lines. */
export function htmlToLines(html: string): string[] {
  const walk: Walk = { lines: [], text: '', lists: [], itemMark: '', notes: 0, table: undefined, depth: 0 }
  for (const [, closing, tag, attributes, text] of html.matchAll(tokens)) {
    if (text !== undefined) walk.text += unescapeHtml(text)
    else if (closing) closeTag(walk, tag ?? '')
    else openTag(walk, tag ?? '', attributes ?? '')
  }
  endLine(walk)
  return walk.lines
}

/** What an opening tag does; tags that are not named here only carry text. */
const openers: Readonly<Record<string, (walk: Walk, attributes: string) => void>> = {
  br: endLine,
  ol: (walk) => openList(walk, 1),
  ul: (walk) => openList(walk, undefined),
  li: (walk, attributes) => {
    endLine(walk)
    walk.itemMark = itemMark(walk, attributes)
  },
  table: openTable,
  tr: (walk) => {
    if (walk.depth === 1) walk.table?.push([])
  },
  td: openCell,
  th: openCell,
}

function openTag(walk: Walk, tag: string, attributes: string): void {
  openers[tag]?.(walk, attributes)
}

function openList(walk: Walk, next: number | undefined): void {
  endLine(walk)
  walk.lists.push({ next })
}

function openCell(walk: Walk, attributes: string): void {
  const spanOf = (name: string) =>
    Number(new RegExp(String.raw`${name}="(\d{1,2})"`).exec(attributes)?.[1] ?? 1)
  if (walk.depth === 1)
    walk.table?.at(-1)?.push({ lines: [], columns: spanOf('colspan'), rows: spanOf('rowspan') })
}

function openTable(walk: Walk): void {
  endLine(walk)
  walk.depth += 1
  if (walk.depth === 1) walk.table = []
}

function closeTag(walk: Walk, tag: string): void {
  if (/^(p|h[1-6]|li|td|th)$/.test(tag)) endLine(walk)
  if (tag === 'ol' || tag === 'ul') walk.lists.pop()
  if (tag !== 'table') return
  walk.depth -= 1
  if (walk.depth > 0 || !walk.table) return
  const table = walk.table
  walk.table = undefined
  walk.lines.push(...tableLines(table))
}

function itemMark(walk: Walk, attributes: string): string {
  if (/id="(?:\w+-)?(?:foot|end)note-\d+"/.test(attributes)) {
    walk.notes += 1
    return `[${String(walk.notes)}] `
  }
  const list = walk.lists.at(-1)
  if (list?.next === undefined) return '- '
  list.next += 1
  return `${list.next - 1}. `
}

function endLine(walk: Walk): void {
  const text = walk.text
    .replace(/↑/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
  walk.text = ''
  if (text === '') return
  const line = walk.itemMark + text.replaceAll(new RegExp(`${labelEnd}\\s*`, 'g'), ' ').trim()
  const isLabelAlone = text.endsWith(labelEnd)
  walk.itemMark = ''
  const cell = walk.table?.at(-1)?.at(-1)
  if (cell) cell.lines.push(isLabelAlone ? line.replace(/[.)]$/, '') : line)
  // Word prints a number even where nothing stands behind it; it counts, but is no line of the text.
  else if (!isLabelAlone) walk.lines.push(line)
}

/** The two-column tables of the official layout (heading; recipients and signature) only place text on the page. */
function isLayout(table: Cell[][]): boolean {
  if (table.every((row) => row.length === 1)) return true
  if (table.length > 6 || table.some((row) => row.length > 3)) return false
  const text = table.flatMap((row) => row.flatMap(({ lines }) => lines)).join('\n')
  return layoutWords.test(text.normalize('NFC'))
}

const layoutWords =
  /C[ỘO]NG H[ÒO][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Nơi nhận|(?:^|\n)(?:T\/?M|K\/?T|T\/?L|TUQ|Q)\. ?\p{Lu}/iu

function tableLines(table: Cell[][]): string[] {
  return isLayout(table) ? table.flatMap((row) => row.flatMap(({ lines }) => lines)) : pipeRows(table)
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
}

function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => named[name] ?? '')
}
