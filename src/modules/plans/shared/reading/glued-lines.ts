import { findMark, markOrder, type Mark } from './outline-marks.ts'

export type OutlineState = { roman: number; arabic: number; decimal: string; article: number; letter: string }

const candidate =
  /\s(?=(?:[IVX]{1,5}\s*\.\s*\p{Lu}|\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)]?\s+["“(]?\p{Lu}|[a-zđ]\)\s*\p{L}|[-+*•](?:\s*\p{Lu}|\s+\d)|(?:Điều|ĐIỀU)\s+\d{1,3}\s*[.:]\s*\p{Lu}|(?:Chương|CHƯƠNG|Phần|PHẦN)\s+(?:[IVX]+|thứ|THỨ)(?!\p{L})))/gu

/**
 * Cuts a line in which several outline levels were glued. A cut needs the end of a sentence or heading
 * before it and, for numbers, the next number of its level, so "Điều 5." inside a sentence stays.
 */
export function splitGluedLine(line: string, state: OutlineState): string[] {
  const pieces: string[] = []
  let start = 0
  note(findMark(line), state)
  if (line.length < 12) return [line]
  for (const match of line.matchAll(candidate)) {
    const before = line.slice(Math.max(start, match.index - 60), match.index)
    const mark = findMark(line.slice(match.index + 1, match.index + 70))
    if (
      !mark ||
      !(
        mayCut(before, mark, state) ||
        opensLetters(line, match.index, mark, state) ||
        opensList(line, start, match.index, mark)
      )
    )
      continue
    pieces.push(line.slice(start, match.index).trim())
    start = match.index + 1
    note(mark, state)
  }
  pieces.push(line.slice(start).trim())
  return pieces.filter((piece) => piece !== '')
}

function note(mark: Mark | undefined, state: OutlineState): void {
  if (!mark) return
  const order = markOrder(mark) ?? 0
  if (mark.kind === 'roman') Object.assign(state, { roman: order, arabic: 0, decimal: '', letter: '' })
  if (mark.kind === 'article') Object.assign(state, { article: order, arabic: 0, decimal: '', letter: '' })
  if (mark.kind === 'arabic') Object.assign(state, { arabic: order, decimal: '', letter: '' })
  if (mark.kind === 'decimal') Object.assign(state, { decimal: mark.label, letter: '' })
  if (mark.kind === 'letter') state.letter = mark.label
}

const sentenceEnd = /[.;:!?…]["”)]*$|\.\/\.$/u
const capitalEnd = /(?:^|\s)[\p{Lu},]{2,}[:.]?$/u
const referenceEnd = /(?:điểm|khoản|điều|mục|số|phần|chương|phụ lục|và|theo|tại|của|,)$/iu
/** Titles that are glued to what follows although they are not in capitals. */
const titleEnd =
  /(?:mục tiêu chung|mục tiêu tổng quát|mục tiêu cụ thể|các chỉ tiêu|mục đích|yêu cầu|giải pháp|đối tượng|phạm vi)$/iu

function mayCut(before: string, mark: Mark, state: OutlineState): boolean {
  if (referenceEnd.test(before)) return false
  if (mark.kind === 'decimal') return followsDecimal(mark.label, state)
  const ended = sentenceEnd.test(before)
  if (mark.kind === 'letter') return ended && (mark.label === 'a' || state.letter !== '')
  if (listMarks.has(mark.kind)) return ended || titleEnd.test(before)
  return (ended || isHeadingEnd(before, mark)) && isNext(mark, state)
}

/** Behind a title that is glued to it, or "(Ban hành kèm theo Quyết định số ...) I. MỤC TIÊU". */
function isHeadingEnd(before: string, { kind }: Mark): boolean {
  return capitalEnd.test(before) || titleEnd.test(before) || (kind === 'roman' && before.endsWith(')'))
}

const listMarks = new Set<Mark['kind']>(['dash', 'plus', 'star'])

function isNext(mark: Mark, state: OutlineState): boolean {
  const order = markOrder(mark) ?? 0
  if (mark.kind === 'roman') return order === state.roman + 1 || order === 1
  if (mark.kind === 'article') return order === state.article + 1
  return mark.kind !== 'arabic' || order === state.arabic + 1 || order === 1
}

/** "1. Truyền thông a) Nội dung: ... b) Hình thức: ...": letters in their order, each before a capital. */
function opensLetters(line: string, at: number, mark: Mark, state: OutlineState): boolean {
  if (
    mark.kind !== 'letter' ||
    !/^\s[a-zđ]\)\s*\p{Lu}/u.test(line.slice(at, at + 8)) ||
    referenceEnd.test(line.slice(Math.max(0, at - 12), at))
  )
    return false
  return mark.label === 'a'
    ? /\sb\)\s*\p{Lu}/u.test(line.slice(at, at + 2000))
    : state.letter !== '' && (markOrder(mark) ?? 0) > 1
}

const insideName =
  /^\s-\s*(?:Thương binh|Truyền hình|Xã hội|Tự do|Hạnh phúc|Kế hoạch|Hạ tầng|Vũng Tàu|Dân số|KHHGĐ|\d|Trẻ em|(?:Phó )?(?:Chủ tịch|Giám đốc|Trưởng|Hiệu trưởng|Bí thư)|(?!UBND|HĐND)\p{Lu}{2,6}\s*[-:,])/u

/** "2.1. Đến năm 2020 - Phấn đấu ...": a list glued to its short heading, not the hyphen of a name. */
function opensList(line: string, start: number, at: number, mark: Mark): boolean {
  const heading = line.slice(start, at)
  if (mark.kind !== 'dash' || heading.length > 110 || !isCounted(findMark(heading))) return false
  const opening = line.slice(at, at + 24)
  if (/(?:năm\s*\d{4}\s*:?|\p{L})$/u.test(heading) && /^\s-\s\d[\d.,]*\s*%/u.test(opening)) return true
  return line.length - at > 40 && !insideName.test(opening) && /^\s-\s\p{Lu}/u.test(opening)
}

function isCounted(mark: Mark | undefined): boolean {
  return mark !== undefined && ['arabic', 'decimal', 'roman'].includes(mark.kind)
}

function followsDecimal(label: string, state: OutlineState): boolean {
  const parts = label.split('.').map(Number)
  const last = state.decimal.split('.').map(Number)
  if (parts[0] !== state.arabic) return false
  if (state.decimal === '') return parts.slice(1).every((part) => part === 1)
  const opened = parts.length > last.length && parts.at(-1) === 1
  const same = last[parts.length - 1] ?? 0
  return opened || parts.at(-1) === same + 1
}
