import type { PlanReporting, ReportingCycle } from '../contract.ts'
import { findDates, type FoundDate } from './dates.ts'
import { dateOrRule, isDue } from './deadlines.ts'
import { matchingKey } from './matching-key.ts'
import { walk, type Entry } from './outline.ts'
import { splitClauses } from './sentences.ts'
import { topicOf } from './topics.ts'
import { withoutDocuments } from './years.ts'

const cycles: readonly { cycle: ReportingCycle; pattern: RegExp }[] = [
  {
    cycle: 'month',
    pattern: /(?:hằng|hàng) tháng|báo cáo tháng|định kỳ tháng|định kỳ (?:01 tháng|1 tháng|tháng)/u,
  },
  {
    cycle: 'quarter',
    pattern: /(?:hằng|hàng) quý|(?:theo|báo cáo|định kỳ|cuối|mỗi|từng) quý|,\s*quý,|định kỳ[^.;]{0,20}quý/u,
  },
  { cycle: '6-months', pattern: /(?<!\d|ngày )(?:0?6|sáu) tháng(?!\s*\d)/u },
  { cycle: '9-months', pattern: /(?<!\d|ngày )(?:0?9|chín) tháng(?!\s*\d)/u },
  {
    cycle: 'year',
    pattern:
      /(?:hằng|hàng) năm|(?<!\d)(?:01|1|một) năm(?!\s*\d{4})|(?:và|,|\/|\(|\bbáo cáo)\s*(?:cả |cuối )?năm(?=$|[\s,.)(;])(?!\s*\d)|báo cáo năm|cuối năm|tổng kết năm|định kỳ năm|trong năm/u,
  },
  { cycle: 'ad-hoc', pattern: /đột xuất/u },
]

/** Who reports to whom, how often and by when. */
export function findReporting(root: Entry): PlanReporting[] {
  const found: PlanReporting[] = []
  for (const entry of walk(root)) {
    if (entry.kind === 'table' || topicOf(entry) === 'situation' || !/báo cáo/iu.test(entry.text)) continue
    for (const sentence of sentencesOf(entry.text)) found.push(...reportingOf(entry, sentence))
  }
  return found.filter(
    (one, index) =>
      found.findIndex(
        (other) => other.cycle === one.cycle && other.to === one.to && other.due === one.due,
      ) === index,
  )
}

/** "...báo cáo kết quả; gửi về Sở Y tế trước ngày 25/11": what is sent is named before the semicolon. */
function sentencesOf(text: string): string[] {
  const joined: string[] = []
  for (const { text: clause } of splitClauses(text)) {
    if (/^gửi(?!\p{L}|\s+báo cáo)/iu.test(clause) && joined.length > 0)
      joined.push(`${joined.pop() ?? ''}; ${clause}`)
    else joined.push(clause)
  }
  return joined
}

function reportingOf(entry: Entry, sentence: string): PlanReporting[] {
  const key = withoutDocuments(matchingKey(sentence))
  if (!/báo cáo/u.test(key)) return []
  const dates = findDates(key)
    .filter((one, _, all) => isDue(key, one) && !isOfOtherDeed(key, one, all))
    .toSorted((left, right) => left.start - right.start)
  const named = cycles.flatMap(({ cycle, pattern }) => {
    const at = key.search(pattern)
    return at < 0 ? [] : [{ cycle, at }]
  })
  const common = { to: receiverOf(sentence), section: entry.path === '' ? null : entry.path }
  if (dates.length > 0)
    return datedCycles(key, dates, named).map(({ cycle, date }) => ({
      cycle,
      due: date ? dueOf(key, date) : null,
      ...common,
    }))
  const asks = asksReport.test(key) || topicOf(entry) === 'reporting'
  return asks ? named.map(({ cycle }) => ({ cycle, due: null, ...common })) : []
}

/** "ban hành kế hoạch trước ngày 20/3 và báo cáo kết quả trước ngày 30/11": the first day is not the report's. */
function isOfOtherDeed(key: string, date: FoundDate, all: readonly FoundDate[]): boolean {
  return (
    !/báo cáo/u.test(key.slice(0, date.start)) &&
    /^[^\p{L}\d]*(?:và|,|;)\s*(?:gửi )?báo cáo/u.test(key.slice(date.end)) &&
    all.some(({ start }) => start > date.end)
  )
}

function dueOf(key: string, date: FoundDate): string | null {
  return date.day ?? dateOrRule(key, date).rule
}

type NamedCycle = { cycle: ReportingCycle; at: number }
type DatedCycle = { cycle: ReportingCycle; date: FoundDate | undefined }

/** Which of the days belongs to which of the cycles that a sentence names, both from left to right. */
function datedCycles(key: string, dates: readonly FoundDate[], named: readonly NamedCycle[]): DatedCycle[] {
  const inOrder = named.toSorted((left, right) => left.at - right.at)
  const [first] = inOrder
  const isYearly = first?.cycle === 'year' && inOrder.length === 1
  if (!first || isYearly) return dates.map((date) => ({ cycle: first?.cycle ?? onceOrYearly(date), date }))
  const areListed = inOrder.length === dates.length && (inOrder.at(-1)?.at ?? 0) < (dates[0]?.start ?? 0)
  return inOrder.flatMap(({ cycle, at }, index) => {
    const date = areListed ? dates[index] : (dateOfCycle(dates, at, first.at) ?? dates[0])
    const next = inOrder[index + 1]?.at
    const isOwn = cycle === 'ad-hoc' || (next !== undefined && dayOfPeriod.test(key.slice(at, next)))
    return date ? [{ cycle, date: isOwn ? undefined : date }] : []
  })
}

/** "định kỳ quý trước ngày 10 tháng cuối quý": a day of each period, which no day of the year states. */
const dayOfPeriod = /ngày\s*\d{1,2}\s*(?:tháng (?:cuối|đầu|sau)|(?:hằng|hàng) (?:tháng|quý)|của tháng)/u

function onceOrYearly({ day }: FoundDate): ReportingCycle {
  return day === undefined ? 'year' : 'once'
}

/**
 * "6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12)": the date after the cycle is its own; in "trước ngày
 * 15/6 đối với báo cáo 6 tháng, trước ngày 15/12 đối với báo cáo năm" the date before it.
 */
function dateOfCycle(dates: readonly FoundDate[], at: number, firstCycle: number): FoundDate | undefined {
  const datesLead = (dates[0]?.start ?? Infinity) < firstCycle
  return datesLead ? dates.findLast(({ start }) => start < at) : dates.find(({ start }) => start > at)
}

const asksReport =
  /định kỳ|báo cáo (?:về )?(?:ubnd|ủy ban|sở|phòng|bộ|chủ tịch|cdc)(?!\p{L})|chế độ báo cáo|đột xuất|báo cáo[^.;]{0,80}(?:gửi|về)|gửi[^.;]{0,40}báo cáo|tổng hợp[^.;]{0,60}báo cáo|báo cáo[^.;]{0,60}(?:hằng|hàng) (?:tháng|quý|năm)/u

const receiver =
  /(?:gửi về|gửi cho|gửi|báo cáo về|báo cáo (?=(?:về )?(?:lãnh đạo|giám đốc|hiệu trưởng|ủy ban|ubnd|sở|phòng|bộ|ban|chủ tịch|thủ tướng|chính phủ|trung tâm|trạm|khoa|tổng cục|cục|chi cục|viện|hđnd|đảng ủy|thường trực|cdc))|về (?=(?:ủy ban|ubnd|sở|phòng|bộ|ban|văn phòng|trạm|hội|cdc|trung tâm|tổng cục|cục|chi cục|viện|bệnh viện|khoa|công an|đảng ủy|tỉnh đoàn)))\s*(?:về\s+)?(?:cho\s+)?((?:lãnh đạo|giám đốc|hiệu trưởng|ủy ban|ubnd|sở|phòng|bộ|ban|chủ tịch|thủ tướng|chính phủ|văn phòng|trạm|hội|trung tâm|công chức|cơ quan|cdc|hđnd|đảng ủy|công an|thường trực|tổng cục|cục|chi cục|viện|bệnh viện|khoa|tỉnh đoàn|mặt trận)[^.;()]*?)(?=\s+(?:trước|cuối|đầu|chậm nhất|để|theo|định kỳ|khi|vào|đúng|trong|tổng hợp|qua|bằng|kết quả|tình hình|xem xét|chỉ đạo|\(|hằng|hàng|xin|những|các nội dung)(?!\p{L})|\s*[.;(]|,\s*(?:đồng thời|đề xuất|để|báo cáo|trước)|$)/u

function receiverOf(sentence: string): string | null {
  const key = matchingKey(sentence)
  const match = receiver.exec(key)
  const name = match?.[1] ?? ''
  if (!match || name === '') return null
  const start = match.index + match[0].lastIndexOf(name)
  return (
    sentence
      .slice(start, start + name.length)
      .replace(/[\s,.;:]+$/, '')
      .replace(/\/$/, '') || null
  )
}
