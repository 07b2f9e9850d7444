import { isAgency, splitAgencies } from './agency-list.ts'
import { matchingKey } from './matching-key.ts'
import type { Entry } from './outline.ts'

export type Roles = { lead: string[]; coordinating: string[] }
type LabelledRoles = Roles & { labelled: boolean }

const label =
  /(?<!\p{L})(?:phân công\s+)?(?:(?:các\s+)?(?:cơ quan|đơn vị|bộ phận|ngành|tổ chức|cá nhân|người)(?:\s*(?:,|\/|và)\s*(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân))?\s+(?:được\s+)?(?:giao\s+)?(?:chủ trì|phối hợp|đầu mối|thực hiện|chịu trách nhiệm|phụ trách|chính|tham gia|tham mưu)|(?<=(?:^|[.;])\s*[-+*]?\s*)(?:thực hiện|phụ trách)(?=\s*:)|chủ trì|phối hợp|đầu mối|chịu trách nhiệm chính)(?:\s*(?:thực hiện|tham mưu|triển khai|chính|tổ chức thực hiện))?\s*:\s*/gu
const otherLabel =
  /(?:^|[.;\s(-])\s*(?:[-+*]\s*)?(?:thời gian|thời hạn|tiến độ|kinh phí|sản phẩm|kết quả|địa điểm|đối tượng|nội dung|giải pháp|mục đích)[^:.;]{0,30}:|[;,]\s*(?:hoàn thành|xong)\s+(?:trước|trong|chậm nhất)/u
const stop = /\.\s+(?=\p{Lu})|\.\/\./u

/** Bodies named after "Cơ quan chủ trì:", "Phối hợp:" and the like, several labels in one line included. */
export function labelledRoles(text: string): LabelledRoles {
  const key = matchingKey(text)
  const marks = [...key.matchAll(label)]
  const roles: Roles = { lead: [], coordinating: [] }
  marks.forEach((mark, index) => {
    const start = mark.index + mark[0].length
    const piece = text.slice(start, marks[index + 1]?.index ?? text.length)
    const [first = '', beside = ''] = cutAtStop(piece).split(
      /[,;]?\s+(?:chủ trì,\s*)?phối hợp (?:với|cùng)\s+/u,
    )
    const named = splitAgencies(first)
    if (mark[0].includes('phối hợp') || mark[0].includes('tham gia')) roles.coordinating.push(...named)
    else roles.lead.push(...named)
    roles.coordinating.push(...splitAgencies(beside))
  })
  return { ...roles, labelled: marks.length > 0 && opensWithLabel(key, marks[0]?.index ?? 0) }
}

function opensWithLabel(key: string, at: number): boolean {
  return /^[\s(*+-]*$/.test(key.slice(0, at))
}

/** "Truyền thông (Hội Phụ nữ chủ trì)" without the bracket that says who does it. */
export function withoutRoleBracket(title: string): string {
  const [bracket = '', inside = ''] = /\s*\(([^()]{4,300})\)[\s.;:]*$/u.exec(title) ?? []
  const named = sentenceRoles(inside).lead.length > 0 || bracketedRoles(bracket).lead.length > 0
  return named ? title.slice(0, -bracket.length) : title
}

function cutAtStop(piece: string): string {
  const other = otherLabel.exec(matchingKey(piece))
  const own = other ? piece.slice(0, other.index) : piece
  const end = stop.exec(own)
  return (end ? own.slice(0, end.index) : own).replace(/[)\s]+$/u, (tail) => (own.includes('(') ? tail : ''))
}

const leadSentence =
  /(?:^|[.;:(]|(?<!\p{L})(?:giao|do|phân công|yêu cầu|đề nghị)(?!\p{L}))\s*[-+*]?\s*([^.;:()]{3,200}?)\s+(?:là (?:cơ quan|đơn vị) )?(?:chịu trách nhiệm )?(?:làm )?(?:chủ trì|đầu mối)(?!\p{L})/u
const withSentence =
  /(?:chủ trì|đầu mối)[^.;]{0,40}?;?\s*phối hợp(?: chặt chẽ)?(?: với| cùng(?: với)?)?\s+([^.;()]+?)(?=\s+(?:tham mưu|xây dựng|triển khai|tổ chức(?! liên quan| xã hội| chính trị| có liên quan|,)|thực hiện|hướng dẫn|đẩy mạnh|tăng cường|kiểm tra|theo dõi|rà soát|trong|để|theo|tiến hành|vận động|huy động|cung cấp|duy trì|tuyên truyền|nghiên cứu|đề xuất|bố trí|cân đối|lập|thẩm định|trình|báo cáo|tổng hợp|chỉ đạo|đôn đốc|phát động|mở|biên soạn|lồng ghép|khám|cân|tiêm|quản lý|đảm bảo|bảo đảm|hoàn thành|đánh giá|nâng cấp|sửa chữa|kết nối|giám sát|khảo sát|thường xuyên|giúp|hỗ trợ)(?!\p{L})|[.;()]|$)/u

/** "Sở Y tế chủ trì, phối hợp với Sở Tài chính ..." inside a sentence. */
export function sentenceRoles(text: string): Roles {
  const key = matchingKey(text)
  const leading = groupOf(leadSentence.exec(key))
  const printed = leading ? text.slice(leading.start, leading.end) : ''
  if (!leading || !isAgency(printed)) return { lead: [], coordinating: [] }
  const beside = groupOf(withSentence.exec(key.slice(leading.end)))
  const behind = groupOf(behindSentence.exec(key))
  const listed = beside
    ? text.slice(leading.end + beside.start, leading.end + beside.end)
    : behind
      ? text.slice(behind.start, behind.end)
      : ''
  return { lead: splitAgencies(printed), coordinating: splitAgencies(listed) }
}

/** "(Sở Y tế chủ trì; Sở Tư pháp, Sở Tài chính phối hợp)". */
const behindSentence = /chủ trì\s*[;,]\s*([^;()]{3,300}?)\s+phối hợp\s*(?:[).;]|thực hiện|$)/u

/** Where the first group of a match stands. */
function groupOf(match: RegExpExecArray | null): { start: number; end: number } | undefined {
  const group = match?.[1]
  if (!match || group === undefined) return undefined
  const start = match.index + match[0].indexOf(group)
  return { start, end: start + group.length }
}

/** The roles one entry states; a label without names takes them from the list below it. */
export function rolesOf(entry: Entry): LabelledRoles | undefined {
  const text = withColon(entry)
  const labelled = labelledRoles(text)
  if (labelled.labelled || labelled.lead.length + labelled.coordinating.length > 0) {
    const below = text.trim().endsWith(':') ? entry.children : []
    const named = below.map((child) => labelledRoles(child.text)).filter((roles) => roles.labelled)
    if (named.length > 0) return named.reduce(joined, labelled)
    const listed = below.flatMap((child) => splitAgencies(child.text))
    if (listed.length === 0) return labelled
    return /phối hợp/u.test(matchingKey(entry.text))
      ? { ...labelled, coordinating: listed }
      : { ...labelled, lead: listed }
  }
  const spoken = sentenceRoles(entry.text)
  const named = spoken.lead.length > 0 ? spoken : bracketedRoles(entry.text)
  return named.lead.length > 0 ? { ...named, labelled: false } : undefined
}

/** "1.2. Đơn vị thực hiện" above its list is a label although no colon ends it. */
function withColon({ text, children }: Entry): string {
  const isLabel =
    children.length > 0 &&
    /^(?:các )?(?:cơ quan|đơn vị|bộ phận)\s+(?:chủ trì|thực hiện|phối hợp|phụ trách)$/u.test(
      matchingKey(text.trim()),
    )
  return isLabel ? `${text.trim()}:` : text
}

/** "Tiêm chủng đầy đủ (Trạm Y tế xã).": the body in brackets at the end does it. */
function bracketedRoles(text: string): Roles {
  const inside = /\(([^()]{4,160})\)[\s.;]*$/u.exec(text)?.[1] ?? ''
  const named = splitAgencies(inside)
  const isBody = named.length > 0 && /^\p{Lu}/u.test(inside) && named.every((name) => isAgency(name))
  return { lead: isBody ? named : [], coordinating: [] }
}

/** "Đơn vị thực hiện:" above "a) Cơ quan chủ trì: ..." and "b) Cơ quan phối hợp: ...". */
function joined(above: LabelledRoles, below: LabelledRoles): LabelledRoles {
  return {
    lead: [...above.lead, ...below.lead],
    coordinating: [...above.coordinating, ...below.coordinating],
    labelled: true,
  }
}

export function mergeRoles(target: Roles, roles: Roles): void {
  for (const name of roles.lead) if (!target.lead.includes(name)) target.lead.push(name)
  for (const name of roles.coordinating)
    if (!target.coordinating.includes(name)) target.coordinating.push(name)
}
