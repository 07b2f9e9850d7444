import type { PrintedParagraph } from './docx-numbers.ts'

/** State while walking the simple HTML that mammoth writes: paragraphs, lists, tables, footnotes. */
type Walk = {
  lines: string[]
  text: string
  /** Open lists; `next` is undefined for dashes, else the number of the next item. */
  lists: { next: number | undefined }[]
  itemMark: string
  /** Lines of each cell, of each row, of the open table. */
  table: string[][][] | undefined
  depth: number
  /** The number Word prints before a line, if the paragraphs of the file are known. */
  labelOf: (text: string) => string | undefined
}

const tokens = /<(\/?)(\w+)([^>]*)>|([^<]+)/g

/**
 * HTML as lines of plain text. Tables become pipe rows; the heading and signature tables become plain lines.
 * `printed`: the paragraphs with the numbers of Word, which the HTML knows only as lists.
 */
export function htmlToLines(html: string, printed: readonly PrintedParagraph[] = []): string[] {
  const labelOf = labelsInOrder(printed)
  const walk: Walk = { lines: [], text: '', lists: [], itemMark: '', table: undefined, depth: 0, labelOf }
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

function openCell(walk: Walk): void {
  if (walk.depth === 1) walk.table?.at(-1)?.push([])
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
  const note = /id="(?:\w+-)?(?:foot|end)note-(\d+)"/.exec(attributes)
  if (note) return `[${note[1]}] `
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
  const label = walk.labelOf(text)
  const line = label === undefined || label === '' ? walk.itemMark + text : `${label} ${text}`
  walk.itemMark = ''
  const cell = walk.table?.at(-1)?.at(-1)
  if (cell) cell.push(line)
  else walk.lines.push(line)
}

/** So many paragraphs of the file the HTML may have left out before one that both have. */
const farthest = 40

/** The label of each line, asked for in the order of the paragraphs; a line that is none of them has none. */
function labelsInOrder(printed: readonly PrintedParagraph[]): Walk['labelOf'] {
  const keys = printed.map(({ text }) => lineKey(text))
  let next = 0
  return (text) => {
    const key = lineKey(text)
    for (let at = next; at < Math.min(keys.length, next + farthest); at += 1) {
      if (keys[at] !== key) continue
      next = at + 1
      return printed[at]?.label
    }
    return undefined
  }
}

/** Without blanks and note marks, which the two write differently. */
function lineKey(text: string): string {
  return text
    .replace(/\[\d+\]/g, '')
    .replace(/[\s\u00a0\u2011-]+/g, '')
    .slice(0, 80)
}

function tableLines(table: string[][][]): string[] {
  if (isLayout(table)) return table.flatMap((row) => row.flat())
  return table.map((row) => `| ${row.map((cell) => cell.join(' ').replaceAll('|', '/')).join(' | ')} |`)
}

/** The two-column tables of the official layout (heading; recipients and signature) only place text on the page. */
function isLayout(table: string[][][]): boolean {
  if (table.length > 4 || table.some((row) => row.length > 3)) return false
  return /CỘNG HÒA XÃ HỘI|Nơi nhận|(^|\n)(TM|KT|TL|TUQ|Q)\. /iu.test(
    table.flat(2).join('\n').normalize('NFC'),
  )
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
