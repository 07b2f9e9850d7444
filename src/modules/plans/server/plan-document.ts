import {
  dateWords,
  outlineMark,
  type Block,
  type OfficialDocument,
  type Table,
} from '#platform/documents/tree.ts'
import { formatDay } from '#base/day.ts'
import { lowerFirst, tidy, upperFirst } from '#base/text.ts'
import type {
  LegalBasis,
  PlanDeadline,
  PlanReading,
  PlanSignature,
  PlanTarget,
  PlanTask,
} from '../shared/contract.ts'
import { readPlan } from '../shared/read-plan.ts'
import { matchingKey } from '../shared/reading/matching-key.ts'
import { documentLines } from './document-lines.ts'

/**
 * A plan as an official document (Nghị định 30/2020/NĐ-CP, Annexes I and III, template 1.4). Its form is one that
 * the reader of this module reads back to the same targets, tasks and deadlines.
 */
export function planDocument(reading: PlanReading, year: number): OfficialDocument {
  // What the sentences of tasks and duties say themselves is not printed a second time in the lists.
  const told = readPlan(documentLines(layOut({ ...reading, targets: [], deadlines: [] }, year)))
  const targets = reading.targets.filter(
    (target) => !told.targets.some((one) => aimKey(one) === aimKey(target)),
  )
  const deadlines = reading.deadlines.filter(
    ({ date, rule, text }) =>
      !told.deadlines.some((one) => one.date === date && one.rule === rule && one.text === text),
  )
  return layOut({ ...reading, targets, deadlines }, year)
}

function aimKey({ measure, comparator, value, valueTo, year, unit }: PlanTarget): string {
  return [matchingKey(measure), comparator, value, valueTo, year, unit].join('|')
}

function layOut(reading: PlanReading, year: number): OfficialDocument {
  const { number, symbol, place, issuer, title, signature, recipients } = reading
  const subject = tidy((title ?? '').replace(/^kế hoạch\s+/iu, ''))
  const digits = /^\d+$/.test(number ?? '') ? Number(number) : null
  return {
    superior: null,
    issuer: longName(issuer ?? ''),
    number: digits,
    symbol: symbol ?? 'KH-UBND',
    place: place ?? '',
    date: dateOf(reading.date, year),
    typeName: 'Kế hoạch',
    subject: upperFirst(subject),
    addressees: [],
    bases: reading.bases.map(basisText),
    body: bodyOf(reading, subject),
    recipients: recipients.map(recipientText),
    signature: signatureOf(signature, issuer ?? ''),
    annexes: [],
  }
}

function dateOf(date: string | null, year: number): OfficialDocument['date'] {
  const [ownYear, month, day] = (date ?? '').split('-').map(Number)
  return { day: day ?? null, month: month ?? null, year: ownYear || year }
}

function longName(issuer: string): string {
  return issuer.replace(/^UBND\s+/u, 'Ủy ban nhân dân ')
}

/**
 * "Căn cứ Quyết định số 1437/QĐ-TTg ngày 29 tháng 10 năm 2018 của Thủ tướng Chính phủ về ..."; of a law only its name
 * and day (Nghị định 30/2020/NĐ-CP, Annex I, part II, box 6).
 */
function basisText({ number, date, issuer, title }: LegalBasis): string {
  if (title !== null && /^(?:bộ luật|luật|pháp lệnh)(?!\p{L})/iu.test(title))
    return tidy(['Căn cứ', title, ...basisDate(date)].join(' '))
  const kind = kindOfNumber(number ?? '')
  const from = [...basisDate(date), ...(issuer === null ? [] : [`của ${issuer}`])]
  const cited = number === null ? [] : [`số ${number}`]
  const words = kind
    ? [kind, ...cited, ...from, ...(title === null ? [] : [`về ${title.replace(/^về\s+/iu, '')}`])]
    : [title ?? '', ...cited, ...from]
  return tidy(['Căn cứ', ...words].join(' '))
}

function basisDate(date: string | null): string[] {
  if (date === null) return []
  return [date.length === 10 ? `ngày ${dateWords(dateOf(date, 0))}` : `năm ${date.slice(0, 4)}`]
}

const kinds: readonly [RegExp, string][] = [
  // Laws are cited by their name; what else bears a number of the National Assembly is a resolution.
  [/QH\d*$/, 'Nghị quyết'],
  [/\bNQ\b|NQ-/, 'Nghị quyết'],
  [/NĐ-CP$/, 'Nghị định'],
  [/TT-|TTLT/, 'Thông tư'],
  [/QĐ-/, 'Quyết định'],
  [/CT-/, 'Chỉ thị'],
  [/CTr-/, 'Chương trình'],
  [/KH-/, 'Kế hoạch'],
  [/ĐA-/, 'Đề án'],
]

function kindOfNumber(number: string): string | undefined {
  return kinds.find(([pattern]) => pattern.test(number))?.[1]
}

function bodyOf(reading: PlanReading, subject: string): Block[] {
  const parts: [string, Block[]][] = [
    ['Mục tiêu', objectiveBlocks(reading)],
    ['Đối tượng, phạm vi', scopeBlocks(reading)],
    ['Nhiệm vụ và giải pháp', reading.tasks.flatMap(taskBlocks)],
    ['Kinh phí thực hiện', reading.funding.map((text) => dash(text))],
    ['Tổ chức thực hiện', arrangementBlocks(reading)],
  ]
  const issuer = longName(reading.issuer ?? '')
  const opening = `${issuer} ban hành Kế hoạch ${lowerFirst(subject)} như sau:`
  return [
    paragraph(opening),
    ...parts
      .filter(([, blocks]) => blocks.length > 0)
      .flatMap(([title, blocks], index): Block[] => [
        { kind: 'heading', level: 1, mark: outlineMark(1, index), text: title },
        ...blocks,
      ]),
    paragraph(
      `Trên đây là Kế hoạch ${lowerFirst(subject)}; yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện`,
    ),
  ]
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text: tidy(text) }
}

function dash(text: string): Block {
  return { kind: 'clause', mark: '-', text: tidy(text.replace(/^[-+*•\s]+/, '')) }
}

function numbered(blocks: readonly [string, Block[]][]): Block[] {
  return blocks
    .filter(([, own]) => own.length > 0)
    .flatMap(([text, own], index): Block[] => [
      { kind: 'heading', level: 2, mark: outlineMark(2, index), text },
      ...own,
    ])
}

function objectiveBlocks({ objectives, targets }: PlanReading): Block[] {
  return numbered([
    ['Mục tiêu chung', objectives.general === null ? [] : [paragraph(objectives.general)]],
    ['Chỉ tiêu cụ thể', targets.length > 0 ? [targetTable(targets)] : []],
  ])
}

function scopeBlocks({ targetGroups, scope }: PlanReading): Block[] {
  return numbered([
    ['Đối tượng', targetGroups.map((text) => dash(text))],
    ['Phạm vi', scope === null ? [] : [paragraph(scope)]],
  ])
}

/** One column for each year; a target without a year stands in a column of its own. */
function targetTable(targets: readonly PlanTarget[]): Table {
  const years = [...new Set(targets.map(({ year }) => year))].toSorted(
    (one, other) => (one ?? 9999) - (other ?? 9999),
  )
  const share = years.length > 2 ? 12 : 16
  return {
    kind: 'table',
    columns: [
      { heading: 'TT', share: 7, align: 'center' },
      { heading: 'Chỉ tiêu', share: 100 - 7 - 14 - share * years.length, align: 'left' },
      { heading: 'Đơn vị tính', share: 14, align: 'center' },
      ...years.map((year) => ({
        heading: year === null ? 'Mục tiêu' : `Năm ${year}`,
        ...{ share, align: 'center' as const },
      })),
    ],
    rows: targets.map((target, index) => ({
      cells: [
        String(index + 1),
        target.measure,
        isOfWhole(target) ? '' : (target.unit ?? ''),
        ...years.map((year) => (year === target.year ? aimCell(target) : '')),
      ],
    })),
  }
}

const signs = { eq: '', ge: '≥ ', gt: '> ', le: '≤ ', lt: '< ', reduce: 'giảm ', increase: 'tăng ' } as const

/** "48/54 xã" and "500/100.000" carry the whole and the unit in the number. */
function isOfWhole({ denominator, unit }: PlanTarget): boolean {
  return denominator !== null && unit !== null
}

function aimCell(target: PlanTarget): string {
  const { comparator, value, valueTo, denominator, unit } = target
  const number = (one: number) => one.toLocaleString('vi-VN', { maximumFractionDigits: 6 })
  const range = `${signs[comparator]}${number(value)}${valueTo === null ? '' : `-${number(valueTo)}`}`
  if (!isOfWhole(target)) return range
  return unit?.startsWith('/') ? `${range}${unit}` : `${range}/${number(denominator ?? 0)} ${unit ?? ''}`
}

function taskBlocks(task: PlanTask, index: number): Block[] {
  return [
    { kind: 'heading', level: 2, mark: outlineMark(2, index), text: tidy(task.title) },
    ...(task.purpose === null ? [] : [dash(`Mục đích: ${task.purpose}`)]),
    ...task.solutions.map((text) => dash(text)),
    ...roleBlocks(task),
    ...task.parts.flatMap((part, at): Block[] => [
      { kind: 'heading', level: 3, mark: outlineMark(3, at), text: tidy(part.title) },
      ...part.solutions.map((text) => dash(text)),
      ...roleBlocks(part),
    ]),
  ]
}

function roleBlocks({ lead, coordinating }: Pick<PlanTask, 'lead' | 'coordinating'>): Block[] {
  return [
    ...(lead.length > 0 ? [dash(`Cơ quan chủ trì: ${lead.join('; ')}.`)] : []),
    ...(coordinating.length > 0 ? [dash(`Cơ quan phối hợp: ${coordinating.join('; ')}.`)] : []),
  ]
}

function arrangementBlocks({ assignments, deadlines }: PlanReading): Block[] {
  const duties = assignments.map(({ unit, duties: own }): [string, Block[]] => [
    `${unit}:`,
    own.map((text) => dash(text.replace(/\s*\.\/\.\s*$/, '.'))),
  ])
  const days = deadlines.filter(({ text }) => text.trim() !== '').map((one) => dash(deadlineText(one)))
  return numbered([...duties, ['Thời hạn thực hiện', days]])
}

/** "Trước ngày 30/06/2026: hoàn thành bộ chỉ số (Sở Y tế)"; the day stands first, so that it is no duty of a body. */
function deadlineText({ text, who, date, rule }: PlanDeadline): string {
  const bare = text.replace(/[\s.;]+$/, '')
  const when = whenText(date, rule)
  const said = when === '' ? bare : `${upperFirst(when)}: ${bare}`
  return who === null || bare.includes(who) ? `${said}.` : `${said} (${who}).`
}

function whenText(date: string | null, rule: string | null): string {
  if (date !== null && date.length === 10) return `trước ngày ${formatDay(date)}`
  const [, way, month, day] = /^(before|fixed):(\d{2})-(\d{2})$/.exec(rule ?? '') ?? []
  if (day && month) return `${way === 'fixed' ? 'chậm nhất ngày' : 'trước ngày'} ${day}/${month} hằng năm`
  return rule === 'set-yearly' ? 'hằng năm' : ''
}

function recipientText({ name, role }: PlanReading['recipients'][number]): string {
  return role === null || role === 'lưu' ? name : `${name} (${role})`
}

/** Nghị định 30/2020/NĐ-CP, Article 13: a committee's head signs TM., a deputy KT. below it. */
function signatureOf(signature: PlanSignature | null, issuer: string): OfficialDocument['signature'] {
  const isCommittee = /^(?:UBND|Ủy ban nhân dân)/u.test(issuer)
  const position = signature?.position ?? (isCommittee ? 'Chủ tịch' : 'Giám đốc')
  const isDeputy = /^phó /iu.test(position)
  const head = position.replace(/^phó\s+/iu, '').toUpperCase()
  const power = [...(isCommittee ? ['TM. ỦY BAN NHÂN DÂN'] : []), ...(isDeputy ? [`KT. ${head}`] : [])]
  return { power, title: position.toUpperCase(), name: signature?.name ?? null }
}
