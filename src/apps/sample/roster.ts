import { formatDay, type Day } from '#base/day.ts'
import {
  type SheetColumn,
  type SheetValue,
  writeSpreadsheet,
} from '#platform/documents/spreadsheet-writer.ts'
import { ethnicGroups } from '#modules/children/shared/ethnic-groups.ts'
import { makePopulation, type SampleChild } from './population.ts'
import { chanceFrom } from './random.ts'

const rosterColumns: SheetColumn[] = [
  ['STT', 6],
  ['Họ và tên trẻ', 26],
  ['Ngày sinh', 13],
  ['Giới tính', 10],
  ['Dân tộc', 14],
  ['Thôn', 18],
  ['Hộ số', 12],
  ['Diện hộ', 14],
  ['Họ tên mẹ', 24],
  ['Họ tên cha', 24],
  ['SĐT', 14],
  ['Khuyết tật', 12],
  ['Đang học', 14],
].map(([heading, width]) => ({ heading: String(heading), width: Number(width), kind: 'text' }))

const povertyWords = { none: 'Không', 'near-poor': 'Cận nghèo', poor: 'Hộ nghèo' } as const
const educationWords = {
  none: 'Chưa đi học',
  nursery: 'Nhà trẻ',
  kindergarten: 'Mẫu giáo',
  primary: 'Tiểu học',
} as const

/**
 * A roster as a commune keeps it, of invented children, to try the import with. Three rows are wrong on purpose
 * (a day that does not exist, a birth in the future, no sex) and one child stands twice.
 */
export async function sampleRoster(today: Day, size: number): Promise<Uint8Array> {
  const { villages, children } = makePopulation(chanceFrom(2018), { size, today })
  const rows = children.map((child) => rowOf(child, villages[child.village]?.name ?? ''))
  const all = [...rows, ...wrongRows(rows, today)].map((row, index) => [String(index + 1), ...row])
  return writeSpreadsheet([{ name: 'Danh sách trẻ', columns: rosterColumns, rows: all }])
}

function rowOf(child: SampleChild, village: string): SheetValue[] {
  const carer = (relation: string) => child.carers.find((one) => one.relation === relation)?.fullName ?? null
  return [
    child.fullName,
    formatDay(child.bornOn),
    child.sex === 'male' ? 'Nam' : 'Nữ',
    ethnicGroups.find(({ code }) => code === child.ethnicCode)?.name ?? null,
    village,
    child.householdCode,
    povertyWords[child.poverty],
    carer('mother'),
    carer('father'),
    child.carers.find(({ phone }) => phone !== null)?.phone ?? null,
    child.disabled ? 'x' : null,
    educationWords[child.education],
  ]
}

function wrongRows(rows: readonly SheetValue[][], today: Day): SheetValue[][] {
  const [first = [], second = [], third = [], fourth = []] = rows
  const nextYear = Number(today.slice(0, 4)) + 1
  return [
    ['Trẻ sai ngày sinh', '31/02/2024', ...first.slice(2)],
    ['Trẻ sinh ở tương lai', `15/01/${nextYear}`, ...second.slice(2)],
    ['Trẻ thiếu giới tính', third[1] ?? null, null, ...third.slice(3)],
    fourth,
  ]
}
