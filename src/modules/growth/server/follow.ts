import type { Tx } from '#platform/db/types.ts'
import { assess } from '../shared/assess.ts'
import type { StoredMeasurement } from '../shared/contract.ts'
import type { Standard } from '../shared/standard.ts'
import { nextWeighing, stateSeverity, trendsOf } from '../shared/trends.ts'
import { deleteState, type GrowthChild, listTrendPoints, upsertScores, upsertState } from './queries.ts'

/** Makes the state of a child again from its measurements: newest classes, trends, day of the next weighing. */
export async function followState(tx: Tx, child: GrowthChild): Promise<void> {
  const points = await listTrendPoints(tx, child.id)
  const last = points.at(-1)
  if (!last) return deleteState(tx, child.id)
  const trends = trendsOf(points, child.bornOn)
  const severity = stateSeverity(last.classes, trends)
  await upsertState(tx, {
    childId: child.id,
    areaLft: child.areaLft,
    measuredOn: last.measuredOn,
    classes: last.classes,
    trends,
    severity,
    nextOn: nextWeighing(last.measuredOn, child.bornOn, severity),
  })
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
