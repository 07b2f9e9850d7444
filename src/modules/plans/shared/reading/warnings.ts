import type { PlanReading, PlanWarning } from '../contract.ts'
import type { FoundBasis } from './bases.ts'
import type { Heading } from './heading.ts'
import { matchingKey } from './matching-key.ts'
import { walk, type Entry } from './outline.ts'
import { type AreaKind, findArea, levelOf } from './places-of-names.ts'
import { agencyWarnings, endingWarnings } from './warnings-on-people.ts'
import { isHeading } from './topics.ts'

export type WarningFacts = {
  reading: Omit<PlanReading, 'warnings'>
  /** The type of the document in words; null for a text that is no administrative document. */
  type: string | null
  heading: Heading
  roots: readonly Entry[]
  bases: readonly FoundBasis[]
  /** Note marks found in the text without a note of that number. */
  openNotes: readonly string[]
  text: string
}

type Check = (facts: WarningFacts) => PlanWarning[]

/** What a clerk should look at before the plan is filed (domain sheet on document format, section 10). */
export function findWarnings(facts: WarningFacts): PlanWarning[] {
  if (facts.type === null) {
    return [
      warning(
        'not-administrative',
        'Đây không phải kế hoạch, quyết định, báo cáo hay công văn theo Nghị định 30/2020/NĐ-CP; hãy kiểm tra lại tệp đã chọn.',
      ),
    ]
  }
  return checks.flatMap((check) => check(facts))
}

function warning(code: string, message: string, section: string | null = null): PlanWarning {
  return { code, message, section }
}

/** A directive or a notice is read for what it says, but only plans, decisions, reports and letters are filed. */
const otherType: Check = ({ reading, type }) =>
  reading.kind === 'other'
    ? [
        warning(
          'other-type',
          `Đây là ${type ?? 'văn bản'}, không phải kế hoạch, quyết định, báo cáo hay công văn; chỉ đọc để tham khảo, không lưu thành kế hoạch được.`,
        ),
      ]
    : []

const headingBlock: Check = ({ reading, heading }) => {
  const found: PlanWarning[] = []
  if (reading.number === null) {
    found.push(
      warning(
        'missing-number',
        heading.hasNumberLine
          ? 'Số văn bản còn để trống; hãy điền số khi ban hành.'
          : 'Không tìm thấy số, ký hiệu văn bản; hãy kiểm tra phần đầu văn bản và nhập tay.',
      ),
    )
  }
  if (reading.date === null)
    found.push(warning('missing-date', 'Không tìm thấy ngày, tháng, năm ban hành; hãy nhập ngày ban hành.'))
  else if (reading.date.length === 7)
    found.push(
      warning(
        'missing-day',
        `Ngày ban hành còn để trống (mới có tháng ${reading.date.slice(5)}/${reading.date.slice(0, 4)}); hãy điền ngày.`,
      ),
    )
  if (reading.issuer === null)
    found.push(warning('missing-issuer', 'Không xác định được cơ quan ban hành; hãy chọn cơ quan ban hành.'))
  if (reading.title === null)
    found.push(warning('missing-title', 'Không tìm thấy trích yếu nội dung; hãy nhập tên văn bản.'))
  return found
}

const numbering: Check = ({ roots }) => roots.flatMap((root) => [...walk(root)].flatMap(numberingOf))

function numberingOf(parent: Entry): PlanWarning[] {
  const found: PlanWarning[] = []
  const last = new Map<string, number>()
  for (const child of parent.children) {
    if (!isHeading(child) || child.order === undefined) continue
    const kind = `${child.kind}${String(child.label.split('.').length)}`
    const before = last.get(kind) ?? (child.kind === 'article' ? child.order - 1 : 0)
    last.set(kind, child.order)
    const message = numberingMessage(child, child.order, before)
    if (message) found.push(warning(message.code, message.text, child.path === '' ? null : child.path))
  }
  return found
}

function numberingMessage(
  { kind, label }: Entry,
  order: number,
  before: number,
): { code: string; text: string } | undefined {
  if (order === before) {
    return {
      code: 'numbering-repeat',
      text: `Mục "${label}" bị đánh số lặp lại; hãy kiểm tra thứ tự các mục.`,
    }
  }
  if (order <= before + 1 || (kind === 'letter' && label.length > 1)) return undefined
  const text =
    before === 0
      ? `Mục đầu tiên mang số "${label}"; có thể thiếu mục đứng trước.`
      : `Đánh số nhảy từ mục thứ ${String(before)} đến mục "${label}"; có thể thiếu một mục hoặc đánh số sai.`
  return { code: 'numbering-gap', text }
}

const deadlines: Check = ({ reading }) => {
  const issued = reading.date
  if (issued === null) return []
  return reading.deadlines.flatMap(({ date, section }) =>
    date !== null && date < issued.padEnd(10, '-01') && date.slice(0, issued.length) < issued
      ? [
          warning(
            'deadline-before-date',
            `Thời hạn ${date.split('-').reverse().join('/')} sớm hơn ngày ban hành văn bản; hãy kiểm tra lại ngày.`,
            section,
          ),
        ]
      : [],
  )
}

/** "trên địa bàn thị xã ..." in the subject of a ward's plan. */
const level: Check = ({ reading, heading }) => {
  const kind = levelOfTitle(reading.title ?? '')
  if (kind === undefined || heading.areaKind === undefined) return []
  const [own, other] = [levelOf(heading.areaKind), levelOf(kind)]
  // "thành phố" may be a province or a district town, never a commune.
  const isOther =
    own !== undefined && other !== undefined ? own !== other : own === 'commune' && other === undefined
  if (!isOther) return []
  const message = `Trích yếu nói đến cấp "${kind}" nhưng cơ quan ban hành là ${reading.issuer ?? ''}; hãy kiểm tra tên đơn vị trong trích yếu.`
  return [warning('level-mismatch', message)]
}

const kindsOfArea = ['tỉnh', 'huyện', 'quận', 'thị xã', 'xã', 'phường', 'thị trấn'] as const
const bareArea = /^(?:địa bàn|phạm vi)\s+(?:toàn\s+)?(tỉnh|huyện|quận|thị xã|xã|phường|thị trấn)(?!\p{L})/u

/** "trên địa bàn thị xã Hương Trà", or "trên địa bàn xã" without a name. */
function levelOfTitle(title: string): AreaKind | undefined {
  const key = matchingKey(title)
  const at = key.search(/địa bàn|phạm vi/u)
  if (at < 0) return undefined
  const bare = bareArea.exec(key.slice(at))?.[1]
  return findArea(title.slice(at))?.kind ?? kindsOfArea.find((kind) => kind === bare)
}

const knownBodies =
  /^(?:TTg|CP|QH\d*|UBTVQH\d*|TW|UBND|HĐND|TU|HU|ĐU|BCĐ|B[A-ZĐ]{1,10}|S[A-ZĐ]{1,10}|VPCP|[A-ZĐ]{2,}.*)$/u

const bases: Check = ({ bases: found }) =>
  found.flatMap(({ basis }) => {
    const { number, date } = basis
    if (number === null) return []
    if (/^0?6\/QĐ-TTg$/iu.test(number) && date === null) {
      return [
        warning(
          'basis-without-year',
          'Có hai Quyết định số 06/QĐ-TTg (năm 2019 và năm 2022); hãy ghi rõ ngày, năm của quyết định.',
        ),
      ]
    }
    const body = number.split('-').slice(1).join('-')
    if (/BLĐTĐ|BLDTBXH|LĐTĐ/u.test(number) || (body !== '' && !knownBodies.test(body))) {
      return [
        warning(
          'basis-symbol-unknown',
          `Ký hiệu "${number}" có thể viết sai tên cơ quan; hãy đối chiếu với văn bản gốc.`,
        ),
      ]
    }
    return /(?:\/\d{4}\/)?TT-/u.test(number) && !/\/\d{4}\//u.test(number)
      ? [
          warning(
            'basis-symbol-unknown',
            `Thông tư "${number}" thiếu năm trong số, ký hiệu; hãy đối chiếu với văn bản gốc.`,
          ),
        ]
      : []
  })

const notes: Check = ({ openNotes }) =>
  openNotes.length === 0
    ? []
    : [
        warning(
          'footnote-without-note',
          `Có dấu chú thích (${openNotes.join(', ')}) nhưng không thấy nội dung chú thích; bản sao có thể thiếu phần chú thích.`,
        ),
      ]

const contents: Check = ({ reading }) => {
  if (reading.kind !== 'plan' && reading.kind !== 'decision-with-plan') return []
  const found: PlanWarning[] = []
  if (reading.targets.length === 0)
    found.push(
      warning('no-targets', 'Không tìm thấy chỉ tiêu có số liệu; nếu kế hoạch có chỉ tiêu, hãy nhập tay.'),
    )
  if (reading.tasks.length === 0)
    found.push(warning('no-tasks', 'Không tìm thấy nhiệm vụ; hãy kiểm tra đề mục hoặc nhập tay.'))
  return found
}

const agencies: Check = ({ reading }) => agencyWarnings(reading)
const ending: Check = ({ reading, text }) => endingWarnings(reading, text)

const checks: readonly Check[] = [
  otherType,
  headingBlock,
  numbering,
  deadlines,
  level,
  agencies,
  bases,
  ending,
  notes,
  contents,
]
