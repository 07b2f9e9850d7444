import type { FileReply, Reading } from '#platform/http/route.ts'
import { formatDay } from '#base/day.ts'
import { periodName, previousPeriod } from '#base/period.ts'
import { spreadsheetFile } from '#platform/documents/office-files.ts'
import type { SheetColumn, SheetValue } from '#platform/documents/spreadsheet-writer.ts'
import type { CompareAsked, Compared, CompareReply, Side } from '../shared/contract-compare.ts'
import type { IndicatorValue, ValuesReply } from '../shared/contract.ts'
import { getValues } from './board.ts'
import { listDefinitions } from './own-indicators.ts'

function toSide({ area, period, asOf, refused }: ValuesReply): Side {
  return { area, period, asOf, refused }
}

/** One place after the comma, as the figures themselves have. */
function differenceOf(left: IndicatorValue | null, right: IndicatorValue | null): number | null {
  if (left === null || right === null || left.value === null || right.value === null) return null
  return Math.round((left.value - right.value) * 10) / 10
}

/**
 * Every indicator on both sides, and how far they are apart. Both sides must lie in the actor's place. When nothing else
 * is asked, a place is compared with itself a period before; two places are compared in one period.
 */
export async function compareValues(context: Reading, asked: CompareAsked): Promise<CompareReply> {
  const { areaId, period } = asked
  const left = await getValues(context, { areaId, period })
  const right = await getValues(context, {
    areaId: asked.withAreaId ?? areaId,
    period: asked.withPeriod ?? (asked.withAreaId ? left.period : previousPeriod(left.period)),
  })
  const of = (reply: ValuesReply) => new Map(reply.values.map((value) => [value.code, value]))
  const [onLeft, onRight] = [of(left), of(right)]
  const values = [...new Set([...onLeft.keys(), ...onRight.keys()])].map((code): Compared => {
    const [one, other] = [onLeft.get(code) ?? null, onRight.get(code) ?? null]
    return { code, left: one, right: other, difference: differenceOf(one, other) }
  })
  return { left: toSide(left), right: toSide(right), values }
}

const sideName = ({ area, period, asOf }: Side) =>
  `${area.name}, ${periodName(period)} (tính đến ${formatDay(asOf)})`

type MaybeValue = IndicatorValue | null

function figuresOf(left: MaybeValue, right: MaybeValue): SheetValue[] {
  const unit = left?.unit ?? right?.unit ?? ''
  return [unit, left?.value ?? null, right?.value ?? null]
}

function sourceOf(left: MaybeValue, right: MaybeValue): string | undefined {
  return left?.source ?? right?.source ?? undefined
}

/** The same as a spreadsheet. */
export async function exportComparison(context: Reading, asked: CompareAsked): Promise<FileReply> {
  const { left, right, values } = await compareValues(context, asked)
  const { definitions } = await listDefinitions(context)
  const known = new Map(definitions.map((definition) => [definition.code, definition]))
  const columns: SheetColumn[] = [
    { heading: 'Mã chỉ số', width: 22, kind: 'text' },
    { heading: 'Chỉ số', width: 60, kind: 'text' },
    { heading: 'Đơn vị tính', width: 12, kind: 'text' },
    { heading: sideName(left), width: 24, kind: 'number' },
    { heading: sideName(right), width: 24, kind: 'number' },
    { heading: 'Chênh lệch', width: 12, kind: 'number' },
    { heading: 'Nguồn', width: 40, kind: 'text' },
  ]
  const rows = values.map(({ code, left: one, right: other, difference }) => [
    code,
    known.get(code)?.name.vi ?? code,
    ...figuresOf(one, other),
    difference,
    sourceOf(one, other) ?? known.get(code)?.source.vi ?? '',
  ])
  const notes = [`So sánh: ${sideName(left)} với ${sideName(right)}`]
  return spreadsheetFile(`So sanh ${left.area.name} ${right.area.name}`, [
    { name: 'So sánh', notes, columns, rows },
  ])
}
