import type { Day } from '#base/day.ts'
import { type Period, periodOf, periodRange } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { domainBit } from '#modules/services/shared/coverage.ts'
import type { ChildFacts } from '../shared/child-facts.ts'
import { groupKeyOf } from '../shared/child-group.ts'
import { breakdowns, type Counts, type Difference } from '../shared/contract.ts'
import { type ChildFormula, type CoverageKey, isChildFormula } from '../shared/definition.ts'
import { type Standing, standing } from '../shared/evaluate.ts'
import { type Computed, indicatorEdition } from './definitions.ts'
import { countAllParts, members } from './queries-members.ts'
import { listMasks } from './queries-recount.ts'
import { isAnswerable, listComputedFor, listIndicatorValues } from './values.ts'

type Commune = { id: string; name: string; lft: number; rgt: number }
type Asked = { period: Period; today: Day; facts: readonly ChildFacts[] }
type Placed = { child: ChildFacts } & Standing
type Mask = { due: number; got: number }

function coverageStanding(key: CoverageKey, { due, got }: Mask): Standing {
  if (key === 'all') return { counted: true, reached: (due & ~got) === 0 }
  return { counted: (due & domainBit[key]) !== 0, reached: (got & domainBit[key]) !== 0 }
}

/** Who stands in a figure, child by child; undefined for what is no sum of children, or compared elsewhere. */
function standingsOf(
  { formula }: Computed,
  facts: readonly ChildFacts[],
  { masks, span }: { masks: ReadonlyMap<string, Mask>; span: { from: Day; asOf: Day } },
): Placed[] | undefined {
  if (isChildFormula(formula)) return facts.map((child) => ({ child, ...standing(formula, child, span) }))
  if (formula.kind !== 'coverage') return undefined
  return facts.flatMap((child) => {
    const mask = masks.get(child.id)
    return mask ? [{ child, ...coverageStanding(formula.key, mask) }] : []
  })
}

function countGroups(placed: readonly Placed[], keyOf: (child: ChildFacts) => string): Map<string, Counts> {
  const groups = new Map<string, Counts>()
  for (const { child, counted, reached } of placed) {
    if (!counted && !reached) continue
    const key = keyOf(child)
    const { due, got } = groups.get(key) ?? { due: 0, got: 0 }
    groups.set(key, { due: due + Number(counted), got: got + Number(reached) })
  }
  return groups
}

const none: Counts = { due: 0, got: 0 }

/** What is shown of one indicator: `sex=male` to its counts. */
type Shown = Map<string, Counts>

/** Coverage as the boards ask for it, a breakdown at a time. */
async function shownCoverage(
  db: Db,
  question: { area: Commune & { kind: string }; period: Period; asOf: Day },
  codes: readonly string[],
): Promise<Map<string, Shown>> {
  const shown = new Map<string, Shown>(codes.map((code) => [code, new Map()]))
  for (const by of breakdowns)
    for (const value of await listIndicatorValues(db, { ...question, by, codes }))
      shown
        .get(value.code)
        ?.set(`${by}=${value.group?.key}`, { due: value.denominator ?? 0, got: value.numerator ?? 0 })
  return shown
}

/** Of a formula all breakdowns at once: one question for each indicator. */
async function shownFormula(
  db: Db,
  formula: ChildFormula,
  { area, period, asOf }: { area: Commune & { kind: string }; period: Period; asOf: Day },
): Promise<Shown> {
  const ageBands = indicatorEdition().ageBands
  const groupings = breakdowns.map((by) => ({ by, ageBands, kind: area.kind }))
  const parts = await countAllParts(db, members(formula, area, { period, asOf }), groupings)
  return new Map(
    parts.map(({ by, key, denominator, numerator }) => [
      `${by}=${key}`,
      { due: denominator, got: numerator },
    ]),
  )
}

/** The same counted from the register and the kept masks. */
function countedParts(placed: readonly Placed[], on: Day): Shown {
  const bands = indicatorEdition().ageBands
  const counted: Shown = new Map()
  for (const by of breakdowns)
    for (const [key, counts] of countGroups(placed, (child) => groupKeyOf(child, by, { on, bands })))
      counted.set(`${by}=${key}`, counts)
  return counted
}

/**
 * Every part of every breakdown of a commune as it is shown, against the same counted from the register. Formulas are
 * compared for the half-year that goes on; coverage, which is kept, for all periods.
 */
export async function recountBreakdowns(
  db: Db,
  commune: Commune,
  { period, today, facts }: Asked,
): Promise<{ differences: Difference[]; figures: number }> {
  const { from, to } = periodRange(period)
  const asOf = today < to ? today : to
  const question = { area: { ...commune, kind: 'commune' }, period, asOf }
  const masks = new Map((await listMasks(db, commune.id, period)).map((row) => [row.childId, row]))
  const definitions = (await listComputedFor(db, question)).filter((one) => isAnswerable(one, question))
  const coverage = definitions.filter(({ formula }) => formula.kind === 'coverage')
  const kept = await shownCoverage(
    db,
    question,
    coverage.map(({ code }) => code),
  )
  const isRunning = period === periodOf(today, 'half')
  const all: Differences = { differences: [], figures: 0 }
  for (const definition of definitions) {
    const { code, formula } = definition
    const isChild = isChildFormula(formula)
    const shown = isChild && isRunning ? await shownFormula(db, formula, question) : kept.get(code)
    const placed = standingsOf(definition, facts, { masks, span: { from, asOf } })
    if (!shown || !placed) continue
    // Status rows hold the age at the end of the period, formulas the age on the day of the figure.
    const counted = countedParts(placed, isChild ? asOf : to)
    all.figures += shown.size
    all.differences.push(...differencesOf(shown, counted, { commune, period, code }))
  }
  return all
}

type Differences = { differences: Difference[]; figures: number }

type Where = { commune: Commune; period: Period; code: string }

function differencesOf(
  shown: ReadonlyMap<string, Counts>,
  counted: ReadonlyMap<string, Counts>,
  { commune, period, code }: Where,
): Difference[] {
  return [...new Set([...shown.keys(), ...counted.keys()])].flatMap((key): Difference[] => {
    const [is, should] = [shown.get(key) ?? none, counted.get(key) ?? none]
    if (is.due === should.due && is.got === should.got) return []
    const place = { areaId: commune.id, areaName: commune.name, period }
    return [{ ...place, key: `${code} ${key}`, ageYears: null, shown: is, recounted: should }]
  })
}
