import { expect, test } from 'vitest'
import { clockAt } from '#platform/clock.ts'
import { sessionCookie } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { createAuthenticate } from './authenticate.ts'
import { createSessions, type Sessions } from './sessions.ts'

const database = await testDatabase()
const { authSecret } = database.secrets
const lan = people.lanOfficerDakHa
const headers = new Headers({ cookie: sessionCookie(lan, authSecret), 'x-grant': lan.grantId })

/** With the number of times that the database was asked for a session. */
function counting() {
  const sessions = createSessions(database.pool, authSecret)
  let looks = 0
  const findWith: Sessions['findWith'] = (...asked) => {
    looks += 1
    return sessions.findWith(...asked)
  }
  const clock = clockAt('2026-06-15T09:00:00+07:00')
  return { looks: () => looks, ...createAuthenticate({ ...sessions, findWith }, clock) }
}

test('a page that asks for twenty things at once is looked up once', async () => {
  const { authenticate, looks } = counting()
  const actors = await Promise.all(Array.from({ length: 20 }, () => authenticate(headers)))
  expect(new Set(actors.map((actor) => actor?.accountId))).toEqual(new Set([lan.id]))
  await authenticate(headers)
  expect(looks()).toBe(1)
})

test('what was being looked up while everything was forgotten is neither shared nor remembered', async () => {
  const { authenticate, forget, looks } = counting()
  const before = authenticate(headers)
  forget()
  await before
  await authenticate(headers)
  expect(looks()).toBe(2)
})

test('a stranger is nobody, however many ask at once', async () => {
  const { authenticate } = counting()
  const stranger = new Headers({ cookie: 'uommam.session_token=x.y' })
  expect(await Promise.all([authenticate(stranger), authenticate(stranger)])).toEqual([undefined, undefined])
})
