import type { Tx } from '#platform/db/types.ts'
import { raiseNeeds } from '#modules/services/server/public.ts'
import { assess } from '../shared/assess.ts'
import type { StoredMeasurement } from '../shared/contract.ts'
import { growthNeeds } from '../shared/needs.ts'
import type { Standard } from '../shared/standard.ts'
import { nextWeighing, stateSeverity, trendsOf } from '../shared/trends.ts'
import { deleteState, type GrowthChild, listTrendPoints, upsertScores, upsertState } from './queries.ts'

/** Makes the state of a child again from its measurements: newest classes, trends, day of the next weighing. */
export async function followState(tx: Tx, child: GrowthChild): Promise<void> {
  const points = await listTrendPoints(tx, child.id)
  const last = points.at(-1)
  const asks = { childId: child.id, areaLft: child.areaLft, source: 'growth' }
  if (!last) {
    await raiseNeeds(tx, { ...asks, needs: [] })
    return deleteState(tx, child.id)
  }
  const trends = trendsOf(points, child.bornOn)
  const severity = stateSeverity(last.classes, trends)
  const { bornOn } = child
  const { measuredOn, classes } = last
  const nextOn = nextWeighing(measuredOn, bornOn, severity)
  const state = { measuredOn, classes, trends, severity, nextOn }
  await upsertState(tx, { childId: child.id, areaLft: child.areaLft, ...state })
  await raiseNeeds(tx, { ...asks, needs: growthNeeds({ bornOn, ...state }) })
}

/** Scores measurements that stand by the tables given, and the state after them. */
export async function rescoreChild(
  tx: Tx,
  standard: Standard,
  child: GrowthChild,
  standing: readonly StoredMeasurement[],
): Promise<void> {
  for (const one of standing) {
    const row = {
      childId: child.id,
      measurementId: one.id,
      areaLft: child.areaLft,
      measuredOn: one.measuredOn,
    }
    await upsertScores(tx, row, assess(standard, child, one.measuredOn, one), standard.version)
  }
  await followState(tx, child)
}
