import { everyRoute } from '#test/every-route.ts'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { FastifyInstance } from 'fastify'
import { testDatabase } from '#test/database.ts'
import { actorOf, people } from '#test/people.ts'
import { clockAt } from '../clock.ts'
import type { SeenRecords } from './mount.ts'
import { openApi } from './openapi.ts'
import { ProblemReply } from './refusals.ts'
import { command, download, query, type Route, upload } from './route.ts'
import { buildServer } from './server.ts'

const database = await testDatabase()
const actor = await actorOf(database, people.lanOfficerDakHa)
const seen: SeenRecords[] = []
const exported: SeenRecords[] = []
const Word = z.object({ word: z.string() })

/** Settled, `/slow` answers. */
let slow = Promise.withResolvers<void>()

/** Routes of no module: only the mount is looked at here. */
const routes: Route[] = [
  command('POST', {
    url: '/echo',
    needs: 'signed-in',
    body: Word,
    reply: z.unknown(),
    handle: async (_, { body }) => body,
  }),
  query({
    url: '/narrow',
    needs: 'signed-in',
    reply: Word,
    handle: async () => ({ word: 'x', secret: 'y' }),
  }),
  query({
    url: '/slow',
    needs: 'signed-in',
    reply: Word,
    handle: async () => {
      await slow.promise
      return { word: 'x' }
    },
  }),
  query({
    url: '/reading-that-writes',
    needs: 'signed-in',
    reply: z.unknown(),
    // A function that writes hides behind a select: the compiler cannot see it, the database can.
    handle: ({ db }) => db.selectFrom('areas').select('id').forUpdate().execute(),
  }),
  query({
    url: '/seen',
    needs: 'signed-in',
    reply: z.array(z.string()),
    reads: (ids) => ids,
    handle: async () => ['00000000-0000-7000-8000-0000000000aa'],
  }),
  command('POST', {
    url: '/half-done',
    needs: 'signed-in',
    reply: Word,
    handle: async ({ tx }) => {
      await tx.updateTable('accounts_people').set({ full_name: 'Nửa Chừng' }).execute()
      throw new Error('Nguyễn Thị Bí Mật, 0912345678')
    },
  }),
  download({
    url: '/file',
    needs: 'signed-in',
    handle: async () => ({ fileName: 'báo cáo "1".txt', mediaType: 'text/plain', bytes: Buffer.from('x') }),
  }),
  upload({
    url: '/in',
    needs: 'signed-in',
    maxBytes: 1000,
    reply: z.object({ size: z.number() }),
    handle: async (_, { file }) => ({ size: file.bytes.length }),
  }),
]

const logged: string[] = []
let server: FastifyInstance

beforeAll(async () => {
  server = await buildServer({
    routes,
    around: {
      pool: database.pool,
      clock: clockAt('2026-06-15T09:00:00+07:00'),
      authenticate: async () => actor,
      may: ({ capabilities }, capability) => capabilities.has(capability),
      recordReads: async (entry) => void (entry.kind === 'export' ? exported : seen).push(entry),
    },
    signIn: async () => new Response('{"message":"Internal Server Error"}', { status: 500 }),
    publicUrl: () => 'http://localhost',
    trustedProxies: [],
    webFolder: '/nonexistent',
    log: pino({}, { write: (line) => void logged.push(line) }),
  })
})
afterAll(() => server.close())

const post = (url: string, payload: object | string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url: `/api${url}`, payload, headers })

describe('a request', () => {
  test('keeps what the contract names and ignores the rest', async () => {
    const reply = await post('/echo', { word: 'chữ', role: 'administrator', __proto__x: 1 })
    expect([reply.statusCode, reply.json()]).toEqual([200, { word: 'chữ' }])
  })

  test.each([
    ['larger than allowed', JSON.stringify({ word: 'x'.repeat(1_100_000) }), 413, 'http.too-large'],
    ['cut off', '{"word": ', 400, 'http.unreadable'],
    ['of another shape', '{"word": 5}', 422, 'http.invalid'],
    ['no object at all', '[]', 422, 'http.invalid'],
  ])('%s is refused as a problem with Vietnamese words', async (_, payload, status, code) => {
    const reply = await post('/echo', payload, { 'content-type': 'application/json' })
    expect(reply.statusCode).toBe(status)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    const problem = ProblemReply.parse(reply.json())
    expect([problem.code, problem.title]).toEqual([code, problem.texts.vi])
  })

  test('from a page of another site is refused', async () => {
    const reply = await post('/echo', { word: 'x' }, { origin: 'https://evil.example', host: 'uommam.local' })
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'http.cross-site'])
  })

  test('to an address that is not there gets a problem, and says nothing of programs', async () => {
    const reply = await server.inject({ url: '/api/none' })
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'http.not-found'])
  })
})

describe('a reply', () => {
  test('holds nothing that its contract does not name', async () => {
    expect((await server.inject('/api/narrow')).json()).toEqual({ word: 'x' })
  })

  test('with children is written to the audit before it is sent; a download is written as an export', async () => {
    await server.inject('/api/seen')
    expect(seen).toMatchObject([{ route: '/seen', childIds: ['00000000-0000-7000-8000-0000000000aa'] }])
    const file = await server.inject('/api/file')
    expect(exported).toMatchObject([{ route: '/file' }])
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="bao cao 1.txt"; filename*=UTF-8''b%C3%A1o%20c%C3%A1o%20%221%22.txt`,
    )
  })
})

describe('a transaction', () => {
  test('of a reading route cannot write', async () => {
    const reply = await server.inject('/api/reading-that-writes')
    expect(reply.statusCode).toBe(500)
  })

  test('that ends in an error leaves nothing, and the log holds no personal data', async () => {
    const reply = await post('/half-done', {})
    expect([reply.statusCode, reply.json().code]).toEqual([500, 'http.unexpected'])
    const { rowCount } = await database.owner.query(
      `select 1 from accounts_people where full_name = 'Nửa Chừng'`,
    )
    expect(rowCount).toBe(0)
    const said = logged.join('')
    expect(said).toContain(reply.json().holes.trace)
    expect(said + reply.body).not.toMatch(/Bí Mật|0912345678/)
  })
})

describe('a file in', () => {
  const form = async (bytes: Buffer) => {
    const data = new FormData()
    data.set('file', new Blob([Uint8Array.from(bytes)]), 'a.txt')
    const encoded = new Response(data)
    const type = encoded.headers.get('content-type') ?? ''
    const payload = Buffer.from(await encoded.arrayBuffer())
    return server.inject({ method: 'POST', url: '/api/in', payload, headers: { 'content-type': type } })
  }

  test('arrives whole, is refused when it is larger than allowed, empty or missing', async () => {
    expect((await form(Buffer.alloc(1000))).json()).toEqual({ size: 1000 })
    expect((await form(Buffer.alloc(1001))).json().code).toBe('http.too-large')
    expect((await form(Buffer.alloc(0))).json().code).toBe('http.empty-file')
    expect((await post('/in', { file: 'x' })).json().code).toBe('http.no-file')
  })
})

test('signing in while its database is away is refused with words, not with English of a library', async () => {
  const reply = await post('/auth/sign-in/username', { username: 'lan', password: 'x' })
  expect([reply.statusCode, reply.json().code]).toEqual([503, 'http.database-away'])
})

test('commands go through while more readers wait than there are connections', async () => {
  slow = Promise.withResolvers<void>()
  const reading = Array.from({ length: 60 }, () => server.inject('/api/slow'))
  const written = await Promise.all(['một', 'hai', 'ba'].map((word) => post('/echo', { word })))
  expect(written.map((reply) => reply.json())).toEqual([{ word: 'một' }, { word: 'hai' }, { word: 'ba' }])
  slow.resolve()
  const statuses = (await Promise.all(reading)).map(({ statusCode }) => statusCode)
  expect(statuses).toEqual(Array.from({ length: 60 }, () => 200))
})

test('more requests than can wait are refused politely', async () => {
  const { pool } = database
  const held = await Promise.all(Array.from({ length: pool.options.max ?? 5 }, () => pool.connect()))
  const refused = Promise.withResolvers<void>()
  const asked = Array.from({ length: 1_050 }, async () => {
    const { statusCode } = await server.inject('/api/narrow')
    if (statusCode === 503) refused.resolve()
    return statusCode
  })
  await refused.promise
  for (const client of held) client.release()
  const statuses = await Promise.all(asked)
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(1_000)
  expect(new Set(statuses)).toEqual(new Set([200, 503]))
})

describe('the OpenAPI document', () => {
  const Operation = z.object({
    parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() })),
    responses: z.record(z.string(), z.object({ description: z.string() })),
  })
  const Document = z.object({
    openapi: z.literal('3.1.0'),
    info: z.object({ title: z.string(), version: z.string() }),
    paths: z.record(z.string().startsWith('/api/'), z.record(z.string(), Operation)),
  })
  const { paths } = Document.parse(JSON.parse(JSON.stringify(openApi(everyRoute))))

  test('names every route, and each hole of its address as a parameter', () => {
    for (const { url, method } of everyRoute) {
      const path = `/api${url.replace(/:(\w+)/g, '{$1}')}`
      const operation = paths[path]?.[method.toLowerCase()]
      const holes = operation?.parameters.filter((one) => one.in === 'path').map(({ name }) => name)
      expect(holes, path).toEqual([...url.matchAll(/:(\w+)/g)].map(([, name]) => name))
    }
  })

  test('its page works without the outside: everything it loads comes from here', async () => {
    const page = await server.inject('/api/docs')
    expect(page.body).not.toMatch(/https?:\/\//)
    const [, program = ''] = /src="(?<src>[^"]+)"/.exec(page.body) ?? []
    const loaded = await server.inject(program)
    expect([loaded.statusCode, loaded.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('javascript'),
    ])
    expect((await server.inject('/api/openapi.json')).statusCode).toBe(200)
  })
})
