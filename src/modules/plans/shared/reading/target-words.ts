import { matchingKey } from './matching-key.ts'
import type { Quantity } from './quantities.ts'

/** The words a number may take its measure from, as a stretch of the clause. */
export type Words = { from: number; to: number }

const separator = /[,;]|(?<!\p{L})và(?!\p{L})/gu
const endsInLevel =
  /(?:đạt|là|còn|chiếm|xuống|lên|giảm|tăng|ở mức|[:≥≤<>])\s*(?:trung bình|bình quân|thêm|trên|dưới|ít nhất|tối thiểu|không quá|khoảng|từ|hơn|tỷ lệ)?\s*$/u
const opensMeasure =
  /^\s*(?:phấn đấu\s+)?(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ số|tỉ số|số|tổng số|riêng|trong đó|giảm|tăng|nâng|khống chế|duy trì)(?!\p{L})/u
const onlyTime = /^(?:[\s().]|(?:đến|tới|vào|trong|cuối|hết|đầu|trước)\s|năm\s*\d{4}|trở lên|trở xuống)*$/u

/**
 * Parts the words between two numbers: in "80% trường có sân chơi và 75% bếp đạt chuẩn" they tell what the first
 * counts, in "đạt 90%, mẫu giáo lớn đạt 98%" what the second counts, in "02 huyện có mạng lưới, nâng số huyện lên
 * 7/10" both.
 */
export function wordsOf(key: string, quantities: readonly Quantity[]): Words[] {
  const cuts = quantities.slice(1).map((next, index) => cutBetween(key, quantities[index]?.end ?? 0, next))
  return quantities.map((_, index) => ({
    from: index === 0 ? openingOf(key.slice(0, quantities[0]?.start)) : (cuts[index - 1]?.opens ?? 0),
    to: cuts[index]?.closes ?? key.length,
  }))
}

/** "Từng bước xóa bỏ tảo hôn, giảm số cuộc tảo hôn 2%": what is counted begins behind the last such comma. */
function openingOf(left: string): number {
  return [...left.matchAll(opensChange)].at(-1)?.index ?? 0
}

const opensChange =
  /(?<=[,;:]|\sđể)\s+(?:phấn đấu\s+)?(?:(?:giảm|tăng|nâng|duy trì|khống chế|kéo giảm|hạ)\s+(?:\p{L}+\s+){0,3})?(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ số|tỉ số|số)\s/gu

type Cut = { closes: number; opens: number }

function cutBetween(key: string, from: number, next: Quantity): Cut {
  const whole = { closes: next.start, opens: from }
  const between = key.slice(from, next.start)
  const marks = [...between.replace(/\([^()]*\)/gu, (text) => ' '.repeat(text.length)).matchAll(separator)]
  const first = marks[0]
  const last = marks.at(-1)
  if (!first || !last) return whole
  if (onlyTime.test(between.slice(0, first.index)))
    return { closes: from + first.index, opens: from + endOf(first) }
  if (!leads(key, between, next)) {
    const isDeed = next.shape === 'count' && /^\s*(?:\p{L}+\s+){1,3}$/u.test(between.slice(endOf(last)))
    return { closes: isDeed ? from + last.index : whole.closes, opens: from + endOf(last) }
  }
  const mark = marks.find((one) => opensMeasure.test(between.slice(endOf(one)))) ?? last
  return { closes: from + mark.index, opens: from + endOf(mark) }
}

function endOf(mark: RegExpExecArray): number {
  return mark.index + mark[0].length
}

/** What the next number counts stands before it: "..., riêng trẻ 5 tuổi đạt 99,7%", "mẫu giáo bé 92% - 95%,". */
function leads(key: string, between: string, next: Quantity): boolean {
  if (endsInLevel.test(between)) return true
  const right = key.slice(next.end).split(/[,;]|(?<!\p{L})và(?!\p{L})/u)[0] ?? ''
  const left = between.slice(between.search(/[^,;]*$/u))
  return next.shape !== 'count' && onlyTime.test(right) && /\p{L}{2,}\s+\p{L}{2,}/u.test(left)
}

/** "Tỷ lệ chuyên cần: nhà trẻ đạt 90%, mẫu giáo đạt 95%": the label says what is counted of each. */
export function labelOf(text: string): string | undefined {
  const [, label] = commonLabel.exec(matchingKey(text)) ?? []
  if (label === undefined) return undefined
  const start = matchingKey(text).indexOf(label)
  return text.slice(start, start + label.length).trim()
}

const commonLabel =
  /^(?:[-+*•\s]|phấn đấu\s|duy trì\s)*((?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất)(?!\p{L})[^:;,.\d%]{3,80}?)(?:\s+đạt)?\s*:\s+(?=\p{L})/u
const opensRate = /^(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ số|tỉ số|số|tổng số)\s/u

/** The measure with the common label before it, unless it names a rate itself. */
export function withLabel(measure: string, label: string): string {
  const own = measure.startsWith(label) ? measure.slice(label.length).replace(/^[\s:]+/, '') : measure
  if (own === '' || own === measure) return opensRate.test(matchingKey(measure)) ? measure : `${label} ${own}`
  return `${label} ${own}`
}

const predicate = /\s(?:được|biết|tham gia|hoàn thành)\s.+$/u
const hasVerb =
  /(?<!\p{L})(?:được|có(?! (?:trẻ|con|thai|nguy cơ|hoàn cảnh)(?!\p{L}))|đạt|là|biết|tham gia|hoàn thành|đến|ra)(?!\p{L})/u

/** "80% trẻ khuyết tật, 95% trẻ mồ côi được trợ giúp": what is done for the last is done for those before it. */
export function withSharedPredicate(measures: readonly string[]): string[] {
  const shared = predicate.exec(matchingKey(measures.at(-1) ?? ''))
  if (!shared) return [...measures]
  const words = (measures.at(-1) ?? '').slice(shared.index)
  const isWhole = (key: string) => hasVerb.test(key) || opensRate.test(key)
  return measures.map((measure) => (isWhole(matchingKey(measure)) ? measure : `${measure}${words}`))
}
