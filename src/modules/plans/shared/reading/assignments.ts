import type { PlanAssignment, TextPlace } from '../contract.ts'
import { isAgency, isNamedBody } from './agency-list.ts'
import { matchingKey } from './matching-key.ts'
import { headOf, walk, type Entry } from './outline.ts'
import { hasTopicAbove, isHeading, ownTopic } from './topics.ts'

export type FoundAssignment = { assignment: PlanAssignment; place: TextPlace; section: string | null }

/** Bodies with their duties: the entries of "Tổ chức thực hiện", and articles that give an order to a body. */
export function findAssignments(root: Entry): FoundAssignment[] {
  const found: FoundAssignment[] = []
  const visit = (entry: Entry): void => {
    const topic = ownTopic(entry)
    if (
      (topic === 'content' && !namesBodies(entry)) ||
      topic === 'objective' ||
      topic === 'situation' ||
      topic === 'funding'
    )
      return
    const assignment = toAssignment(entry)
    if (assignment) found.push(assignment)
    else entry.children.forEach(visit)
  }
  root.children.forEach(visit)
  return found
}

/** "III. NHIỆM VỤ" with nothing but bodies below it hands out duties. */
function namesBodies({ children }: Entry): boolean {
  return children.length > 1 && children.every((child) => isHeading(child) && isNamedBody(headOf(child)))
}

function toAssignment(entry: Entry): FoundAssignment | undefined {
  if (!mayName(entry)) return undefined
  const unit = unitOf(entry)
  if (unit === undefined) return undefined
  const rest = entry.text
    .slice(unit.end)
    .replace(/^[\s:.,;-]+/, '')
    .trim()
  const below = [...walk(entry)].slice(1).filter((one) => one.kind !== 'table' && !isFootnote(one))
  const duties = [rest, ...below.map(({ text }) => text)].filter((text) => text !== '')
  if (duties.length === 0) return undefined
  return {
    assignment: { unit: unit.name, duties },
    place: { start: entry.start, end: entry.end },
    section: entry.path === '' ? null : entry.path,
  }
}

/** "1 Năm 2019: 28,4%.": the text of a note, printed behind the last part. */
function isFootnote({ kind, text }: Entry): boolean {
  return kind === 'text' && /^(?:\[\d{1,2}\]|\(\d{1,2}\)|\d{1,2})\s+\p{Lu}/u.test(text)
}

/** Headings anywhere, other lines only below "Tổ chức thực hiện"; that heading itself names nobody. */
function mayName(entry: Entry): boolean {
  if (ownTopic(entry) === 'arrangement')
    return /^trách nhiệm của\s/u.test(matchingKey(entry.text)) && !namesBodies(entry)
  return entry.kind !== 'table' && (isHeading(entry) || hasTopicAbove(entry, 'arrangement'))
}

const orderWords =
  /^(?:(?:các ông,?\s\(?bà\)?\s*:|đề nghị|giao|phân công|yêu cầu|trách nhiệm của|nhiệm vụ của|đối với|trách nhiệm)\s+(?:cho\s+)?)+/u
const dutyVerb =
  /\s(?=(?:chủ trì|báo cáo|chịu trách nhiệm|có trách nhiệm|phối hợp|tham mưu|xây dựng|triển khai|tổ chức (?:triển khai|thực hiện|các|tuyên|kiểm|lớp|tập|hội)|thực hiện|hướng dẫn|(?<!ban )chỉ đạo|căn cứ|tăng cường|đẩy mạnh|bố trí|cân đối|theo dõi|làm đầu mối|là (?:cơ quan|đơn vị|đầu mối)|theo chức năng|trong phạm vi|rà soát|lồng ghép|thẩm định|quản lý|vận động|tuyên truyền(?! viên)|hỗ trợ|cung cấp|kiểm tra|giám sát|huy động|phổ biến|phát động|chủ động)(?!\p{L}))/u

/** "Giao Sở Y tế chủ trì ..." and "1. Sở Y tế: ..." both name the body first. */
function unitOf(entry: Entry): { name: string; end: number } | undefined {
  const key = matchingKey(entry.text)
  const order = orderWords.exec(key)?.[0].length ?? 0
  const body = key.slice(order)
  const cuts = [colonBefore(entry.text.slice(order)), body.search(dutyVerb)].filter((at) => at > 0)
  if (cuts.length === 0 && !isListed(entry, order)) return undefined
  const end = Math.min(body.length, ...cuts)
  const name = entry.text.slice(order, order + end).replace(/[\s,;.]+$/, '')
  return isAgency(name) && name.length < 330 ? { name, end: order + end } : undefined
}

/** The colon that ends the name; the one in "UBND các huyện: An Lão, Vĩnh Thạnh và Phù Cát" opens its places. */
function colonBefore(text: string): number {
  const at = text.indexOf(':')
  const isListOfPlaces = /^\s*(?:\p{Lu}[\p{L}’']*(?:\s\p{Lu}[\p{L}’']*){0,4}(?:,\s*|\s+và\s+|\.?$|\s*:))+$/u
  const end = text.indexOf(':', at + 1)
  const listed = text.slice(at + 1, end < 0 ? undefined : end + 1)
  return at >= 0 && isListOfPlaces.test(listed) && /,/.test(listed) ? end : at
}

/** "2. Trạm Y tế xã" with its duties in the list below. */
function isListed(entry: Entry, order: number): boolean {
  return entry.children.length > 0 && (isHeading(entry) || order > 0)
}
