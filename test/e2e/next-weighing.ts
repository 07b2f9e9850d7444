import { ageOn, type Day } from '#base/day.ts'
import { builtinStandard } from '#modules/growth/server/public.ts'
import type { SheetRow } from '#modules/growth/shared/contract.ts'
import { lmsAt, valueAt } from '#modules/growth/shared/lms.ts'
import { findTable } from '#modules/growth/shared/standard.ts'

/** WHO's median of the day for the child, up to five years: the built-in tables end there. */
function medianOn({ bornOn, sex }: SheetRow, name: 'weight' | 'lenhei', day: Day): number {
  const table = findTable(builtinStandard(), name, sex)
  const lms = table && lmsAt(table, Math.min(ageOn(bornOn, day).days, 1825))
  return lms ? valueAt(0, lms) : 10
}

/** Kilograms and centimetres that nobody would doubt: the child has kept to its own line since it was last weighed. */
export function nextWeighing(row: SheetRow, day: Day): { weightKg: number; lenheiCm: number } {
  const next = (name: 'weight' | 'lenhei', before: number | null | undefined) => {
    const grown = row.before ? medianOn(row, name, day) / medianOn(row, name, row.before.measuredOn) : 1
    return Math.round(grown * (before ?? medianOn(row, name, day)) * 10) / 10
  }
  return { weightKg: next('weight', row.before?.weightKg), lenheiCm: next('lenhei', row.before?.lenheiCm) }
}
