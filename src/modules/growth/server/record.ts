import { ageOn, type Day } from '#base/day.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { answerServices, takeBackAnswers } from '#modules/services/server/public.ts'
import { assess, type Assessment } from '../shared/assess.ts'
import type { RecordMeasurement, StoredMeasurement } from '../shared/contract.ts'
import { type Doubt, doubtsAbout } from '../shared/doubts.ts'
import { doubtWords } from '../shared/messages.ts'
import { growthProblem } from '../shared/problems.ts'
import { currentStandard } from './current-standard.ts'
import { followState } from './follow.ts'
import {
  findMeasurement,
  findOfDay,
  type GrowthChild,
  insertMeasurement,
  listTrendPoints,
  lockChild,
  undoMeasurement,
  upsertScores,
} from './queries.ts'

/** The items of the service package that a weighing answers, by age and season; see `answerServices`. */
const weighingItems = ['GRO-0-23', 'GRO-24-59', 'GRO-60-108', 'GRO-JUN']

/** A child is a person under 16 (Luật Trẻ em 2016, Art. 1). */
const childUntilYears = 16

const measures = ['weightKg', 'lenheiCm', 'headCm', 'armCm', 'tricepsMm', 'subscapularMm'] as const

function isSame(stored: StoredMeasurement, input: RecordMeasurement): boolean {
  return (
    stored.measuredOn === input.measuredOn &&
    stored.oedema === input.oedema &&
    stored.position === input.position &&
    measures.every((name) => stored[name] === input[name])
  )
}

function checkDay(child: GrowthChild, measuredOn: Day, today: Day): void {
  if (measuredOn < child.bornOn) throw growthProblem('growth.before-birth')
  if (measuredOn > today) throw growthProblem('growth.in-future')
  if (ageOn(child.bornOn, measuredOn).years >= childUntilYears) throw growthProblem('growth.too-old')
}

/** Outside of these no body measures; the same limits stand as constraints of the table. */
const limits = {
  weightKg: { from: 0.3, to: 150 },
  lenheiCm: { from: 20, to: 220 },
  headCm: { from: 15, to: 80 },
  armCm: { from: 4, to: 60 },
  tricepsMm: { from: 0.5, to: 80 },
  subscapularMm: { from: 0.5, to: 80 },
} as const

function checkMeasures(input: RecordMeasurement): void {
  if (!input.oedema && measures.every((name) => input[name] === null))
    throw growthProblem('growth.nothing-measured')
  for (const name of measures) {
    const value = input[name]
    const { from, to } = limits[name]
    if (value === null || (value >= from && value <= to)) continue
    if (name === 'weightKg' && value > to) throw growthProblem('growth.weight-in-grams')
    if (name === 'lenheiCm' && value < from) throw growthProblem('growth.length-in-metres')
    throw growthProblem(`growth.out-of-range`, { from, to })
  }
}

/** Every doubt must have been seen: an unconfirmed one is refused with its words, and nothing is stored. */
function checkDoubts(found: readonly Doubt[], confirmed: readonly Doubt[]): void {
  const unseen = found.filter((doubt) => !confirmed.includes(doubt))
  if (unseen.length > 0)
    throw growthProblem('growth.doubtful', {
      doubts: unseen.map(doubtWords).join(' '),
      codes: unseen.join(','),
    })
}

type Checked = { assessment: Assessment; doubts: Doubt[]; version: string }

async function checkMeasurement(
  { tx }: Writing,
  child: GrowthChild,
  input: RecordMeasurement,
): Promise<Checked> {
  const [standard, points] = await Promise.all([currentStandard(tx), listTrendPoints(tx, child.id)])
  const assessment = assess(standard, child, input.measuredOn, input)
  const before = points.findLast(({ measuredOn }) => measuredOn < input.measuredOn)
  const { bornOn } = child
  const doubts = doubtsAbout({ bornOn, measuredOn: input.measuredOn, measured: input, assessment, before })
  checkDoubts(doubts, input.confirmed)
  return { assessment, doubts, version: standard.version }
}

/**
 * Stores a measurement with its scores, and the weighing as a service done. Sent twice, it is stored once. What
 * another device recorded for the same day is not overwritten: only a correction that names it takes its place.
 */
export async function recordMeasurement(
  context: Writing,
  input: RecordMeasurement,
): Promise<StoredMeasurement> {
  const { actor, tx, clock } = context
  const child = await lockChild(tx, input.childId)
  if (!child) throw growthProblem('growth.child-not-found')
  const earlier = await findMeasurement(tx, child.id, input.id)
  if (earlier && isSame(earlier, input)) return earlier
  if (earlier) throw growthProblem('growth.id-used')
  checkDay(child, input.measuredOn, clock.today())
  checkMeasures(input)

  const ofDay = await findOfDay(tx, child.id, input.measuredOn)
  if (ofDay && isSame(ofDay, input)) return ofDay
  if (ofDay && ofDay.id !== input.replaces)
    throw growthProblem('growth.measured-that-day', { by: ofDay.recordedByName ?? '' })
  const { assessment, doubts, version } = await checkMeasurement(context, child, input)

  const { accountId } = actor
  if (ofDay)
    await undoMeasurement(tx, ofDay, { by: accountId, at: clock.now().toISOString(), replacedBy: input.id })
  await insertMeasurement(tx, { ...input, areaLft: child.areaLft, confirmed: doubts, recordedBy: accountId })
  const { id: measurementId, measuredOn } = input
  const place = { childId: child.id, measurementId, areaLft: child.areaLft, measuredOn }
  await upsertScores(tx, place, assessment, version)
  await followState(tx, child)
  await answerWeighing(context, input, ofDay)
  const after = Object.fromEntries(measures.map((name) => [name, input[name]]))
  await audit(tx, actor, ofDay ? 'growth.corrected' : 'growth.recorded', measurementId, {
    childId: child.id,
    ...(ofDay ? { before: Object.fromEntries(measures.map((name) => [name, ofDay[name]])) } : {}),
    after: { measuredOn, ...after },
  })
  return getMeasurement(context, child.id, measurementId)
}

/** Weight or length makes it a weighing; a head or an arm alone does not. */
async function answerWeighing(
  context: Writing,
  { childId, measuredOn, id, weightKg, lenheiCm }: RecordMeasurement,
  replaced: StoredMeasurement | undefined,
): Promise<void> {
  if (replaced) await takeBackAnswers(context, replaced.id)
  if (weightKg === null && lenheiCm === null) return
  await answerServices(context, { childId, itemCodes: weighingItems, doneOn: measuredOn, workId: id })
}

async function getMeasurement({ tx }: Writing, childId: string, id: string): Promise<StoredMeasurement> {
  const found = await findMeasurement(tx, childId, id)
  if (!found) throw growthProblem('growth.measurement-not-found')
  return found
}

/** Undoing twice is undoing once; the measurement stays in the history. */
export async function takeBackMeasurement(
  context: Writing,
  { childId, measurementId }: { childId: string; measurementId: string },
): Promise<StoredMeasurement> {
  const { actor, tx, clock } = context
  const child = await lockChild(tx, childId)
  if (!child) throw growthProblem('growth.child-not-found')
  const which = { childId, id: measurementId }
  await getMeasurement(context, childId, measurementId)
  const undone = { by: actor.accountId, at: clock.now().toISOString(), replacedBy: null }
  if (await undoMeasurement(tx, which, undone)) {
    await followState(tx, child)
    await takeBackAnswers(context, measurementId)
    await audit(tx, actor, 'growth.undone', measurementId, { childId })
  }
  return getMeasurement(context, childId, measurementId)
}
