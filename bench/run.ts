/**
 * `npm run bench`: the same work by a bare server and by ours, on the same PostgreSQL with the same generated data;
 * the bare server before and after, so that a noisy machine shows. `--quick` uses a tenth of the data and short runs; `million` (or
 * `million 200000`) compares W2-W4 at 1,000,000 children with the same at a tenth and asks every kind of search
 * (a quarter of an hour on a machine that does nothing else, 12 GB of disk).
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { vietnamDay } from '#base/day.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded.ts'
import { createPool } from '#platform/db/pool.ts'
import { benchChildPage } from './child-page.ts'
import { makeDatabase } from './database.ts'
import { measureCoverage } from './coverage-work.ts'
import { addVillages, listCommunes, provinceCode, sampleChildren } from './data.ts'
import { untilDrained } from './drained.ts'
import { fill } from './fill.ts'
import { measureImport } from './import-work.ts'
import { fire } from './load.ts'
import { multiply } from './multiply.ts'
import { type OurServer, startOurServer } from './our-server.ts'
import {
  cpuSeconds,
  databaseCpuSeconds,
  forgetPeakMemory,
  peakMemory,
  type Running,
  startProcess,
} from './processes.ts'
import { type Compared, type Measured, printReport, type Result, writeGrowth, writeReport } from './report.ts'
import { measureSearches } from './searches.ts'
import { benchSignIn } from './sign-in.ts'
import { askForStatements, forgetStatements, printStatements, watchWaits } from './statements.ts'
import { type Known, makeWorks, registering, type Work } from './works.ts'

const quick = process.argv.includes('--quick')
const million = process.argv.includes('million')
const only = million ? ['W2', 'W3', 'W4'] : process.argv.filter((word) => /^W\d$/.test(word))
const statements = process.argv.includes('--statements')
const wantedSize = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? (quick ? 100_000 : 1_000_000))
/** So many times the children of the usual database stand in the large one. */
const growth = 10
const usualSize = million ? wantedSize / growth : quick ? 10_000 : 100_000
const seconds = quick ? 3 : 8
const today = vietnamDay(new Date())

const folder = await mkdtemp(join(tmpdir(), 'uommam-bench-'))
await chmod(folder, 0o755)
// `npm run bench -- sign-in` measures signing in alone.
if (process.argv.includes('sign-in')) await benchSignIn(folder)
else if (million) await benchMillion()
else if (process.argv.includes('child-page')) await openChildPages()
else await benchWorks()
await rm(folder, { recursive: true, force: true })

async function benchWorks(): Promise<void> {
  const postgres = await startPostgres()
  try {
    const result = await bench(await makeDatabase(postgres.url, 'uommam_bench'), usualSize)
    if (!quick && only.length === 0) await writeReport(result)
  } finally {
    await postgres.stop()
  }
}

/** `npm run bench -- child-page`: how long the page of one child takes with few and with many records. */
async function openChildPages(): Promise<void> {
  const postgres = await startPostgres()
  const ownerUrl = await makeDatabase(postgres.url, 'uommam_pages')
  const owner = createPool(ownerUrl, { max: 2 })
  const children = await fill(owner, await addVillages(owner), { size: 2_000, today })
  const server = await startOurServer(ownerUrl, await provinceOf(owner))
  try {
    await untilDrained(owner)
    const byAge = children.toSorted((a, b) => (a.bornOn < b.bornOn ? -1 : 1))
    const [old, young] = [byAge[0], byAge.at(-1)]
    if (old && young) await benchChildPage(server, { old, young: young.id, today })
  } finally {
    await server.running.stop()
    await owner.end()
    await postgres.stop()
  }
}

/**
 * Both sizes on the same server, one after the other: what is compared is the latency of ours, not the rate. The large
 * database is the usual one with every child `growth` times in it.
 */
async function benchMillion(): Promise<void> {
  const postgres = await startPostgres()
  try {
    const usualUrl = await makeDatabase(postgres.url, 'uommam_usual')
    const usual = await bench(usualUrl, usualSize)
    const server = createPool(postgres.url, { max: 1 })
    await server.query('create database uommam_large template uommam_usual')
    await server.end()
    const large = await benchLarge(usualUrl.replace(/uommam_usual$/, 'uommam_large'), usual)
    await writeGrowth(usual, large, { keep: wantedSize >= 1_000_000 })
  } finally {
    await postgres.stop()
  }
}

async function benchLarge(ownerUrl: string, { size, drained }: Result) {
  const owner = createPool(ownerUrl, { max: 4 })
  say(`each of ${size} children ${growth} times ...`)
  await multiply(owner, growth)
  const known = { communes: await listCommunes(owner), children: await sampleChildren(owner), today }
  const areaId = await provinceOf(owner)
  const sides = await startSides(owner, ownerUrl, areaId)
  try {
    const result = await measure(sides, known, { areaId, size: size * growth })
    const searched = await measureSearches(owner, sides.ours)
    say('searches measured')
    return { ...result, drained, searched }
  } finally {
    await stopSides(sides)
  }
}

/** With `--statements` the database counts its statements, which costs a little: for looking, not for the record. */
async function startPostgres() {
  const first = await startEmbeddedPostgres(folder)
  if (!statements) return first
  await askForStatements(first.url)
  await first.stop()
  return startEmbeddedPostgres(folder)
}

function say(text: string): void {
  console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${text}`)
}

function wants(name: string): boolean {
  return only.length === 0 || only.includes(name)
}

async function provinceOf(owner: pg.Pool): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from areas where kind = 'province' and code = $1 and valid_to is null`,
    [provinceCode],
  )
  return rows[0]?.id ?? ''
}

async function startSides(owner: pg.Pool, ownerUrl: string, areaId: string): Promise<Sides> {
  const ours = await startOurServer(ownerUrl, areaId)
  const raw = await startProcess('bench/raw-server.ts', { BENCH_DATABASE_URL: ownerUrl })
  return { owner, ours, raw }
}

async function stopSides({ owner, ours, raw }: Sides): Promise<void> {
  await raw.stop()
  await ours.running.stop()
  await owner.end()
}

async function bench(ownerUrl: string, size: number): Promise<Result> {
  const owner = createPool(ownerUrl, { max: 4 })
  say(`making ${size} children with ${4 * size} services ...`)
  const communes = await addVillages(owner)
  const children = await fill(owner, communes, { size, today })
  const areaId = await provinceOf(owner)
  const sides = await startSides(owner, ownerUrl, areaId)
  try {
    const result = await measure(sides, { children, communes, today }, { areaId, size })
    printReport(result)
    return result
  } finally {
    await stopSides(sides)
  }
}

async function measure(
  sides: Sides,
  known: Known,
  { areaId, size }: { areaId: string; size: number },
): Promise<Result> {
  const { owner, ours } = sides
  say('our worker makes the status of every child ...')
  const drained = Math.round(size / (await untilDrained(owner)))
  say(`done, ${drained} children/s`)
  await forgetPeakMemory(ours.running)
  const compared: Compared[] = []
  for (const work of makeWorks(known).filter(({ name }) => wants(name))) {
    compared.push(await compare(work, sides))
    say(`${work.name} measured`)
  }
  const memory = await peakMemory(ours.running)
  const where = { areaId, period: today.slice(0, 4), register: registering(known, 4) }
  const coverage = wants('W6') ? await measureCoverage(ours, where) : undefined
  const roster = {
    owner,
    server: ours,
    folder,
    communes: known.communes,
    today,
    rows: quick ? 5_000 : 50_000,
  }
  const imported = wants('W5') ? await measureImport(roster) : undefined
  return { compared, coverage, imported, memory, size, drained }
}

type Sides = { owner: pg.Pool; raw: Running; ours: OurServer }

/** Raw, ours, raw; before each a second of warming up. What our worker still has to do is waited for. */
async function compare(work: Work, { owner, raw, ours: { running, headers } }: Sides): Promise<Compared> {
  const shoot = async (server: Running): Promise<Measured> => {
    await fire(server.url, work.next, { seconds: 1, headers })
    const start = { server: await cpuSeconds(server), database: await databaseCpuSeconds(folder) }
    const measured = await fire(server.url, work.next, { seconds, headers })
    const each = (used: number) => (1000 * used) / Math.max(measured.total, 1)
    const cpuMs = each((await cpuSeconds(server)) - start.server)
    return { ...measured, cpuMs, databaseCpuMs: each((await databaseCpuSeconds(folder)) - start.database) }
  }
  const before = await shoot(raw)
  if (statements) await forgetStatements(owner)
  const stopWatching = statements ? watchWaits(owner) : undefined
  const ours = await shoot(running)
  await stopWatching?.()
  if (statements) await printStatements(owner)
  await untilDrained(owner)
  await owner.query('checkpoint')
  const after = await shoot(raw)
  return { work, before, ours, after }
}
