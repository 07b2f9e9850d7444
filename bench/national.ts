/**
 * `node bench/national.ts FOLDER`: the board of the whole country, 34 provinces and 3,321 communes with generated
 * counters of nine periods (FOLDER holds the list of units since 1/7/2025, read to be sure that all are there), asked
 * over HTTP as the page asks it: cold, after a change of a counter, and warm, as long as nothing changed.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { startEmbeddedPostgres } from '#platform/db/embedded.ts'
import { ask } from './client.ts'
import { makeDatabase } from './database.ts'
import { type OurServer, startOurServer } from './our-server.ts'

const [folder = '../shared/admin-units'] = process.argv.slice(2)
const asks = 40
const periods = ['2024-H1', '2024-H2', '2024', '2025-H1', '2025-H2', '2025', '2026-H1', '2026-H2', '2026']

const BoardReply = z.object({
  values: z.array(z.object({ denominator: z.int().nullable() })),
  units: z.array(z.unknown()),
  trend: z.array(z.unknown()),
})

type Times = { p50: number; p95: number; most: number }

function timesOf(all: readonly number[]): Times {
  const inOrder = all.toSorted((a, b) => a - b)
  const at = (share: number) => inOrder[Math.min(Math.floor(inOrder.length * share), inOrder.length - 1)] ?? 0
  return { p50: at(0.5), p95: at(0.95), most: inOrder.at(-1) ?? 0 }
}

/** Communes of the official list; the installation must know every one of them. */
async function officialCommunes(): Promise<Set<string>> {
  const text = await readFile(join(folder, 'communes-from-2025-07.csv'), 'utf8')
  const lines = text.trim().split('\n').slice(1)
  return new Set(lines.flatMap((line) => line.split(',')[0] ?? []))
}

async function fillCounters(client: pg.Client): Promise<{ communes: number; rows: number }> {
  const { rows: communes } = await client.query<{ code: string }>(
    `select code from areas where kind = 'commune' and valid_to is null`,
  )
  const official = await officialCommunes()
  const known = new Set(communes.map(({ code }) => code))
  // Codes of one or two communes differ between the lists; more would be another list.
  const missing = [...official].filter((code) => !known.has(code))
  if (missing.length > 5) throw new Error(`${missing.length} communes of the list are not known`)
  // About 4,200 children of 0-8 years in a commune, so 14 million in all; 94 figures each, as the package has.
  const { rowCount } = await client.query(
    `insert into services_counters (commune_id, period, age_years, area_lft, due, got)
     select a.id, p.period, y.age, a.lft, n.due, n.got
     from areas a cross join unnest($1::text[]) as p (period) cross join generate_series(0, 8) as y (age)
     cross join lateral (
       select array_agg(case when g = 1 then d.all else (d.all * 0.8)::int end order by g) as due,
         array_agg((d.all * (0.3 + 0.4 * ((hashtext(a.code) & 255) / 255.0)))::int order by g) as got
       from generate_series(1, 94) as g,
         lateral (select 400 + (hashtext(a.code || y.age) & 127) as all) as d) n
     where a.kind = 'commune' and a.valid_to is null
     order by a.id, p.period`,
    [periods],
  )
  await client.query('vacuum analyze services_counters, services_sums')
  return { communes: communes.length, rows: rowCount ?? 0 }
}

async function time(server: OurServer, path: string): Promise<number> {
  const start = performance.now()
  const { units } = await ask(server, path, BoardReply)
  if (units.length === 0) throw new Error(`${path} shows no places below`)
  return performance.now() - start
}

async function measure(server: OurServer, client: pg.Client, path: string) {
  const cold: number[] = []
  const warm: number[] = []
  for (let round = 0; round < asks; round += 1) {
    // One counter more: what was kept is of no use any longer.
    await client.query(
      `update services_counters set due[3] = due[3] + 1 where ctid = (select ctid from services_counters limit 1)`,
    )
    cold.push(await time(server, path))
    warm.push(await time(server, path), await time(server, path))
  }
  return { cold: timesOf(cold), warm: timesOf(warm) }
}

function line(name: string, { cold, warm }: { cold: Times; warm: Times }): string {
  const ms = ({ p50, p95, most }: Times) => `${p50.toFixed(0)} / ${p95.toFixed(0)} / ${most.toFixed(0)}`
  return `| ${name} | ${ms(cold)} | ${ms(warm)} |`
}

async function run(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const filled = await fillCounters(client)
    const { rows } = await client.query<{ id: string; kind: string }>(
      `select id, kind from areas
       where code in ('VN', '51') and kind in ('nation', 'province') and valid_to is null`,
    )
    const idOf = (kind: string) => rows.find((row) => row.kind === kind)?.id ?? ''
    const server = await startOurServer(ownerUrl, idOf('province'))
    try {
      // An installation is set up for a province or a commune; here its officer works for the ministry.
      await client.query(
        `update accounts_grants g set role = 'national-officer', area_id = a.id, area_lft = a.lft
         from areas a where a.id = $1 and g.id = $2`,
        [idOf('nation'), server.headers['x-grant']],
      )
      const board = `/indicators/board?period=2026-H2`
      const nation = await measure(server, client, board)
      const province = await measure(server, client, `${board}&areaId=${idOf('province')}`)
      return page(filled, nation, province)
    } finally {
      await server.running.stop()
    }
  } finally {
    await client.end()
  }
}

type Measured = Awaited<ReturnType<typeof measure>>

function page(filled: { communes: number; rows: number }, nation: Measured, province: Measured): string {
  const load = (loadavg()[0] ?? 0).toFixed(1)
  const counts = `${filled.communes.toLocaleString('en')} communes, ${filled.rows.toLocaleString('en')} rows of counters`
  return [
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version.slice(1)}, ${cpus().length} cores, load ${load}. ${counts}, ${asks} rounds; ms, p50 / p95 / longest.`,
    '',
    '| board | cold | warm |',
    '| --- | --- | --- |',
    line('the nation, 34 provinces', nation),
    line('a province, 96 communes', province),
  ].join('\n')
}

const data = await mkdtemp(join(tmpdir(), 'uommam-national-'))
const postgres = await startEmbeddedPostgres(data)
try {
  const result = await run(await makeDatabase(postgres.url, 'uommam_national'))
  console.log(result)
  const file = new URL('README-national.md', import.meta.url)
  const [head = ''] = (await readFile(file, 'utf8')).split('<!-- measured -->')
  await writeFile(file, `${head}<!-- measured -->\n\n${result}\n`)
} finally {
  await postgres.stop()
  await rm(data, { recursive: true, force: true })
}
