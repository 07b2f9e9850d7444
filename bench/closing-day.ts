/**
 * `node bench/closing-day.ts [COMMUNES] [CHILDREN] [SECONDS]` (100, 250,000 and 240 without them): the closing day of a
 * report. A province with three years of records, 40 plans and 1,200 reports; every commune makes its report, types,
 * writes, gives reasons and sends within SECONDS while 200 people read. Afterwards the database is asked past the
 * program for everything that was acknowledged: the run fails when something is lost, stands twice or was refused.
 * Writes bench/README-closing-day.md. The full run takes about ten minutes on a machine that does nothing else.
 */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { vietnamDay } from '#base/day.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded.ts'
import { createPool } from '#platform/db/pool.ts'
import { pause } from './client.ts'
import { callerOf, newTally, type Tally } from './closing-calls.ts'
import { filePlans, makePastReports } from './closing-data.ts'
import { type Page, read, type Sent, submit, typedCells, writtenSection } from './closing-people.ts'
import { makeDatabase } from './database.ts'
import { addVillages, type BenchCommune } from './data.ts'
import { untilDrained } from './drained.ts'
import { fill } from './fill.ts'
import { startOurServer } from './our-server.ts'
import { addPeople, type Caller } from './people.ts'
import { cpuSeconds, databaseCpuSeconds, forgetPeakMemory, peakMemory } from './processes.ts'

const [wantedCommunes = 100, size = 250_000, seconds = 240] = process.argv.slice(2).map(Number)
const readers = 200
/** A person looks at a page for some seconds before the next one; not compressed with the day. */
const thinkSeconds = 10
const limits = { read: 300, write: 500 }
/** An Giang: 102 communes since 1/7/2025, the first province with a hundred whose files are not larger still. */
const provinceCode = '91'
const today = vietnamDay(new Date())
const year = Number(today.slice(0, 4))
const period = String(year)
/** Of each year four plans with a report of every commune: with a hundred communes 1,200. */
const pastReports = [
  { year: year - 2, period: `${year - 2}` },
  { year: year - 1, period: `${year - 1}` },
  { year, period: `${year}-H1` },
]
const plansReportedOn = 4
const folder = await mkdtemp(join(tmpdir(), 'uommam-closing-'))

function say(text: string): void {
  console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${text}`)
}

type Made = { url: string; planId: string; officers: Caller[]; people: Caller[]; reports: number }
type Place = { provinceId: string; communes: readonly BenchCommune[] }

/** Officers who send and people who read, plans and the reports of the past. */
async function prepare(owner: pg.Pool, url: string, { provinceId, communes }: Place): Promise<Made> {
  const officers = await addPeople(
    owner,
    communes.map(({ id }) => ({ role: 'commune-officer', areaId: id })),
  )
  const people = await addPeople(
    owner,
    Array.from({ length: readers }, (_, index) => readerOf(index, { provinceId, communes })),
  )
  const [province] = await addPeople(owner, [{ role: 'provincial-officer', areaId: provinceId }])
  if (!province) throw new Error('nobody works for the province')
  const years = pastReports.map((one) => one.year)
  const plans = await filePlans(url, province, { count: 40, years })
  say(`${plans.length} plans filed`)
  let reports = 0
  for (const [index, past] of pastReports.entries())
    reports += await makePastReports(
      { owner, url },
      { province, communes: officers },
      {
        plans: plans.filter((_, place) => place % years.length === index).slice(0, plansReportedOn),
        periods: [past.period],
      },
    )
  say(`${reports} reports of the past made`)
  return { url, planId: plans[years.length - 1] ?? '', officers, people, reports }
}

/** Of four people one works for the province, one leads it, two sit in communes. */
function readerOf(index: number, { provinceId, communes }: Place) {
  const commune = communes[index % communes.length]?.id ?? ''
  if (index % 4 === 0) return { role: 'provincial-officer', areaId: provinceId }
  if (index % 4 === 1) return { role: 'leader', areaId: provinceId }
  return { role: 'commune-officer', areaId: commune }
}

/** What the pages ask for when they open. */
async function pagesOf(owner: pg.Pool, caller: Caller, provinceId: string): Promise<Page[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from reports where area_id = $1 or $2 order by id limit 3`,
    [caller.areaId, caller.areaId === provinceId],
  )
  const opened = rows.map(({ id }) => [`/reports/${id}`, `/reports/${id}/comments`, `/reports/${id}/files`])
  const usual = [['/reports'], ['/duties'], [`/indicators/board?period=${period}`], ['/plans']]
  if (caller.areaId !== provinceId) return [...usual, ...opened]
  const below = [
    ['/duties/below'],
    [`/duties/below/units?code=ecd-year&period=${period}`],
    [`/reports/units?period=${period}`, '/reports/choices'],
  ]
  return [...usual, ...below, ...opened]
}

type Standing = {
  reports: number
  state: string | null
  cells: number
  text: string | null
  versions: number
  steps: number
  told: number
  audited: number
}

/** What stands of one submission, past the program. */
async function standingOf(owner: pg.Pool, planId: string, sent: Sent): Promise<Standing | undefined> {
  const { rows } = await owner.query<Standing>(
    `select (select count(*)::int from reports where area_id = $2 and plan_id = $3 and period = $4) as reports,
       (select state from reports where id = $1::uuid) as state,
       (select count(*)::int from reports_cells where report_id = $1::uuid and source = 'typed' and version = 1) as cells,
       (select text from reports_sections where report_id = $1::uuid and key = $5 and version = 1) as text,
       (select count(*)::int from reports_versions where report_id = $1::uuid) as versions,
       (select count(*)::int from reports_steps where report_id = $1::uuid) as steps,
       (select count(*)::int from duties_sent where area_id = $2 and report_id = $1::uuid and code = 'ecd-year') as told,
       (select count(*)::int from accounts_audit where subject_id = $1::uuid::text and action = 'reports.sent') as audited`,
    [sent.reportId, sent.areaId, planId, period, writtenSection],
  )
  return rows[0]
}

/** Ids of reports that are not there once and whole. */
async function findWrong(owner: pg.Pool, planId: string, all: readonly Sent[]): Promise<string[]> {
  const wrong: string[] = []
  for (const sent of all) {
    const found = await standingOf(owner, planId, sent)
    const expected = {
      ...{ reports: 1, state: 'sent', cells: typedCells.length, text: sent.text },
      ...{ versions: 1, steps: 1, told: 1, audited: 1 },
    }
    if (JSON.stringify(found) !== JSON.stringify(expected))
      wrong.push(`${sent.reportId} ${JSON.stringify(found)}`)
  }
  return wrong
}

type Day = {
  tally: Tally
  communes: number
  reports: number
  sent: number
  wrong: string[]
  took: number
  memory: number | undefined
  cpu: { server: number; database: number }
}

function line(name: string, all: readonly number[], limit: number): string {
  const inOrder = all.toSorted((left, right) => left - right)
  const at = (share: number) => inOrder[Math.floor(inOrder.length * share)] ?? 0
  const words = [0.5, 0.95, 0.99].map((share) => at(share).toFixed(0))
  return `| ${name} | ${all.length} | ${words.join(' | ')} | ${limit} | ${at(0.95) <= limit ? 'yes' : 'NO'} |`
}

/** The addresses that take longest at the 95th percentile. */
function slowest({ byPath }: Tally): string {
  const at95 = [...byPath].map(([path, times]) => ({
    path,
    ms: times.toSorted((left, right) => left - right)[Math.floor(times.length * 0.95)] ?? 0,
  }))
  return at95
    .toSorted((left, right) => right.ms - left.ms)
    .slice(0, 6)
    .map(({ path, ms }) => `${path} ${ms.toFixed(0)}`)
    .join(', ')
}

function page(day: Day, loadBefore: number): string {
  const { tally, communes, reports, sent, wrong, took, memory, cpu } = day
  const refused = [...Map.groupBy(tally.refused, (one) => one)].map(([one, all]) => `${one} (${all.length})`)
  return `# A closing day

\`node bench/closing-day.ts ${wantedCommunes} ${size} ${seconds}\`: ${communes} communes, ${size.toLocaleString('en')} children with services of three years, status and counters made of them by the product, 40 plans, ${reports.toLocaleString('en')} reports (of each plan and period one made through the program, the others copied from it with their own unit). The ten minutes of the closing are compressed to ${seconds} s: each commune begins at its moment of them, makes its report, types ${typedCells.length} numbers, writes a section, looks at the checks, gives its reasons and sends, with two seconds between its acts; every fifth sends every command twice, as a page does whose answer was lost. Meanwhile ${readers} people with sessions of their own (a quarter officers of the province, a quarter leaders who see no children, half in communes) open a page every ${thinkSeconds} s: lists, duties, who has sent, boards, plans, reports of the past. A 503 is asked again after half a second and counted until its answer. Client, server and database share the machine.

${new Date().toISOString().slice(0, 10)}, Node ${process.version.slice(1)}, ${cpus().length} cores, load ${loadBefore.toFixed(1)} before the day.

| | requests | p50 ms | p95 ms | p99 ms | p95 wanted | reached |
| --- | --- | --- | --- | --- | --- | --- |
${line('reads', tally.times.read, limits.read)}
${line('writes', tally.times.write, limits.write)}

Sent: ${sent} of ${communes} communes, the last ${took.toFixed(0)} s after the first began. Acknowledged but not there once and whole (report, numbers, text, frozen copy, step, duty, audit): ${wrong.length}. Asked again because the server was busy (503): ${tally.again}. Refused: ${tally.refused.length}${refused.length > 0 ? `: ${refused.join('; ')}` : ''}.

Slowest addresses, p95 in ms: ${slowest(tally)}. Processor: server ${cpu.server.toFixed(0)} s, database ${cpu.database.toFixed(0)} s. Peak memory of the server: ${memory ?? 'not known'} MB.
`
}

async function closingDay(ownerUrl: string): Promise<void> {
  const owner = createPool(ownerUrl, { max: 4 })
  const { rows } = await owner.query<{ id: string }>(
    `select id from areas where kind = 'province' and code = $1 and valid_to is null`,
    [provinceCode],
  )
  const provinceId = rows[0]?.id ?? ''
  const communes = await addVillages(owner, { province: provinceCode, most: wantedCommunes })
  await fill(owner, communes, { size, today, visitsInYears: 3 })
  say(`${size} children with their services made`)
  const { running } = await startOurServer(ownerUrl, provinceId)
  try {
    await untilDrained(owner)
    say('status and counters made by the product')
    const made = await prepare(owner, running.url, { provinceId, communes })
    await owner.query('checkpoint')
    // What was remembered of sessions and what the preparation left to do is over.
    await pause(6_000)
    await untilDrained(owner)
    await forgetPeakMemory(running)
    const loadBefore = loadavg()[0] ?? 0
    const before = { server: await cpuSeconds(running), database: await databaseCpuSeconds(folder) }
    const { tally, sent, took } = await runDay(owner, made, provinceId)
    const cpu = {
      server: (await cpuSeconds(running)) - before.server,
      database: (await databaseCpuSeconds(folder)) - before.database,
    }
    const wrong = await findWrong(owner, made.planId, sent)
    const memory = await peakMemory(running)
    const day = {
      ...{ tally, communes: communes.length, reports: made.reports, sent: sent.length },
      ...{ wrong, took, memory, cpu },
    }
    const text = page(day, loadBefore)
    console.log(`\n${text}`)
    await writeFile(new URL('README-closing-day.md', import.meta.url), text)
    if (wrong.length > 0 || tally.refused.length > 0 || sent.length < communes.length) {
      console.error(`LOST OR REFUSED: ${[...wrong, ...tally.refused].slice(0, 20).join('\n')}`)
      process.exitCode = 1
    }
  } finally {
    await running.stop()
    await owner.end()
  }
}

async function runDay(owner: pg.Pool, { url, planId, officers, people }: Made, provinceId: string) {
  const tally = newTally()
  const call = callerOf(url, tally)
  let isOver = false
  const reading = await Promise.all(
    people.map(async (reader, index) => ({ reader, index, pages: await pagesOf(owner, reader, provinceId) })),
  )
  const read200 = reading.map(({ reader, index, pages }) =>
    read(call, reader, pages, { isOver: () => isOver, thinkSeconds, index }),
  )
  const start = performance.now()
  const sending = officers.map(async (officer, index) => {
    await pause((index / officers.length) * seconds * 1_000)
    return submit(call, officer, { planId, period }, { twice: index % 5 === 0 })
  })
  const sent = (await Promise.all(sending)).flatMap((one) => one ?? [])
  const took = (performance.now() - start) / 1_000
  isOver = true
  await Promise.all(read200)
  return { tally, sent, took }
}

await chmod(folder, 0o755)
const postgres = await startEmbeddedPostgres(folder)
try {
  await closingDay(await makeDatabase(postgres.url, 'uommam_closing'))
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
