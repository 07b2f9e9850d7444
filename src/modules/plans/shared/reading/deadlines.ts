import type { PlanDeadline, PlanReporting, ReportingCycle, TextPlace } from '../contract.ts'
import { agencyHeads } from './agencies.ts'
import { isAgency } from './agency-list.ts'
import { findDates, type FoundDate } from './dates.ts'
import { matchingKey } from './matching-key.ts'
import { ancestors, headOf, walk, type Entry } from './outline.ts'
import { splitClauses, type Clause } from './sentences.ts'
import { taskRows } from './task-tables.ts'
import { topicOf } from './topics.ts'
import { withoutDocuments } from './years.ts'

export type FoundDeadline = { deadline: PlanDeadline; place: TextPlace }

const dueBefore =
  /(?:trước|chậm nhất|muộn nhất|không quá|hạn (?:cuối|chót)|thời hạn|xong|hoàn thành|đến hết|đến|hết|trong|vào|từ|xong trong|gửi về[^.;]{0,60}|thời gian[^.;]{0,40}:|thời gian thực hiện|dự kiến|hằng năm|hàng năm|diễn ra|tổ chức)[\s(:,]*(?:là\s*)?(?:vào\s*)?(?:ngày|hết ngày|cuối|đầu|các|hết|trong)?\s*(?:ngày)?\s*$/u

/** Days, months and quarters by which something is to be done. */
export function findDeadlines(root: Entry): FoundDeadline[] {
  const found: FoundDeadline[] = []
  for (const entry of walk(root)) {
    const topic = topicOf(entry)
    if (topic === 'situation' || topic === 'basis') continue
    if (entry.kind === 'table') found.push(...tableDeadlines(entry))
    else splitClauses(entry.text).forEach((clause) => found.push(...sentenceDeadlines(entry, clause)))
  }
  return found
}

function sentenceDeadlines(entry: Entry, sentence: Clause): FoundDeadline[] {
  const key = withoutDocuments(matchingKey(sentence.text))
  const offset = entry.end - entry.text.length + sentence.start
  const place = { start: offset, end: offset + sentence.text.length }
  const named = {
    text: sentence.text,
    who: whoOf(entry, sentence.text) ?? whoOf(entry, entry.text),
    section: entry.path === '' ? null : entry.path,
  }
  const dates = findDates(key).filter(
    (date) => isDue(key, date) || (date.start === 0 && topicOf(entry) === 'time'),
  )
  const last = dates.filter((date, index) => !opensRange(key, date, dates[index + 1]))
  const found = last.map((date) => ({ deadline: { ...named, ...dateOrRule(key, date) }, place }))
  if (found.length > 0) return found
  const cycle =
    /định kỳ[^.;]{0,60}(?:tháng|quý|năm)|(?:hằng|hàng) (?:tháng|quý|năm)[^.;]{0,80}báo cáo|báo cáo[^.;]{0,60}(?:hằng|hàng) (?:tháng|quý|năm)/u.test(
      key,
    )
  if (!cycle || !/báo cáo|sơ kết|tổng kết|giao ban/u.test(key)) return []
  return [{ deadline: { ...named, date: null, rule: 'set-yearly' }, place }]
}

function isDue(key: string, date: FoundDate): boolean {
  const left = key.slice(Math.max(0, date.start - 70), date.start)
  if (
    /(?:luật[^.;,]{0,40}|quyết định|kế hoạch|công văn|nghị quyết|chỉ thị|thông tư|nghị định|văn bản)\s*(?:số\s*)?,?\s*ngày\s*$/u.test(
      left,
    )
  )
    return false
  if (/(?:đã|tính đến|kể từ|có hiệu lực|thông qua|ban hành|sinh)\s*(?:từ\s*)?(?:ngày\s*)?$/u.test(left))
    return false
  return dueBefore.test(left) || /^\s*(?:hằng|hàng) năm/u.test(key.slice(date.end))
}

/** "từ ngày 01/6 đến ngày 30/6": the second day is the deadline. */
function opensRange(key: string, date: FoundDate, next: FoundDate | undefined): boolean {
  return (
    next !== undefined &&
    /^\s*(?:đến|tới|-)\s*(?:hết\s*)?(?:ngày)?\s*$/u.test(key.slice(date.end, next.start))
  )
}

/** A day with its year is a date; a day of each year is a rule. "trước" without "hoặc" is strictly before. */
function dateOrRule(key: string, date: FoundDate): { date: string | null; rule: string | null } {
  if (date.day !== undefined) return { date: date.day, rule: null }
  const before = /trước\s*(?:ngày)?\s*$/u.test(key.slice(0, date.start))
  return { date: null, rule: `${before ? 'before' : 'fixed'}:${date.monthDay}` }
}

function tableDeadlines(entry: Entry): FoundDeadline[] {
  return taskRows(entry).flatMap(({ task, time }) => {
    const key = matchingKey(time)
    const date = findDates(key).at(-1)
    if (!date) return []
    const deadline = {
      text: `${task.title}: ${time}`,
      who: task.lead[0] ?? null,
      section: entry.path === '' ? null : entry.path,
      ...dateOrRule(key, date),
    }
    return [{ deadline, place: { start: entry.start, end: entry.end } }]
  })
}

const acting =
  /\s(?:xây dựng|báo cáo|gửi|tổng hợp|hoàn thành|định kỳ|có trách nhiệm|chịu trách nhiệm|chủ động|triển khai|tổ chức (?!liên quan|chính trị|xã hội)|thực hiện|lập|chủ trì|phối hợp|căn cứ|tham mưu|làm đầu mối|theo dõi|đôn đốc|hướng dẫn|chỉ đạo|giám sát|rà soát|quản lý|bố trí|cân đối|đảm bảo|bảo đảm)(?!\p{L})/gu

/** The body that must act: named in the sentence, or the heading the sentence stands under. */
export function whoOf(entry: Entry, sentence: string): string | null {
  const key = matchingKey(sentence)
  for (const verb of key.matchAll(acting)) {
    const before = key.slice(0, verb.index)
    const starts = [...before.matchAll(/(?:(?:yêu cầu|đề nghị|giao)\s+|^|[.;:]\s*|,\s+)(?=\p{L})/gu)].map(
      (match) => match.index + match[0].length,
    )
    const start = starts.find(
      (at) =>
        agencyHeads.test(before.slice(at)) &&
        !/^(?:cơ quan|đơn vị) (?:chủ trì|phối hợp)/u.test(before.slice(at)),
    )
    if (start !== undefined && before.length - start < 140)
      return sentence.slice(start, before.length).replace(/[\s,:;]+$/, '')
  }
  const heading = ancestors(entry)
    .reverse()
    .find((above) => above.kind !== 'root' && isAgency(headOf(above)))
  return heading ? headOf(heading).replace(/^(?:đề nghị|giao)\s+/iu, '') : null
}

const cycles: readonly { cycle: ReportingCycle; pattern: RegExp }[] = [
  {
    cycle: 'month',
    pattern: /(?:hằng|hàng) tháng|báo cáo tháng|định kỳ tháng|định kỳ (?:01 tháng|1 tháng|tháng)/u,
  },
  {
    cycle: 'quarter',
    pattern: /(?:hằng|hàng) quý|(?:theo|báo cáo|định kỳ) quý|,\s*quý,|định kỳ[^.;]{0,20}quý/u,
  },
  { cycle: '6-months', pattern: /(?:0?6|sáu) tháng/u },
  { cycle: '9-months', pattern: /(?:0?9|chín) tháng/u },
  {
    cycle: 'year',
    pattern:
      /(?:hằng|hàng) năm|(?:01|1|một) năm|(?:và|,|\/)\s*(?:cả |cuối )?năm(?=$|[\s,.)(;])(?!\s*\d)|báo cáo năm|cuối năm|tổng kết năm|định kỳ năm|trong năm/u,
  },
  { cycle: 'ad-hoc', pattern: /đột xuất/u },
]

/** Who reports to whom, how often and by when. */
export function findReporting(root: Entry): PlanReporting[] {
  const found: PlanReporting[] = []
  for (const entry of walk(root)) {
    if (entry.kind === 'table' || topicOf(entry) === 'situation' || !/báo cáo/iu.test(entry.text)) continue
    for (const clause of splitClauses(entry.text)) found.push(...reportingOf(entry, clause.text))
  }
  return found.filter(
    (one, index) =>
      found.findIndex(
        (other) => other.cycle === one.cycle && other.to === one.to && other.due === one.due,
      ) === index,
  )
}

function reportingOf(entry: Entry, sentence: string): PlanReporting[] {
  const key = withoutDocuments(matchingKey(sentence))
  if (!/báo cáo/u.test(key)) return []
  const dates = findDates(key)
    .filter((one) => isDue(key, one))
    .toSorted((left, right) => left.start - right.start)
  const named = cycles.flatMap(({ cycle, pattern }) => {
    const at = key.search(pattern)
    return at < 0 ? [] : [{ cycle, at }]
  })
  const common = { to: receiverOf(sentence), section: entry.path === '' ? null : entry.path }
  const [first] = dates
  if (first) {
    const dueOf = (date: FoundDate) => date.day ?? dateOrRule(key, date).rule
    const only = first.day === undefined ? ('year' as const) : ('once' as const)
    if (named.length === 0) return [{ cycle: only, due: dueOf(first), ...common }]
    const firstCycle = Math.min(...named.map(({ at }) => at))
    return named.map(({ cycle, at }) => ({
      cycle,
      due: dueOf(dateOfCycle(dates, at, firstCycle) ?? first),
      ...common,
    }))
  }
  const asks = asksReport.test(key) || topicOf(entry) === 'reporting'
  return asks ? named.map(({ cycle }) => ({ cycle, due: null, ...common })) : []
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
  /định kỳ|báo cáo (?:về )?(?:ubnd|ủy ban|sở|phòng|bộ|chủ tịch|cdc)(?!\p{L})|chế độ báo cáo|đột xuất|báo cáo[^.;]{0,80}(?:gửi|về)|gửi[^.;]{0,40}báo cáo|tổng hợp[^.;]{0,60}báo cáo/u

const receiver =
  /(?:gửi về|gửi cho|gửi|báo cáo về|báo cáo (?=(?:về )?(?:ủy ban|ubnd|sở|phòng|bộ|ban|chủ tịch))|về (?=(?:ủy ban|ubnd|sở|phòng|bộ|ban|văn phòng|trạm|hội|cdc|trung tâm)))\s*(?:về\s+)?(?:cho\s+)?((?:ủy ban|ubnd|sở|phòng|bộ|ban|chủ tịch|văn phòng|trạm|hội|trung tâm|công chức|cơ quan|cdc|hđnd|đảng ủy|công an|thường trực)[^.;()]*?)(?=\s+(?:trước|chậm nhất|để|theo|định kỳ|khi|vào|đúng|trong|tổng hợp|qua|bằng|kết quả|tình hình|xem xét|chỉ đạo|\(|hằng|hàng|xin|những|các nội dung)(?!\p{L})|\s*[.;(]|,\s*(?:đồng thời|đề xuất|để|báo cáo|trước)|$)/u

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
