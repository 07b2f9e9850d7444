import type { z } from 'zod'
import { newId } from '#base/id.ts'
import type { Route } from '#platform/http/route.ts'
import type { Client, Reply } from './app.ts'
import type { TestDatabase } from './database.ts'
import { textWithin } from './office-text.ts'
import { type Filling, sampleInput } from './sample-input.ts'

/** Ids of rows, by the name under which a route would ask for them: 'childId', 'runId', 'planId' ... */
export type KnownIds = ReadonlyMap<string, readonly string[]>

export type Call = { route: Route; address: string; body: unknown; fields?: Record<string, string> }

/** Tables with a place that are about what people of other places do, not about this place. */
const trails = /^accounts_(audit|reads)$/

/** The tables that row-level security holds. */
export async function placedTables({ owner }: TestDatabase): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'area_lft' order by 1`,
  )
  return rows.map(({ name }) => name)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Every uuid in the rows of a place, by the name of its column and by the name of its table. */
export async function idsWithin(
  database: TestDatabase,
  { lft, rgt }: { lft: number; rgt: number },
): Promise<KnownIds> {
  const found = new Map<string, Set<string>>()
  for (const table of await placedTables(database)) {
    const { rows } = await database.owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where area_lft between $1 and $2 limit 5`,
      [lft, rgt],
    )
    for (const [column, value] of rows.flatMap(({ row }) => Object.entries(row))) {
      if (typeof value !== 'string' || !uuid.test(value)) continue
      const name = column === 'id' ? `${singular(table)}Id` : camel(column)
      found.set(name, (found.get(name) ?? new Set()).add(value))
    }
  }
  return new Map([...found].map(([name, ids]) => [name, [...ids]]))
}

function singular(table: string): string {
  const last = table.split('_').at(-1) ?? table
  if (last === 'children') return 'child'
  return last.replace(/ies$/, 'y').replace(/(?<=ch|sh)es$|s$/, '')
}

function camel(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Everything that stands in the tables of a place; equal before and after when nothing was touched. */
export async function printOf(
  database: TestDatabase,
  { lft, rgt }: { lft: number; rgt: number },
): Promise<Record<string, string>> {
  const prints: Record<string, string> = {}
  for (const table of (await placedTables(database)).filter((name) => !trails.test(name))) {
    const { rows } = await database.owner.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as print
       from ${table} t where area_lft between $1 and $2`,
      [lft, rgt],
    )
    prints[table] = rows[0]?.print ?? ''
  }
  return prints
}

export type Asked = { ids: KnownIds; values: Readonly<Record<string, unknown>>; words: readonly string[] }

/** The calls that ask one route for rows of the place, in its address, its search and its body; each once. */
export function callsFor(route: Route, asked: Asked): Call[] {
  const calls = pathsOf(route, asked.ids).flatMap((path) =>
    [true, false].flatMap((optional) =>
      (optional && mentionsText(route) ? asked.words : ['']).map((word) =>
        callFor(route, path, { valueOf: fillingOf(asked, word), optional }),
      ),
    ),
  )
  // Without a search or a body all fields and the needed ones are the same call.
  const keyOf = ({ address, body, fields }: Call) => JSON.stringify([address, body, fields])
  return [...new Map(calls.map((call) => [keyOf(call), call])).values()]
}

/** The calls that may add a row there: whole, with what must be there only, and bare. */
export function addingCallsFor(route: Route, asked: Asked): Call[] {
  const [path = route.url] = pathsOf(route, asked.ids)
  const valueOf = fillingOf(asked, '')
  return [{ optional: true }, { optional: false }, { optional: false, bare: true }].map((how) =>
    callFor(route, path, { ...how, valueOf }),
  )
}

function callFor(route: Route, path: string, filling: Filling): Call {
  const body = sampleInput(route.body, filling)
  const fields = strings(sampleInput(route.fields, filling))
  const search = new URLSearchParams(strings(sampleInput(route.search, filling)))
  const query = search.size > 0 ? `?${search.toString()}` : ''
  return { route, address: path + query, body, fields }
}

function mentionsText({ body, search }: Route): boolean {
  return [body, search].some((contract) => contract && 'text' in shapeOf(contract))
}

function shapeOf(contract: z.ZodType): object {
  return 'shape' in contract ? Object(contract.shape) : {}
}

/** The holes of addresses for which there is no example: such a route would be walked with nothing to find. */
export function holesWithout(routes: readonly Route[], ids: KnownIds): string[] {
  const missing = ({ url }: Route) => (url.match(/:\w+/g) ?? []).filter((hole) => !ids.has(hole.slice(1)))
  return [...new Set(routes.flatMap(missing))]
}

/** Each hole of the address takes each id that its name fits; where none does, some of those there are. */
function pathsOf({ url }: Pick<Route, 'url'>, ids: KnownIds): string[] {
  const [hole] = /:\w+/.exec(url) ?? []
  if (!hole) return [url]
  const name = hole.slice(1)
  const every = name.endsWith('Id')
    ? [...new Set([...ids.values()].flatMap(([one]) => one ?? []))].slice(0, 4)
    : ['1', 'general']
  return (ids.get(name) ?? every).flatMap((id) => pathsOf({ url: url.replace(hole, id) }, ids))
}

function fillingOf({ ids, values }: Asked, word: string) {
  return (name: string, format: string | undefined): unknown => {
    if (name in values) return values[name]
    if (name === 'text') return word === '' ? 'an' : word
    return format === 'uuid' ? (ids.get(name)?.[0] ?? newId()) : undefined
  }
}

function strings(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(Object(value)).map(([name, one]) => [name, String(one)]))
}

const anyFile = { name: 'tep.csv', bytes: Buffer.from('Họ và tên,Ngày sinh\n', 'utf8') }

export function send(client: Client, { route, address, body, fields }: Call): Promise<Reply> {
  if (route.kind === 'upload') return client.upload(address, anyFile, fields)
  if (route.method === 'GET') return client.get(address)
  if (route.method === 'DELETE') return client.del(address, body)
  return route.method === 'PUT' ? client.put(address, body ?? {}) : client.post(address, body ?? {})
}

/** What of the secrets stands in the reply and not in the question: an echo is no leak. */
export function leaksOf(call: Call, reply: Reply, secrets: readonly string[]): string[] {
  const question = `${decodeURIComponent(call.address.replaceAll('+', ' '))} ${JSON.stringify(call.body)}`
  const answer = `${textWithin(reply.bytes)} ${JSON.stringify(reply.headers)}`
  return secrets.filter((secret) => answer.includes(secret) && !question.includes(secret))
}

/** Whether a reply says nothing: no text, no number but zero, whatever of the question it repeats. */
export function isEmpty(value: unknown, call: Call): boolean {
  if (Array.isArray(value)) return value.every((one) => isEmpty(one, call))
  if (typeof value === 'object' && value !== null)
    return Object.values(value).every((one) => isEmpty(one, call))
  return (
    !value || (call.address + JSON.stringify(call.body)).includes(JSON.stringify(value).replaceAll('"', ''))
  )
}
