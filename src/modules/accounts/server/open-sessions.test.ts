import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { type Person, people, places } from '#test/people.ts'
import { memoryMs } from './authenticate.ts'

const database = await testDatabase()
/** Two servers on one database: each remembers sessions and grants by itself. */
const here = await testApp(database)
const there = await testApp(database)

const second: Person = { ...people.minhViewer, grantId: newId(), role: 'leader', areaId: places.dakHa }

/** Asks every tenth of a second until an open session is refused: how, and for the time limit of the test at most. */
async function untilRefused(ask: () => Promise<{ status: number; body: { code?: string } }>) {
  for (;;) {
    const { status, body } = await ask()
    if (status !== 200) return { status, code: body.code }
    await wait(100)
  }
}

test('an ended grant ends in open sessions at once here, and within five seconds at another server', async () => {
  await database.owner.query(
    `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
     select $1, $2, 'leader', id, lft, '2025-07-01' from areas where id = $3`,
    [second.grantId, second.id, places.dakHa],
  )
  for (const app of [here, there]) expect((await app.as(second).get('/me')).status).toBe(200)
  const ended = await here.as(people.adminHung).put(`/people/${second.id}/grants/${second.grantId}/end`)
  expect(ended.status).toBe(200)
  const now = await here.as(second).get('/me')
  expect([now.status, now.body.code]).toEqual([403, 'http.no-such-grant'])
  expect(memoryMs).toBeLessThanOrEqual(5_000)
  const { code } = await untilRefused(() => there.as(second).get('/me'))
  expect(code).toBe('http.no-such-grant')
  expect((await there.as(people.minhViewer).get('/me')).status).toBe(200)
})

test('with the last grant the sessions end too: signing in again is asked for', async () => {
  const { hoaTeacherDakHa: hoa, adminHung } = people
  for (const app of [here, there]) expect((await app.as(hoa).get('/me')).status).toBe(200)
  await here.as(adminHung).put(`/people/${hoa.id}/grants/${hoa.grantId}/end`)
  expect((await here.as(hoa).get('/me')).status).toBe(401)
  expect((await untilRefused(() => there.as(hoa).get('/me'))).status).toBe(401)
})
