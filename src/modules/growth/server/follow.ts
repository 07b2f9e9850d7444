import type { Tx } from '#platform/db/types.ts'
import { raiseNeeds } from '#modules/services/server/public.ts'
import type { Day } from '#base/day.ts'
import { assess } from '../shared/assess.ts'
import type { GrowthClass } from '../shared/classes.ts'
import type { StoredMeasurement } from '../shared/contract.ts'
import { type GrowthState, growthNeeds } from '../shared/needs.ts'
import type { Standard } from '../shared/standard.ts'
import { nextWeighing, stateSeverity, type TrendPoint, trendsOf } from '../shared/trends.ts'
import { type GrowthChild, listTrendPoints } from './queries.ts'
import { deleteState, upsertScores, upsertState } from './queries-scores.ts'

/** One point of a child's line with the classes it has. */
export type LinePoint = TrendPoint & { classes: GrowthClass[] }

/** What a line says at its end; `points` oldest first, undefined without any. */
export function stateOf(points: readonly LinePoint[], bornOn: Day): GrowthState | undefined {
  const last = points.at(-1)
  if (!last) return undefined
  const { measuredOn, classes } = last
  const trends = trendsOf(points, bornOn)
  const severity = stateSeverity(classes, trends)
  const nextOn = nextWeighing(measuredOn, bornOn, severity)
  return { bornOn, measuredOn, classes, trends, severity, nextOn }
}

/** Makes the state of a child again from its measurements: newest classes, trends, day of the next weighing. */
export async function followState(tx: Tx, { id: childId, areaLft, bornOn }: GrowthChild): Promise<void> {
  const state = stateOf(await listTrendPoints(tx, childId), bornOn)
  if (state) await upsertState(tx, { childId, areaLft, ...state })
  else await deleteState(tx, childId)
  await raiseNeeds(tx, { childId, areaLft, source: 'growth', needs: state ? growthNeeds(state) : [] })
}

/** Scores measurements that stand by the tables given, and the state after them. */
export async function rescoreChild(
  tx: Tx,
  standard: Standard,
  child: GrowthChild,
  standing: readonly StoredMeasurement[],
): Promise<void> {
  const { version } = standard
  for (const one of standing) {
    const { id: measurementId, measuredOn } = one
    const assessment = assess(standard, child, measuredOn, one)
    const place = { childId: child.id, measurementId, areaLft: child.areaLft, measuredOn }
    await upsertScores(tx, { ...place, assessment, version })
  }
  await followState(tx, child)
}
