import type { Comparator } from '../contract.ts'
import { isBareContinuation, withContinuations } from './continued.ts'
import { basesIn, levelAt } from './levels.ts'

export type Quantity = {
  start: number
  end: number
  comparator: Comparator
  value: number
  valueTo: number | null
  unit: string
  numerator: number | null
  denominator: number | null
  shape: 'percent' | 'rate' | 'fraction' | 'count'
  /** It goes on with what the number before it counts. */
  continues?: true
}

/** A quantity in its clause, between its neighbours. `key` is the matching key of `text`. */
export type QuantitySpan = {
  key: string
  text: string
  quantity: Quantity
  before: Quantity | undefined
  after: Quantity | undefined
  /** Where the words stand that may tell what it counts. */
  words: { from: number; to: number }
}

type Size = Omit<Quantity, 'comparator' | 'start'>

/** `70.000` is seventy thousand, `13,5` thirteen and a half, `13.5` a scanner's comma. */
export function parseNumber(text: string): number {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  return Number(text.replace(',', '.'))
}

/** A number as Vietnamese print it. */
export const numberSource = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d{1,3})?`
const numbers = new RegExp(String.raw`(?<![\p{L}\d/.,])(${numberSource})(?![\d]|[.,]\d)`, 'gu')
const percentAfter = /^\s*(%|‰|phần trăm|điểm (?:phần trăm|%))/u
const rangeAfter = new RegExp(
  String.raw`^\s*(%|‰)?\s*(?:-|÷|đến|tới)\s*(${numberSource})(?![\d/]|[.,]\d)`,
  'u',
)
const overAfter = new RegExp(String.raw`^\s*\/\s*(${numberSource})(?![\d/]|[.,]\d|-)`, 'u')

/** "ít nhất 150 trong tổng số 184 xã" */
const ofAllAfter = new RegExp(
  String.raw`^\s+(?:trong|trên) (?:tổng )?số\s+(${numberSource})(?![\d/]|[.,]\d)`,
  'u',
)

/** Things plans count. A number before another noun (an age, a term, a weight) is no target. */
const countNouns =
  /^\s*(?:\([^()]{1,20}\)\s*)?((?:lượt )?(?:trẻ em|trẻ|cháu|em)(?!\p{L})|lớp|khóa|buổi|hội nghị|hội thảo|tọa đàm|cuộc|đợt|xã|phường|huyện|quận|tỉnh|thị trấn|đặc khu|thôn|làng|bản|ấp|buôn|tổ dân phố|khu phố|khu dân cư|cán bộ|công chức|cộng tác viên|giáo viên|nhân viên|hướng dẫn viên|học viên|học sinh|đại biểu|người|cha(?: mẹ|, mẹ| và mẹ)|phụ huynh|hội viên|đoàn viên|bà mẹ|phụ nữ|hộ gia đình|hộ|gia đình|trường hợp|trường|cơ sở|bệnh viện|phòng khám|phòng học|bếp ăn|nhà trẻ|doanh nghiệp|hợp tác xã|trạm y tế|trạm|trung tâm|mô hình|câu lạc bộ|clb|nhóm|đội|chi hội|chi đoàn|tổ|điểm trường|điểm|sân chơi|khu vui chơi|bể bơi|công trình|tủ sách|tài liệu|tờ rơi|tờ gấp|sổ tay|cuốn|quyển|ấn phẩm|áp phích|pa nô|panô|băng rôn|khẩu hiệu|tin bài|tin|bài|chuyên mục|chuyên đề|chương trình|phóng sự|video|clip|lượt người|lượt|suất quà|suất|học bổng|phần quà|xe đạp|ngôi nhà|nhà vệ sinh|nhà (?:tránh|văn hóa|ở|công vụ)|triệu đồng|tỷ đồng|nghìn đồng|đồng|bộ|ca|vụ|diễn đàn|hội thi|đoàn kiểm tra|đơn vị|địa phương|sản phẩm)(?!\p{L})/u

const labelBefore =
  /(?:năm|tháng|ngày|quý|điều|khoản|mục|số|phụ lục|chương|biểu|mẫu|khóa|nhiệm kỳ|giai đoạn|tuần|đề án|tổng đài|điện thoại|đường dây|cấp độ|bảng|chỉ tiêu|tiêu chí|nhiệm vụ|mục tiêu|nhóm|quyết định|kế hoạch|nghị quyết|loại|lớp|hạng|thứ|lần|kỳ|bước|luật|nghị định|thông tư|vitamin|quốc lộ|tỉnh lộ)\s*$/u

/** Every quantity of a clause that may be a target, with its comparison. The clause is a matching key. */
export function findQuantities(clause: string): Quantity[] {
  const found: Quantity[] = []
  const bases = new Set(basesIn(clause).map(({ at }) => at))
  for (const match of clause.matchAll(numbers)) {
    const last = found.at(-1)
    const end = last?.end ?? 0
    if (match.index < end || bases.has(match.index)) continue
    const size = anySize(clause, match, last)
    const left = clause.slice(end, match.index)
    if (!size) continue
    const right = clause.slice(size.end, size.end + 60)
    if (isConditionOf(last, { left, right }, size)) continue
    found.push({ ...size, start: match.index, comparator: comparatorOf(left, right, size) })
  }
  return withContinuations(clause, found)
}

function anySize(clause: string, match: RegExpExecArray, last: Quantity | undefined): Size | undefined {
  return (
    sizeAt(clause, match) ??
    levelSize(clause, match) ??
    bareSize(clause, match, last) ??
    totalSize(clause, match)
  )
}

const raisedTotal =
  /(?:nâng|tăng|giảm|duy trì)\s+(?:tổng )?số(?: lượng)?\s+([^;.\d]{2,120}?)\s+(?:lên|xuống còn|xuống|còn|ở mức)(?:\s+(?:ít nhất|tối thiểu|trên|dưới|không quá|khoảng))?\s*$/u

/** "nâng tổng số câu lạc bộ trẻ em lên 12": the things counted stand before the number. */
function totalSize(clause: string, match: RegExpExecArray): Size | undefined {
  const text = match[1] ?? ''
  const end = match.index + text.length
  const counted = raisedTotal.exec(clause.slice(Math.max(0, match.index - 180), match.index))?.[1] ?? ''
  const unit = countNouns.exec(counted)?.[1]
  const isClosed = /^\s*(?:$|[,;.)(]|(?:vào|đến|trong|và|so với|năm)\s)/u.test(clause.slice(end))
  if (unit === undefined || !isClosed) return undefined
  return {
    value: parseNumber(text),
    valueTo: null,
    numerator: null,
    denominator: null,
    unit,
    shape: 'count',
    end,
  }
}

function bareSize(clause: string, match: RegExpExecArray, last: Quantity | undefined): Size | undefined {
  const text = match[1] ?? ''
  const end = match.index + text.length
  if (!last || !isBareContinuation(clause, last, { start: match.index, end })) return undefined
  const { unit, shape, denominator } = last
  const value = parseNumber(text)
  return {
    value,
    valueTo: null,
    numerator: denominator === null ? null : value,
    denominator,
    unit,
    shape,
    end,
  }
}

function baseBefore(clause: string, { index }: RegExpExecArray): { size: number } | undefined {
  return basesIn(clause).findLast(({ at }) => at < index && !clause.slice(at, index).includes(';'))
}

/** "dưới 9,5" behind "trên 1.000 trẻ đẻ sống"; "đạt 2,1 con"; "tăng 2 - 2,5 cm". */
function levelSize(clause: string, match: RegExpExecArray): Size | undefined {
  const text = match[1] ?? ''
  if (labelBefore.test(clause.slice(Math.max(0, match.index - 20), match.index))) return undefined
  const numberEnd = match.index + text.length
  const range = rangeAfter.exec(clause.slice(numberEnd, numberEnd + 40))
  const end = numberEnd + (range ? range[0].length : 0)
  const level = levelAt(clause.slice(0, match.index), clause.slice(end, end + 60), baseBefore(clause, match))
  if (!level) return undefined
  const value = parseNumber(text)
  return {
    value,
    valueTo: range ? parseNumber(range[2] ?? '') : null,
    unit: level.unit,
    numerator: level.denominator === null ? null : value,
    denominator: level.denominator,
    shape: 'rate',
    end: end + level.length,
  }
}

/** "8/10 xã có ít nhất 01 điểm vui chơi": the second number is part of what is counted. */
function isConditionOf(
  last: Quantity | undefined,
  { left, right }: { left: string; right: string },
  { shape }: Size,
): boolean {
  const isShare = last?.shape === 'percent' || last?.shape === 'fraction'
  return isShare && shape === 'count' && (conditionEnd.test(left) || isRhythm(left, right))
}

/** "100% nhóm, lớp được học 2 buổi/ngày" */
function isRhythm(left: string, right: string): boolean {
  return !/[;:.]/u.test(left) && /^\s*\p{L}+(?:\s\p{L}+)?\s*\/\s*\p{L}/u.test(right)
}

const conditionEnd = /^[^,;.:]{2,80}(?<!\p{L})có\s+(?:ít nhất\s+|tối thiểu\s+|từ\s+|trên\s+)?$/u

function sizeAt(clause: string, match: RegExpExecArray): Size | undefined {
  const text = match[1] ?? ''
  const value = parseNumber(text)
  const numberEnd = match.index + text.length
  const after = clause.slice(numberEnd, numberEnd + 80)
  if (isYear(clause, match)) return undefined
  const plain = { value, valueTo: null, numerator: null, denominator: null }
  const range = rangeAfter.exec(after)
  if (range) return rangeSize({ after, range, value, numberEnd })
  const percent = percentAfter.exec(after)
  if (percent) {
    return { ...plain, end: numberEnd + percent[0].length, unit: percentUnit(percent[1]), shape: 'percent' }
  }
  if (labelBefore.test(clause.slice(Math.max(0, match.index - 20), match.index))) return undefined
  const over = overAfter.exec(after) ?? ofAllAfter.exec(after)
  if (over) return fractionSize({ after, over, value, numberEnd })
  const noun = countNouns.exec(after)
  return noun ? { ...plain, end: numberEnd, unit: noun[1] ?? '', shape: 'count' } : undefined
}

/** "đến năm 2025 - 50% phụ nữ": the year before a hyphen opens no range. */
function isYear(clause: string, { 0: text, index }: RegExpExecArray): boolean {
  return /^(?:19|20)\d{2}$/u.test(text) && /năm\s*$/u.test(clause.slice(Math.max(0, index - 6), index))
}

function percentUnit(mark: string | undefined): string {
  return mark === '‰' ? '‰' : mark?.startsWith('điểm') ? 'điểm phần trăm' : '%'
}

type RangeParts = { after: string; range: RegExpExecArray; value: number; numberEnd: number }

function rangeSize({ after, range, value, numberEnd }: RangeParts): Size | undefined {
  const rest = after.slice(range[0].length)
  const percent = percentAfter.exec(rest)
  const valueTo = parseNumber(range[2] ?? '')
  const size = { value, valueTo, numerator: null, denominator: null }
  if (percent) {
    return {
      ...size,
      end: numberEnd + range[0].length + percent[0].length,
      unit: percentUnit(percent[1]),
      shape: 'percent',
    }
  }
  if (range[1]) {
    return {
      ...size,
      valueTo: null,
      end: numberEnd + (percentAfter.exec(after)?.[0].length ?? 0),
      unit: percentUnit(range[1]),
      shape: 'percent',
    }
  }
  const noun = countNouns.exec(rest)
  if (!noun || valueTo < value) return undefined
  return { ...size, end: numberEnd + range[0].length, unit: noun[1] ?? '', shape: 'count' }
}

type FractionParts = { after: string; over: RegExpExecArray; value: number; numberEnd: number }

/** `500/100.000` is a rate, `8/10 xã` eight of ten communes; `30/11` and `24/24 giờ` are neither. */
function fractionSize({ after, over, value, numberEnd }: FractionParts): Size | undefined {
  const denominator = parseNumber(over[1] ?? '')
  const end = numberEnd + over[0].length
  const size = { value, valueTo: null, numerator: value, denominator, end }
  if (denominator >= 1000 && denominator % 1000 === 0) {
    return { ...size, unit: `/${over[1] ?? ''}`, shape: 'rate' }
  }
  const counted = after.slice(over[0].length).replace(/^\s*\(\d+(?:,\d+)?\s*%\)/u, '')
  const all = /^\s*(?:tổng )?số\s+(\p{L}+)/u.exec(counted)
  const noun = countNouns.exec(counted.replace(/^\s*(?:tổng )?số(?=\s)/u, '')) ?? all
  if (!noun || denominator < value) return undefined
  return { ...size, unit: noun[1] ?? '', shape: 'fraction' }
}

const adjacent: readonly { comparator: Comparator; pattern: RegExp }[] = [
  {
    comparator: 'le',
    pattern: /(?:không quá|không vượt quá|không vượt|tối đa|nhiều nhất|không lớn hơn|không cao hơn|≤|<=)$/u,
  },
  {
    comparator: 'ge',
    pattern: /(?:ít nhất|thấp nhất|tối thiểu|tối thiểu là|không dưới|không thấp hơn|không ít hơn|≥|>=)$/u,
  },
  { comparator: 'gt', pattern: /(?:trên|hơn|vượt|lớn hơn|cao hơn|vượt mức|>)$/u },
  { comparator: 'lt', pattern: /(?:dưới|nhỏ hơn|thấp hơn|ít hơn|<)$/u },
]

function comparatorOf(left: string, right: string, { shape }: Size): Comparator {
  const near = left.replace(/\s*(?:khoảng|từ|mức|là|:|bình quân|trung bình)?\s*$/u, '').trimEnd()
  const named = adjacent.find(({ pattern }) => pattern.test(near))?.comparator
  if (named === 'lt' || named === 'le') return named
  return changeOf(left, right, shape) ?? behind(left, right) ?? named ?? levelOf(near)
}

/** "90% trở lên", "từ 90% trẻ em trở lên". */
function behind(left: string, right: string): Comparator | undefined {
  if (/^\s*(?:[\p{L}\s]{0,30}?)(?<!(?:khá|tốt|giỏi|đẳng|đại học|trung cấp|lần|mũi)\s+)trở lên/u.test(right))
    return 'ge'
  if (/^\s*(?:[\p{L}\s]{0,30}?)trở xuống/u.test(right)) return 'le'
  return /(?:^|\s)từ\s*$/u.test(left) && /^(?:(?!\d[\d.,]*\s*[%‰]|[,;]).)*trở lên(?!\p{L})/u.test(right)
    ? 'ge'
    : undefined
}

function levelOf(near: string): Comparator {
  return /(?:xuống|còn|xuống còn|giảm còn)(?:\s+(?:mức|ở mức|khoảng))?$/u.test(near) ? 'le' : 'eq'
}

/** "giảm 10%" asks for a fall by 10; "giảm ... xuống còn 10%" for the level 10. */
function changeOf(left: string, right: string, shape: Quantity['shape']): Comparator | undefined {
  const change = /.*(?<!\p{L})(giảm|hạ|tăng(?! cường)|nâng(?! cao| cấp))(?!\p{L})(.*)$/su.exec(left)
  if (!change || /^\s*(?:năm \d{4}\s*)?(?:xuống|lên)(?!\p{L})/u.test(right)) return undefined
  const [, verb, between = ''] = change
  if (toLevel.test(between) || isFarChange(between, shape)) return undefined
  return verb === 'giảm' || verb === 'hạ' ? 'reduce' : 'increase'
}

const toLevel = /(?<!\p{L})(?:xuống|còn|lên|đạt|duy trì|ở mức|đến|thành|bảo đảm|đảm bảo|để|;)(?!\p{L})/u

/** A rate or a count far behind the verb is the level itself. */
function isFarChange(between: string, shape: Quantity['shape']): boolean {
  if (shape === 'rate') return !/^\s*(?:ít nhất|thêm)?\s*$/u.test(between)
  return shape === 'count' && between.length > 30
}
