import { type Day, parseVietnameseDay } from '#base/day.ts'
import { fold, tidy, words } from '#base/text.ts'
import type { FacilityDetails, FacilityKind, Operator } from './contract.ts'

/** The columns of a list of facilities, each with the words people head it with, folded. */
const headingWords = {
  name: ['ten co so', 'ten', 'co so'],
  kind: ['loai', 'loai co so', 'loai hinh'],
  place: ['don vi', 'thon', 'xa', 'dia ban', 'thon lang to', 'xa phuong', 'thon to dan pho'],
  operator: ['hinh thuc', 'don vi quan ly', 'loai hinh so huu', 'cong lap'],
  validFrom: ['tu ngay', 'ngay hoat dong', 'hoat dong tu'],
  capacity: ['suc chua', 'so cho', 'quy mo'],
  forUnderThree: ['duoi 3 tuoi', 'cho tre duoi 3 tuoi'],
  landM2: ['dien tich m2', 'dien tich dat m2', 'dien tich'],
  address: ['dia chi'],
  contactName: ['nguoi lien he', 'phu trach', 'nguoi phu trach'],
  phone: ['dien thoai', 'sdt', 'so dien thoai'],
  note: ['ghi chu'],
} as const

export type ListField = keyof typeof headingWords

/** Column numbers by field. */
export type ListLayout = Partial<Record<ListField, number>>

/** How people write the kinds; the first is the one of the template and of exports. */
export const kindWords: Readonly<Record<FacilityKind, readonly string[]>> = {
  'health-station': ['Trạm y tế', 'Điểm y tế', 'TYT'],
  hospital: ['Bệnh viện', 'Trung tâm y tế', 'Phòng khám'],
  preschool: ['Trường mầm non', 'Mầm non', 'Trường mẫu giáo'],
  'primary-school': ['Trường tiểu học', 'Tiểu học'],
  'group-care': ['Nhóm trẻ', 'Nhóm trẻ độc lập', 'Lớp mẫu giáo độc lập'],
  'social-assistance': ['Cơ sở trợ giúp xã hội', 'Cơ sở bảo trợ xã hội'],
  'social-work-centre': ['Trung tâm công tác xã hội', 'Trung tâm bảo trợ và công tác xã hội'],
  'protection-provider': ['Cơ sở cung cấp dịch vụ bảo vệ trẻ em', 'Dịch vụ bảo vệ trẻ em'],
  'culture-sport': [
    'Thư viện, văn hóa, thể thao',
    'Thư viện',
    'Nhà văn hóa',
    'Sân thể thao',
    'Nhà thiếu nhi',
  ],
  'play-point': ['Điểm vui chơi', 'Sân chơi', 'Khu vui chơi'],
}

export const operatorWords: Readonly<Record<Operator, readonly string[]>> = {
  public: ['Công lập', 'Nhà nước'],
  private: ['Tư thục', 'Tư nhân', 'Ngoài công lập'],
  community: ['Cộng đồng', 'Dân lập'],
  religious: ['Tôn giáo'],
}

const plain = (text: string) => words(text).join(' ')

/** Which column is what; undefined when name or kind cannot be found. */
export function findListLayout(headings: readonly string[]): ListLayout | undefined {
  const layout: ListLayout = {}
  for (const [index, heading] of headings.entries()) {
    const field = fieldOf(plain(heading))
    if (field && layout[field] === undefined) layout[field] = index
  }
  return layout.name === undefined || layout.kind === undefined ? undefined : layout
}

function fieldOf(heading: string): ListField | undefined {
  const fields: ListField[] = [
    ...(['name', 'kind', 'place', 'operator', 'validFrom', 'capacity'] as const),
    ...(['forUnderThree', 'landM2', 'address', 'contactName', 'phone', 'note'] as const),
  ]
  return fields.find((field) => headingWords[field].some((word) => word === heading))
}

function meaningOf<Kind extends string>(
  text: string,
  table: Readonly<Record<Kind, readonly string[]>>,
  kinds: readonly Kind[],
): Kind | undefined {
  const asked = plain(text)
  return kinds.find((kind) => table[kind].some((word) => plain(word) === asked))
}

export type RowReason = { code: string; value: string }
export type ListRow = Omit<FacilityDetails, 'areaId'> & { placeName: string | null }
export type ListRowReading = { ok: true; row: ListRow } | { ok: false; reasons: RowReason[] }

type Cell<Value> = { ok: true; value: Value } | { ok: false; code: string; text: string }

const read = <Value>(value: Value): Cell<Value> => ({ ok: true, value })

function dayCell(text: string, today: Day): Cell<Day | null> {
  if (text === '') return read(null)
  const day = /^\d{4}$/.test(text) ? `${text}-01-01` : parseVietnameseDay(text)
  return day && day <= today ? read(day) : { ok: false, code: 'day', text }
}

function numberCell(text: string, { code, most }: { code: string; most: number }): Cell<number | null> {
  if (text === '') return read(null)
  const number = Number(text.replace(/\s/g, '').replace(',', '.'))
  return Number.isFinite(number) && number >= 0 && number <= most ? read(number) : { ok: false, code, text }
}

function phoneCell(text: string): Cell<string | null> {
  if (text === '') return read(null)
  const digits = text.replace(/[\s.()-]/g, '')
  return /^[0-9+]\d{2,14}$/.test(digits) ? read(digits) : { ok: false, code: 'phone', text }
}

/** An x, a tick or a word that says yes. */
const isMarked = (text: string) => /^(x|v|co|1|true)$/.test(fold(text))

/** The cells of a row that must be understood, each as it was read. */
function readCells(at: (field: ListField) => string, today: Day) {
  return {
    kind: meaningOf(at('kind'), kindWords, kindsInOrder),
    operator: at('operator') === '' ? 'public' : meaningOf(at('operator'), operatorWords, operatorsInOrder),
    validFrom: dayCell(at('validFrom'), today),
    capacity: numberCell(at('capacity'), { code: 'capacity', most: 100_000 }),
    landM2: numberCell(at('landM2'), { code: 'land', most: 10_000_000 }),
    phone: phoneCell(at('phone')),
  }
}

type Cells = ReturnType<typeof readCells>

function reasonsOf(at: (field: ListField) => string, cells: Cells): RowReason[] {
  const { kind, operator, validFrom, capacity, landM2, phone } = cells
  const name = at('name')
  return [
    ...(name === '' ? [{ code: 'name-missing', value: '' }] : []),
    ...(name.length > 200 ? [{ code: 'name-too-long', value: '' }] : []),
    ...(kind ? [] : [{ code: at('kind') === '' ? 'kind-missing' : 'kind-unknown', value: at('kind') }]),
    ...(operator ? [] : [{ code: 'operator-unknown', value: at('operator') }]),
    ...[validFrom, capacity, landM2, phone].flatMap((cell) =>
      cell.ok ? [] : [{ code: cell.code, value: cell.text.slice(0, 100) }],
    ),
  ]
}

/** The value of a cell that was understood; a row with any other cell has been refused before. */
function valueOf<Value>(cell: Cell<Value>): Value | null {
  return cell.ok ? cell.value : null
}

/** One row of a list: the facility it names, or every reason for which it cannot be taken. */
export function readListRow(
  cells: readonly string[],
  { layout, today }: { layout: ListLayout; today: Day },
): ListRowReading {
  const at = (field: ListField) => tidy(cells[layout[field] ?? -1] ?? '')
  const orNull = (field: ListField, longest: number) => at(field).slice(0, longest) || null
  const read = readCells(at, today)
  const reasons = reasonsOf(at, read)
  const { kind, operator } = read
  if (reasons.length > 0 || !kind || !operator) return { ok: false, reasons }
  const capacity = valueOf(read.capacity)
  const more = {
    validFrom: valueOf(read.validFrom),
    validTo: null,
    capacity: capacity === null ? null : Math.round(capacity),
    landM2: valueOf(read.landM2),
    phone: valueOf(read.phone),
    forUnderThree: isMarked(at('forUnderThree')),
    address: orNull('address', 300),
    contactName: orNull('contactName', 120),
    note: orNull('note', 500),
  }
  return { ok: true, row: { name: at('name'), kind, operator, ...more, placeName: orNull('place', 200) } }
}

export const kindsInOrder: readonly FacilityKind[] = [
  ...(['health-station', 'hospital', 'preschool', 'primary-school', 'group-care'] as const),
  ...([
    'social-assistance',
    'social-work-centre',
    'protection-provider',
    'culture-sport',
    'play-point',
  ] as const),
]

const operatorsInOrder: readonly Operator[] = ['public', 'private', 'community', 'religious']

/** Headings of the template and of exports, in order. */
export const listHeadings = [
  ['Tên cơ sở', 34],
  ['Loại', 26],
  ['Đơn vị', 24],
  ['Hình thức', 14],
  ['Từ ngày', 13],
  ['Sức chứa', 10],
  ['Dưới 3 tuổi', 10],
  ['Diện tích (m2)', 12],
  ['Địa chỉ', 28],
  ['Người liên hệ', 24],
  ['Điện thoại', 15],
  ['Ghi chú', 28],
] as const
