import type { Day } from '#base/day.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { findPersonName, listGrantsOn } from './queries.ts'

/**
 * Who asked for the work of a job, under the grant of then; undefined when the grant or the account has ended
 * meanwhile. A job that does what a person asked for acts, and is audited, as that person.
 */
export async function findActor(
  db: Db,
  { personId, grantId, today }: { personId: string; grantId: string; today: Day },
): Promise<Actor | undefined> {
  const grant = (await listGrantsOn(db, personId, today)).find(({ id }) => id === grantId)
  const name = await findPersonName(db, personId)
  if (!grant || name === undefined) return undefined
  const { areaId, code, kind, name: areaName, lft, rgt } = grant
  return {
    ...{ accountId: personId, name, grantId, role: grant.role, language: 'vi' },
    capabilities: new Set(grant.capabilities),
    area: { id: areaId, code, kind, name: areaName, lft, rgt },
    ...{ validFrom: grant.validFrom, validTo: grant.validTo },
  }
}
