import { readSheet, type SheetData } from 'read-excel-file/node'
import type { ReadSheet } from './csv.ts'
import type { SheetCell, SheetRow } from './spreadsheet.ts'
import { listZip, unpackEntry, unpackText, type ZipEntry } from './zip.ts'

/** 200,000 rows of 15 columns unpack to 142 MB. */
const limits = { entries: 2000, total: 400 * 1024 * 1024 }

/**
 * The first sheet row by row, at most `maxColumns` wide. A formula comes with its last result and a mark; a damaged or
 * too large file is refused with its reason.
 */
export async function readXlsx(bytes: Buffer, maxColumns: number): Promise<ReadSheet> {
  const listing = listZip(bytes, limits)
  if (!listing.ok) return listing
  const sheets = await findSheets(bytes, listing.entries)
  const formulas = new Set<string>()
  const [first] = sheets
  if (!first) return { ok: false, reason: 'damaged' }
  for (const entry of listing.entries) {
    const isSheet = entry.name === first.path
    const end = await unpackEntry(bytes, entry, isSheet ? formulaFinder(formulas) : undefined)
    if (end !== 'ok') return { ok: false, reason: end }
  }
  const rows = await readFirstSheet(bytes)
  if (!rows) return { ok: false, reason: 'damaged' }
  return {
    ok: true,
    count: rows.length,
    rows: toRows(rows, formulas, maxColumns),
    sheetName: first.name,
    otherSheets: sheets.slice(1).map((sheet) => sheet.name),
  }
}

function* toRows(rows: SheetData, formulas: ReadonlySet<string>, maxColumns: number): Generator<SheetRow> {
  for (const [index, raw] of rows.entries()) {
    const cells = raw.slice(0, maxColumns)
    yield {
      number: index + 1,
      cells: cells.map((cell, column) => toCell(cell, formulas.has(cellName(column, index + 1)))),
    }
  }
}

/** read-excel-file says what is wrong with a sheet by throwing; the parts themselves were checked before. */
async function readFirstSheet(bytes: Buffer): Promise<SheetData | undefined> {
  try {
    return await readSheet(bytes, { trim: false })
  } catch (cause) {
    if (cause instanceof Error) return undefined
    throw cause
  }
}

function toCell(raw: unknown, formula: boolean): SheetCell {
  const cell = plainCell(raw)
  return formula ? { ...cell, formula } : cell
}

function plainCell(raw: unknown): SheetCell {
  if (typeof raw === 'string' && raw !== '') return { text: raw.normalize('NFC'), kind: 'text' }
  if (typeof raw === 'number') return { text: String(raw), kind: 'number' }
  if (typeof raw === 'boolean') return { text: raw ? 'TRUE' : 'FALSE', kind: 'boolean' }
  // The reader makes days at UTC midnight, whatever the machine's time zone.
  if (raw instanceof Date && !Number.isNaN(raw.getTime()))
    return { text: raw.toISOString().slice(0, 10), kind: 'day' }
  return { text: '', kind: 'empty' }
}

/** 'B5' of column 1, row 5. */
function cellName(column: number, row: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name + row
}

/** Collects the addresses of cells that hold a formula, from a sheet's XML in pieces. */
function formulaFinder(found: Set<string>): (piece: Buffer) => void {
  const cell = /<c [^>]*?\br="([A-Z]+\d+)"[^>]*><f/g
  let rest = ''
  return (piece) => {
    const text = rest + piece.toString('latin1')
    for (const match of text.matchAll(cell)) if (match[1]) found.add(match[1])
    rest = text.slice(-300)
  }
}

/** Sheets in the order of the workbook (ECMA-376 part 1, 18.2.19), each with the part that holds it. */
async function findSheets(bytes: Buffer, entries: ZipEntry[]): Promise<{ name: string; path: string }[]> {
  const workbook = (await unpackText(bytes, entries, 'xl/workbook.xml')) ?? ''
  const relations = (await unpackText(bytes, entries, 'xl/_rels/workbook.xml.rels')) ?? ''
  const targets = new Map<string, string>()
  for (const [tag] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    targets.set(attribute(tag, 'Id'), attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'))
  }
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => ({
    name: unescapeXml(attribute(tag, 'name')),
    path: targets.get(attribute(tag, 'r:id')) ?? '',
  }))
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? '')
}
