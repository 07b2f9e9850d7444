import { addDays, formatDay } from '#base/day.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { Focal, SetFocal } from '../shared/contract.ts'
import { organisationsProblem } from '../shared/problems.ts'
import { getPlace } from './place.ts'
import { endFocal, findFocal, insertFocal, listFocal } from './queries-focal.ts'
import { findOrganisation, listParents } from './queries.ts'

/** The focal agencies of a unit through time, the latest first. */
export async function focalOf({ actor, db }: Reading, areaId: string | undefined): Promise<Focal[]> {
  return listFocal(db, (await getPlace(db, actor, areaId)).id)
}

/** The new focal agency follows the present one, which ends the day before. Sent twice it is set once. */
export async function setFocal({ actor, tx }: Writing, input: SetFocal): Promise<Focal[]> {
  const area = await getPlace(tx, actor, input.areaId)
  const earlier = await findFocal(tx, input.id)
  if (earlier && (earlier.areaId !== area.id || earlier.agencyId !== input.agencyId))
    throw organisationsProblem('organisations.id-used')
  if (earlier) return listFocal(tx, area.id)
  if (!(await findOrganisation(tx, input.agencyId))) throw organisationsProblem('organisations.not-found')
  if (input.deskId !== null) {
    const above = await listParents(tx, input.deskId)
    if (!above.has(input.agencyId)) throw organisationsProblem('organisations.desk-elsewhere')
  }
  const [present] = await listFocal(tx, area.id)
  if (present && present.validFrom >= input.validFrom)
    throw organisationsProblem('organisations.focal-not-later', { from: formatDay(present.validFrom) })

  await endFocal(tx, area.id, addDays(input.validFrom, -1))
  await insertFocal(tx, { ...input, areaLft: area.lft }, actor.accountId)
  await audit(tx, actor, 'organisations.focal-set', input.id, { before: present, after: input })
  return listFocal(tx, area.id)
}
