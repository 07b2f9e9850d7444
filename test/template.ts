import { fold } from '#base/text.ts'
import { allJobs } from '#apps/jobs.ts'
import { loadReferenceData } from '#apps/server.ts'
import { connectDatabase, type Database } from '#platform/db/database.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere, type Tx } from '#platform/db/types.ts'
import type { Secrets } from '#platform/db/migrate.ts'
import { fullNameOf, rangeWidth } from '#modules/areas/shared/rules.ts'
import { findArea, insertAreas } from '#modules/areas/server/queries.ts'
import { insertSignIn } from '#modules/accounts/server/queries-credentials.ts'
import { insertGrant } from '#modules/accounts/server/queries-grants.ts'
import { claimInstallation, insertPerson } from '#modules/accounts/server/queries.ts'
import { people, places, type Person, sessionToken, villages } from './people.ts'

/** What every test database holds: the schema, the reference data, the villages and people of `people.ts`. */
export async function fillTemplate(ownerUrl: string): Promise<Secrets> {
  const database = await connectDatabase(ownerUrl, { queues: allJobs.map(({ name }) => name), poolSize: 2 })
  try {
    await loadReferenceData(database)
    await writeScope(database.pool, everywhere, async (tx) => {
      await addVillages(tx)
      await claimInstallation(tx, places.quangNgai)
      for (const person of Object.values(people)) await addPerson(tx, person)
    })
    await addSessions(database)
    return database.secrets
  } finally {
    await database.close()
  }
}

async function getPlace(tx: Tx, id: string) {
  const area = await findArea(tx, id)
  if (!area) throw new Error(`place ${id} is not among the reference data`)
  return area
}

async function addVillages(tx: Tx): Promise<void> {
  for (const [index, { id, name, communeId }] of villages.entries()) {
    const commune = await getPlace(tx, communeId)
    const lft = commune.lft + (index + 1) * rangeWidth.village
    await insertAreas(tx, [
      {
        id,
        code: id,
        kind: 'village',
        name,
        full_name: fullNameOf(name, commune),
        name_folded: fold(name),
        parent_id: communeId,
        lft,
        rgt: lft + rangeWidth.village - 1,
        valid_from: commune.validFrom,
        valid_to: null,
      },
    ])
  }
}

async function addPerson(tx: Tx, person: Person): Promise<void> {
  await insertSignIn(tx, { ...person, passwordHash: null })
  await insertPerson(tx, person)
  const area = await getPlace(tx, person.areaId)
  const { grantId: id, id: personId, role } = person
  await insertGrant(tx, { id, personId, role, area, validFrom: '2025-07-01', validTo: null, grantedBy: null })
}

/** Sessions that Better Auth finds as if each person had signed in; the test client signs the cookie. */
async function addSessions({ authPool }: Database): Promise<void> {
  for (const person of Object.values(people)) {
    await authPool.query(
      `insert into "session" ("expiresAt", "token", "updatedAt", "userId") values ('2099-01-01', $1, now(), $2)`,
      [sessionToken(person), person.id],
    )
  }
}
