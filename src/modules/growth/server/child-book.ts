import { ageOn, type Day, formatDay } from '#base/day.ts'
import type { SheetPart, WorkSheet } from '#platform/documents/sheet.ts'
import { birthWords } from '#modules/children/shared/birth.ts'
import type { ServicesOfChild } from '#modules/services/shared/requests.ts'
import { drawingSize, growthDrawing } from '../shared/chart-drawing.ts'
import { type ChartAsked, chartLines, chartPoints } from '../shared/chart-lines.ts'
import type { StoredMeasurement } from '../shared/contract.ts'
import { classesInWords } from '../shared/messages.ts'
import { daysInMonth, type Standard } from '../shared/standard.ts'
import type { BookChild } from './queries-book.ts'

export type Book = {
  child: BookChild
  today: Day
  /** Null for those who may not see the services. */
  services: ServicesOfChild | null
  /** Newest first. */
  measurements: readonly StoredMeasurement[]
  standard: Standard
  /** Of later modules: screenings. */
  more: readonly SheetPart[]
}

const relationWords: Readonly<Record<string, string>> = {
  mother: 'mẹ',
  father: 'cha',
  guardian: 'người giám hộ',
  other: 'người chăm sóc',
}

function ageWords(bornOn: Day, day: Day): string {
  const { years, months } = ageOn(bornOn, day)
  return years < 3 ? `${months} tháng` : `${years} tuổi ${months % 12} tháng`
}

function factsTable({ child, today }: Book): SheetPart {
  const carers = child.carers.map(
    ({ fullName, relation, phone }) =>
      `${fullName} (${relationWords[relation] ?? ''})${phone ? `, ${phone}` : ''}`,
  )
  return {
    kind: 'table',
    columns: [
      { heading: 'Mục', share: 1 },
      { heading: 'Nội dung', share: 3 },
    ],
    rows: [
      ['Họ và tên', child.fullName],
      ['Ngày sinh, giới', `${birthWords(child)}, ${child.sex === 'male' ? 'nam' : 'nữ'}`],
      ['Tuổi ngày in', ageWords(child.bornOn, today)],
      ['Nơi ở', child.placeName],
      ['Người chăm sóc', carers.join('; ')],
    ],
  }
}

const answerWords = {
  done: 'đã làm',
  refused: 'gia đình từ chối',
  contraindicated: 'chống chỉ định',
} as const
/** Items of vaccines begin so in every package. */
const isVaccine = (itemCode: string): boolean => itemCode.startsWith('IMM-')

/** Every dose of the package with its day, empty boxes for those that are still to come. */
function vaccineTable({ services }: ServicesOfChild): SheetPart {
  const lines = services.filter(
    ({ itemCode, reason }) => isVaccine(itemCode) && reason !== 'unknown-condition',
  )
  return {
    kind: 'table',
    rowHeight: 7,
    columns: [
      { heading: 'Vắc xin, mũi', share: 4 },
      { heading: 'Ngày tiêm, uống', share: 2, align: 'center' },
      { heading: 'Hạn', share: 2, align: 'center' },
      { heading: 'Ghi chú', share: 3 },
    ],
    rows: lines.map(({ name, answeredOn, deadline, state, answer }) => [
      name.vi,
      answeredOn && answer === 'done' ? formatDay(answeredOn) : '',
      deadline ? formatDay(deadline) : '',
      answer !== null && answer !== 'done' ? answerWords[answer] : state === 'overdue' ? 'quá hạn' : '',
    ]),
  }
}

/** Newest first; a book of eight years keeps its length in hand. */
const mostRecords = 120

function otherTable({ records, services }: ServicesOfChild, nameOf: ReadonlyMap<string, string>): SheetPart {
  const names = new Map(services.map(({ itemCode, name }) => [itemCode, name.vi]))
  const stands = records.filter(({ undoneAt, itemCode }) => undoneAt === null && !isVaccine(itemCode))
  return {
    kind: 'table',
    columns: [
      { heading: 'Ngày', share: 1.4, align: 'center' },
      { heading: 'Dịch vụ', share: 5 },
      { heading: 'Kết quả', share: 2 },
    ],
    rows: stands
      .slice(0, mostRecords)
      .map(({ doneOn, itemCode, answer }) => [
        formatDay(doneOn),
        names.get(itemCode) ?? nameOf.get(itemCode) ?? itemCode,
        answerWords[answer],
      ]),
  }
}

function dueTable({ services }: ServicesOfChild): SheetPart {
  const open = services
    .filter(({ state }) => state === 'due' || state === 'overdue')
    .toSorted((a, b) => ((a.deadline ?? '') < (b.deadline ?? '') ? -1 : 1))
  if (open.length === 0) return { kind: 'text', text: 'Hôm nay trẻ không có việc nào quá hạn hay đến hạn.' }
  return {
    kind: 'table',
    rowHeight: 7,
    columns: [
      { heading: 'Việc', share: 5 },
      { heading: 'Hạn', share: 2, align: 'center' },
      { heading: 'Ngày làm', share: 2 },
    ],
    rows: open.map(({ name, deadline, why }) => [
      [{ box: true, text: why ? `${name.vi}: ${why.vi}` : name.vi }],
      deadline ? formatDay(deadline) : '',
      '',
    ]),
  }
}

const number = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))

function measurementTable({ measurements, child }: Book): SheetPart {
  return {
    kind: 'table',
    columns: [
      { heading: 'Ngày', share: 1.5, align: 'center' },
      { heading: 'Tuổi', share: 1.6 },
      { heading: 'Cân nặng (kg)', share: 1.3, align: 'right' },
      { heading: 'Dài, cao (cm)', share: 1.3, align: 'right' },
      { heading: 'Vòng đầu (cm)', share: 1.3, align: 'right' },
      { heading: 'Vòng cánh tay (cm)', share: 1.4, align: 'right' },
      { heading: 'Xếp loại', share: 4 },
    ],
    rows: measurements
      .filter(({ undoneAt }) => undoneAt === null)
      .map((one) => [
        formatDay(one.measuredOn),
        ageWords(child.bornOn, one.measuredOn),
        ...[one.weightKg, one.lenheiCm, one.headCm, one.armCm].map(number),
        classesInWords('vi', one.classes).join('; ') || 'bình thường',
      ]),
  }
}

type Chart = Omit<ChartAsked, 'sex'> & { title: string; xLabel: string; yLabel: string }

const ages = 'Tháng tuổi'
const charts: readonly Chart[] = [
  {
    index: 'wei',
    older: false,
    title: 'Cân nặng theo tuổi, 0-5 tuổi (WHO 2006)',
    xLabel: ages,
    yLabel: 'kg',
  },
  {
    index: 'len',
    older: false,
    title: 'Chiều dài, chiều cao theo tuổi, 0-5 tuổi (WHO 2006)',
    xLabel: ages,
    yLabel: 'cm',
  },
  {
    index: 'wfl',
    older: false,
    title: 'Cân nặng theo chiều dài, chiều cao (WHO 2006)',
    xLabel: 'cm',
    yLabel: 'kg',
  },
  { index: 'bmi', older: true, title: 'BMI theo tuổi, 5-10 tuổi (WHO 2007)', xLabel: ages, yLabel: 'kg/m²' },
  {
    index: 'len',
    older: true,
    title: 'Chiều cao theo tuổi, 5-10 tuổi (WHO 2007)',
    xLabel: ages,
    yLabel: 'cm',
  },
]

const linesWords = 'Các đường từ trên xuống: +3, +2, trung vị, -2, -3 độ lệch chuẩn.'

/** Charts with points of the child; the two first also without, to be filled in by hand while it is young. */
function drawings({ child, today, measurements, standard }: Book): SheetPart[] {
  const isYoung = ageOn(child.bornOn, today).days / daysInMonth < 60
  return charts.flatMap(({ title, xLabel, yLabel, ...asked }, index): SheetPart[] => {
    const points = chartPoints(measurements, { ...asked, sex: child.sex })
    if (points.length === 0 && !(isYoung && index < 2)) return []
    const lines = chartLines(standard, { ...asked, sex: child.sex })
    const svg = growthDrawing({
      lines,
      points,
      title: `${title}, ${child.sex === 'male' ? 'bé trai' : 'bé gái'}`,
      xLabel,
      yLabel,
      inMonths: asked.index !== 'wfl',
    })
    if (svg === '') return []
    return [
      {
        kind: 'drawing',
        svg,
        ...drawingSize,
        alternative: `${title}. ${linesWords}`,
        newPage: index % 2 === 0,
      },
    ]
  })
}

/** Numbers the headings that are there: what the reader may not see, and what is empty, leaves no gap. */
function numbered(parts: readonly SheetPart[]): SheetPart[] {
  let number = 0
  return parts.map((part) => {
    if (part.kind !== 'heading') return part
    number += 1
    return { ...part, text: `${number}. ${part.text}` }
  })
}

/** Sổ theo dõi trẻ em: who the child is, vaccines, what is due, growth with its charts, screenings, what was done. */
export function childBook(book: Book, itemNames: ReadonlyMap<string, string>): WorkSheet {
  const { services, child, today, more } = book
  const heading = (text: string): SheetPart => ({ kind: 'heading', text })
  const health: SheetPart[] = services
    ? [heading('Tiêm chủng'), vaccineTable(services), heading('Việc cần làm'), dueTable(services)]
    : []
  const done: SheetPart[] = services ? [heading('Dịch vụ đã nhận'), otherTable(services, itemNames)] : []
  return {
    page: 'portrait',
    title: 'SỔ THEO DÕI TRẺ EM',
    lead: [child.fullName, `In ngày ${formatDay(today)}`],
    parts: numbered([
      ...[heading('Thông tin của trẻ'), factsTable(book), ...health],
      ...[heading('Cân đo'), measurementTable(book), ...drawings(book)],
      ...more,
      ...done,
    ]),
    foot: `Sổ theo dõi trẻ em: ${child.fullName}`,
  }
}
