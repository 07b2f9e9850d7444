import { expect, test } from 'vitest'
import { clockAt } from '#platform/clock.ts'
import { everywhere } from '#platform/db/types.ts'
import { systemActor } from '#modules/accounts/server/public.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { testApp, testMoment } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChildren, caseOf, drainAll, newCommune } from '#test/reorganised-communes.ts'
import { placedTables } from '#test/walk.ts'
import { applyCaseById } from './commands.ts'

const database = await testDatabase()
const app = await testApp(database)
const admin = app.as(people.adminHung)

/** Counts the rows of every table with a place; a wait of 50 ms for any lock is an error (55P03). */
async function readEverything(): Promise<number> {
  const client = await database.owner.connect()
  try {
    await client.query('set lock_timeout = 50')
    const tables = ['areas', 'areas_parents', 'areas_successions', ...(await placedTables(database))]
    for (const table of tables) await client.query(`select count(*) from ${table}`)
    return tables.length
  } finally {
    await client.query('reset lock_timeout')
    client.release()
  }
}

const lockModes = async () =>
  (
    await database.owner.query<{ mode: string }>(
      `select distinct mode from pg_locks where locktype = 'relation'
       and database = (select oid from pg_database where datname = current_database())`,
    )
  ).rows.map(({ mode }) => mode)

test('nobody who reads waits for a case that is applied and not yet committed', async () => {
  await addChildren(database, places.dakHa, [[places.dakMeVillage, 60]])
  await drainAll(database)
  const commune = newCommune('Xã Đăk Hà', '23500')
  const input = caseOf({
    newUnits: [commune],
    changes: [{ kind: 'merge', fromIds: [places.dakHa, places.dakTo], toId: commune.id }],
  })
  await admin.post('/reorganisations', input)
  await admin.post(`/reorganisations/${input.id}/preview`)
  const seen = await database.write(async (tx) => {
    const actor = systemActor(await getArea(tx, places.quangNgai))
    const { outcome } = await applyCaseById({ actor, tx, clock: clockAt(testMoment) }, input.id)
    return { moved: outcome?.childrenMoved, tables: await readEverything(), modes: await lockModes() }
  }, everywhere)
  expect(seen.moved).toBe(60)
  expect(seen.tables).toBeGreaterThan(60)
  expect(seen.modes).toContain('RowExclusiveLock')
  expect(seen.modes).not.toContain('AccessExclusiveLock')
})
