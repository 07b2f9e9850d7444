import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import {
  daysInMonth,
  type Sex,
  type Standard,
  type StandardTable,
  type TableName,
} from '../shared/standard.ts'

/**
 * Tables of WHO 2006 by week and month from jsgrowup (BSD-3). Straight lines between the points are up to 0.03 z off
 * the daily tables; arm, skinfolds and the 2007 reference are not in it.
 */
export const builtinVersion = 'jsgrowup-0.8.0'

const number = z.string().transform(Number).pipe(z.number())
const Row = z.object({
  Week: number.optional(),
  Month: number.optional(),
  Length: number.optional(),
  Height: number.optional(),
  L: number,
  M: number,
  S: number,
})
type Row = z.infer<typeof Row>

const require = createRequire(import.meta.url)

function readRows(file: string): Row[] {
  const path = require.resolve(`jsgrowup/tables/${file}_zscores.json`)
  return z.array(Row).parse(JSON.parse(readFileSync(path, 'utf8')))
}

type Point = { at: number; l: number; m: number; s: number }

function points(rows: readonly Row[], place: (row: Row) => number | undefined): Point[] {
  return rows.flatMap((row) => {
    const at = place(row)
    return at === undefined ? [] : [{ at, l: row.L, m: row.M, s: row.S }]
  })
}

const days = ({ Week, Month }: Row) => (Week === undefined ? Month && Month * daysInMonth : Week * 7)
const centimetres = ({ Length, Height }: Row) => Length ?? Height

/** The weekly table ends at 13 weeks; months go on from the fourth. */
const monthsFrom = 4
/** 24 months stand in both halves, lying and standing: the one serves up to day 730, the other from 731. */
const halves = 24 * daysInMonth

function byAge(prefix: string, sex: Sex): Point[] {
  const boys = sex === 'male' ? 'boys' : 'girls'
  const weeks = points(readRows(`${prefix}_${boys}_0_13`), days)
  const later = (file: string) =>
    points(
      readRows(file).filter(({ Month = 0 }) => Month >= monthsFrom),
      days,
    )
  if (prefix === 'wfa' || prefix === 'hcfa') return [...weeks, ...later(`${prefix}_${boys}_0_5`)]
  const lying = later(`${prefix}_${boys}_0_2`)
  const standing = later(`${prefix}_${boys}_2_5`)
  const moved = standing.map((point) => (point.at === halves ? { ...point, at: halves + 0.01 } : point))
  return [...weeks, ...lying, ...moved]
}

function byLenhei(prefix: 'wfl' | 'wfh', sex: Sex): Point[] {
  const boys = sex === 'male' ? 'boys' : 'girls'
  return points(readRows(`${prefix}_${boys}_${prefix === 'wfl' ? '0_2' : '2_5'}`), centimetres)
}

/** Columns of L, M and S beside each other, as they are stored. */
export function toTable(name: TableName, sex: Sex, list: readonly Point[]): StandardTable {
  return {
    name,
    sex,
    at: list.map(({ at }) => at),
    l: list.map(({ l }) => l),
    m: list.map(({ m }) => m),
    s: list.map(({ s }) => s),
  }
}

let loaded: Standard | undefined

export function builtinStandard(): Standard {
  const tables = (['male', 'female'] as const).flatMap((sex) => [
    toTable('weight', sex, byAge('wfa', sex)),
    toTable('lenhei', sex, byAge('lhfa', sex)),
    toTable('bmi', sex, byAge('bmifa', sex)),
    toTable('head', sex, byAge('hcfa', sex)),
    toTable('weight-for-length', sex, byLenhei('wfl', sex)),
    toTable('weight-for-height', sex, byLenhei('wfh', sex)),
  ])
  loaded ??= { version: builtinVersion, official: false, tables }
  return loaded
}
