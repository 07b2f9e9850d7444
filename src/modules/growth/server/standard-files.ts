import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCsv } from '#platform/files/csv.ts'
import { growthProblem } from '../shared/problems.ts'
import { Sex, type Standard, type StandardTable, type TableName } from '../shared/standard.ts'
import { toTable } from './builtin-standard.ts'

type TableFile = { file: string; name: TableName; at: string; from: number; to: number }

/** The twelve files of WHO's tables, their column of place, and the range that must be whole. */
const files: readonly TableFile[] = [
  { file: 'who2006-weight-for-age-days', name: 'weight', at: 'age_days', from: 0, to: 1826 },
  { file: 'who2006-lenhei-for-age-days', name: 'lenhei', at: 'age_days', from: 0, to: 1826 },
  { file: 'who2006-bmi-for-age-days', name: 'bmi', at: 'age_days', from: 0, to: 1826 },
  { file: 'who2006-headc-for-age-days', name: 'head', at: 'age_days', from: 0, to: 1826 },
  { file: 'who2006-armc-for-age-days', name: 'arm', at: 'age_days', from: 91, to: 1826 },
  { file: 'who2006-triceps-for-age-days', name: 'triceps', at: 'age_days', from: 91, to: 1826 },
  { file: 'who2006-subscapular-for-age-days', name: 'subscapular', at: 'age_days', from: 91, to: 1826 },
  { file: 'who2006-weight-for-length', name: 'weight-for-length', at: 'length_cm', from: 45, to: 110 },
  { file: 'who2006-weight-for-height', name: 'weight-for-height', at: 'height_cm', from: 65, to: 120 },
  { file: 'who2007-weight-for-age-months', name: 'weight-2007', at: 'age_months', from: 60, to: 121 },
  { file: 'who2007-height-for-age-months', name: 'height-2007', at: 'age_months', from: 60, to: 229 },
  { file: 'who2007-bmi-for-age-months', name: 'bmi-2007', at: 'age_months', from: 60, to: 229 },
]

type Point = { sex: Sex; at: number; l: number; m: number; s: number }

function damaged({ file }: TableFile) {
  return growthProblem('growth.standard-file-damaged', { file: `${file}.csv` })
}

/** The cells of the columns sex, place, L, M and S of every row that is not empty, the heading first. */
function* readColumns(table: TableFile, bytes: Buffer): Generator<number[]> {
  const read = readCsv(bytes, 20)
  if (!read.ok) throw damaged(table)
  let columns: number[] | undefined
  for (const { cells } of read.rows) {
    const texts = cells.map(({ text }) => text.trim())
    if (texts.every((text) => text === '')) continue
    if (columns) yield columns.map((column) => Number(texts[column] ?? Number.NaN))
    else columns = ['sex', table.at, 'l', 'm', 's'].map((name) => texts.indexOf(name))
  }
}

function readPoints(table: TableFile, bytes: Buffer): Point[] {
  return [...readColumns(table, bytes)].map(([sex, at = NaN, l = NaN, m = NaN, s = NaN]) => {
    if (sex !== 1 && sex !== 2) throw damaged(table)
    return { sex: sex === 1 ? 'male' : 'female', at, l, m, s }
  })
}

/** Every point of the range once, in order, with a median and a spread above 0. */
function isWhole({ from, to, name }: TableFile, { at, m, s, l }: StandardTable): boolean {
  const step = name.startsWith('weight-for-') ? 0.1 : 1
  const count = Math.round((to - from) / step) + 1
  return (
    at.length === count &&
    at.every((x, place) => Math.abs(x - (from + place * step)) < 1e-6) &&
    m.every((value) => value > 0) &&
    s.every((value) => value > 0) &&
    l.every(Number.isFinite)
  )
}

/** Reads a folder of WHO's tables; what is missing or not whole is refused by name. */
export async function readStandardFolder(folder: string): Promise<Standard> {
  const hash = createHash('sha256')
  const tables: StandardTable[] = []
  for (const table of files) {
    const bytes = await readFile(join(folder, `${table.file}.csv`)).catch(() => undefined)
    if (!bytes) throw growthProblem('growth.standard-file-missing', { file: `${table.file}.csv` })
    hash.update(bytes)
    const found = readPoints(table, bytes)
    for (const sex of Sex.options) {
      const list = found.filter((point) => point.sex === sex).toSorted((a, b) => a.at - b.at)
      const one = toTable(table.name, sex, list)
      if (!isWhole(table, one)) throw damaged(table)
      tables.push(one)
    }
  }
  return { version: `who-${hash.digest('hex').slice(0, 12)}`, official: true, tables }
}
