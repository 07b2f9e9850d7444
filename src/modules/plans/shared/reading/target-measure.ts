import { tidy } from '#base/text.ts'
import { matchingKey } from './matching-key.ts'
import type { QuantitySpan } from './targets.ts'

const yearPhrase = String.raw`(?:(?:đến|tới|vào|trong|hết|cuối|từ|của)\s+)*(?:(?:cuối|hết|đầu)\s+)?(?:năm\s*\d{4}|giai đoạn\s*\d{4}\s*-\s*\d{4}|\d{4}\s*-\s*\d{4})`

const leadingNoise = new RegExp(
  String.raw`^(?:\([^()]*\)|[\s,.:;)“”"+*•-]+|\((?![^()]*\))|${yearPhrase}(?!\p{L})|(?:và|phấn đấu|đảm bảo|bảo đảm|cố gắng|duy trì|duy trì và hoàn thiện|mỗi năm|hằng năm|hàng năm|trong đó|có|đạt|thực hiện|trở lên|trở xuống|khoảng|tổng số|ít nhất|tối thiểu|trên|dưới|không quá|chỉ tiêu \d+\.?\d*|mục tiêu \d+|đến|vào|trong kỳ|/năm|mỗi năm|so với (?:cùng kỳ )?năm \d{4})(?!\p{L}))`,
  'u',
)
const trailingNoise = new RegExp(
  String.raw`(?:[\s,.:;(“”"-]+|(?<!\p{L})${yearPhrase}|(?<!\p{L})(?:đạt|đạt được|là|chiếm|xuống|còn|lên|trên|dưới|hơn|ít nhất|tối thiểu|không quá|tối đa|từ|khoảng|và|đạt tỷ lệ|ở mức|mức|thêm|bình quân|trung bình|tăng|giảm|phấn đấu|duy trì|có|đạt từ|≥|≤|<|>|mỗi năm|hằng năm|hàng năm|đến|tới|vào|cho|trong đó|được|với|so))$`,
  'u',
)
const changeVerb = /^(?:giảm|hạ|tăng|nâng|kéo giảm|duy trì|khống chế|phấn đấu giảm|phấn đấu tăng)(?:\s+(?:dần|mạnh))?(?!\p{L}|\s*cường)\s*/u

/** What is counted: the words after "90%" or those before "đạt 90%". Undefined when nothing is left. */
export function measureOf({ key, text, quantity, before, after }: QuantitySpan): string | undefined {
  const left = withoutStart(trimmed(text, key, before?.end ?? 0, quantity.start))
  const right = trimmed(text, key, quantity.end, after?.start ?? text.length).replace(/\s+trở lên(?=\s)/u, '')
  const isRate = /(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ số|số |chỉ số|tổng số|tỷ trọng)/u.test(matchingKey(left))
  const isLevel = /(?:đạt|là|còn|chiếm|xuống|lên|ở mức|:)\s*(?:trên|dưới|ít nhất|tối thiểu|không quá|khoảng|từ|hơn)?\s*$/u.test(key.slice(before?.end ?? 0, quantity.start))
  const isBare = quantity.shape === 'count' && matchingKey(right) === quantity.unit
  if (left !== '' && (isRate || isLevel || right === '' || isBare)) return withoutVerb(left)
  if (right === '') return undefined
  if (quantity.shape === 'rate') return undefined
  const verb = quantity.shape === 'percent' && before === undefined ? (left.split(/[,;:]\s*/).at(-1) ?? '') : ''
  if (/^(?:đảm bảo|bảo đảm|phấn đấu|có|đạt|hoàn thiện|duy trì|và|đến|để|là)(?!\p{L})/u.test(matchingKey(verb))) return right
  return verb !== '' && verb.split(' ').length <= 6 && !changeVerb.test(`${matchingKey(verb)} `) ? tidy(`${verb} ${right}`) : right
}

/** "tỷ lệ ... từ 19,2% năm 2025 xuống 15%": the level to start from is no part of the measure. */
function withoutStart(left: string): string {
  return left.replace(/\s+từ\s+(?:mức\s+)?\d[\d.,]*\s*(?:%|‰).*$/u, '')
}

function withoutVerb(text: string): string {
  const verb = changeVerb.exec(matchingKey(text))
  const rest = verb ? text.slice(verb[0].length) : text
  return rest.length >= 4 ? rest : text
}

function trimmed(text: string, key: string, from: number, to: number): string {
  let start = from
  let end = to
  for (let match = leadingNoise.exec(key.slice(start, end)); match && match[0] !== ''; match = leadingNoise.exec(key.slice(start, end))) {
    start += match[0].length
  }
  for (let match = trailingNoise.exec(key.slice(start, end)); match && match[0] !== ''; match = trailingNoise.exec(key.slice(start, end))) {
    end -= match[0].length
  }
  return tidy(text.slice(start, Math.max(start, end)))
}
