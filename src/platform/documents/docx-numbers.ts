import {
  type NumberedLevel,
  type NumberedList,
  type Numbering,
  readNumbering,
  readStyles,
  type StyleNumbers,
  valueOf,
} from './docx-numbering.ts'

export type DocxParts = { document: string; numbering: string | undefined; styles: string | undefined }

/** Parts a printed number from the text behind it; a letter of the private area that no text holds. */
export const labelEnd = '\uE010'

type ParagraphList = { style: string; numId: string | undefined; level: number | undefined }

const properties = /<w:pPr>([\s\S]*?)<\/w:pPr>/g
/** The paragraph goes with the next one once the tracked deletion of its mark is accepted. */
const deletedMark = /<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<w:del\s/

/**
 * word/document.xml with the number or dash that Word prints before a paragraph written into it as text, closed
 * by `labelEnd`. Paragraphs without a number stay as they are.
 */
export function withPrintedNumbers({ document, numbering, styles }: DocxParts): string {
  const counter = newCounter(readNumbering(numbering ?? ''), readStyles(styles ?? ''))
  return document.replace(properties, (whole, inner: string) => {
    const label = deletedMark.test(inner) ? '' : counter(listOf(inner))
    return label === '' ? whole : `${whole}<w:r><w:t xml:space="preserve">${label}${labelEnd}</w:t></w:r>`
  })
}

function listOf(inner: string): ParagraphList {
  const level = valueOf(inner, 'ilvl')
  return {
    style: valueOf(inner, 'pStyle') ?? '',
    numId: valueOf(inner, 'numId'),
    level: level === undefined ? undefined : Number(level),
  }
}

/** Counts as Word does: deeper levels begin anew below each number, lists of one definition go on. */
function newCounter(numbering: Numbering, styles: StyleNumbers): (paragraph: ParagraphList) => string {
  const counts = new Map<string, number[]>()
  const started = new Set<string>()
  const restartOf = ({ numId, level, list }: ListPlace): number | undefined => {
    const key = `${numId}/${String(level)}`
    const restart = started.has(key) ? undefined : list.restarts.get(level)
    started.add(key)
    return restart
  }
  return (paragraph) => {
    const place = placeOf(paragraph, numbering, styles)
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
  { numId, level, style }: ParagraphList,
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
