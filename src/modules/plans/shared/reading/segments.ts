import type { PlacedLine } from './outline.ts'
import { findMark } from './outline-marks.ts'
import { isUpperText, matchingKey } from './matching-key.ts'
import { opensSignature } from './tail.ts'
import { type TypeName, typeNamed, typeOfLine, typeOpening } from './type-names.ts'

/** One document of the text: its heading block, its body, and what follows the last sentence. */
export type Segment = {
  type: TypeName | undefined
  head: PlacedLine[]
  titleLines: PlacedLine[]
  body: PlacedLine[]
  tail: PlacedLine[]
}

export function isBodyStart(line: string): boolean {
  const key = matchingKey(line)
  if (/^(?:căn cứ|xét|theo đề nghị|kính gửi|quyết định\s*:)/u.test(key)) return true
  if (findMark(line)) return !/^[-*+(]/.test(line)
  if (/^(?:thời gian|địa điểm|thành phần)[^:.]{0,30}:|^hôm nay,|\sđiện\s?:$/u.test(key)) return true
  if (isUpperText(line)) return false
  return carriesOut.test(key) || (line.length > 60 && opensSentence(key))
}

const carriesOut =
  /^(?:thực hiện|triển khai)\s+(?:luật|quyết định|nghị|thông tư|kế hoạch|chỉ thị|công văn|chương trình)[^.;]{0,40}số\s*\d/u
const reason =
  /^(?:thực hiện|triển khai|tiếp tục thực hiện|để|nhằm|trên cơ sở|theo|ngày \d|trong |sau |vừa qua)/u
const acting =
  /^(?:ủy ban nhân dân|ubnd|sở|phòng|ban|chủ tịch|giám đốc|hội đồng)\s.{0,120}(?:ban hành|xây dựng|báo cáo|triển khai|đề nghị|yêu cầu)/u

function opensSentence(key: string): boolean {
  return acting.test(key) || (reason.test(key) && /[,;.:]/.test(key))
}

const tailStart = /^[\s*_-]*(?:nơi nhận|tm\.\s*\p{L}|kt\.\s*\p{L}|tl\.\s*\p{L}|tuq\.\s*\p{L}|q\.\s*\p{L})/u

export function isTailStart(line: string): boolean {
  const key = matchingKey(line)
  if (/^[\s*_-]*nơi nhận\s*:?/u.test(key)) return line.length < 1500
  return tailStart.test(key) && line.length < 120 && isUpperText(line.slice(0, 30))
}

/** Parts a text into its documents: the first, and those attached to it. */
export function findSegments(lines: readonly PlacedLine[]): Segment[] {
  const starts = segmentStarts(lines)
  return starts.map(({ at, note }, index) => {
    const own = lines.slice(at, starts[index + 1]?.at ?? lines.length)
    return note === undefined ? toSegment(own, index > 0) : toUntyped(own, note - at, lines.slice(0, at))
  })
}

/** `note`: the line "(Ban hành kèm theo ...)" of a document that bears no type name. */
type Start = { at: number; note?: number }

function segmentStarts(lines: readonly PlacedLine[]): Start[] {
  const starts: Start[] = [{ at: 0 }]
  let typed = false
  let tailed = false
  lines.forEach((line, index) => {
    if (isTailStart(line.text)) tailed = true
    const type = typeOfLine(line.text)
    if (type && !typed && !tailed) {
      typed = true
      return
    }
    const start = attachedStart({ lines, index, type, tailed }, starts.at(-1)?.at ?? 0)
    if (!start) return
    starts.push(start)
    tailed = false
  })
  return starts
}

/** Where the document begins whose type name, or whose note instead of it, stands on this line. */
function attachedStart({ type, ...candidate }: Candidate, floor: number): Start | undefined {
  const { lines, index, tailed } = candidate
  if (type) {
    return isAttached({ ...candidate, type }) ? { at: headingStart(lines, index, floor) } : undefined
  }
  const at = tailed ? untypedStart(lines, index, floor) : undefined
  return at === undefined ? undefined : { at, note: index }
}

const attachedTo =
  /^\(?\s*(?:ban hành |đính )?kèm theo (?:quyết định|nghị quyết|công văn|kế hoạch|thông báo|tờ trình) số/u

/** A copy lost the type name above "(Ban hành kèm theo Quyết định số ...)": the subject in capitals opens the annex. */
function untypedStart(lines: readonly PlacedLine[], note: number, floor: number): number | undefined {
  if (!attachedTo.test(matchingKey(lines[note]?.text ?? ''))) return undefined
  let start = note
  while (start - 1 > floor && isSubjectLine(lines[start - 1]?.text ?? '')) start -= 1
  const isTyped = lines.slice(start, note).some(({ text }) => typeOfLine(text) !== undefined)
  return start < note && !isTyped ? start : undefined
}

function isSubjectLine(text: string): boolean {
  return isUpperText(text) && text.length > 20 && !isTailStart(text)
}

type Candidate = {
  lines: readonly PlacedLine[]
  index: number
  type: TypeName | undefined
  tailed: boolean
}

function isAttached({ lines, index, type, tailed }: Candidate): boolean {
  const text = lines[index]?.text ?? ''
  if (!isUpperText(text.slice(0, 20)) || (type === 'quyết định' && !tailed)) return false
  const near = lines
    .slice(index, index + 7)
    .some((line) => /^\(?\s*(?:ban hành |đính )?kèm theo/u.test(matchingKey(line.text)))
  return near || (tailed && type !== 'luật')
}

/** An attached plan may bring its own heading block; it begins with the issuing body. */
function headingStart(lines: readonly PlacedLine[], index: number, floor: number): number {
  for (let back = index - 1; back > Math.max(floor, index - 9); back -= 1) {
    const text = lines[back]?.text ?? ''
    if (
      /^(?:ủy ban nhân dân|ubnd)(?!\p{L})/u.test(matchingKey(text)) &&
      isUpperText(text) &&
      !/^tm\./iu.test(text)
    )
      return back
  }
  return index
}

const named =
  /(?:ban hành kèm theo|phê duyệt)[^.;]{0,60}?\s(kế hoạch|chương trình|đề án|phương án|dự án)(?!\p{L})/u

/** Its type is the one that the decision before it names: "Ban hành kèm theo Quyết định này Kế hoạch ...". */
function toUntyped(lines: readonly PlacedLine[], note: number, before: readonly PlacedLine[]): Segment {
  const word = before
    .map(({ text }) => named.exec(matchingKey(text))?.[1])
    .find((found) => found !== undefined)
  const content = lines.slice(note + 1)
  const tailAt = findTail(content)
  return {
    type: typeNamed(word ?? 'phụ lục'),
    head: [],
    titleLines: lines.slice(0, note),
    body: content.slice(0, tailAt),
    tail: content.slice(tailAt),
  }
}

function toSegment(lines: readonly PlacedLine[], attached: boolean): Segment {
  const typed = lines.findIndex(
    (line, index) => (attached || index < 80) && typeOfLine(line.text) !== undefined,
  )
  const at = typed < 0 && hasTitleInSentence(lines) ? 0 : typed
  const bodyWithoutType = at < 0 ? lines.findIndex((line, index) => index > 0 && isBodyStart(line.text)) : -1
  const head = at >= 0 ? lines.slice(0, at) : lines.slice(0, Math.max(0, bodyWithoutType))
  const rest = at >= 0 ? lines.slice(at) : lines.slice(Math.max(0, bodyWithoutType))
  const titleEnd = at >= 0 ? titleLength(rest) : 0
  const content = rest.slice(titleEnd)
  const tailAt = findTail(content)
  return {
    type: at >= 0 ? typeOpening(lines[at]?.text ?? '') : undefined,
    head,
    titleLines: rest.slice(0, titleEnd),
    body: content.slice(0, tailAt),
    tail: content.slice(tailAt),
  }
}

/** A copy without its heading block: "Kế hoạch tiêm chủng năm 2026" right above "Căn cứ ...". */
function hasTitleInSentence(lines: readonly PlacedLine[]): boolean {
  const [title, next] = [lines[0]?.text ?? '', lines[1]?.text ?? '']
  return typeOpening(title) !== undefined && title.length < 300 && !/[.;:]$/.test(title) && isBodyStart(next)
}

/** The subject runs to the legal bases, the first outline mark, or the first whole sentence. */
function titleLength(lines: readonly PlacedLine[]): number {
  for (let index = 1; index < Math.min(lines.length, 12); index += 1) {
    const text = lines[index]?.text ?? ''
    const isNote = text.startsWith('(') || (index === 1 && isSubjectBelow(lines))
    if (!isNote && opensBody(lines, index)) return index
  }
  return Math.min(lines.length, 2)
}

function opensBody(lines: readonly PlacedLine[], index: number): boolean {
  const text = lines[index]?.text ?? ''
  if (isBodyStart(text) || isParagraph(text) || followsCapitals(lines, index)) return true
  return index > 1 && isSentence(text)
}

/** A subject bears no full stop; a long line with sentences of its own is the body. */
function isSentence(text: string): boolean {
  return (
    text.length > 60 &&
    !isUpperText(text) &&
    /^\p{Lu}/u.test(text) &&
    /(?<!\bTP|\bTX)\.\s+\p{Lu}|[.:;]$/u.test(text)
  )
}

function isParagraph(text: string): boolean {
  return text.length > 400 && !isUpperText(text)
}

const openingWords =
  /^(?:thực hiện|triển khai|tiếp tục|theo|để|nhằm|trên cơ sở|ủy ban nhân dân|ubnd|sở|phòng)(?!\p{L})/u

/** Below a subject in capitals a sentence in small letters opens the body, even one that a scan cut short. */
function followsCapitals(lines: readonly PlacedLine[], index: number): boolean {
  const text = lines[index]?.text ?? ''
  const subject = lines.slice(1, index).map((line) => line.text)
  return (
    subject.length > 0 &&
    subject.every(isUpperText) &&
    !isUpperText(text) &&
    text.length > 25 &&
    openingWords.test(matchingKey(text))
  )
}

/** Below a bare "KẾ HOẠCH" the first line is the subject, even "Thực hiện Quyết định số ...". */
function isSubjectBelow(lines: readonly PlacedLine[]): boolean {
  const [type, first] = [lines[0]?.text ?? '', lines[1]?.text ?? '']
  return (
    type.length < 20 &&
    findMark(first) === undefined &&
    !/^(?:căn cứ|kính gửi)/iu.test(first) &&
    !/[:;]$/.test(first)
  )
}

function findTail(lines: readonly PlacedLine[]): number {
  const texts = lines.map(({ text }) => text)
  const at = texts.findIndex((text, index) => isTailStart(text) || opensSignature(texts, index))
  return at < 0 ? lines.length : at
}
