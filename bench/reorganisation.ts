/**
 * `node bench/reorganisation.ts FOLDER [--quick]`: the reform of 1/7/2025 replayed on the full national list (FOLDER
 * holds the tables of units before and after), with generated children in the communes of one province: previewed,
 * applied, undone, applied again, while readers go on asking. Rows are compared where they must be equal.
 */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { Period } from '#base/period.ts'
import { fillHooks } from '#apps/hooks.ts'
import { allJobs } from '#apps/jobs.ts'
import { loadReferenceData } from '#apps/server.ts'
import { systemActor } from '#modules/accounts/server/public.ts'
import { findAreaByCode } from '#modules/areas/server/public.ts'
import { importUnits } from '#modules/areas/server/import-units.ts'
import { readUnitFolder } from '#modules/areas/server/read-units.ts'
import {
  applyCaseById,
  prepareCase,
  previewCase,
  undoCaseById,
} from '#modules/reorganisation/server/commands.ts'
import { reformCase } from '#modules/reorganisation/server/replay.ts'
import type { PrepareCase, ReorganisationCase } from '#modules/reorganisation/shared/contract.ts'
import { drainBatch, recountDifferences } from '#modules/services/server/public.ts'
import { systemClock } from '#platform/clock.ts'
import { connectDatabase, type Database } from '#platform/db/database.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded.ts'
import { createPool } from '#platform/db/pool.ts'
import { readScope, writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { addOldVillages, fillOldCommunes, type OldCommune } from './old-communes.ts'
import { whileReading, wordsOf } from './readers.ts'

const [folder = '../shared/admin-units'] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const quick = process.argv.includes('--quick')
const clock = systemClock
const reformDay = '2025-07-01'

/** 100,000 children, 5,000 of them in a commune that is merged and 1,000 in one that is divided. */
const wanted = quick
  ? { all: 10_000, merged: 5_000, divided: 1_000 }
  : { all: 100_000, merged: 5_000, divided: 1_000 }

const started = performance.now()
function say(text: string): void {
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`)
}

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  say(`${name}: ${((performance.now() - start) / 1000).toFixed(2)} s`)
  return result
}

/** Seconds of processor that the connections to the database and this process have used; Linux only, else 0. */
async function processorSeconds(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database()',
  )
  const ticks = await Promise.all(
    rows.map(async ({ pid }) => {
      const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
      return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
    }),
  )
  const { user, system } = process.cpuUsage()
  return ticks.reduce((sum, one) => sum + one, 0) / 100 + (user + system) / 1e6
}

const counted = [
  ...['children', 'children_carers', 'children_name_tokens', 'services_records', 'services_status'],
  ...['services_open', 'services_stale', 'accounts_grants', 'plans', 'reports', 'areas', 'areas_successions'],
]

async function countRows(owner: pg.Pool): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of counted) {
    const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from ${table}`)
    counts[table] = rows[0]?.count ?? 0
  }
  return counts
}

/** Where every child with its rows is, and every counter, as one number. */
async function printOf(owner: pg.Pool): Promise<string> {
  const { rows } = await owner.query<{ print: string }>(
    `select md5(string_agg(line, ' ' order by line)) as print from (
       select id::text || commune_id || coalesce(village_id::text, '') || area_lft as line from children
       union all select child_id::text || period || commune_id || coalesce(village_id::text, '') || area_lft from services_status
       union all select child_id::text || id || area_lft from services_records
       union all select commune_id::text || period || age_years || due::text || got::text from services_counters
       union all select id::text || lft || rgt || coalesce(valid_to::text, '') || coalesce(parent_id::text, '') from areas) t`,
  )
  return rows[0]?.print ?? ''
}

async function inNation<T>({ pool }: Database, work: (writing: Writing) => Promise<T>): Promise<T> {
  return writeScope(pool, everywhere, async (tx) => {
    const nation = await findAreaByCode(tx, 'VN', clock.today())
    if (!nation) throw new Error('the nation is not in the list of units')
    return work({ actor: systemActor(nation), tx, clock })
  })
}

/** Prepared, previewed, applied, undone, applied again; says what changed and whether it is what it must be. */
async function walk(
  database: Database,
  owner: pg.Pool,
  { name, input, communes }: { name: string; input: PrepareCase; communes: readonly OldCommune[] },
): Promise<ReorganisationCase> {
  await inNation(database, (writing) => prepareCase(writing, input))
  const before = { counts: await countRows(owner), print: await printOf(owner) }
  const on = (what: (writing: Writing, id: string) => Promise<ReorganisationCase>) => () =>
    inNation(database, (writing) => what(writing, input.id))
  const { preview } = await timed(`${name}: preview`, on(previewCase))
  say(
    `  ${preview?.old.length} old units, ${preview?.new.length} receiving, ${JSON.stringify(preview?.total)}`,
  )
  const step = async (what: string, run: () => Promise<ReorganisationCase>) => {
    const used = await processorSeconds(owner)
    const load = loadavg()[0] ?? 0
    const communeIds = communes.map(({ id }) => id)
    const { result, readings } = await timed(`${name}: ${what}`, () =>
      whileReading(database.appUrl, communeIds, run),
    )
    const seconds = (await processorSeconds(owner)) - used
    say(`  ${wordsOf(readings)}`)
    say(
      `  processor with those reads ${seconds.toFixed(0)} s; load ${load.toFixed(0)} at the start; ${JSON.stringify(result.outcome)}`,
    )
    return result
  }
  await step('apply', on(applyCaseById))
  const applied = await countRows(owner)
  await step('undo', on(undoCaseById))
  const after = { counts: await countRows(owner), print: await printOf(owner) }
  say(`  rows before ${JSON.stringify(before.counts)}`)
  say(`  rows after applying ${JSON.stringify(applied)}`)
  say(`  undone, rows ${same(before.counts, after.counts)}, every place ${same(before.print, after.print)}`)
  return step('apply again', on(applyCaseById))
}

function same(left: unknown, right: unknown): string {
  return JSON.stringify(left) === JSON.stringify(right) ? 'equal' : 'DIFFERENT'
}

/** Every tenth commune that holds children, counted anew from the records. */
async function recount({ pool }: Database, owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    'select distinct commune_id as id from children order by 1',
  )
  const sample = rows.filter((_, index) => index % 10 === 0)
  let differences = 0
  for (const { id: communeId } of sample)
    differences += (
      await readScope(pool, everywhere, (db) =>
        recountDifferences(db, { communeId, period: Period.parse('2026'), today: clock.today() }),
      )
    ).length
  say(`${rows.length} communes hold children; recount of ${sample.length}: ${differences} differences`)
}

async function run(database: Database, owner: pg.Pool): Promise<void> {
  fillHooks()
  await loadReferenceData(database)
  await timed('the national lists', async () => {
    const read = await readUnitFolder(folder)
    await writeScope(database.pool, everywhere, (tx) =>
      importUnits({ tx, actor: undefined }, read, clock.now()),
    )
  })
  const communes = await addOldVillages(owner)
  await timed(`${wanted.all} children with four services each`, () =>
    fillOldCommunes(owner, communes, wanted),
  )
  await timed('status of every child', async () => {
    const batch = () => writeScope(database.pool, everywhere, (tx) => drainBatch(tx, clock.today()))
    while ((await batch()) === 'more') continue
  })
  await owner.query('vacuum analyze')
  const input = await readScope(database.pool, everywhere, (db) => reformCase(db, reformDay))
  const merged = communes.find(({ role }) => role === 'merged')
  await walk(database, owner, { name: 'the reform', input, communes })
  await recount(database, owner)
  await oneCommune(database, owner, { communes, mergedId: merged?.id ?? '' })
}

/** A merger of today: the commune to which the 5,000 children came goes into a new one. */
async function oneCommune(
  database: Database,
  owner: pg.Pool,
  { communes, mergedId }: { communes: readonly OldCommune[]; mergedId: string },
): Promise<void> {
  const { rows } = await owner.query<{ id: string; parent: string }>(
    `select a.id, a.parent_id as parent from areas_successions s join areas a on a.id = s.to_area_id where s.from_area_id = $1`,
    [mergedId],
  )
  const [commune] = rows
  if (!commune) throw new Error('the merged commune has no successor')
  const made = '00000000-0000-7000-8000-00000000c0de'
  await walk(database, owner, {
    name: 'one commune',
    communes,
    input: {
      id: '00000000-0000-7000-8000-00000000ca5e',
      decision: { number: '1/NQ', decidedOn: '2026-01-01', issuer: 'HĐND', effectiveOn: '2026-02-01' },
      content: {
        newUnits: [{ id: made, kind: 'commune', code: '99999', name: 'Xã Mới', parentId: commune.parent }],
        changes: [{ kind: 'merge', fromIds: [commune.id], toId: made }],
      },
    },
  })
}

const data = await mkdtemp(join(tmpdir(), 'uommam-bench-'))
await chmod(data, 0o755)
const postgres = await startEmbeddedPostgres(data)
try {
  const name = 'uommam_reorganisation'
  const server = new pg.Client({ connectionString: postgres.url })
  await server.connect()
  await server.query(`create database ${name}`)
  await server.end()
  const url = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href
  const database = await connectDatabase(url, { queues: allJobs.map((job) => job.name), poolSize: 8 })
  const owner = createPool(url, { max: 4 })
  try {
    await run(database, owner)
  } finally {
    await Promise.all([database.close(), owner.end()])
  }
} finally {
  await postgres.stop()
  await rm(data, { recursive: true, force: true })
}
