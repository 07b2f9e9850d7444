import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { AddFacility, EditFacility, Facility, FacilityDetails } from '../shared/contract.ts'
import { facilitiesProblem } from '../shared/problems.ts'
import { getPlaceOfToday } from './place.ts'
import { findFacility, insertFacilities, openNames, updateFacility } from './queries.ts'
import { fold } from '#base/text.ts'

/** A facility elsewhere and one that does not exist look the same; one of a place above may be read, not changed. */
export async function getFacility(
  { actor, tx }: Pick<Writing, 'actor' | 'tx'>,
  id: string,
): Promise<Facility> {
  const facility = await findFacility(tx, id, actor.area)
  if (!facility) throw facilitiesProblem('facilities.not-found')
  return facility
}

function refuseWrongDates({ validFrom, validTo }: Pick<FacilityDetails, 'validFrom' | 'validTo'>): void {
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    throw facilitiesProblem('facilities.dates-in-order')
}

async function refuseSecondOfName({ tx }: Writing, facility: AddFacility): Promise<void> {
  if (facility.validTo !== null) return
  const name = fold(facility.name)
  const same = (await openNames(tx, [facility.areaId])).find(
    (other) => other.kind === facility.kind && other.name === name && other.id !== facility.id,
  )
  if (same) throw facilitiesProblem('facilities.named-twice')
}

/** A device that lost the reply sends the same facility again; it gets the first answer back. */
export async function addFacility(context: Writing, input: AddFacility): Promise<Facility> {
  const { actor, tx, clock } = context
  const area = await getPlaceOfToday(tx, actor, { areaId: input.areaId, today: clock.today() })
  const earlier = await findFacility(tx, input.id, actor.area)
  if (earlier && earlier.kind === input.kind && earlier.areaId === input.areaId) return earlier
  if (earlier) throw facilitiesProblem('facilities.id-used')
  refuseWrongDates(input)
  await refuseSecondOfName(context, input)

  await insertFacilities(tx, [{ ...input, areaLft: area.lft }], actor.accountId)
  await audit(tx, actor, 'facilities.added', input.id, { after: input })
  return getFacility(context, input.id)
}

const detailKeys = [
  ...(['areaId', 'kind', 'name', 'operator', 'validFrom', 'validTo', 'capacity', 'forUnderThree'] as const),
  ...(['landM2', 'address', 'contactName', 'phone', 'note'] as const),
]

/** The version must be the one the person saw; a change sent twice is made once. */
export async function editFacility(
  context: Writing,
  { facilityId, input }: { facilityId: string; input: EditFacility },
): Promise<Facility> {
  const { actor, tx, clock } = context
  const before = await getFacility(context, facilityId)
  const changed = detailKeys.filter((key) => before[key] !== input[key])
  if (changed.length === 0) return before
  if (before.version !== input.version) throw facilitiesProblem('facilities.changed-meanwhile')
  const area = await getPlaceOfToday(tx, actor, { areaId: input.areaId, today: clock.today() })
  refuseWrongDates(input)
  await refuseSecondOfName(context, { ...input, id: facilityId })

  const written = { ...input, id: facilityId, areaLft: area.lft }
  if (!(await updateFacility(tx, written, input.version)))
    throw facilitiesProblem('facilities.changed-meanwhile')
  await audit(tx, actor, 'facilities.edited', facilityId, {
    before: Object.fromEntries(changed.map((key) => [key, before[key]])),
    after: Object.fromEntries(changed.map((key) => [key, input[key]])),
  })
  return getFacility(context, facilityId)
}
