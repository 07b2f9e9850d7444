import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { headersOf, mountRoutes, refuseCrossSite, type Surroundings } from './mount.ts'
import { openApi } from './openapi.ts'
import { httpProblem } from './problems.ts'
import { problemReply } from './refusals.ts'
import type { Route } from './route.ts'

export type ServerParts = {
  routes: readonly Route[]
  around: Surroundings
  /** Better Auth's own addresses under /api/auth. */
  signIn: (request: Request) => Promise<Response>
  publicUrl: () => string
  webFolder: string
  log: Logger
  trustedProxies: readonly string[]
}

/** Content Security Policy, level 3: only our own files run. Styles stand in the page because Mantine writes them. */
const pageSecurity =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'"

/** Requests are checked by contracts (mount.ts). Without these Fastify loads its own two compilers of schemas, 100 modules. */
const noSchemas = {
  compilersFactory: {
    buildValidator: () => refuseSchema,
    buildSerializer: () => refuseSchema,
  },
}

function refuseSchema(): never {
  throw new Error('a route has a contract, not a schema')
}

/** The server with everything mounted; it does not listen yet. Bodies are limited to 1 MB where a route says no other. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const log: FastifyBaseLogger = parts.log
  const server = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger of its own for each request costs a twentieth of its time; ours name the request by a trace.
    childLoggerFactory: (logger) => logger,
    bodyLimit: 1_000_000,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    schemaController: noSchemas,
    trustProxy: parts.trustedProxies.length > 0 ? [...parts.trustedProxies] : false,
  })
  server.addHook('onSend', (_request, reply, _payload, done) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin')
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    done()
  })
  await mountRoutes(server, parts.routes, parts.around)
  mountSignIn(server, parts)
  mountDocs(server, parts.routes)
  await mountWeb(server, parts.webFolder)
  return server
}

/**
 * Better Auth speaks the Request and Response of the web (WHATWG Fetch); cookies are handed over one header each, since
 * they must not be joined (RFC 6265, section 3).
 */
function mountSignIn(server: FastifyInstance, { signIn, publicUrl }: ServerParts): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) => {
      refuseCrossSite(request)
      const headers = headersOf(request)
      const body = request.body === undefined ? undefined : JSON.stringify(request.body)
      headers.delete('content-length')
      headers.set('x-forwarded-for', request.ip)
      const address = new URL(request.url, publicUrl())
      const response = await signIn(
        new Request(address, { method: request.method, headers, ...(body === undefined ? {} : { body }) }),
      )
      if (response.status >= 500) throw httpProblem('http.database-away')
      void reply.status(response.status)
      for (const [name, value] of response.headers) if (name !== 'set-cookie') void reply.header(name, value)
      const cookies = response.headers.getSetCookie()
      if (cookies.length > 0) void reply.header('set-cookie', cookies)
      return reply.send(await response.text())
    },
  })
}

/** The page that shows the API comes from the installation itself: no request leaves it. */
function mountDocs(server: FastifyInstance, routes: readonly Route[]): void {
  const program = join(dirname(createRequire(import.meta.url).resolve('rapidoc/package.json')), 'dist')
  server.get('/api/openapi.json', async () => openApi(routes))
  void server.register(fastifyStatic, {
    root: program,
    prefix: '/api/docs/',
    decorateReply: false,
    index: false,
  })
  server.get('/api/docs', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send(
        '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Ươm Mầm API</title>' +
          '<script type="module" src="/api/docs/rapidoc-min.js"></script>' +
          '<rapi-doc spec-url="/api/openapi.json" render-style="view" theme="light" load-fonts="false" allow-try="true"></rapi-doc></html>',
      ),
  )
}

/** The built page; every address that is not a file is the page itself, which knows its own addresses. */
async function mountWeb(server: FastifyInstance, folder: string): Promise<void> {
  if (existsSync(folder))
    await server.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        const forever = path.includes('/assets/')
        void reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  server.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || /^\/(api|assets)\//.test(request.url) || !existsSync(folder)) {
      const language = /^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi'
      return reply
        .status(404)
        .type('application/problem+json')
        .send(JSON.stringify(problemReply(httpProblem('http.not-found'), language)))
    }
    return reply
      .header('content-security-policy', pageSecurity)
      .header('cache-control', 'no-cache')
      .sendFile('index.html')
  })
}
