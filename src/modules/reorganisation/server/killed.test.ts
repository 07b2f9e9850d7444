import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChildren, caseOf, drainAll, newCommune, rowsOf } from '#test/reorganised-communes.ts'

const database = await testDatabase()
const app = await testApp(database)
const admin = app.as(people.adminHung)

const tables = [
  ...['areas', 'areas_parents', 'areas_successions', 'accounts_grants', 'children', 'children_name_tokens'],
  ...['services_records', 'services_status', 'services_open', 'services_counters', 'services_stale'],
  ...['reorganisation_units', 'reorganisation_moves', 'reorganisation_rows', 'reorganisation_results'],
  ...['reorganisation_notes', 'reorganisation_cases'],
]

/** Ends the connection that is moving children, as the end of the server process would. */
async function killMoving(): Promise<boolean> {
  for (let tries = 0; tries < 2000; tries += 1) {
    const { rowCount } = await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
       and pid <> pg_backend_pid() and state = 'active' and query like '%update children c set commune_id%'`,
    )
    if (rowCount) return true
    await wait(1)
  }
  return false
}

test('killed in the middle of applying, nothing of it has happened; applied again it is whole', async () => {
  await addChildren(database, places.dakHa, [
    [places.dakMeVillage, 900],
    [null, 100],
  ])
  await drainAll(database)
  const commune = newCommune('Xã Đăk Hà', '23500')
  const input = caseOf({
    newUnits: [commune],
    changes: [{ kind: 'merge', fromIds: [places.dakHa, places.dakTo], toId: commune.id }],
  })
  await admin.post('/reorganisations', input)
  await admin.post(`/reorganisations/${input.id}/preview`)
  const before = await rowsOf(database, tables)

  const applying = admin.post(`/reorganisations/${input.id}/apply`)
  expect(await killMoving()).toBe(true)
  expect((await applying).status).toBeGreaterThanOrEqual(500)
  expect(await rowsOf(database, tables)).toEqual(before)

  expect((await admin.post(`/reorganisations/${input.id}/apply`)).body.outcome).toMatchObject({
    childrenMoved: 1000,
  })
  expect((await admin.post(`/reorganisations/${input.id}/undo`)).body.state).toBe('undone')
})
