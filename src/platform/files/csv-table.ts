import { readFile } from 'node:fs/promises'
import { detectSeparator, readCsv } from './csv.ts'
import { decodeText } from './text-encoding.ts'
import { fileRefusal } from './problems.ts'

/** A CSV file as it lies on the disk: the cells of every row that is not empty, in order. */
export type CsvTable = {
  separator: string
  headings: string[]
  rows: { number: number; cells: string[] }[]
}

/** Any separator and encoding that a Vietnamese office uses; the first row that is not empty names the columns. */
export async function readCsvTable(path: string): Promise<CsvTable> {
  const bytes = await readFile(path)
  const decoded = decodeText(bytes, Number.POSITIVE_INFINITY)
  if (!decoded.ok) throw fileRefusal(decoded.reason, 0)
  const read = readCsv(bytes, Number.POSITIVE_INFINITY)
  if (!read.ok) throw fileRefusal(read.reason, 0)
  const rows: CsvTable['rows'] = []
  for (const { number, cells } of read.rows) {
    const texts = cells.map(({ text }) => text)
    if (texts.some((text) => text.trim() !== '')) rows.push({ number, cells: texts })
  }
  const [head, ...rest] = rows
  if (!head) throw fileRefusal('empty', 0)
  return { separator: detectSeparator(decoded.text), headings: head.cells, rows: rest }
}

/** Names of columns are compared without case and outer spaces. */
export function columnName(heading: string): string {
  return heading.trim().toLowerCase()
}

/** The cells of a row by column name; of two columns of one name the last that is filled counts. */
export function cellsByName(headings: readonly string[], cells: readonly string[]): Map<string, string> {
  const named = new Map<string, string>()
  headings.forEach((heading, place) => {
    const text = cells[place] ?? ''
    if (text.trim() !== '' || !named.has(columnName(heading))) named.set(columnName(heading), text)
  })
  return named
}

/** One line of a CSV file, quoted where the separator, a quote or a line break asks for it. */
function csvLine(cells: readonly string[], separator: string): string {
  const quoted = (text: string) =>
    /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
  return cells.map(quoted).join(separator)
}

/** A whole table as text: CSV, or for machines one JSON array of objects by heading. */
export function tableText(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  { separator = ',', json = false }: { separator?: string; json?: boolean },
): string {
  if (!json) return [headings, ...rows].map((cells) => csvLine(cells, separator)).join('\n')
  return JSON.stringify(
    rows.map((cells) => Object.fromEntries(headings.map((name, place) => [name, cells[place] ?? '']))),
  )
}
