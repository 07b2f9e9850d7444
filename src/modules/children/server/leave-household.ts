import { addDays, type Day, vietnamDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Writing } from '#platform/http/route.ts'
import type { Child } from '../shared/contract.ts'
import { keepPresent } from './keep-present.ts'
import { endFacts, insertFacts, listFacts } from './queries-facts.ts'
import { clearHousehold } from './queries-households.ts'

/**
 * A child that lives in another commune from `day` on has left its household there; its history keeps the code. What
 * never had a date is written down now, from registering on.
 */
export async function leaveHousehold({ actor, tx, clock }: Writing, child: Child, day: Day): Promise<void> {
  const { householdId, householdCode } = child
  if (householdId === null) return
  const last = addDays(day, -1)
  const known = (await listFacts(tx, child.id)).filter(
    ({ kind, undoneAt }) => kind === 'household' && undoneAt === null,
  )
  const running = known.filter(({ fromDay, toDay }) => fromDay <= last && (toDay === null || toDay > last))
  await endFacts(
    tx,
    child.id,
    running.map(({ id }) => ({ id, toDay: last, ending: null })),
  )
  const registeredOn = vietnamDay(new Date(child.registeredAt))
  if (known.length === 0 && registeredOn <= last) {
    const nothing = { ending: null, communeId: null, villageId: null, facilityId: null, detail: null }
    const member = { ...nothing, kind: 'household' as const, value: 'member', householdId, householdCode }
    await insertFacts(tx, { childId: child.id, recordedBy: actor.accountId }, [
      { ...member, id: newId(), fromDay: registeredOn, toDay: last, source: 'Sổ trẻ em', replaces: null },
    ])
  }
  await clearHousehold(tx, child.id)
  await keepPresent(tx, [child.id], clock.today())
}
