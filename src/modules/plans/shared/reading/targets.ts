import type { PlanTarget, TextPlace } from '../contract.ts'
import { matchingKey } from './matching-key.ts'
import { ancestors, headOf, walk, type Entry } from './outline.ts'
import { findQuantities, type Quantity, type QuantitySpan } from './quantities.ts'
import { printedShare, shareInBrackets } from './bracketed-share.ts'
import { splitClauses, type Clause } from './sentences.ts'
import { measureOf, withPartOf } from './target-measure.ts'
import { readTargetTable } from './target-tables.ts'
import { yearOf, yearOfEntry } from './target-years.ts'
import { looksAhead, topicOf } from './topics.ts'
import { findYears, withoutDocuments } from './years.ts'

export type FoundTarget = { target: PlanTarget; place: TextPlace }

export type TargetFrame = {
  /** Numbers of years before this one state what was, not what shall be. */
  documentYear: number | undefined
  /** The year of the title: the end of the plan's period. */
  titleYear: number | undefined
  /** A report tells results; only its part on what comes next sets targets. */
  factual: boolean
}

/** The targets of an outline: numbers to reach, each with its comparison and year. */
export function findTargets(root: Entry, frame: TargetFrame): FoundTarget[] {
  const found: FoundTarget[] = []
  for (const entry of walk(root)) {
    const topic = topicOf(entry)
    if (topic === 'situation' || topic === 'funding' || topic === 'basis' || topic === 'time') continue
    const year = yearOfEntry(entry, frame)
    if (entry.kind === 'table')
      found.push(...readTargetTable(entry, { year: year ?? null, documentYear: frame.documentYear }))
    else if (/\d/.test(entry.text)) found.push(...targetsOfEntry(entry, { ...framed(entry, frame), year }))
  }
  return withoutRepeats(found)
}

/** A report tells what was, but for its part on the year to come. */
function framed(entry: Entry, frame: TargetFrame): TargetFrame & { objective: boolean } {
  const factual = frame.factual && !ancestors(entry).some(looksAhead)
  return { ...frame, factual, objective: !factual && isObjective(entry) }
}

function isObjective(entry: Entry): boolean {
  return (
    topicOf(entry) === 'objective' ||
    ancestors(entry).some((above) =>
      /chỉ tiêu|mục tiêu cụ thể/u.test(matchingKey(headOf(above)).slice(0, 120)),
    )
  )
}

type EntryFrame = TargetFrame & { year: number | undefined; objective: boolean }

function targetsOfEntry(entry: Entry, frame: EntryFrame): FoundTarget[] {
  const offset = entry.end - entry.text.length
  let year = frame.year
  let measure: string | undefined
  return splitClauses(entry.text).flatMap((clause) => {
    const key = maskBrackets(withoutStart(withoutDocuments(matchingKey(clause.text))))
    const quantities = targetQuantities(key, frame)
    year = carriedYear(key, quantities[0], frame) ?? year
    const found = toTargets({ clause, key, quantities, entry, offset, measure, frame: { ...frame, year } })
    measure = found.at(-1)?.target.measure ?? measure
    return found
  })
}

function targetQuantities(key: string, frame: EntryFrame): Quantity[] {
  const kept: Quantity[] = []
  let isLastKept = false
  for (const quantity of findQuantities(key)) {
    isLastKept = quantity.continues ? isLastKept : isTarget(key, quantity, frame)
    if (isLastKept) kept.push(quantity)
  }
  return kept
}

/** "Đến năm 2025: ..." or "Đến năm 2025, phấn đấu ..." dates what follows in the same paragraph. */
function carriedYear(key: string, first: Quantity | undefined, frame: EntryFrame): number | undefined {
  const leading = findYears(key).find(({ start }) => first === undefined || start < first.start)
  if (!leading) return undefined
  if (first === undefined) return opensWithYear.test(key) ? leading.year : undefined
  const isTime = /(?:đến|tới|năm|giai đoạn|hết|cuối|trong)[^\d]*$/u.test(key.slice(0, leading.start + 4))
  return isTime ? ownYear(leading.year, frame) : undefined
}

const opensWithYear = /^(?:phấn đấu\s+)?(?:đến|tới|năm|giai đoạn|hết|cuối|trong)/u

function ownYear(year: number, { documentYear }: TargetFrame): number | undefined {
  return documentYear !== undefined && year < documentYear ? undefined : year
}

/** "từ 70% năm 2025 lên 80%": the level to start from, and its year, are no target. */
function withoutStart(key: string): string {
  return key.replace(startingLevel, (text) => ' '.repeat(text.length))
}

const startingLevel =
  /(?<!\p{L})từ\s+(?:mức\s+)?\d[\d.,]*\s*(?:%|‰)?\s*\(?(?:vào |của |trong )?năm \d{4}\)?(?=\s*(?:lên|xuống|tăng|giảm|còn))/gu

/** Figures in brackets explain ("(năm 2020: 68%)"); years in brackets still date the number before them. */
function maskBrackets(key: string): string {
  return key.replace(/\(([^()]*)\)/g, (text, inside: string) =>
    /^\s*(?:vào |đến |trong )?năm \d{4}\s*$/u.test(inside) ||
    !/\d/.test(inside) ||
    /^\s*\d+\s*\)?$/.test(inside)
      ? text
      : `(${' '.repeat(inside.length)})`,
  )
}

type ClauseParts = {
  clause: Clause
  key: string
  quantities: Quantity[]
  entry: Entry
  offset: number
  /** What the clause before counted: "đến năm 2025 đạt 92%" goes on with it. */
  measure: string | undefined
  frame: EntryFrame
}

function toTargets({
  clause,
  key,
  quantities,
  entry,
  offset,
  measure: earlier,
  frame,
}: ClauseParts): FoundTarget[] {
  const found: FoundTarget[] = []
  const section = entry.path === '' ? null : entry.path
  const text = clause.text.replace(/^[-+*•\s]+/, '')
  const place = { start: offset + clause.start, end: offset + clause.start + clause.text.length }
  quantities.forEach((quantity, index) => {
    const [before, after] = [quantities[index - 1], quantities[index + 1]]
    const span = { key, text: clause.text, quantity, before, after }
    const year = yearOf(span)
    const measure = measureHere({ span, quantities, index }, found.at(-1)?.target.measure ?? earlier)
    if (isPast(year, frame) || measure === undefined || isNoMeasure(measure)) return
    const { comparator, value, valueTo, unit } = quantity
    const { numerator, denominator } = shareInBrackets(span) ?? quantity
    const aim = { text, measure, comparator, value, valueTo, unit, numerator, denominator, section }
    found.push({ target: { ...aim, year: year ?? frame.year ?? null }, place })
  })
  return found
}

type Here = { span: QuantitySpan; quantities: readonly Quantity[]; index: number }

function measureHere(here: Here, last: string | undefined): string | undefined {
  const own = ownMeasure(here.span) ?? measureAhead(here)
  return own === undefined ? last : withPartOf(own, last)
}

/** "đến năm 2020 trên 50% và đến năm 2025 trên 90% cán bộ": the first of two counts what the second names. */
function measureAhead({ span, quantities, index }: Here): string | undefined {
  const { quantity, after } = span
  if (index > 0 || !after || after.shape !== quantity.shape) return undefined
  return ownMeasure({ ...span, quantity: after, before: quantity, after: quantities[index + 2] })
}

/** A number that goes on with the one before it counts what that one counts. */
function ownMeasure(span: QuantitySpan): string | undefined {
  return span.quantity.continues ? undefined : measureOf(span)?.replace(printedShare, '').trim()
}

function isPast(year: number | undefined, { documentYear }: TargetFrame): boolean {
  return year !== undefined && documentYear !== undefined && year < documentYear
}

const aimWords =
  /(?<!\p{L})(?:phấn đấu|đảm bảo|bảo đảm|ít nhất|tối thiểu|đạt|duy trì|hoàn thành|giảm|tăng(?! cường)|nâng|không quá|trở lên|mục tiêu|chỉ tiêu|xuống còn|xuống dưới|khống chế|kéo giảm|đáp ứng|kết nối|đưa)(?!\p{L})/u
const strongAim = /(?<!\p{L})(?:phấn đấu|ít nhất|tối thiểu|mục tiêu|chỉ tiêu|trở lên|không quá)(?!\p{L})/u
const factWords =
  /(?<!\p{L})(?:đã (?:đạt|có|được|tổ chức|hoàn thành|triển khai|hỗ trợ|thực hiện|giảm|tăng)|hiện nay|hiện có|hiện tại|chiếm|toàn (?:tỉnh|xã|phường|huyện|thành phố) (?:hiện )?có|cùng kỳ|tính đến|thực tế|trong đó có|gồm có|ước tính|kết quả cho thấy|ghi nhận|qua \d|vượt kế hoạch|đạt được)(?!\p{L})/u

function isTarget(key: string, quantity: Quantity, frame: EntryFrame): boolean {
  const left = key.slice(Math.max(0, quantity.start - 60), quantity.start)
  const right = key.slice(quantity.end, quantity.end + 60)
  if (isBaseline(left, right) || isCondition(left) || isFrequency(left, right)) return false
  if (isLimitInside(quantity, right)) return false
  if (factWords.test(key) && !strongAim.test(key)) return false
  return quantity.shape === 'count'
    ? isCountTarget(key, quantity, frame)
    : isShareTarget(key, quantity, frame)
}

function isShareTarget(key: string, { value }: Quantity, { factual, objective }: EntryFrame): boolean {
  if (factual) return strongAim.test(key)
  return objective || value === 100 || aimWords.test(key)
}

function isCountTarget(key: string, quantity: Quantity, frame: EntryFrame): boolean {
  if (frame.factual) return /phấn đấu|chỉ tiêu|mục tiêu/u.test(key)
  if (frame.objective) return isCountAim(key, quantity, frame)
  const near = key.slice(Math.max(0, quantity.start - 40), quantity.start)
  return /(?<!\p{L})(?:phấn đấu|ít nhất|tối thiểu)(?!\p{L})/u.test(near)
}

/** In objectives a count stands for itself unless it only describes ("03 cấp độ", "06 lĩnh vực"). */
function isCountAim(key: string, quantity: Quantity, { year }: EntryFrame): boolean {
  const left = key.slice(0, quantity.start)
  const described = /(?:thuộc|trong|tại|của|các|những|cho|gồm|theo|với|và|ở)\s*(?:phạm vi\s*)?$/u.test(left)
  return !described || (year !== undefined && /phấn đấu/u.test(left.slice(-30)))
}

/** What was, or what another number is compared with. */
function isBaseline(left: string, right: string): boolean {
  if (
    /(?:so với|hiện nay|hiện tại|hiện là|thực hiện năm \d{4}|kết quả năm \d{4}|cùng kỳ)\s*(?:là|đạt|:|\(|mức)?\s*(?:mức\s*)?$/u.test(
      left,
    )
  )
    return true
  if (
    /(?:^|[^\p{L}])từ\s*(?:mức\s*)?$/u.test(left) &&
    /^\s*(?:\(?(?:vào |của )?năm \d{4}\)?\s*)?(?:xuống|lên|tăng lên|giảm)(?!\p{L})/u.test(right)
  )
    return true
  // "120 em, tăng 20 em so với năm 2022" says again what "120 em" asks for.
  if (/\d[^;]*,\s*(?:tăng|giảm)\s*(?:thêm\s*)?$/u.test(left) && /^\s*(?:\p{L}+\s+){0,2}so với/u.test(right))
    return true
  return /^\s*(?:so với|của) (?:cùng kỳ|hiện nay|hiện tại)/u.test(right) && !/(?:giảm|tăng)/u.test(left)
}

/** "mỗi thôn 02 buổi/năm": how often each does it, not how many in all. */
function isFrequency(left: string, right: string): boolean {
  return (
    /(?<!\p{L})mỗi\s+\p{L}+\s*$/u.test(left) && /^\s*\p{L}+\s*\/\s*(?:năm|quý|tháng|tuần|ngày)/u.test(right)
  )
}

/** "xã có trên 50% đồng bào dân tộc thiểu số" tells which communes, not what to reach. */
function isCondition(left: string): boolean {
  return /(?:nơi|vùng|khu vực|địa bàn|thôn|các xã|những xã|hộ|mức độ khuyết tật|tỷ lệ khuyết tật)\s+(?:đang\s+)?có\s+(?:trên|dưới|từ|ít nhất|tỷ lệ[^,]{0,40})?\s*$/u.test(
    left,
  )
}

/** "hộ có mức ăn dưới 1.800 kcal giảm xuống dưới 5%": a level that tells which ones the next number counts. */
function isLimitInside({ shape, denominator }: Quantity, right: string): boolean {
  return (
    shape === 'rate' &&
    denominator === null &&
    /^\s*(?:giảm|tăng|xuống|lên|còn|đạt|chiếm)(?!\p{L})/u.test(right)
  )
}

function isNoMeasure(measure: string): boolean {
  return (
    /^(?:kinh phí|chi phí|mức (?:hỗ trợ|chuẩn|lương|đóng)|vốn|ngân sách|lương|học phí|tiền)(?!\p{L})/u.test(
      matchingKey(measure),
    ) || !/\p{L}{2}/u.test(measure)
  )
}

function withoutRepeats(found: readonly FoundTarget[]): FoundTarget[] {
  const seen = new Set<string>()
  return found.filter(({ target }) => {
    const identity = [
      matchingKey(target.measure),
      target.value,
      target.valueTo,
      target.year,
      target.comparator,
      target.section,
    ].join('|')
    if (seen.has(identity)) return false
    seen.add(identity)
    return true
  })
}
