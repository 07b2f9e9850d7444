import type { Day } from '#base/day.ts'
import type { Tx } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { dayRefusal } from '#modules/children/shared/child-age.ts'
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
  insertMeasurements,
  listTrendPoints,
  lockChild,
  undoMeasurement,
} from './queries.ts'
import { upsertScores } from './queries-scores.ts'

/** The items of the service package that a weighing answers, by age and season; see `answerServices`. */
const weighingItems = ['GRO-0-23', 'GRO-24-59', 'GRO-60-108', 'GRO-JUN']

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
  const wrong = dayRefusal(child.bornOn, measuredOn, today)
  if (wrong) throw growthProblem(`growth.${wrong}`)
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
  for (const name of measures) checkMeasure(name, input[name])
}

/** Units are never changed for the person: what looks like grams or metres is refused with that word. */
function checkMeasure(name: (typeof measures)[number], value: number | null): void {
  const { from, to } = limits[name]
  if (value === null || (value >= from && value <= to)) return
  if (name === 'weightKg' && value > to) throw growthProblem('growth.weight-in-grams')
  if (name === 'lenheiCm' && value < from) throw growthProblem('growth.length-in-metres')
  throw growthProblem('growth.out-of-range', { from, to })
}

/** Every doubt must have been seen: an unconfirmed one is refused with its words, and nothing is stored. */
function checkDoubts(found: readonly Doubt[], confirmed: readonly Doubt[]): void {
  const unseen = found.filter((doubt) => !confirmed.includes(doubt))
  if (unseen.length > 0) throw growthProblem('growth.doubtful', { doubts: unseen.map(doubtWords).join(' ') })
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

/** A device that lost the reply sends the same measurement again; it gets the first answer back. */
async function findRepeated(tx: Tx, input: RecordMeasurement): Promise<StoredMeasurement | undefined> {
  const byId = await findMeasurement(tx, input.childId, input.id)
  if (byId && !isSame(byId, input)) throw growthProblem('growth.id-used')
  return byId
}

/** What stands for the day must be the same or named as replaced: two devices do not overwrite each other. */
function checkOfDay(ofDay: StoredMeasurement, input: RecordMeasurement): 'same' | 'other' {
  if (isSame(ofDay, input)) return 'same'
  if (ofDay.id !== input.replaces)
    throw growthProblem('growth.measured-that-day', { by: ofDay.recordedByName ?? '' })
  return 'other'
}

/**
 * Stores a measurement with its scores, and the weighing as a service done. Sent twice, it is stored once. What
 * another device recorded for the same day is not overwritten: only a correction that names it takes its place.
 */
export async function recordMeasurement(
  context: Writing,
  input: RecordMeasurement,
): Promise<StoredMeasurement> {
  const { tx, clock } = context
  const child = await lockChild(tx, input.childId)
  if (!child) throw growthProblem('growth.child-not-found')
  checkDay(child, input.measuredOn, clock.today())
  checkMeasures(input)
  const repeated = await findRepeated(tx, input)
  if (repeated) return repeated
  const ofDay = await findOfDay(tx, child.id, input.measuredOn)
  if (ofDay && checkOfDay(ofDay, input) === 'same') return ofDay
  const checked = await checkMeasurement(context, child, input)
  await store(context, { child, input, ofDay, checked })
  await answerWeighing(context, input, ofDay)
  return getMeasurement(context, child.id, input.id)
}

type Storing = {
  child: GrowthChild
  input: RecordMeasurement
  ofDay: StoredMeasurement | undefined
  checked: Checked
}

const valuesOf = (one: RecordMeasurement | StoredMeasurement) =>
  Object.fromEntries(measures.map((name) => [name, one[name]]))

async function store(
  { actor, tx, clock }: Writing,
  { child, input, ofDay, checked }: Storing,
): Promise<void> {
  const { id: measurementId, measuredOn } = input
  const { assessment, doubts, version } = checked
  const by = actor.accountId
  if (ofDay)
    await undoMeasurement(tx, ofDay, { by, at: clock.now().toISOString(), replacedBy: measurementId })
  await insertMeasurements(tx, [{ ...input, areaLft: child.areaLft, confirmed: doubts, recordedBy: by }])
  const place = { childId: child.id, measurementId, areaLft: child.areaLft, measuredOn }
  await upsertScores(tx, { ...place, assessment, version })
  await followState(tx, child)
  await audit(tx, actor, ofDay ? 'growth.corrected' : 'growth.recorded', measurementId, {
    childId: child.id,
    ...(ofDay ? { before: valuesOf(ofDay) } : {}),
    after: { measuredOn, ...valuesOf(input) },
  })
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
