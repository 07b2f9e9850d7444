import type { Day } from '#base/day.ts'
import type { Language } from '#base/messages.ts'
import { translate } from '#base/messages.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import { type Birth, statedBirth } from '../shared/birth.ts'
import { birthRefusal } from '../shared/child-age.ts'
import { checkName } from '../shared/child-name.ts'
import type { ChildDetails } from '../shared/contract.ts'
import { rosterMessages } from '../shared/messages-roster.ts'
import { checkPersonalId } from '../shared/personal-id.ts'
import { childrenProblem } from '../shared/problems.ts'
import { listPlaces, type NamedPlace, placeAmong, type PlaceRow } from './queries-children.ts'

/** The child as it may be stored: name tidied, number without spaces; refused with the first thing that is wrong. */
export function checkedDetails<Details extends ChildDetails>(
  child: Details,
  { today, language, known }: { today: Day; language: Language; known?: Birth },
): Details & { personalId: string | null } {
  const name = child.unnamed
    ? { ok: true as const, name: child.fullName, unnamed: true }
    : checkName(child.fullName)
  if (!name.ok) throw childrenProblem('children.name-wrong')
  const birthDay = statedBirth(child, today, known)
  const birth = birthRefusal(birthDay.bornOn, today)
  if (birth) throw childrenProblem(`children.${birth}`)
  const { bornOn } = birthDay
  return {
    ...child,
    bornOn,
    fullName: name.name,
    unnamed: name.unnamed,
    personalId: checkedNumber(child, language),
  }
}

function checkedNumber({ personalId, bornOn, sex }: ChildDetails, language: Language): string | null {
  if (!personalId || personalId.trim() === '') return null
  const check = checkPersonalId(personalId, { bornOn, sex })
  if (check.ok) return check.value
  const reason = translate(rosterMessages, language, `children.row.${check.reason}`, { value: '' })
  throw childrenProblem('children.personal-id-wrong', { reason })
}

type Where = { communeId: string; villageId: string | null }

/** The child's place among places of today, if it is one of the actor's area. */
export function placeWithin(actor: Actor, places: readonly PlaceRow[], where: Where): NamedPlace {
  const place = placeAmong(places, where)
  if (!place || !isWithin({ lft: place.areaLft }, actor.area)) throw childrenProblem('children.outside-area')
  return place
}

/** Where a child may be put by this person; refuses `children.outside-area`. */
export async function getPlace(
  db: Db,
  actor: Actor,
  { day, ...where }: Where & { day: Day },
): Promise<NamedPlace> {
  const { places } = await listPlaces(db, [where.communeId, where.villageId ?? where.communeId], day)
  return placeWithin(actor, places, where)
}
