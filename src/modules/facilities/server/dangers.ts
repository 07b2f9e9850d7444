import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { AddDanger, Danger, DangerSearch, RecordInspection } from '../shared/contract-dangers.ts'
import { facilitiesProblem } from '../shared/problems.ts'
import { checkInspection, dangerState } from '../shared/rules.ts'
import { getPlaceOfToday, rangeOf } from './place.ts'
import * as store from './queries-dangers.ts'

/** Of the asked unit and the places below it, or of the grant's own. */
export async function listDangers(
  { actor, db, clock }: Reading,
  { areaId, withRepaired }: DangerSearch,
): Promise<Danger[]> {
  return store.listDangers(db, await rangeOf(db, actor, areaId), { withRepaired, today: clock.today() })
}

async function getDanger({ actor, tx, clock }: Writing, id: string): Promise<Danger> {
  const danger = await store.findDanger(tx, id, actor.area, clock.today())
  if (!danger) throw facilitiesProblem('facilities.danger-not-found')
  return danger
}

/** Sent twice it is stored once. */
export async function addDanger(context: Writing, input: AddDanger): Promise<Danger> {
  const { actor, tx, clock } = context
  const area = await getPlaceOfToday(tx, actor, { areaId: input.areaId, today: clock.today() })
  const earlier = await store.findDanger(tx, input.id, actor.area, clock.today())
  if (earlier && earlier.areaId === area.id && earlier.kind === input.kind) return earlier
  if (earlier) throw facilitiesProblem('facilities.id-used')
  if (input.foundOn > clock.today()) throw facilitiesProblem('facilities.found-in-future')

  await store.insertDanger(tx, { ...input, areaLft: area.lft }, actor.accountId)
  await audit(tx, actor, 'facilities.danger-added', input.id, { after: input })
  return getDanger(context, input.id)
}

/** What was seen on the spot; the danger's state follows the latest inspection, also when an older one comes later. */
export async function recordInspection(
  context: Writing,
  { dangerId, input }: { dangerId: string; input: RecordInspection },
): Promise<Danger> {
  const { actor, tx, clock } = context
  const locked = await store.lockDanger(tx, dangerId)
  const danger = await getDanger(context, dangerId)
  if (!locked || danger.inspections.some(({ id }) => id === input.id)) return danger
  const refusal = checkInspection(input, { foundOn: danger.foundOn, today: clock.today() })
  if (refusal) throw facilitiesProblem(refusal)
  if (danger.inspections.some(({ inspectedOn }) => inspectedOn === input.inspectedOn))
    throw facilitiesProblem('facilities.inspected-that-day')

  const nextInspectionOn = input.repair === 'done' ? null : input.nextInspectionOn
  const written = { ...input, nextInspectionOn, dangerId, areaLft: locked.areaLft }
  await store.insertInspection(tx, written, actor.accountId)
  const isLatest = danger.lastInspectedOn === null || input.inspectedOn > danger.lastInspectedOn
  if (isLatest) await store.updateDanger(tx, dangerId, dangerState(input))
  await audit(tx, actor, 'facilities.inspected', input.id, {
    before: { dangerId, repair: danger.repair },
    after: { repair: input.repair, inspectedOn: input.inspectedOn },
  })
  return getDanger(context, dangerId)
}
