import type { PlanDeadline, TextPlace } from '../contract.ts'
import { agencyHeads } from './agencies.ts'
import { isAgency, isNamedBody } from './agency-list.ts'
import { findDates, type FoundDate } from './dates.ts'
import { matchingKey } from './matching-key.ts'
import { ancestors, headOf, walk, type Entry } from './outline.ts'
import { splitClauses, type Clause } from './sentences.ts'
import { labelledRoles, rolesOf, sentenceRoles } from './roles.ts'
import { taskRows } from './task-tables.ts'
import { hasTopicAbove, topicOf } from './topics.ts'
import { withoutDocuments } from './years.ts'

export type FoundDeadline = { deadline: PlanDeadline; place: TextPlace }

const dueBefore =
  /(?:trước|chậm nhất|muộn nhất|không quá|hạn (?:cuối|chót)|thời hạn|xong|hoàn thành|đến hết|đến|hết|trong|vào|từ|xong trong|gửi về[^.;]{0,60}|thời gian[^.;]{0,40}:|thời gian thực hiện|dự kiến|hằng năm|hàng năm|diễn ra|tổ chức)[\s(:,]*(?:là\s*)?(?:vào\s*)?(?:ngày|hết ngày|cuối|đầu|các|hết|trong)?\s*(?:\d{1,2}\s*(?:giờ|h)\s*(?:\d{2}\s*(?:phút)?)?,?\s*)?(?:ngày)?\s*$/u

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
    who:
      sentenceRoles(sentence.text).lead[0] ??
      whoOf(entry, sentence.text) ??
      leadBeside(entry) ??
      whoOf(entry, entry.text),
    section: entry.path === '' ? null : entry.path,
  }
  const dates = findDates(key).filter(
    (date) => isDue(key, date) || (date.start === 0 && topicOf(entry) === 'time'),
  )
  const last = dates.filter((date, index) => !opensRange(key, date, dates[index + 1]))
  const found = last.map((date) => ({ deadline: { ...named, ...dateOrRule(key, date) }, place }))
  if (found.length > 0) return found
  const cycle =
    /định kỳ[^.;]{0,60}(?:tháng|quý|năm)|(?:hằng|hàng) (?:tháng|quý|năm)[^.;]{0,80}báo cáo|báo cáo[^.;]{0,120}(?:hằng|hàng) (?:tháng|quý|năm)/u.test(
      key,
    )
  if (!cycle || !/báo cáo|sơ kết|tổng kết|giao ban/u.test(key)) return []
  return [{ deadline: { ...named, date: null, rule: 'set-yearly' }, place }]
}

export function isDue(key: string, date: FoundDate): boolean {
  const left = beforeList(key.slice(Math.max(0, date.start - 90), date.start))
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

/** "trước ngày 05/6 và 30/11", "quý III, quý IV": what is said before the first holds for those listed behind it. */
function beforeList(left: string): string {
  return left.replace(listedDates, '').replace(/\d{1,2}\s?-\s?$/u, '')
}

const listedDates =
  /(?:(?:\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?|quý\s*(?:iv|i{1,3}|[1-4])(?:\/\d{4})?)\s*(?:,|và|hoặc)\s*(?:ngày\s*)?)+$/u

/** "từ ngày 01/6 đến ngày 30/6": the second day is the deadline. */
function opensRange(key: string, date: FoundDate, next: FoundDate | undefined): boolean {
  return (
    next !== undefined &&
    /^\s*(?:đến|tới|-)\s*(?:hết\s*)?(?:ngày)?\s*$/u.test(key.slice(date.end, next.start))
  )
}

/** A day with its year is a date; a day of each year is a rule. "trước" without "hoặc" is strictly before. */
export function dateOrRule(key: string, date: FoundDate): { date: string | null; rule: string | null } {
  if (date.day !== undefined) return { date: date.day, rule: null }
  const before = /trước\s*(?:ngày)?\s*$/u.test(beforeList(key.slice(0, date.start)))
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
  /\s(?:là (?:cơ quan|đơn vị|đầu mối)|xây dựng|báo cáo|gửi|tổng hợp|hoàn thành|định kỳ|có trách nhiệm|chịu trách nhiệm|chủ động|triển khai|tổ chức(?! liên quan| chính trị| xã hội)|thực hiện|lập|chủ trì|phối hợp|căn cứ|tham mưu|làm đầu mối|theo dõi|đôn đốc|hướng dẫn|chỉ đạo|giám sát|rà soát|quản lý|bố trí|cân đối|đảm bảo|bảo đảm)(?!\p{L})/gu

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
        !isRoleLabel(before.slice(at), verb[0]) &&
        !/báo cáo|gửi/u.test(before.slice(0, at)),
    )
    if (start !== undefined && before.length - start < 140)
      return (sentence.slice(start, before.length).split(':')[0] ?? '').replace(/[\s,;]+$/, '')
  }
  const named = headOf(entry)
  const isBody = hasTopicAbove(entry, 'arrangement') ? isAgency(named) : isNamedBody(named)
  if (named.length < entry.text.length && named.length < 140 && isBody) return named
  const heading = ancestors(entry)
    .reverse()
    .find((above) => above.kind !== 'root' && isAgency(headOf(above)))
  return heading
    ? headOf(heading).replace(/^(?:đề nghị|giao|phân công|(?:trách nhiệm|nhiệm vụ) của)\s+/iu, '')
    : null
}

const listMarks: ReadonlySet<Entry['kind']> = new Set(['dash', 'plus', 'letter'] as const)

/** "Chủ trì: Bệnh viện Nhi" in the same line, or in the list beside "Hoàn thành: trước 31/12". */
function leadBeside(entry: Entry): string | undefined {
  const [own] = labelledRoles(entry.text).lead
  const isListed =
    listMarks.has(entry.kind) || entry.kind === 'text' || opensTime.test(matchingKey(entry.text))
  return own ?? (entry.parent && isListed ? leadInList(entry.parent) : undefined)
}

const opensTime = /^(?:thời gian|thời hạn|tiến độ)[^:]{0,30}:/u

/** Asked for every item of the same list; in a list of thousands it must be looked for once. */
const leadsOfLists = new WeakMap<Entry, { lead: string | undefined }>()

function leadInList(parent: Entry): string | undefined {
  const known = leadsOfLists.get(parent)
  if (known) return known.lead
  const lead = parent.children.flatMap(leadsOf)[0]
  leadsOfLists.set(parent, { lead })
  return lead
}

function leadsOf(entry: Entry): string[] {
  const labelled = rolesOf(entry)
  return labelled?.labelled ? labelled.lead : labelledRoles(entry.text).lead
}

/** "Đơn vị chủ trì: ..." names a role, not a body. */
function isRoleLabel(words: string, verb: string): boolean {
  return /^(?:các )?(?:cơ quan|đơn vị)$/u.test(words.trim()) && /chủ trì|phối hợp|thực hiện/u.test(verb)
}
