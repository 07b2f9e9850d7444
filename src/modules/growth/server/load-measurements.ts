import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Tx } from '#platform/db/types.ts'
import { raiseNeeds } from '#modules/services/server/public.ts'
import { assess } from '../shared/assess.ts'
import { growthNeeds } from '../shared/needs.ts'
import type { Measured } from '../shared/score-2006.ts'
import type { Sex, Standard } from '../shared/standard.ts'
import { currentStandard } from './current-standard.ts'
import { type LinePoint, stateOf } from './follow.ts'
import { insertMeasurements } from './queries.ts'
import { insertScores, insertStates } from './queries-scores.ts'

export type MeasuredChild = {
  id: string
  areaLft: number
  bornOn: Day
  sex: Sex
  /** One a day at most, oldest first; kg, cm and mm as in `Measured`. */
  measured: readonly (Measured & { measuredOn: Day })[]
}

/** Children written together: some 3,000 measurements at most. */
const childrenAtOnce = 100

function linesOf(standard: Standard, child: MeasuredChild, recordedBy: string) {
  return child.measured.map((one) => {
    const place = { childId: child.id, areaLft: child.areaLft, measuredOn: one.measuredOn }
    const id = newId()
    const assessment = assess(standard, child, one.measuredOn, one)
    const { wei } = assessment.scores
    const point: LinePoint = {
      ...{ measuredOn: one.measuredOn, weightKg: one.weightKg, lenheiCm: one.lenheiCm },
      weightZ: wei && !wei.flag ? wei.z : null,
      classes: assessment.classes,
    }
    return {
      measurement: { ...one, ...place, id, confirmed: [], sessionId: null, recordedBy },
      scored: { ...place, measurementId: id, assessment, version: standard.version },
      point,
    }
  })
}

/** Scores and states as if each had been recorded by hand; returns how many measurements were stored. */
async function loadSome(
  tx: Tx,
  standard: Standard,
  children: readonly MeasuredChild[],
  by: string,
): Promise<number> {
  const lines = children.map((child) => ({ child, line: linesOf(standard, child, by) }))
  const all = lines.flatMap(({ line }) => line)
  await insertMeasurements(
    tx,
    all.map(({ measurement }) => measurement),
  )
  await insertScores(
    tx,
    all.map(({ scored }) => scored),
  )
  const states = lines.flatMap(({ child: { id: childId, areaLft, bornOn }, line }) => {
    const points = line.map(({ point }) => point)
    const state = stateOf(points, bornOn)
    return state ? [{ childId, areaLft, ...state }] : []
  })
  await insertStates(tx, states)
  for (const { childId, areaLft, ...state } of states)
    await raiseNeeds(tx, { childId, areaLft, source: 'growth', needs: growthNeeds(state) })
  return all.length
}

/**
 * Many measurements of children who have none yet, with their scores, states and needs. What a person would be asked
 * about is not asked, no service is answered and nothing is written to the audit: that is the caller's.
 */
export async function loadMeasurements(
  tx: Tx,
  children: readonly MeasuredChild[],
  recordedBy: string,
): Promise<number> {
  const standard = await currentStandard(tx)
  const measured = children.filter((child) => child.measured.length > 0)
  let count = 0
  for (let from = 0; from < measured.length; from += childrenAtOnce)
    count += await loadSome(tx, standard, measured.slice(from, from + childrenAtOnce), recordedBy)
  return count
}
