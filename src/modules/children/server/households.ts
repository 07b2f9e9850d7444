import { newId } from '#base/id.ts'
import type { Db } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { RecordFact } from '../shared/contract-facts.ts'
import type {
  EditHousehold,
  Household,
  HouseholdChild,
  HouseholdYearSet,
  SetHouseholdYear,
} from '../shared/contract-households.ts'
import { yearOfChild } from '../shared/households.ts'
import { childrenProblem } from '../shared/problems.ts'
import { listFacts } from './queries-facts.ts'
import * as store from './queries-households.ts'
import { tryFor, writeFactOf } from './write-together.ts'

/** A household elsewhere and one that does not exist look the same. */
export async function getHousehold(db: Db, id: string): Promise<Household> {
  const household = await store.findHousehold(db, id)
  if (!household) throw childrenProblem('children.household-not-found')
  return household
}

/** Code, head and address. Names stay out of the history; the code is what lists and rosters speak of. */
export async function editHousehold(
  { actor, tx }: Writing,
  { householdId, input }: { householdId: string; input: EditHousehold },
): Promise<Household> {
  const before = await getHousehold(tx, householdId)
  const isSame = (['code', 'headName', 'address'] as const).every((field) => before[field] === input[field])
  if (isSame) return before
  if (!(await store.updateHousehold(tx, householdId, input)))
    throw childrenProblem('children.household-changed')
  await audit(tx, actor, 'children.household-edited', householdId, {
    before: { code: before.code },
    after: { code: input.code },
  })
  return getHousehold(tx, householdId)
}

/**
 * How the household stands in a year, once for all its children: each gets the fact of that year from the same source.
 * What was written of the year before is corrected and stays as history. Sent twice it is written once. Taken back as
 * a step for many (`undoStep`), whose id is the line's.
 */
export async function setHouseholdYear(
  context: Writing,
  { householdId, input }: { householdId: string; input: SetHouseholdYear },
): Promise<HouseholdYearSet> {
  const { actor, tx, clock } = context
  const household = await getHousehold(tx, householdId)
  if (household.years.some(({ id }) => id === input.id)) return { household, written: 0, left: [] }
  if (input.year > Number(clock.today().slice(0, 4))) throw childrenProblem('children.household-year-future')
  const replaces = household.years.find((one) => one.year === input.year && one.undoneAt === null)
  if (replaces) await store.markYear(tx, replaces.id, actor.accountId)
  const recordedBy = actor.accountId
  await store.insertYear(tx, householdId, { ...input, recordedBy, replaces: replaces?.id ?? null })
  await audit(tx, actor, 'children.household-year-set', householdId, {
    ...(replaces ? { before: { year: replaces.year, status: replaces.status } } : {}),
    after: { year: input.year, status: input.status, source: input.source },
  })
  const left: HouseholdYearSet['left'] = []
  const children = household.children.filter(({ isPresent }) => isPresent)
  for (const child of children) {
    const refused = await tryFor(context, child, () => follow(context, child, input))
    if (refused) left.push(refused)
  }
  return {
    household: await getHousehold(tx, householdId),
    written: children.length - left.length,
    left,
  }
}

/** The child's own fact of the year; a child of later birth, or that came later, follows from that day on. */
async function follow(context: Writing, child: HouseholdChild, input: SetHouseholdYear): Promise<void> {
  const days = yearOfChild(child, input.year)
  if (!days) return
  const known = (await listFacts(context.tx, child.id)).filter(
    ({ kind, undoneAt }) => kind === 'poverty' && undoneAt === null,
  )
  const same = known.find(({ fromDay }) => fromDay === days.fromDay)
  if (same?.value === input.status) return
  const fact = { id: newId(), kind: 'poverty', value: input.status, ...days, source: input.source }
  const replaces = same?.id ?? null
  await writeFactOf(context, input.id, { child, fact: RecordFact.parse({ ...fact, replaces }) })
}
