import {
  type NumberedLevel,
  type NumberedList,
  type Numbering,
  readNumbering,
  readStyles,
  type StyleNumbers,
} from './docx-numbering.ts'

/** A paragraph of a .docx as its XML has it, with the number or dash that Word prints before it ('' for none). */
export type PrintedParagraph = { text: string; label: string }

export type DocxParts = { document: string; numbering: string | undefined; styles: string | undefined }

type OpenParagraph = { text: string; style?: string; numId?: string; level?: number; isBroken: boolean }

const tokens =
  /<w:p(?:\s[^>]*?)?(\/)?>|(<\/w:p>)|<w:(pStyle|ilvl|numId)\s[^>]*?w:val="([^"]*)"|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|(<w:br\b)/g
/** Old properties of a tracked change, and the second copy of a text box for older programs. */
const notRead = /<w:pPrChange\b[\s\S]*?<\/w:pPrChange>|<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g

/** Paragraphs in the order in which they end, which is the order of reading. */
export function printedParagraphs({ document, numbering, styles }: DocxParts): PrintedParagraph[] {
  const counter = newCounter(readNumbering(numbering ?? ''), readStyles(styles ?? ''))
  const [open, found]: [OpenParagraph[], PrintedParagraph[]] = [[], []]
  for (const match of document.replace(notRead, '').matchAll(tokens)) {
    if (match[0].startsWith('<w:p>') || match[0].startsWith('<w:p ')) {
      if (match[1] === undefined) open.push({ text: '', isBroken: false })
      continue
    }
    const paragraph = open.at(-1)
    if (!paragraph) continue
    if (match[2] === undefined) note(paragraph, match)
    else {
      open.pop()
      found.push({ text: unescape(paragraph.text), label: counter(paragraph) })
    }
  }
  return found
}

function note(
  paragraph: OpenParagraph,
  [, , , property, value = '', text, lineBreak]: RegExpExecArray,
): void {
  if (text !== undefined && !paragraph.isBroken) paragraph.text += text
  if (lineBreak !== undefined && paragraph.text !== '') paragraph.isBroken = true
  if (property === 'pStyle') paragraph.style = value
  if (property === 'numId') paragraph.numId = value
  if (property === 'ilvl') paragraph.level = Number(value)
}

function unescape(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

/** Counts as Word does: deeper levels begin anew below each number, lists of one definition go on. */
function newCounter(numbering: Numbering, styles: StyleNumbers): (paragraph: OpenParagraph) => string {
  const counts = new Map<string, number[]>()
  const started = new Set<string>()
  const restartOf = ({ numId, level, list }: ListPlace): number | undefined => {
    const key = `${numId}/${String(level)}`
    const restart = started.has(key) ? undefined : list.restarts.get(level)
    started.add(key)
    return restart
  }
  return (paragraph) => {
    const place = paragraph.text.trim() === '' ? undefined : placeOf(paragraph, numbering, styles)
    const printed = place?.list.levels[place.level]
    if (!place || !printed) return ''
    if (printed.format === 'bullet') return '-'
    const { list, level } = place
    const count = counts.get(list.definition) ?? []
    counts.set(list.definition, count)
    count.length = Math.min(count.length, level + 1)
    count[level] = restartOf(place) ?? (count[level] ?? printed.start - 1) + 1
    return labelOf(printed, list.levels, count)
  }
}

type ListPlace = { numId: string; level: number; list: NumberedList }

function placeOf(
  { numId, level, style = '' }: OpenParagraph,
  { lists, levelOfStyle }: Numbering,
  styles: StyleNumbers,
): ListPlace | undefined {
  const inherited = styles.get(style)
  const id = numId ?? inherited?.numId ?? ''
  const list = lists.get(id)
  return list && { numId: id, list, level: level ?? inherited?.level ?? levelOfStyle.get(style) ?? 0 }
}

function labelOf(
  { text, isLegal }: NumberedLevel,
  levels: readonly (NumberedLevel | undefined)[],
  count: readonly (number | undefined)[],
): string {
  return text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const level = levels[at]
    return formatNumber(count[at] ?? level?.start ?? 1, isLegal ? 'decimal' : (level?.format ?? 'decimal'))
  })
}

const romanSteps = [
  ...([
    ['m', 1000],
    ['cm', 900],
    ['d', 500],
    ['cd', 400],
    ['c', 100],
    ['xc', 90],
    ['l', 50],
  ] as const),
  ...([
    ['xl', 40],
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1],
  ] as const),
]

function roman(number: number): string {
  let [rest, text] = [number, '']
  for (const [letters, value] of romanSteps) for (; rest >= value; rest -= value) text += letters
  return text
}

/** Word's formats; past "z" it doubles the letter. */
function formatNumber(number: number, format: string): string {
  if (format === 'upperRoman') return roman(number).toUpperCase()
  if (format === 'lowerRoman') return roman(number)
  if (format === 'decimalZero') return String(number).padStart(2, '0')
  if (format === 'none') return ''
  if (format !== 'upperLetter' && format !== 'lowerLetter') return String(number)
  const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
  return format === 'upperLetter' ? letter.toUpperCase() : letter
}
