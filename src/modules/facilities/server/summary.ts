import type { Reading } from '#platform/http/route.ts'
import {
  type Facility,
  FacilityKind,
  type FacilitySearch,
  type Feature,
  type UnitSummary,
} from '../shared/contract.ts'
import { lackingKinds } from '../shared/rules.ts'
import { getPlace } from './place.ts'
import { listContacts } from './queries-contacts.ts'
import { countDangers } from './queries-dangers.ts'
import { listFeatures } from './queries-features.ts'
import { countFacilities, listFacilities } from './queries.ts'

/** What a place has and lacks today. */
export async function unitSummary({ actor, db, clock }: Reading, areaId: string): Promise<UnitSummary> {
  const today = clock.today()
  const area = await getPlace(db, actor, areaId)
  const [counts, dangers, contacts, features] = [
    await countFacilities(db, area, today),
    await countDangers(db, area, today),
    await listContacts(db, area),
    await listFeatures(db, area),
  ]
  const byKind = counts.map(({ kind, count }) => ({ kind: FacilityKind.parse(kind), count }))
  return {
    areaId: area.id,
    today,
    byKind,
    lacking: lackingKinds(area.kind, new Set(byKind.map(({ kind }) => kind))),
    playPointsUnderThree: counts.find(({ kind }) => kind === 'play-point')?.forUnderThree ?? 0,
    dangersOpen: dangers.open,
    dangersOverdue: dangers.overdue,
    hasDutyPhone: contacts.some((contact) => contact.areaId === area.id && contact.kind === 'duty'),
    features,
  }
}

/** The place's own features and those it has from the places above. */
export async function featuresOf({ actor, db }: Reading, areaId: string): Promise<Feature[]> {
  return listFeatures(db, await getPlace(db, actor, areaId))
}

/** What stands in the asked place, or in the actor's own; for a village also what its commune itself has. */
export async function facilitiesOf(
  { actor, db, clock }: Reading,
  search: FacilitySearch,
): Promise<Facility[]> {
  const area = await getPlace(db, actor, search.areaId ?? actor.area.id)
  const aboveId = area.kind === 'village' ? (area.parentId ?? undefined) : undefined
  return listFacilities(db, area, { ...search, today: clock.today(), aboveId })
}
