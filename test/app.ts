import { createHmac } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { type AppParts, buildApp } from '#apps/server.ts'
import { clockAt } from '#platform/clock.ts'
import type { TestDatabase } from './database.ts'
import { type Person, sessionToken } from './people.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Sent = { headers?: Record<string, string>; payload?: string | Buffer }

/** `body` is what JSON.parse gives: a test says itself what it expects of it. */
export type Reply = {
  status: number
  body: ReturnType<typeof JSON.parse>
  bytes: Buffer
  headers: Record<string, unknown>
}

export type Client = {
  get: (url: string) => Promise<Reply>
  post: (url: string, body?: unknown) => Promise<Reply>
  put: (url: string, body?: unknown) => Promise<Reply>
  del: (url: string, body?: unknown) => Promise<Reply>
  upload: (
    url: string,
    file: { name: string; bytes: Uint8Array },
    fields?: Record<string, string>,
  ) => Promise<Reply>
}

/** The moment at which tests stand unless they say another: a Monday morning in Viet Nam. */
export const testMoment = '2026-06-15T09:00:00+07:00'

type TestOptions = Pick<Partial<AppParts>, 'clock' | 'identityServer' | 'trustedProxies'> & {
  publicUrl?: string
}

/**
 * The real application on the test database, reached through its HTTP door without a socket.
 * Addresses stand without `/api`: `app.as(people.lanOfficerDakHa).get('/children?text=an')`.
 */
export async function testApp(database: TestDatabase, options: TestOptions = {}) {
  const { pool, authPool, secrets } = database
  const { server } = await buildApp({
    database: { pool, authPool, secrets },
    clock: options.clock ?? clockAt(testMoment),
    log: pino({ level: process.env['UOMMAM_TEST_LOG'] ?? 'silent' }),
    webFolder: '/nonexistent',
    publicUrl: () => options.publicUrl ?? 'http://localhost',
    identityServer: options.identityServer,
    trustedProxies: options.trustedProxies ?? [],
    open: false,
  })
  afterAll(() => server.close())

  const signedAs = (person: Person) => ({
    cookie: sessionCookie(person, secrets.authSecret),
    'x-grant': person.grantId,
  })

  return {
    server,
    /** The headers that show who asks and under which grant. */
    signedAs,
    /** Signed in, under the person's grant. */
    as: (person: Person) => clientOf(server, signedAs(person)),
    /** Nobody in particular. */
    stranger: clientOf(server, {}),
  }
}

async function send(
  server: FastifyInstance,
  method: Method,
  address: string,
  { headers = {}, payload }: Sent,
): Promise<Reply> {
  const url = `/api${address}`
  const reply = await server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
  const isJson = /json/.test(String(reply.headers['content-type']))
  const body: unknown = isJson && reply.body !== '' ? JSON.parse(reply.body) : reply.body
  return { status: reply.statusCode, body, bytes: reply.rawPayload, headers: reply.headers }
}

function clientOf(server: FastifyInstance, signed: Record<string, string>): Client {
  const withBody = (method: Method) => (url: string, body?: unknown) =>
    body === undefined
      ? send(server, method, url, { headers: signed })
      : send(server, method, url, {
          headers: { ...signed, 'content-type': 'application/json' },
          payload: JSON.stringify(body),
        })
  return {
    get: (url) => send(server, 'GET', url, { headers: signed }),
    post: withBody('POST'),
    put: withBody('PUT'),
    del: withBody('DELETE'),
    upload: async (url, file, fields = {}) => {
      const { type, payload } = await multipart(file, fields)
      return send(server, 'POST', url, { headers: { ...signed, 'content-type': type }, payload })
    },
  }
}

/** Better Auth's cookie: the token, a dot and its HMAC-SHA256, URL-encoded. */
export function sessionCookie(person: Person, secret: string): string {
  const token = sessionToken(person)
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `uommam.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

async function multipart(
  { name, bytes }: { name: string; bytes: Uint8Array },
  fields: Record<string, string>,
): Promise<{ type: string; payload: Buffer }> {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  form.set('file', new Blob([Uint8Array.from(bytes)]), name)
  const encoded = new Response(form)
  return {
    type: encoded.headers.get('content-type') ?? '',
    payload: Buffer.from(await encoded.arrayBuffer()),
  }
}
