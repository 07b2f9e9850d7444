import { expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { createSessionUses } from './session-uses.ts'

const database = await testDatabase()

async function uses() {
  const { rows } = await database.owner.query<{ role: string }>(
    'select session_id, role from accounts_session_use order by session_id, role',
  )
  return rows
}

test('sessions that come at once are noted by two writes, each once; one that is not there is left out', async () => {
  const { rows: sessions } = await database.owner.query<{ id: string }>(
    'select "id" from auth."session" order by 1',
  )
  expect(sessions.length).toBeGreaterThan(2)
  let connections = 0
  const note = createSessionUses(
    new Proxy(database.pool, {
      get(pool, name) {
        if (name === 'connect') connections += 1
        return Reflect.get(pool, name, pool)
      },
    }),
  )
  for (const { id } of [...sessions, ...sessions]) note({ sessionId: id, role: 'commune-officer' })
  note({ sessionId: people.adminHung.grantId, role: 'administrator' })
  await expect.poll(async () => (await uses()).length).toBe(sessions.length)
  expect(connections).toBe(2)
})
