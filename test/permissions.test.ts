import { describe, expect, test } from 'vitest'
import { Capability } from '#modules/accounts/shared/roles.ts'
import type { Route } from '#platform/http/route.ts'
import { type Client, type Reply, testApp } from './app.ts'
import { testDatabase } from './database.ts'
import { guardedRoutes } from './every-route.ts'
import { capabilitiesOf, people } from './people.ts'

const database = await testDatabase()
const app = await testApp(database)

function call(client: Client, { method, url }: Route): Promise<Reply> {
  const address = url.replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000000')
  if (method === 'GET') return client.get(address)
  if (method === 'DELETE') return client.del(address)
  return method === 'PUT' ? client.put(address, {}) : client.post(address, {})
}

describe('the permission matrix', () => {
  test.each(guardedRoutes)('$method $url asks who you are', async (route) => {
    expect((await call(app.stranger, route)).status).toBe(401)
  })

  test.each(guardedRoutes.filter(({ needs }) => needs !== 'signed-in'))(
    '$method $url needs $needs',
    async (route) => {
      const needed = Capability.parse(route.needs)
      for (const person of Object.values(people)) {
        if (capabilitiesOf(person.role).includes(needed)) continue
        const { status, body } = await call(app.as(person), route)
        expect([status, body.code], person.role).toEqual([403, 'http.not-allowed'])
      }
    },
  )

  test('a grant of somebody else cannot be used', async () => {
    const reply = await app.server.inject({
      url: '/api/me',
      headers: { ...app.signedAs(people.yHoaCollaborator), 'x-grant': people.adminHung.grantId },
    })
    expect(reply.statusCode).toBe(403)
  })

  test('every person of the tests is signed in under their grant', async () => {
    for (const person of Object.values(people)) {
      const { status, body } = await app.as(person).get('/me')
      expect([status, body.username, body.grantId]).toEqual([200, person.username, person.grantId])
    }
  })
})
