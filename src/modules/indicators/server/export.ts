import { mediaTypes } from '#base/file-kinds.ts'
import { formatDay } from '#base/day.ts'
import { periodName } from '#base/period.ts'
import { spreadsheetFile } from '#platform/documents/office-files.ts'
import { type SheetColumn, type SheetValue, writeCsv } from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import type { IndicatorValue, ValuesAsked, ValuesReply } from '../shared/contract.ts'
import { groupName } from '../shared/group-names.ts'
import { getValues } from './board.ts'
import type { IndicatorDefinition } from '../shared/definition.ts'
import { listDefinitions } from './own-indicators.ts'

const columns: readonly SheetColumn[] = [
  { heading: 'Mã chỉ số', width: 22, kind: 'text' },
  { heading: 'Chỉ số', width: 60, kind: 'text' },
  { heading: 'Nhóm', width: 26, kind: 'text' },
  { heading: 'Tử số', width: 10, kind: 'number' },
  { heading: 'Mẫu số', width: 10, kind: 'number' },
  { heading: 'Giá trị', width: 10, kind: 'number' },
  { heading: 'Đơn vị tính', width: 12, kind: 'text' },
  { heading: 'Mục tiêu', width: 10, kind: 'number' },
  { heading: 'Còn thiếu (trẻ)', width: 12, kind: 'number' },
  { heading: 'Tính đến ngày', width: 14, kind: 'day' },
  { heading: 'Nguồn', width: 40, kind: 'text' },
]

function toRow(value: IndicatorValue, known: ReadonlyMap<string, IndicatorDefinition>): SheetValue[] {
  const definition = known.get(value.code)
  return [
    value.code,
    definition?.name.vi ?? value.code,
    value.group ? groupName(value.group, 'vi') : 'Toàn địa bàn',
    value.numerator,
    value.denominator,
    value.value,
    value.unit,
    value.target?.value ?? null,
    value.missing,
    value.asOf,
    value.hidden ? 'không hiện vì số quá nhỏ' : (value.source ?? definition?.source.vi ?? ''),
  ]
}

function notes({ area, period, asOf, pending }: ValuesReply): string[] {
  const head = `${area.fullName}: số liệu ${periodName(period)}, tính đến ${formatDay(asOf)}`
  return pending > 0 ? [head, `Đang tính lại cho ${pending} trẻ vừa có thay đổi.`] : [head]
}

/** The figures as a file for a spreadsheet program. */
export async function exportValues(
  context: Reading,
  { format, ...asked }: ValuesAsked & { format: 'xlsx' | 'csv' },
): Promise<FileReply> {
  const reply = await getValues(context, asked)
  const name = `So lieu ${reply.area.name} ${reply.period}`
  const { definitions } = await listDefinitions(context)
  const known = new Map(definitions.map((definition) => [definition.code, definition]))
  const rows = reply.values.map((value) => toRow(value, known))
  if (format === 'csv') {
    const heads = columns.map(({ heading }) => heading)
    return { fileName: `${name}.csv`, mediaType: mediaTypes.csv, bytes: writeCsv(heads, rows) }
  }
  return spreadsheetFile(name, [{ name: `Số liệu ${reply.period}`, notes: notes(reply), columns, rows }])
}
