import { formatDay } from '#base/day.ts'
import { periodName } from '#base/period.ts'
import { spreadsheetFile } from '#platform/documents/office-files.ts'
import type { SheetColumn, SheetValue } from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import type { LeaderFigure } from '../shared/contract-leader.ts'
import type { ValuesAsked } from '../shared/contract.ts'
import { shareOf } from '../shared/rules.ts'
import { getBoard } from './board.ts'
import { findDefinition } from './definitions.ts'
import { getLeaderBoard } from './leader.ts'

type Where = Pick<ValuesAsked, 'areaId' | 'period'>

const trendColumns: readonly SheetColumn[] = [
  { heading: 'Kỳ', width: 24, kind: 'text' },
  { heading: 'Được tiếp cận', width: 14, kind: 'number' },
  { heading: 'Tổng số trẻ', width: 14, kind: 'number' },
  { heading: 'Tỷ lệ (%)', width: 12, kind: 'number' },
]

/** The numbers of the picture of the trend: points too small to be seen are missing here as they are there. */
export async function exportTrend(context: Reading, asked: Where): Promise<FileReply> {
  const { area, asOf, trend, packageVersion } = await getBoard(context, asked)
  const name = findDefinition('ecd1437:reach-all')?.name.vi ?? ''
  const notes = [
    `${area.fullName}: ${name}`,
    `Tính đến ${formatDay(asOf)}. Nguồn: danh sách trẻ và ghi nhận dịch vụ, gói dịch vụ ${packageVersion}.`,
  ]
  const rows = trend.map(({ period, numerator, denominator }): SheetValue[] => [
    ...[periodName(period), numerator, denominator, shareOf(numerator, denominator)],
  ])
  return spreadsheetFile(`Dien bien ${area.name}`, [
    { name: 'Diễn biến', notes, columns: trendColumns, rows },
  ])
}

const words = {
  reached: 'Đạt mục tiêu',
  'on-track': 'Đúng tiến độ',
  behind: 'Chậm tiến độ',
  none: 'Chưa có số liệu',
} as const

const leaderColumns: readonly SheetColumn[] = [
  { heading: 'Hạng', width: 8, kind: 'number' },
  { heading: 'Đơn vị hoặc lĩnh vực', width: 50, kind: 'text' },
  { heading: 'Tỷ lệ (%)', width: 12, kind: 'number' },
  { heading: 'Được tiếp cận', width: 14, kind: 'number' },
  { heading: 'Tổng số trẻ', width: 14, kind: 'number' },
  { heading: 'Mục tiêu (%)', width: 12, kind: 'number' },
  { heading: 'Còn thiếu (trẻ)', width: 14, kind: 'number' },
  { heading: 'Tiến độ', width: 18, kind: 'text' },
  { heading: 'Thay đổi so kỳ trước (điểm %)', width: 16, kind: 'number' },
]

function toRow({ value, progress, change }: LeaderFigure, rank: number | null): SheetValue[] {
  const name = value.group?.name ?? findDefinition(value.code)?.name.vi ?? value.code
  const state = value.hidden ? 'không hiện vì số quá nhỏ' : words[progress]
  return [
    ...[rank, name, value.value, value.numerator, value.denominator],
    ...[value.target?.value ?? null, value.missing, state, change],
  ]
}

/** The leader's page as a spreadsheet: the place and its domains, then the places below by rank. */
export async function exportLeaderBoard(context: Reading, asked: Where): Promise<FileReply> {
  const { area, period, asOf, before, all, domains, units } = await getLeaderBoard(context, asked)
  const since = before ? `, thay đổi so với ${periodName(before.period)}` : ''
  const notes = [`${area.fullName}: ${periodName(period)}, tính đến ${formatDay(asOf)}${since}`]
  const rows = [
    ...[all, ...domains].map((figure) => toRow(figure, null)),
    ...units.map((unit) => toRow(unit, unit.rank)),
  ]
  return spreadsheetFile(`Tong hop ${area.name} ${period}`, [
    { name: 'Lãnh đạo', notes, columns: leaderColumns, rows },
  ])
}
