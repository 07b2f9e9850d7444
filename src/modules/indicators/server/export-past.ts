import { formatDay } from '#base/day.ts'
import { periodName } from '#base/period.ts'
import { spreadsheetFile } from '#platform/documents/office-files.ts'
import type { SheetColumn, SheetValue } from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import type { PastAsked, PlaceThen } from '../shared/contract-then.ts'
import { whyNotThenInWords } from '../shared/then-words.ts'
import { listDefinitions } from './own-indicators.ts'
import { getPastBoard } from './past-board.ts'

const columns: readonly SheetColumn[] = [
  { heading: 'Đơn vị', width: 36, kind: 'text' },
  { heading: 'Mã chỉ số', width: 22, kind: 'text' },
  { heading: 'Chỉ số', width: 60, kind: 'text' },
  { heading: 'Tử số', width: 10, kind: 'number' },
  { heading: 'Mẫu số', width: 10, kind: 'number' },
  { heading: 'Giá trị', width: 10, kind: 'number' },
  { heading: 'Đơn vị tính', width: 12, kind: 'text' },
  { heading: 'Nguồn, hoặc lý do không có số', width: 60, kind: 'text' },
]

type Names = ReadonlyMap<string, { name: string; source: string }>

function rowsOf({ place, refused, values }: PlaceThen, names: Names): SheetValue[][] {
  const name = place?.fullName ?? 'Chưa rõ thôn'
  if (refused) return [[name, '', '', null, null, null, '', whyNotThenInWords(refused, 'vi')]]
  return values.map(({ code, numerator, denominator, value, unit, hidden }) => {
    const why = hidden ? 'không hiện vì số quá nhỏ' : (names.get(code)?.source ?? '')
    return [name, code, names.get(code)?.name ?? code, numerator, denominator, value, unit, why]
  })
}

/** A board of a past day as a spreadsheet, with the reasons where there is no figure. */
export async function exportPastBoard(context: Reading, asked: PastAsked): Promise<FileReply> {
  const board = await getPastBoard(context, asked)
  const { definitions } = await listDefinitions(context)
  const names: Names = new Map(
    definitions.map(({ code, name, source }) => [code, { name: name.vi, source: source.vi }]),
  )
  const places = [...(board.whole ? [board.whole] : []), ...board.parts]
  const units = board.units === 'then' ? 'đơn vị lúc đó' : 'đơn vị hiện nay'
  const notes = [
    `${board.area.fullName}: số liệu ngày ${formatDay(board.day)} (${periodName(board.period)}), theo ${units}`,
  ]
  const rows = places.flatMap((one) => rowsOf(one, names))
  return spreadsheetFile(`So lieu ${board.area.name} ${board.day}`, [
    { name: `Ngày ${board.day}`, notes, columns, rows },
  ])
}
