import type { Day } from '#base/day.ts'
import type { Tx } from '#platform/db/types.ts'
import type { Assessment } from '../shared/assess.ts'
import type { GrowthClass } from '../shared/classes.ts'
import type { Score } from '../shared/score-2006.ts'
import type { Trend } from '../shared/trends.ts'

export type Scored = {
  childId: string
  measurementId: string
  areaLft: number
  measuredOn: Day
  assessment: Assessment
  /** Name of the tables, see `Standard`. */
  version: string
}

const zOf = (score: Score | null) => score?.z ?? null

function scoreRow({ childId, measurementId, areaLft, measuredOn, assessment, version }: Scored) {
  const { scores, classes, ageDays } = assessment
  const flags = Object.entries(scores).flatMap(([name, score]) => (score?.flag ? [name] : []))
  return {
    child_id: childId,
    measurement_id: measurementId,
    area_lft: areaLft,
    measured_on: measuredOn,
    standard_version: version,
    age_days: ageDays,
    z_len: zOf(scores.len),
    z_wei: zOf(scores.wei),
    z_wfl: zOf(scores.wfl),
    z_bmi: zOf(scores.bmi),
    z_hc: zOf(scores.hc),
    z_ac: zOf(scores.ac),
    z_ts: zOf(scores.ts),
    z_ss: zOf(scores.ss),
    flags,
    classes: [...classes],
  }
}

/** Stores what the tables say of a measurement, over what an earlier version said. */
export async function upsertScores(tx: Tx, scored: Scored): Promise<void> {
  const row = scoreRow(scored)
  await tx
    .insertInto('growth_scores')
    .values(row)
    .onConflict((conflict) => conflict.columns(['child_id', 'measurement_id']).doUpdateSet(row))
    .execute()
}

/** Of measurements without scores; at most some 3,000 at once (65,535 values in a statement of PostgreSQL). */
export async function insertScores(tx: Tx, all: readonly Scored[]): Promise<void> {
  await tx.insertInto('growth_scores').values(all.map(scoreRow)).execute()
}

export type StateOfChild = {
  childId: string
  areaLft: number
  measuredOn: Day
  classes: readonly GrowthClass[]
  trends: readonly Trend[]
  severity: number
  nextOn: Day
}

const stateRow = ({ childId, areaLft, measuredOn, classes, trends, severity, nextOn }: StateOfChild) => ({
  child_id: childId,
  area_lft: areaLft,
  measured_on: measuredOn,
  classes: [...classes],
  trends: [...trends],
  severity,
  next_on: nextOn,
})

export async function upsertState(tx: Tx, state: StateOfChild): Promise<void> {
  const row = stateRow(state)
  await tx
    .insertInto('growth_states')
    .values(row)
    .onConflict((conflict) => conflict.column('child_id').doUpdateSet(row))
    .execute()
}

/** Of children without a state. */
export async function insertStates(tx: Tx, all: readonly StateOfChild[]): Promise<void> {
  await tx.insertInto('growth_states').values(all.map(stateRow)).execute()
}

export async function deleteState(tx: Tx, childId: string): Promise<void> {
  await tx.deleteFrom('growth_states').where('child_id', '=', childId).execute()
}
