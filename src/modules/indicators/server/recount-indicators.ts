import type { Day } from '#base/day.ts'
import { type Period, periodRange } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import type { ChildFacts } from '../shared/child-facts.ts'
import type { Counts, Difference } from '../shared/contract.ts'
import { isChildFormula, type UnitFormula } from '../shared/definition.ts'
import { tally } from '../shared/evaluate.ts'
import { unitsWith } from '../shared/units.ts'
import type { Computed } from './definitions.ts'
import type { At } from './queries-members.ts'
import { listThings, listUnitsOf } from './queries-units.ts'
import { recountBreakdowns } from './recount-breakdowns.ts'
import { isAnswerable, listComputedFor, listIndicatorValues } from './values.ts'

type Commune = { id: string; name: string; lft: number; rgt: number }
type Asked = { period: Period; today: Day; facts: readonly ChildFacts[] }

async function countUnitsAgain(db: Db, formula: UnitFormula, at: At, asOf: Day): Promise<Counts> {
  const [units, things] = [await listUnitsOf(db, formula.level, at), await listThings(db, formula.has, at)]
  const { all, having } = unitsWith(units, things, asOf)
  return { due: formula.as === 'share' ? all : 0, got: having }
}

/** The figure from what is recorded, by the pure rule; undefined where the counters are compared instead. */
async function countAgain(
  db: Db,
  { formula }: Computed,
  at: At,
  { facts, from, asOf }: { facts: readonly ChildFacts[]; from: Day; asOf: Day },
): Promise<Counts | undefined> {
  if (formula.kind === 'units') return countUnitsAgain(db, formula, at, asOf)
  if (!isChildFormula(formula)) return undefined
  const { numerator, denominator } = tally(formula, facts, { from, asOf })
  return { due: denominator, got: numerator }
}

/**
 * Every computed indicator of a commune, as it is shown, against the same counted child by child without SQL.
 * Coverage and single services are compared by recount.ts, counter by counter.
 */
export async function recountIndicators(
  db: Db,
  commune: Commune,
  { period, today, facts }: Asked,
): Promise<{ differences: Difference[]; figures: number }> {
  const { from, to } = periodRange(period)
  const asOf = today < to ? today : to
  if (from > today) return { differences: [], figures: 0 }
  const area = { ...commune, kind: 'commune' }
  const question = { area, period, asOf }
  const differences: Difference[] = []
  let figures = 0
  const definitions = await listComputedFor(db, question)
  const shownValues = await listIndicatorValues(db, question)
  for (const definition of definitions.filter((one) => isAnswerable(one, question))) {
    const recounted = await countAgain(db, definition, area, { facts, from, asOf })
    const value = shownValues.find(({ code }) => code === definition.code)
    if (!recounted || !value) continue
    const shown = { due: value.denominator ?? 0, got: value.numerator ?? 0 }
    figures += 1
    if (shown.due === recounted.due && shown.got === recounted.got) continue
    const { id: areaId, name: areaName } = commune
    differences.push({ areaId, areaName, period, key: definition.code, ageYears: null, shown, recounted })
  }
  const parts = await recountBreakdowns(db, commune, { period, today, facts })
  return { differences: [...differences, ...parts.differences], figures: figures + parts.figures }
}
