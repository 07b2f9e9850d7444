import { tidy } from '#base/text.ts'
import { printedShare } from './bracketed-share.ts'
import { matchingKey } from './matching-key.ts'
import type { QuantitySpan } from './quantities.ts'

const yearPhrase = String.raw`(?:(?:đến|tới|vào|trong|trước|hết|cuối|từ|của)\s+)*(?:(?:cuối|hết|đầu)\s+)?(?:năm\s*\d{4}|giai đoạn\s*\d{4}\s*-\s*\d{4}|(?:năm học\s*)?\d{4}\s*-\s*\d{4})`

const leadingNoise = new RegExp(
  String.raw`^(?:\([^()]*\)|[\s,.:;)“”"+*•-]+|\((?![^()]*\))|${yearPhrase}(?!\p{L})|(?:đến|tới|hết|trước)\s+(?:19|20)\d{2}(?![\p{L}\d])|(?:và|phấn đấu|đảm bảo|bảo đảm|cố gắng|duy trì|duy trì và hoàn thiện|mỗi năm|hằng năm|hàng năm|bình quân|trung bình|trong đó|riêng|có|là|đạt|thực hiện|(?:0?6|sáu|0?9|chín|0?3) tháng (?:đầu|cuối) năm|trở lên|trở xuống|khoảng|tổng số|ít nhất|thấp nhất|tối thiểu|trên|dưới|không quá|chỉ tiêu \d+\.?\d*|(?:các )?(?:chỉ tiêu|mục tiêu)(?: cụ thể| chung)?:|mục tiêu \d+|đến|vào|trong kỳ|/năm|mỗi năm|so với (?:cùng kỳ )?năm \d{4})(?!\p{L}))`,
  'u',
)
const trailingNoise = new RegExp(
  String.raw`(?:[\s,.:;(“”"-]+|(?<!\p{L})${yearPhrase}|(?<!\p{L})(?:đạt|đạt được|là|chiếm|xuống|còn|(?<!trở\s)lên|trên|dưới|hơn|ít nhất|thấp nhất|tối thiểu|không quá|không vượt quá|không vượt|tối đa|từ|khoảng|và|đạt tỷ lệ|ở mức|mức|thêm|bình quân|trung bình|tăng|giảm|phấn đấu|duy trì|có|đạt từ|(?<!(?:khá|tốt|giỏi|đẳng|đại học|trung cấp|lần|mũi)\s+)trở lên|trở xuống|≥|≤|<|>|mỗi năm|hằng năm|hàng năm|đến|tới|vào|cho|trong đó|riêng|nhưng|được|với|so|nâng|nâng tổng số))$`,
  'u',
)
/** "... trước ngày 15/7/2026", ", hoàn thành trong tháng 5/2026": when, not what. */
const dueEnd =
  /,?\s*(?:xong|hoàn thành)?\s*(?<!\p{L})(?:trước|chậm nhất|đến hết|hết|trong|vào)\s+(?:ngày\s*|tháng\s*|quý\s*)[\dIVXivx][\d/.-]*[\s.;,]*$/u
const changeVerb =
  /^(?:giảm|hạ|tăng|nâng|kéo giảm|duy trì|khống chế|phấn đấu giảm|phấn đấu tăng)(?:\s+(?:dần|mạnh|thêm|trung bình|bình quân))?(?!\p{L}|\s*cường)\s*/u

/** What is counted: the words after "90%" or those before "đạt 90%". Undefined when nothing is left. */
export function measureOf(span: QuantitySpan): string | undefined {
  const { quantity, before } = span
  const { left, right } = besides(span)
  if (left !== '' && (right === '' || (leads(left, span) && !isFallOf(span))))
    return withPlace(withThing(withoutGroup(withoutVerb(left)), span), right)
  if (right === '' || quantity.shape === 'rate') return undefined
  return before || quantity.shape !== 'percent' ? right : tidy(`${deedOf(left)} ${right}`)
}

/** "giảm tỷ suất ... xuống 9‰ trong toàn quốc": where or for whom belongs to what is measured. */
function withPlace(measure: string, right: string): string {
  const place = placeWords.exec(matchingKey(right))?.[0].length ?? 0
  return place > 0 ? `${measure} ${right.slice(0, place)}` : measure
}

const placeWords =
  /^(?:ở|tại|đối với|trong (?:toàn|cả|phạm vi|nhóm)|trên (?:địa bàn|phạm vi))\s(?:(?!,|;|\.\s|\sso với\s).)+/u

/** "Cấp huyện: mỗi huyện ..." only says whose number it is, "Trẻ suy dinh dưỡng: thể nhẹ cân" what is counted. */
function withoutGroup(measure: string): string {
  return measure.replace(groupLabel, '').replace(/^([^:]{3,80}):\s+(?=\p{Ll})/u, '$1 ')
}

/** "Hỗ trợ 45 suất quà", "mỗi huyện xây dựng 02 mô hình": a deed alone says nothing of what is counted. */
function withThing(measure: string, span: QuantitySpan): string {
  const { shape, unit } = span.quantity
  const key = matchingKey(measure)
  const names =
    isClosed.test(leftOf(span)) ||
    opensRate.test(key) ||
    ` ${key} `.includes(` ${unit} `) ||
    endsInLevel.test(leftOf(span))
  return shape === 'count' && !names ? `${measure} ${unit}` : measure
}

const opensRate = /^(?:tỷ lệ|tỉ lệ|tổng số|số)\s/u
const endsInLevel = /(?:đạt|là|còn|lên|xuống|:)\s*(?:trên|dưới|ít nhất|tối thiểu|không quá|từ)?\s*$/u

function leftOf({ key, quantity, words }: QuantitySpan): string {
  return key.slice(Math.min(words.from, quantity.start), quantity.start)
}

/** The words on both sides of a number, without what the number itself needs. */
function besides({ key, text, quantity, words }: QuantitySpan): { left: string; right: string } {
  const [from, to] = [Math.min(words.from, quantity.start), Math.max(words.to, quantity.end)]
  const isFrom = /(?:^|\s)từ\s*$/u.test(key.slice(0, quantity.start))
  const right = withoutExplanation(trimmed(text, key, { from: quantity.end, to }), isFrom)
  return {
    left: withoutStart(trimmed(text, key, { from, to: quantity.start })).replace(groupLabel, ''),
    right: withClosedQuote(withoutUnit(right, quantity)),
  }
}

/** "Cấp huyện: 100% huyện đoàn ...": who the target is for. */
const groupLabel = /^(?:cấp|tuyến|khối|ngành|khu vực|đối với|về)\s[^:,;.\d]{1,30}(?::\s*(?:phấn đấu\s*)?|$)/iu

/** The words behind a number without comparisons and estimates; `isFrom`: "từ 95% trẻ em trở lên". */
function withoutExplanation(right: string, isFrom: boolean): string {
  const own = right
    .replace(behindMeasure, '')
    .replace(/\s*\([^()]*$/u, '')
    .replace(/\s*\((?:khoảng|tương đương|tương ứng|ước|bằng|~|≈)[^()]*\)$/iu, '')
  return isFrom ? own.replace(/\s+trở lên(?=\s)/u, '') : own
}

/** "... so với năm 2021", "... tương ứng với các năm 2025 và 2030", "..., đạt 100%" behind a fraction. */
const behindMeasure =
  /,?\s+(?:so với|(?:đạt )?tương ứng(?: với)?(?: các)?|(?<=,\s)(?:đạt|bằng|chiếm|tương đương) (?:tỷ lệ )?[\d.,]+\s?%)(?:\s.*|$)$/iu

/** "giảm ít nhất 5% số vụ": what falls is named directly behind the number. */
function isFallOf({ key, quantity }: QuantitySpan): boolean {
  return (
    quantity.comparator === 'reduce' &&
    /^\s*(?:\/\s*năm\s+|mỗi năm\s+)?(?:số|tỷ lệ|tỉ lệ)\s/u.test(key.slice(quantity.end))
  )
}

/** A name in quotes at the end keeps its closing mark. */
function withClosedQuote(text: string): string {
  if (text.split('"').length % 2 === 0) return `${text}"`
  return text.lastIndexOf('“') > text.lastIndexOf('”') ? `${text}”` : text
}

/** "12/14 thôn tổ chức trình diễn, mỗi thôn 02 buổi": how much each does is no part of what is counted. */
const eachOf =
  /,?\s+mỗi\s+\p{L}+(?:\s\p{L}+)?(?:\s+\d+\s+\p{L}+\s*\/\s*\p{L}+)?$|,\s+(?:trị giá\s+)?mỗi\s[^;]*\d[^;]*$/u

/** "02 lớp" alone says what is counted, not of what. */
function withoutUnit(right: string, { shape, unit }: QuantitySpan['quantity']): string {
  const own = right
    .replace(/(?<!(?:tuổi|tháng|lần|mũi|khá|tốt|giỏi|học|cấp|đẳng))\s+trở lên(?=\s)/u, '')
    .replace(eachOf, '')
  const isUnit = matchingKey(own.replace(printedShare, '').trim()) === unit
  return (shape === 'count' || shape === 'fraction') && isUnit ? '' : own
}

/** A comma right before the number closes what stands in front of it. */
const isClosed = /[,;]\s*(?:có |trên |dưới |ít nhất |tối thiểu |phấn đấu )*$/u

/** The measure stands before the number: "tỷ lệ ... 90%", "... đạt 90%". */
function leads(left: string, { key, quantity, before }: QuantitySpan): boolean {
  const closed = isClosed.test(key.slice(0, quantity.start))
  return (
    (rateWords.test(matchingKey(left)) && !closed) ||
    levelWords.test(key.slice(before ? before.end : 0, quantity.start))
  )
}

const rateWords = /(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ số|số |chỉ số|tổng số|tỷ trọng)/u
const levelWords =
  /(?:đạt|là|còn|chiếm|xuống|lên|ở mức|:)\s*(?:trên|dưới|ít nhất|tối thiểu|không quá|khoảng|từ|hơn)?\s*$/u
const emptyDeed = /^(?:đảm bảo|bảo đảm|phấn đấu|có|đạt|hoàn thiện|duy trì|và|đến|để|là)(?!\p{L})/u

/** "Cân đo 100% trẻ dưới 5 tuổi": the deed before the number is part of what is counted. */
function deedOf(left: string): string {
  const isWhole = left.split(' ').length <= 6 && !/[;:]/.test(left)
  const deed = isWhole ? left : (left.split(/[,;:]\s*/).at(-1) ?? '')
  const key = matchingKey(deed)
  const isDeed = deed.split(' ').length <= 6 && !emptyDeed.test(key) && !changeVerb.test(`${key} `)
  return isDeed ? deed : ''
}

/** "tỷ lệ ... từ 19,2% năm 2025 xuống 15%": the level to start from is no part of the measure. */
function withoutStart(left: string): string {
  return left.replace(/\s+từ\s+(?:mức\s+)?\d[\d.,]*\s*(?:%|‰).*$/u, '')
}

function withoutVerb(text: string): string {
  const verb = changeVerb.exec(matchingKey(text))
  const rest = (verb ? text.slice(verb[0].length) : text).replace(/\s*\([^()]*\d[^()]*\)$/, '')
  return rest.length >= 4 ? rest : text
}

function trimmed(text: string, key: string, { from, to }: { from: number; to: number }): string {
  let [start, end] = [from, to]
  for (
    let cut = noiseLength(leadingNoise, key.slice(start, end));
    cut > 0;
    cut = noiseLength(leadingNoise, key.slice(start, end))
  ) {
    start += cut
  }
  end -= noiseLength(dueEnd, key.slice(start, end))
  for (
    let cut = noiseLength(trailingNoise, key.slice(start, end));
    cut > 0;
    cut = noiseLength(trailingNoise, key.slice(start, end))
  ) {
    if (/\d\/\p{L}/u.test(text.slice(end - cut, end))) break
    end -= cut
  }
  return tidy(text.slice(start, Math.max(start, end))).replace(/[\s.,;:]+$/u, '')
}

function noiseLength(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0
}

/** A word that opens one part of a measure: what stands in its place in the measure before is replaced. */
const ownPart: readonly { own: RegExp; before: RegExp }[] = [
  // "tử vong trẻ dưới 1 tuổi ≤ 12‰, dưới 5 tuổi ≤ 18‰"
  {
    own: /^(?:trẻ (?:em )?)?(\d{1,2}(?:\s*-\s*\d{1,2})?\s+(?:tháng\s+)?tuổi)$/u,
    before: /\d{1,2}(?:\s*-\s*\d{1,2})?\s+(?:tháng\s+)?tuổi/u,
  },
  {
    own: /^(?:trẻ (?:em )?)?((?:dưới|trên|từ)\s+\d{1,2}(?:\s*-\s*\d{1,2})?\s+(?:tháng\s+)?tuổi)$/u,
    before: /(?:(?:dưới|trên|từ)\s+)?\d{1,2}(?:\s*-\s*\d{1,2})?\s+(?:tháng\s+)?tuổi/u,
  },
  // "30% đối với trẻ nhà trẻ, 97% đối với trẻ mẫu giáo"
  {
    own: /^((?:ở|tại|đối với|trong (?:toàn|cả|phạm vi|nhóm)|trên (?:địa bàn|phạm vi))\s.+)$/u,
    before: /(?:(?<!\p{L})(?:ở|tại|đối với|trong (?:toàn|cả|phạm vi|nhóm)|trên (?:địa bàn|phạm vi))\s.+)?$/u,
  },
  // "tỷ lệ trẻ nhẹ cân dưới 3%, thấp còi dưới 4%"
  {
    own: /^((?:nhẹ cân|thấp còi|gầy còm|thừa cân|béo phì)(?:(?:,| -| và)? béo phì)?)$/u,
    before: /(?:nhẹ cân|thấp còi|gầy còm|thừa cân|béo phì)(?:(?:,| -| và)? béo phì)?$/u,
  },
  // "suy dinh dưỡng thể nhẹ cân 15%; thể thấp còi 27%"
  { own: /^(thể .+)$/u, before: /(?<!\p{L})thể .+$/u },
]

/** The measure before with one part replaced, when the own words are only that part. */
export function withPartOf(own: string, last: string | undefined): string {
  if (last === undefined) return own
  const key = matchingKey(last)
  for (const part of ownPart) {
    const printed = part.own.exec(matchingKey(own))?.[1]
    const replaced = part.before.exec(key)
    if (printed === undefined || !replaced) continue
    return tidy(
      `${last.slice(0, replaced.index)} ${own.slice(-printed.length)} ${last.slice(replaced.index + replaced[0].length)}`,
    )
  }
  return own
}
