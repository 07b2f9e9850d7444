import { addDays } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Writing } from '#platform/http/route.ts'
import type { ChildDetails } from '../shared/contract.ts'
import type { Fact } from '../shared/contract-facts.ts'
import { type DatedFact, placeAmongFacts } from '../shared/facts.ts'
import * as store from './queries-facts.ts'

type Values = Pick<
  ChildDetails,
  'bornOn' | 'communeId' | 'villageId' | 'householdCode' | 'poverty' | 'education' | 'disabled'
> & { id: string }
type Entered = { before: Values; entered: Omit<Values, 'id'> }

/** Source of what the form of the register said. */
const fromForm = 'Sửa trong sổ'

/** What the form changed, as a fact from today; `false`: it holds no more. */
function enteredFacts({ before, entered }: Entered) {
  const changed: { kind: 'household' | 'poverty' | 'schooling' | 'flag'; value: string; holds: boolean }[] =
    []
  if (before.householdCode !== entered.householdCode)
    changed.push({ kind: 'household', value: 'member', holds: entered.householdCode !== null })
  if (before.poverty !== entered.poverty && entered.poverty)
    changed.push({ kind: 'poverty', value: entered.poverty, holds: true })
  if (before.education !== entered.education && entered.education)
    changed.push({ kind: 'schooling', value: entered.education, holds: true })
  if (before.disabled !== entered.disabled)
    changed.push({ kind: 'flag', value: 'disabled', holds: entered.disabled })
  return changed
}

/**
 * The form of the register says how things are now. Where dated facts stand behind a field they follow: from today
 * on. A field that never had a date needs none. Another place is a correction of the residence that is running.
 */
export async function followEntered({ actor, tx, clock }: Writing, change: Entered): Promise<void> {
  const { before, entered } = change
  const changed = enteredFacts(change)
  const isElsewhere = before.communeId !== entered.communeId || before.villageId !== entered.villageId
  if (changed.length === 0 && !isElsewhere) return
  const today = clock.today()
  const known = await store.listFacts(tx, before.id)
  if (isElsewhere) await store.placeRunningResidence(tx, before.id, { ...entered, day: today })
  for (const { kind, value, holds } of changed) {
    const standing = known.filter((fact) => fact.kind === kind && fact.undoneAt === null)
    if (!standing.some((fact) => kind !== 'flag' || fact.value === value)) continue
    const fact = { kind, value, fromDay: today, toDay: null }
    const context = { actor, tx, clock }
    if (holds) await writeFrom(context, before, { fact, standing })
    else
      await endYesterday(
        context,
        before.id,
        standing.filter((one) => one.value === value),
      )
  }
}

type NewFact = Pick<DatedFact, 'kind' | 'value' | 'fromDay' | 'toDay'>

async function writeFrom(
  { actor, tx, clock }: Writing,
  { id: childId, bornOn }: Values,
  { fact, standing }: { fact: NewFact; standing: readonly Fact[] },
): Promise<void> {
  const today = clock.today()
  const ofToday = standing.find(({ fromDay }) => fromDay === today)
  if (ofToday) await store.undoFact(tx, { childId, id: ofToday.id }, { by: actor.accountId, at: clock.now() })
  const others = standing.filter((one) => one !== ofToday)
  const placing = placeAmongFacts(fact, others, { bornOn, today })
  if (!placing.ok) return
  await store.endFacts(
    tx,
    childId,
    placing.ended.map((end) => ({ ...end, ending: null })),
  )
  const rest = { ending: null, communeId: null, villageId: null, facilityId: null, detail: null }
  const household =
    fact.kind === 'household'
      ? await store.findHouseholdOf(tx, childId)
      : { householdId: null, householdCode: null }
  const written = { ...fact, ...rest, ...household, id: newId(), toDay: placing.toDay, source: fromForm }
  await store.insertFacts(tx, { childId, recordedBy: actor.accountId }, [
    { ...written, replaces: ofToday?.id ?? null },
  ])
}

async function endYesterday(
  { actor, tx, clock }: Writing,
  childId: string,
  standing: readonly Fact[],
): Promise<void> {
  const today = clock.today()
  for (const { id, fromDay, toDay } of standing) {
    if (toDay !== null && toDay < today) continue
    if (fromDay === today) await store.undoFact(tx, { childId, id }, { by: actor.accountId, at: clock.now() })
    else await store.endFacts(tx, childId, [{ id, toDay: addDays(today, -1), ending: null }])
  }
}
