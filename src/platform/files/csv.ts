import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { SheetRow } from './spreadsheet.ts'
import { decodeText } from './text-encoding.ts'

/** `rows` makes each row when it is asked for: 200,000 rows are never all there as cells. */
export type ReadSheet =
  | { ok: true; count: number; rows: Iterable<SheetRow>; sheetName: string | null; otherSheets: string[] }
  | { ok: false; reason: 'empty' | 'damaged' | 'suspicious' | 'unknown-encoding' | 'lost-letters' | 'binary' }

const Records = z.array(z.array(z.string()))

/**
 * `maxColumns`: cells behind it are left out of each row. No cell has a kind but text: what looks like a number or a
 * formula stays as it is written.
 */
export function readCsv(bytes: Buffer, maxColumns: number): ReadSheet {
  const decoded = decodeText(bytes, Number.POSITIVE_INFINITY)
  if (!decoded.ok) return { ok: false, reason: decoded.reason === 'too-large' ? 'damaged' : decoded.reason }
  const records = parseRecords(decoded.text)
  if (!records) return { ok: false, reason: 'damaged' }
  return {
    ok: true,
    count: records.length,
    rows: toRows(records, maxColumns),
    sheetName: null,
    otherSheets: [],
  }
}

function* toRows(records: readonly string[][], maxColumns: number): Generator<SheetRow> {
  for (const [index, record] of records.entries()) {
    const cells = record.slice(0, maxColumns)
    yield {
      number: index + 1,
      cells: cells.map((text) => ({ text, kind: text.trim() === '' ? 'empty' : 'text' })),
    }
  }
}

/** Rows of different lengths and stray quotes are read as they are; the rules of the roster refuse what is wrong. */
function parseRecords(text: string): string[][] | undefined {
  const options = { relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true }
  try {
    return Records.parse(parse(text, { ...options, delimiter: detectSeparator(text) }))
  } catch (cause) {
    if (cause instanceof CsvError) return undefined
    throw cause
  }
}

/** The separator that stands most often, and equally often, in the first lines; quoted parts do not count. */
export function detectSeparator(text: string): ',' | ';' | '\t' {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 10)
  const [first = ''] = lines
  const scored = ([';', '\t', ','] as const).map((separator) => {
    const inFirst = first.split(separator).length - 1
    const alike = lines.filter((line) => line.split(separator).length - 1 === inFirst).length
    return { separator, score: inFirst === 0 ? 0 : inFirst + alike }
  })
  return scored.toSorted((a, b) => b.score - a.score)[0]?.separator ?? ','
}
