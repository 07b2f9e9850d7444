/**
 * `node bench/closing-day.ts [SECONDS] [CHILDREN]`: the closing day of a report. Every commune of a province makes its
 * report, types numbers, writes, gives its reasons and sends within SECONDS (ten minutes of a real day, compressed),
 * while 200 people read. Afterwards every number, text and report that was acknowledged must be there. Writes
 * bench/README-closing-day.md.
 */
import { mkdtemp, chmod, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'
import { vietnamDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded.ts'
import { createPool } from '#platform/db/pool.ts'
import { pause } from './client.ts'
import { makeDatabase } from './database.ts'
import { addVillages, type BenchCommune, fill, provinceCode } from './data.ts'
import { startOurServer } from './our-server.ts'
import { peakMemory } from './processes.ts'

const seconds = Number(process.argv[2] ?? 60)
const size = Number(process.argv[3] ?? 10_000)
const readers = 200
/** A person reads a page for half a minute of the ten minutes: compressed like the rest. */
const thinkMs = (30_000 * seconds) / 600
const today = vietnamDay(new Date())
const period = `${Number(today.slice(0, 4))}-H1`
const injuries = ['injured.08.total', 'injured.03.total', 'injured.01.total']

type Server = { url: string; headers: Record<string, string> }
/** What the server said that it had stored. */
type Sent = { reportId: string; areaId: string; cells: number; text: string | undefined; isSent: boolean }

const times: Record<'read' | 'write', number[]> = { read: [], write: [] }
const refused: string[] = []
let again = 0

/** A busy server says 503 and the page asks again; so does this, for as long as a person would wait. */
const mostTries = 60

type Asked = { method?: string; body?: object }

/** One request, timed until its answer, with what was asked again; an answer that is not 2xx in the end is refused. */
async function call(kind: 'read' | 'write', server: Server, path: string, asked: Asked = {}) {
  const start = performance.now()
  let reply = await once(server, path, asked)
  for (let tries = 1; reply.status === 503 && tries < mostTries; tries += 1) {
    again += 1
    await pause(500)
    reply = await once(server, path, asked)
  }
  const value: unknown = await reply.json()
  times[kind].push(performance.now() - start)
  if (reply.ok) return value
  const code = z.object({ code: z.string() }).safeParse(value)
  const why = code.success ? code.data.code : ''
  refused.push(`${asked.method ?? 'GET'} ${path.replaceAll(/[0-9a-f-]{36}/g, ':id')} ${reply.status} ${why}`)
  return undefined
}

function once({ url, headers }: Server, path: string, { method = 'GET', body }: Asked): Promise<Response> {
  return fetch(`${url}/api${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

const Made = z.object({ id: z.string() })
const Checked = z.object({
  findings: z.array(z.object({ key: z.string(), level: z.string(), seen: z.unknown() })),
})

/** What an officer of one commune does on the closing day. Undefined when something was refused. */
async function submit(server: Server, areaId: string, planId: string): Promise<Sent | undefined> {
  const write = (method: 'POST' | 'PUT', path: string, body: object) =>
    call('write', server, path, { method, body })
  const made = Made.safeParse(await write('POST', '/reports', { id: newId(), planId, period }))
  if (!made.success) return undefined
  const reportId = made.data.id
  const at = `/reports/${reportId}`
  let cells = 0
  for (const [index, key] of injuries.entries()) {
    const cell = { source: 'typed', value: index + 1, reason: 'Sổ theo dõi của trạm y tế', version: 0 }
    if (await write('PUT', `${at}/cells/${key}`, cell)) cells += 1
  }
  const text = `Đã tổ chức truyền thông; mã kiểm tra ${newId()}.`
  const written = await write('PUT', `${at}/sections/2.1`, { text, version: 0 })
  const checked = Checked.safeParse(await call('read', server, `${at}/check`))
  for (const { key, level, seen } of checked.success ? checked.data.findings : [])
    if (level === 'warning')
      await write('PUT', `${at}/reasons/${encodeURIComponent(key)}`, { seen, reason: 'Đã đối chiếu.' })
  const step = await write('POST', `${at}/steps`, { id: newId(), kind: 'send' })
  return {
    reportId,
    areaId,
    cells,
    text: written === undefined ? undefined : text,
    isSent: step !== undefined,
  }
}

/** Looks at lists, duties and reports until the day is over. */
async function read(server: Server, isOver: () => boolean, index: number): Promise<void> {
  const paths = ['/reports', `/duties/below`, `/duties/below/units?code=ecd-half&period=${period}`, '/duties']
  await pause((index / readers) * thinkMs)
  for (let turn = index; !isOver(); turn += 1) {
    await call('read', server, paths[turn % paths.length] ?? '/reports')
    await pause(thinkMs)
  }
}

async function addPlan(owner: pg.Pool): Promise<string> {
  const id = newId()
  const lists = [
    'bases',
    'targets',
    'targetGroups',
    'tasks',
    'assignments',
    'deadlines',
    'reporting',
    'funding',
  ]
  const nothing = { number: '79', symbol: 'KH-UBND', date: null, place: null, issuer: null, issuerArea: null }
  const reading = {
    ...{ ...nothing, kind: 'plan', title: null, period: null, scope: null, signature: null, warnings: [] },
    ...{ objectives: { general: null, specific: [] }, recipients: [] },
    ...Object.fromEntries(lists.map((name) => [name, []])),
  }
  await owner.query(
    `insert into plans (id, area_id, area_lft, kind, number, symbol, issued_on, issued_month, issuer, title, source_text,
       reading, filed_by)
     select $1, id, lft, 'plan', '79', 'KH-UBND', $2::date, left($2::text, 7), 'UBND tỉnh', 'Chăm sóc trẻ em', 'x', $3, $1
     from areas where kind = 'province' and code = $4 and valid_to is null`,
    [id, `${today.slice(0, 4)}-01-10`, JSON.stringify(reading), provinceCode],
  )
  return id
}

/** The first person becomes the officer of every commune as well: one grant for each. */
async function officersOf(
  owner: pg.Pool,
  server: Server,
  communes: readonly BenchCommune[],
): Promise<Server[]> {
  const grants = communes.map(() => newId())
  await owner.query(
    `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
     select n.id, g.person_id, 'commune-officer', n.area, n.lft, '2025-07-01'
     from accounts_grants g, unnest($2::uuid[], $3::uuid[], $4::int[]) as n (id, area, lft) where g.id = $1`,
    [server.headers['x-grant'], grants, communes.map(({ id }) => id), communes.map(({ lft }) => lft)],
  )
  return grants.map((grant) => ({ ...server, headers: { ...server.headers, 'x-grant': grant } }))
}

/** Everything that was acknowledged, looked for past the program: the number that is not there. */
async function lost(owner: pg.Pool, sent: readonly Sent[]): Promise<number> {
  let missing = 0
  for (const { reportId, areaId, cells, text, isSent } of sent) {
    const { rows } = await owner.query<{ state: string; cells: number; text: string | null; told: number }>(
      `select r.state, (select count(*)::int from reports_cells c where c.report_id = r.id and c.source = 'typed') as cells,
         (select s.text from reports_sections s where s.report_id = r.id and s.key = '2.1') as text,
         (select count(*)::int from duties_sent d where d.area_id = $2 and d.report_id = r.id) as told
       from reports r where r.id = $1`,
      [reportId, areaId],
    )
    const [row] = rows
    const isThere = row !== undefined && row.cells >= cells && (text === undefined || row.text === text)
    const isTold = !isSent || (row?.state === 'sent' && row.told === 1)
    if (!isThere || !isTold) missing += 1
  }
  return missing
}

function line(name: string, all: readonly number[], limit: number): string {
  const inOrder = all.toSorted((left, right) => left - right)
  const at = (share: number) => (inOrder[Math.floor(inOrder.length * share)] ?? 0).toFixed(0)
  return `| ${name} | ${all.length} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${limit} |`
}

type Day = { communes: number; sent: number; missing: number; took: number; memory: number | undefined }

function page({ communes, sent, missing, took, memory }: Day): string {
  const kinds = [...new Set(refused)].map(
    (one) => `${one} (${refused.filter((other) => other === one).length})`,
  )
  return `# A closing day

\`node bench/closing-day.ts ${seconds} ${size}\`: every commune of a province makes its report, types ${injuries.length} numbers, writes a section, gives its reasons and sends within ${seconds} s (ten minutes, compressed), while ${readers} people read lists, duties and who has sent. Afterwards the database is asked past the program for everything that was acknowledged.

${new Date().toISOString().slice(0, 10)}, Node ${process.version.slice(1)}, ${cpus().length} cores shared with other work, load ${(loadavg()[0] ?? 0).toFixed(1)}; ${size.toLocaleString('en')} children.

| | requests | p50 ms | p95 ms | p99 ms | p95 wanted |
| --- | --- | --- | --- | --- | --- |
${line('reads', times.read, 300)}
${line('writes', times.write, 500)}

Sent: ${sent} of ${communes} communes in ${took.toFixed(0)} s. Acknowledged and not found: ${missing}. Asked again because the server was busy (503): ${again}. Refused: ${refused.length}${kinds.length > 0 ? `: ${kinds.join('; ')}` : ''}. Peak memory of the server: ${memory ?? 'not known'} MB.
`
}

async function closingDay(ownerUrl: string): Promise<string> {
  const owner = createPool(ownerUrl, { max: 4 })
  try {
    const communes = await addVillages(owner)
    await fill(owner, communes, { size, today })
    const { rows } = await owner.query<{ id: string }>(
      `select id from areas where kind = 'province' and code = $1 and valid_to is null`,
      [provinceCode],
    )
    const { running, headers } = await startOurServer(ownerUrl, rows[0]?.id ?? '')
    const province = { url: running.url, headers }
    const officers = await officersOf(owner, province, communes)
    const planId = await addPlan(owner)
    let isOver = false
    const reading = Array.from({ length: readers }, (_, index) => read(province, () => isOver, index))
    const start = performance.now()
    const sending = officers.map(async (officer, index) => {
      await pause((index / officers.length) * seconds * 1000)
      return submit(officer, communes[index]?.id ?? '', planId)
    })
    const sent = (await Promise.all(sending)).flatMap((one) => one ?? [])
    const took = (performance.now() - start) / 1000
    isOver = true
    await Promise.all(reading)
    const memory = await peakMemory(running)
    const missing = await lost(owner, sent)
    await running.stop()
    return page({
      ...{ communes: communes.length, sent: sent.filter(({ isSent }) => isSent).length },
      ...{ missing, took, memory },
    })
  } finally {
    await owner.end()
  }
}

const folder = await mkdtemp(join(tmpdir(), 'uommam-closing-'))
await chmod(folder, 0o755)
const postgres = await startEmbeddedPostgres(folder)
try {
  const result = await closingDay(await makeDatabase(postgres.url, 'uommam_closing'))
  console.log(result)
  await writeFile(new URL('README-closing-day.md', import.meta.url), result)
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
