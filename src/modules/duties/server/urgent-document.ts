import { formatDay, vietnamDay } from '#base/day.ts'
import type { Block, OfficialDocument } from '#platform/documents/tree.ts'
import { bareName, nameInSentence } from '#modules/areas/shared/rules.ts'
import type { UrgentReport } from '../shared/urgent.ts'
import { urgentNames } from '../shared/urgent-names.ts'
import { emergencyHours, isEmergency, timeToSend } from '../shared/urgent-rules.ts'

/** The urgent report as an official document, still without number; nobody is named in it. */
export function urgentDocument(report: UrgentReport, receivers: readonly string[]): OfficialDocument {
  const [unit = report.areaName, above] = report.areaName.split(', ')
  const sentOn = vietnamDay(new Date(report.sentAt))
  const [year, month, day] = sentOn.split('-').map(Number)
  return {
    superior: above === undefined ? null : `Ủy ban nhân dân ${above}`,
    issuer: `Ủy ban nhân dân ${nameInSentence(unit)}`,
    number: null,
    symbol: 'BC-UBND',
    place: bareName(unit),
    date: { day: day ?? null, month: month ?? null, year: year ?? 0 },
    typeName: 'Báo cáo khẩn',
    subject: `Về vụ việc ${urgentNames.kind[report.kind]}`,
    addressees: receivers,
    bases: [
      'Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05 tháng 4 năm 2016',
      'Căn cứ Nghị định số 56/2017/NĐ-CP ngày 09 tháng 5 năm 2017 của Chính phủ',
    ],
    body: bodyOf(report),
    recipients: ['Như trên', 'Lưu: VT (bảo mật)'],
    signature: { power: ['TM. Ủy ban nhân dân'], title: 'Chủ tịch', name: null },
    annexes: [],
  }
}

function bodyOf(report: UrgentReport): Block[] {
  return [
    paragraph('Thông tin trong báo cáo được bảo mật, chỉ chuyển cho người có trách nhiệm xử lý.', true),
    heading(0, 'Vụ việc'),
    ...factsOf(report).map(([name, value]): Block => ({
      kind: 'clause',
      mark: '-',
      text: `${name}: ${value}`,
    })),
    heading(1, 'Diễn biến'),
    ...linesOf(report.what),
    heading(2, 'Việc đã làm ngay'),
    ...linesOf(report.measures),
    ...report.told.map(({ to, at }): Block => ({
      kind: 'clause',
      mark: '-',
      text: `Đã báo ${urgentNames.told[to]} lúc ${momentWords(at)}`,
    })),
    ...clockLines(report),
  ]
}

function factsOf(report: UrgentReport): [string, string][] {
  const { ageYears, happenedAt, cause, activity, harmedBy, diedOn } = report
  const sent = timeToSend(report)
  const facts: [string, string | null][] = [
    ['Loại vụ việc', urgentNames.kind[report.kind]],
    ['Giới tính', urgentNames.sex[report.sex]],
    ['Tuổi', ageYears === null ? 'chưa rõ' : String(ageYears)],
    ['Xảy ra lúc', happenedAt === null ? 'chưa rõ' : momentWords(happenedAt)],
    ['Nơi xảy ra', placeWords(report)],
    ['Nguyên nhân', cause && `${cause}. ${urgentNames.cause[cause]}`],
    ['Hoạt động khi xảy ra', activity],
    ['Người trông trẻ', urgentNames.supervised[report.supervised]],
    ['Tử vong ngày', diedOn && formatDay(diedOn)],
    ['Người gây hại', harmedBy && urgentNames.harmedBy[harmedBy]],
    ['Nguồn tin', urgentNames.source[report.source]],
    ['Biết tin lúc', momentWords(report.learnedAt)],
    ['Gửi báo cáo lúc', `${momentWords(report.sentAt)} (sau ${sent.hours} giờ ${sent.minutes} phút)`],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
}

function placeWords({ placeKind, place }: UrgentReport): string {
  return place === null ? urgentNames.placeKind[placeKind] : `${urgentNames.placeKind[placeKind]}, ${place}`
}

function clockLines(report: UrgentReport): Block[] {
  if (!isEmergency(report)) return []
  const limit = momentWords(new Date(Date.parse(report.learnedAt) + emergencyHours * 3_600_000).toISOString())
  const done =
    report.measureAt === null
      ? 'chưa ghi biện pháp'
      : `${momentWords(report.measureAt)}: ${report.measure ?? ''}`
  return [
    heading(3, 'Biện pháp khẩn cấp'),
    paragraph(`Hạn ${emergencyHours} giờ (Nghị định 56/2017/NĐ-CP): ${limit}. Đã thực hiện: ${done}`),
  ]
}

const marks = ['1.', '2.', '3.', '4.'] as const

function heading(index: 0 | 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level: 2, mark: marks[index], text }
}

function paragraph(text: string, isItalic = false): Block {
  return { kind: 'paragraph', text, ...(isItalic ? { italic: true as const } : {}) }
}

function linesOf(text: string): Block[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => paragraph(line))
}

/** `16:30 ngày 12/06/2026`, in Viet Nam. */
function momentWords(moment: string): string {
  const here = new Date(Date.parse(moment) + 7 * 3_600_000).toISOString()
  return `${here.slice(11, 16)} ngày ${formatDay(here.slice(0, 10))}`
}
