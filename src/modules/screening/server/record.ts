import { addDays, type Day, formatDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { answerServices, takeBackAnswers } from '#modules/services/server/public.ts'
import type { RecordScreening, StoredScreening } from '../shared/contract.ts'
import { screeningProblem } from '../shared/problems.ts'
import { itemsForAge, nextLook, type Outcome, resultOf, screeningAge } from '../shared/result.ts'
import type { Tool } from '../shared/tool.ts'
import {
  findScreening,
  findTool,
  insertReferral,
  insertScreening,
  listScreenings,
  lockChild,
  type ScreenedChild,
  undoScreening,
} from './queries.ts'

/** A referral without an answer after so many days is on the overdue list; an urgent one after a week. */
const answerDays = { usual: 30, urgent: 7 }

function checkDay({ bornOn }: ScreenedChild, screenedOn: Day, today: Day): void {
  if (screenedOn < bornOn) throw screeningProblem('screening.before-birth')
  if (screenedOn > today) throw screeningProblem('screening.in-future')
}

/** A version retired meanwhile is named; what was filled on paper before that day is still taken. */
async function getTool({ tx }: Writing, { tool: name, version, screenedOn }: RecordScreening): Promise<Tool> {
  const tool = await findTool(tx, name, version)
  if (!tool) throw screeningProblem('screening.tool-unknown')
  if (tool.purpose === 'population') throw screeningProblem('screening.population-only')
  if (screenedOn < tool.inForceFrom) throw screeningProblem('screening.version-early', { version })
  if (tool.retiredOn !== null && screenedOn > tool.retiredOn)
    throw screeningProblem('screening.version-retired', { version, day: formatDay(tool.retiredOn) })
  return tool
}

/** The oldest age counts whole: "to 72 months" ends with the last day of month 72. */
function checkAge(tool: Tool, ageMonths: number): void {
  const age = Math.floor(ageMonths)
  const { fromMonths: from, toMonths: to } = tool
  if (ageMonths < from || age > to) throw screeningProblem('screening.age-outside', { from, to, age })
}

function checkAnswers(tool: Tool, ageMonths: number, { answers }: RecordScreening): void {
  const known = new Set(itemsForAge(tool, ageMonths).map(({ code }) => code))
  const unknown = Object.keys(answers).find((code) => !known.has(code))
  if (unknown !== undefined) throw screeningProblem('screening.item-unknown', { item: unknown })
  if (Object.keys(answers).length === 0) throw screeningProblem('screening.no-answers')
}

function outcomeOf(tool: Tool, ageMonths: number, input: RecordScreening): Outcome {
  if (input.refusalReason !== null) return { result: 'refused', score: null, refers: false }
  checkAnswers(tool, ageMonths, input)
  const outcome = resultOf(tool, ageMonths, input.answers)
  if (!outcome) throw screeningProblem('screening.population-only')
  return outcome
}

function isSame(stored: StoredScreening, input: RecordScreening): boolean {
  const key = (answers: Readonly<Record<string, string>>) =>
    JSON.stringify(Object.entries(answers).toSorted())
  return (
    stored.tool === input.tool &&
    stored.version === input.version &&
    stored.screenedOn === input.screenedOn &&
    stored.refusalReason === input.refusalReason &&
    key(stored.answers) === key(input.answers)
  )
}

/** A form that stands for this day already, or the same one sent again. */
async function findRepeated({ tx }: Writing, input: RecordScreening): Promise<StoredScreening | undefined> {
  const byId = await findScreening(tx, input.childId, input.id)
  if (byId && !isSame(byId, input)) throw screeningProblem('screening.id-used')
  if (byId) return byId
  const ofDay = (await listScreenings(tx, input.childId)).find(
    ({ tool, screenedOn, undoneAt }) =>
      tool === input.tool && screenedOn === input.screenedOn && undoneAt === null,
  )
  if (ofDay && !isSame(ofDay, input)) throw screeningProblem('screening.done-that-day')
  return ofDay
}

/** Stores a form with its result, the next day, the services it answers and the referral it proposes. */
export async function recordScreening(context: Writing, input: RecordScreening): Promise<StoredScreening> {
  const { actor, tx, clock } = context
  const child = await lockChild(tx, input.childId)
  if (!child) throw screeningProblem('screening.child-not-found')
  checkDay(child, input.screenedOn, clock.today())
  const repeated = await findRepeated(context, input)
  if (repeated) return repeated
  const tool = await getTool(context, input)
  const ageMonths = screeningAge(child.bornOn, input.screenedOn, input.weeksEarly)
  checkAge(tool, ageMonths)
  const outcome = outcomeOf(tool, ageMonths, input)
  const nextOn = nextLook(tool, child, input.screenedOn, outcome.result)
  await insertScreening(tx, {
    ...{ input, areaLft: child.areaLft, outcome, nextOn, recordedBy: actor.accountId },
    ageMonths: Math.round(ageMonths * 100) / 100,
  })
  await follow(context, { child, input, tool, outcome })
  await audit(tx, actor, 'screening.recorded', input.id, {
    childId: child.id,
    after: { tool: input.tool, version: input.version, screenedOn: input.screenedOn },
  })
  return getScreening(context, child.id, input.id)
}

type Following = { child: ScreenedChild; input: RecordScreening; tool: Tool; outcome: Outcome }

/** A refused form answers no service. Suspicion proposes a referral; it is no diagnosis. */
async function follow(context: Writing, { child, input, tool, outcome }: Following): Promise<void> {
  const { id: screeningId, childId, screenedOn } = input
  if (outcome.result !== 'refused' && tool.serviceItems.length > 0)
    await answerServices(context, {
      ...{ childId, itemCodes: tool.serviceItems },
      ...{ doneOn: screenedOn, workId: screeningId },
    })
  if (!outcome.refers || tool.referralTo === null) return
  const urgent = outcome.result === 'urgent'
  await insertReferral(context.tx, {
    id: newId(),
    childId,
    areaLft: child.areaLft,
    screeningId,
    referredTo: tool.referralTo,
    urgent,
    proposedOn: screenedOn,
    answerBy: addDays(screenedOn, urgent ? answerDays.urgent : answerDays.usual),
  })
}

async function getScreening({ tx }: Writing, childId: string, id: string): Promise<StoredScreening> {
  const found = await findScreening(tx, childId, id)
  if (!found) throw screeningProblem('screening.not-found')
  return found
}

/** Undoing twice is undoing once; the form stays in the history, its referral is withdrawn. */
export async function takeBackScreening(
  context: Writing,
  { childId, screeningId }: { childId: string; screeningId: string },
): Promise<StoredScreening> {
  const { actor, tx, clock } = context
  if (!(await lockChild(tx, childId))) throw screeningProblem('screening.child-not-found')
  await getScreening(context, childId, screeningId)
  const undone = { by: actor.accountId, at: clock.now().toISOString() }
  if (await undoScreening(tx, { childId, id: screeningId }, undone)) {
    await takeBackAnswers(context, screeningId)
    await audit(tx, actor, 'screening.undone', screeningId, { childId })
  }
  return getScreening(context, childId, screeningId)
}
