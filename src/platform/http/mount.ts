import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { z } from 'zod'
import { newId } from '#base/id.ts'
import type { Actor, Device, Origin } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { readScope, writeScope } from '../db/scope.ts'
import { everywhere, type Range } from '../db/types.ts'
import { createLanes, type Lanes, longestQueue } from './lanes.ts'
import { httpProblem } from './problems.ts'
import { InvalidInput, problemReply, refusalOf } from './refusals.ts'
import type { FileReply, Route, RouteInput } from './route.ts'
import { createTogether } from './together.ts'

export type SeenRecords = {
  actor: Actor
  route: string
  childIds: readonly string[]
  kind: 'read' | 'export'
  /** The parsed search of an export, as JSON: codes and ids; names never stand in an address. */
  asked?: string
}

/** What the mount needs from the application around it. */
export type Surroundings = {
  pool: pg.Pool
  clock: Clock
  authenticate: (headers: Headers) => Promise<Actor | undefined>
  /** Whether the grant allows it, at its place, today. */
  may: (actor: Actor, capability: string) => boolean
  /** Settles when the entry is durable: the reply waits for it. */
  recordReads: (seen: SeenRecords) => Promise<void>
}

type Inside = Surroundings & { together: ReturnType<typeof createTogether>; lanes: Lanes }

/** Characters of an export's search that the audit keeps. */
const longestAsked = 500

/** The one place that knows a request's life: who asks, may they, parse, one transaction, audit, reply. */
export async function mountRoutes(
  server: FastifyInstance,
  routes: readonly Route[],
  around: Surroundings,
): Promise<void> {
  const { pool } = around
  const inside: Inside = {
    ...around,
    together: createTogether(pool),
    lanes: createLanes(pool.options.max),
  }
  await server.register(multipart, { limits: { files: 1, fields: 20, fieldSize: 100_000 } })
  for (const route of routes) {
    server.route({
      method: route.method,
      url: `/api${route.url}`,
      bodyLimit: route.maxBytes,
      handler: (request, reply) => answer(route, inside, request, reply),
    })
  }
  server.setErrorHandler((cause, request, reply) => refuse(cause, request, reply))
}

async function answer(
  route: Route,
  around: Inside,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  refuseLongQueue(around)
  refuseCrossSite(request)
  const actor = await whoAsks(route, around, request)
  const input = await readInput(route, request)
  const result = await run(route, around, actor, input)
  if (route.kind === 'download') {
    const childIds = isFile(result) ? (result.childIds ?? []) : []
    const asked = JSON.stringify(Object.assign({}, input.params, input.search)).slice(0, longestAsked)
    await around.recordReads({ actor, route: route.url, childIds, kind: 'export', asked })
    return sendFile(reply, result)
  }
  const childIds = route.reads?.(result, input) ?? []
  if (childIds.length > 0) await around.recordReads({ actor, route: route.url, childIds, kind: 'read' })
  const body = route.reply ? route.reply.parse(result) : result
  return reply.type('application/json').send(JSON.stringify(body) ?? '')
}

/** Asked before the request is read, and again before it waits itself: a burst passes the first question together. */
function refuseLongQueue({ pool, together }: Inside): void {
  if (pool.waitingCount + together.waiting() > longestQueue) throw httpProblem('http.database-away')
}

/** 401 for nobody, 403 for a right that is missing; a second factor that is owed holds back all but 'signed-in'. */
async function whoAsks(route: Route, around: Surroundings, request: FastifyRequest): Promise<Actor> {
  const origin = originOf(request)
  if (route.needs === 'public') return { ...nobody, origin }
  const actor = await around.authenticate(headersOf(request))
  if (!actor) throw httpProblem('http.not-signed-in')
  actor.origin = origin
  if (route.needs === 'signed-in') return actor
  if (actor.heldBack) throw actor.heldBack
  if (!around.may(actor, route.needs)) throw httpProblem('http.not-allowed')
  return actor
}

/** For the audit: the network address, and the kind of device from what the browser says of itself. */
export function originOf({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): Origin {
  return { address: ip, device: deviceOf(headers['user-agent'] ?? '') }
}

function deviceOf(agent: string): Device {
  if (/iPad|Tablet|Android(?!.*Mobile)/.test(agent)) return 'tablet'
  if (/Mobi|iPhone|Android/.test(agent)) return 'phone'
  return agent.startsWith('Mozilla/') ? 'computer' : 'program'
}

async function run(route: Route, around: Inside, actor: Actor, input: RouteInput): Promise<unknown> {
  const { read, write, writeTogether } = route
  const { clock, pool, together, lanes } = around
  const range: Range = route.needs === 'public' ? everywhere : actor.area
  if (read) return lanes.reading(() => readScope(pool, range, (db) => read({ actor, db, clock }, input)))
  refuseLongQueue(around)
  if (write) return lanes.writing(() => writeScope(pool, range, (tx) => write({ actor, tx, clock }, input)))
  if (writeTogether)
    return lanes.writing(() =>
      together.run(`${route.method} ${route.url}`, range, { actor, input }, (tx, asked) =>
        writeTogether({ tx, clock }, asked),
      ),
    )
  throw new Error(`route ${route.url} has no handler`)
}

/** Acts on public routes only: setting up, invitations. Holds no capability. */
const nobody: Actor = {
  accountId: '00000000-0000-0000-0000-000000000000',
  name: '',
  grantId: '00000000-0000-0000-0000-000000000000',
  role: 'nobody',
  capabilities: new Set(),
  validFrom: '2000-01-01',
  validTo: null,
  area: { id: '', code: '', kind: 'nation', name: '', lft: 0, rgt: 0 },
  language: 'vi',
}

/** A page of another site cannot make a signed-in browser send commands (besides SameSite cookies). */
export function refuseCrossSite(request: FastifyRequest): void {
  if (request.method === 'GET') return
  const { origin, host } = request.headers
  if (request.headers['sec-fetch-site'] === 'cross-site') throw httpProblem('http.cross-site')
  // Browsers leave out the usual port, some programs name it.
  const ownHost = host?.replace(/:(80|443)$/, '')
  if (origin && URL.canParse(origin) && new URL(origin).host !== ownHost) throw httpProblem('http.cross-site')
}

/** As Better Auth and our sessions want them. A header sent twice arrives joined, by RFC 9110, section 5.3. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value))
  return headers
}

/** All parts are parsed before any is refused: a person sees every wrong field at once. */
async function readInput(route: Route, request: FastifyRequest): Promise<RouteInput> {
  const issues: z.core.$ZodIssue[] = []
  const parse = (contract: z.ZodType | undefined, value: unknown): unknown => {
    const parsed = contract?.safeParse(value)
    if (parsed && !parsed.success) issues.push(...parsed.error.issues)
    return parsed?.data
  }
  const form = route.kind === 'upload' ? await readForm(request, route.maxBytes) : undefined
  const input = {
    params: parse(route.params, request.params),
    search: parse(route.search, request.query),
    body: parse(route.body, request.body ?? {}),
    fields: parse(route.fields, form?.fields),
    ...(form ? { file: form.file } : {}),
  }
  if (issues.length > 0) throw new InvalidInput(issues)
  return input
}

/** One file and its text fields, in memory: the route's limit of bytes holds while they arrive. */
async function readForm(request: FastifyRequest, maxBytes: number) {
  const fields: Record<string, unknown> = {}
  let file: { name: string; bytes: Buffer } | undefined
  if (!request.isMultipart()) throw httpProblem('http.no-file')
  for await (const part of request.parts({ limits: { fileSize: maxBytes } })) {
    if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() }
    else fields[part.fieldname] = part.value
  }
  if (!file) throw httpProblem('http.no-file')
  if (file.bytes.length === 0) throw httpProblem('http.empty-file')
  return { fields, file }
}

function isFile(value: unknown): value is FileReply {
  return typeof value === 'object' && value !== null && 'bytes' in value && 'fileName' in value
}

/** The name in both forms of RFC 6266: plain for old programs, UTF-8 (RFC 8187) with its Vietnamese marks. */
function sendFile(reply: FastifyReply, result: unknown): FastifyReply {
  if (!isFile(result)) throw new Error('a download handler must return a file')
  const plain = result.fileName.normalize('NFD').replace(/[^\x20-\x7e]|"/g, '')
  const encoded = encodeURIComponent(result.fileName)
  return reply
    .type(result.mediaType)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(result.bytes.buffer, result.bytes.byteOffset, result.bytes.byteLength))
}

function refuse(cause: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const language = /^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi'
  const refusal = refusalOf(cause)
  const trace = newId().slice(-12)
  if (!refusal)
    request.log.error({ trace, err: withoutData(cause), route: request.routeOptions.url }, 'unexpected')
  const problem = refusal ?? httpProblem('http.unexpected', { trace })
  void reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemReply(problem, language, cause)))
}

/** PostgreSQL puts row values into `detail`: logs hold no personal data, so only the kind and the place stay. */
function withoutData(cause: unknown): { name: string; message: string; stack: string | undefined } {
  if (!(cause instanceof Error)) return { name: typeof cause, message: '', stack: undefined }
  const fromDatabase = 'severity' in cause
  const message = fromDatabase && 'code' in cause ? `database error ${String(cause.code)}` : cause.name
  return { name: cause.name, message, stack: cause.stack?.split('\n').slice(1, 12).join('\n') }
}
