import { z } from 'zod'

/** The WHO tables: 2006 by day (0-1826) or centimetre, 2007 by month. */
export const TableName = z.enum([
  'weight',
  'lenhei',
  'bmi',
  'head',
  'arm',
  'triceps',
  'subscapular',
  'weight-for-length',
  'weight-for-height',
  'weight-2007',
  'height-2007',
  'bmi-2007',
])
export type TableName = z.infer<typeof TableName>

export const Sex = z.enum(['male', 'female'])
export type Sex = z.infer<typeof Sex>

const Column = z.array(z.number())
const Table = z.object({ at: Column, l: Column, m: Column, s: Column })

/** One table for one sex. */
export const StandardTable = Table.extend({ name: TableName, sex: Sex })
export type StandardTable = z.infer<typeof StandardTable>

/**
 * A set of tables under the name that is kept with each result. `official`: WHO's own daily tables were imported;
 * otherwise the built-in monthly ones, which are up to 0.03 z off between two months and lack arm, skinfolds and 2007.
 */
export const Standard = z.object({
  version: z.string(),
  official: z.boolean(),
  tables: z.array(StandardTable),
})
export type Standard = z.infer<typeof Standard>

/** The table for a sex; undefined where the set has none (arm, skinfolds and 2007 of the built-in one). */
export function findTable(standard: Standard, name: TableName, sex: Sex): StandardTable | undefined {
  return standard.tables.find((table) => table.name === name && table.sex === sex)
}

/** Days in a month of the WHO tables: 365.25 / 12. */
export const daysInMonth = 30.4375
