/**
 * `npm run bench -- sign-in`: 1,000 people sign in within a minute, from few addresses as offices have them; then all
 * 1,000 sessions work at once. On a database of its own, against the server as `npm start` runs it.
 */
import { cpus, loadavg } from 'node:os'
import { hashPassword } from 'better-auth/crypto'
import pg from 'pg'
import { newId } from '#base/id.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded.ts'
import { pause } from './client.ts'
import { makeDatabase } from './database.ts'
import { startOurServer } from './our-server.ts'
import {
  cpuSecondsOfAll,
  databaseCpuSeconds,
  forgetPeakMemory,
  peakMemory,
  type Running,
} from './processes.ts'
import { writeSection } from './sections.ts'

const people = 1_000
const windowMs = 60_000
const workSeconds = 20
const password = 'một nghìn người đăng nhập'

type Times = { p50: number; p99: number; most: number }
type Cpu = { server: number; database: number; client: number }
type Measured = {
  signIns: { seconds: number; failed: number; times: Times; memory: number | undefined; cpu: Cpu }
  sessions: { perSecond: number; failed: number; times: Times; memory: number | undefined }
  load: number
}

export async function benchSignIn(folder: string): Promise<void> {
  const postgres = await startEmbeddedPostgres(folder)
  try {
    const ownerUrl = await makeDatabase(postgres.url, 'uommam_bench')
    const { areaId, commune } = await findPlaces(ownerUrl)
    const { running } = await startOurServer(ownerUrl, areaId)
    try {
      await addPeople(ownerUrl, commune)
      const measured = await measure(running, folder)
      console.log(describe(measured))
      await writeSection('Signing in', `${method}\n\n${describe(measured)}`)
      const { signIns, sessions } = measured
      if (signIns.failed + sessions.failed > 0) process.exitCode = 1
    } finally {
      await running.stop()
    }
  } finally {
    await postgres.stop()
  }
}

async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function findPlaces(ownerUrl: string) {
  return withOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; kind: string }>(
      `select id, kind from areas where code in ('51', '23500') and kind in ('province', 'commune') and valid_to is null`,
    )
    const idOf = (wanted: string) => rows.find(({ kind }) => kind === wanted)?.id ?? ''
    return { areaId: idOf('province'), commune: idOf('commune') }
  })
}

/** A thousand collaborators with one password: hashing it once here keeps the preparation short. */
async function addPeople(ownerUrl: string, commune: string): Promise<void> {
  const hash = await hashPassword(password)
  const ids = Array.from({ length: people }, () => newId())
  await withOwner(ownerUrl, async (client) => {
    await client.query(
      `insert into auth."user" ("id", "name", "email", "emailVerified", "username", "displayUsername", "updatedAt")
       select id, 'Người thứ ' || n, 'nguoi.' || n || '@uommam.invalid', false, 'nguoi.' || n, 'nguoi.' || n, now()
       from unnest($1::uuid[]) with ordinality as p (id, n)`,
      [ids],
    )
    await client.query(
      `insert into auth."account" ("accountId", "providerId", "userId", "password", "updatedAt")
       select id::text, 'credential', id, $2, now() from unnest($1::uuid[]) as p (id)`,
      [ids, hash],
    )
    await client.query(
      `insert into accounts_people (id, full_name, username)
       select id, 'Người thứ ' || n, 'nguoi.' || n from unnest($1::uuid[]) with ordinality as p (id, n)`,
      [ids],
    )
    await client.query(
      `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
       select p.id, p.id, 'collaborator', a.id, a.lft, '2025-07-01'
       from unnest($1::uuid[]) as p (id), areas a where a.id = $2`,
      [ids, commune],
    )
    await client.query('analyze')
  })
}

/** Seconds of processor time until now: the server with the process that hashes, the database, these callers. */
async function cpuOf({ child }: Running, folder: string): Promise<Cpu> {
  const { user, system } = process.cpuUsage()
  const [server, database] = await Promise.all([cpuSecondsOfAll(child.pid), databaseCpuSeconds(folder)])
  return { server, database, client: (user + system) / 1e6 }
}

async function measure(running: Running, folder: string): Promise<Measured> {
  const load = loadavg()[0] ?? 0
  await forgetPeakMemory(running)
  const before = await cpuOf(running, folder)
  const start = performance.now()
  // Spread over the minute as people come, not all in the first second; nobody waits for another.
  const arrivals = Array.from({ length: people }, async (_, index) => {
    await pause((index * windowMs * 0.75) / people)
    return signIn(running, index + 1)
  })
  const arrived = await Promise.all(arrivals)
  const seconds = (performance.now() - start) / 1000
  const after = await cpuOf(running, folder)
  const cookies = arrived.flatMap(({ cookie }) => (cookie ? [cookie] : []))
  const signIns = {
    seconds,
    failed: people - cookies.length,
    times: timesOf(arrived.map(({ ms }) => ms)),
    memory: await peakMemory(running),
    cpu: {
      server: after.server - before.server,
      database: after.database - before.database,
      client: after.client - before.client,
    },
  }
  await forgetPeakMemory(running)
  const sessions = await workAtOnce(running, cookies)
  return { signIns, sessions: { ...sessions, memory: await peakMemory(running) }, load }
}

async function signIn({ url }: Running, number: number): Promise<{ ms: number; cookie: string | undefined }> {
  const start = performance.now()
  const reply = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: `nguoi.${number}`, password }),
  }).catch(() => undefined)
  const cookie = reply?.headers.getSetCookie().find((line) => line.includes('session_token='))
  await reply?.arrayBuffer()
  return { ms: performance.now() - start, cookie: cookie?.split(';')[0] }
}

/** Every session asks who it is, as often as a busy person taps: once in two seconds. */
async function workAtOnce({ url }: Running, cookies: readonly string[]) {
  const times: number[] = []
  const refused = new Map<number, number>()
  const end = performance.now() + workSeconds * 1000
  await Promise.all(
    cookies.map(async (cookie, index) => {
      await pause((index * 2_000) / cookies.length)
      while (performance.now() < end) {
        const start = performance.now()
        const reply = await fetch(`${url}/api/me`, { headers: { cookie } }).catch(() => undefined)
        await reply?.arrayBuffer()
        times.push(performance.now() - start)
        const status = reply?.status ?? 0
        if (status !== 200) refused.set(status, (refused.get(status) ?? 0) + 1)
        await pause(Math.max(0, 2_000 - (performance.now() - start)))
      }
    }),
  )
  const failed = [...refused.values()].reduce((sum, count) => sum + count, 0)
  for (const [status, count] of refused) console.log(`answered by ${status}: ${count}`)
  return { perSecond: Math.round(times.length / workSeconds), failed, times: timesOf(times) }
}

function timesOf(values: readonly number[]): Times {
  const sorted = values.toSorted((left, right) => left - right)
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}

function describe({ signIns, sessions, load }: Measured): string {
  const day = new Date().toISOString().slice(0, 10)
  return [
    `${day}, Node ${process.versions.node}, ${cpus().length} cores, load average ${load.toFixed(1)} at the start.`,
    '',
    '| | count | failed | time | waiting p50 / p99 / most, ms | most memory, MB |',
    '| --- | --- | --- | --- | --- | --- |',
    `| sign-ins by password | ${people} | ${signIns.failed} | ${signIns.seconds.toFixed(1)} s, processor: server ${inSeconds(signIns.cpu.server)}, database ${inSeconds(signIns.cpu.database)}, callers ${inSeconds(signIns.cpu.client)} | ${words(signIns.times)} | ${signIns.memory ?? '?'} |`,
    `| sessions at work | ${people - signIns.failed} | ${sessions.failed} | ${sessions.perSecond} requests/s for ${workSeconds} s | ${words(sessions.times)} | ${sessions.memory ?? '?'} |`,
  ].join('\n')
}

const inSeconds = (value: number) => `${value.toFixed(0)} s`

const words = ({ p50, p99, most }: Times) => `${p50} / ${p99} / ${most}`

const method = `1,000 people sign in within a minute (they arrive over 45 s; scrypt N 16384, r 16 costs 70 ms of a core each, in a
process of its own with large pages, as many at once as there are cores, the others wait in line; the callers share the
two cores); then each of the 1,000 sessions asks once in two seconds.`
