import { readFile, writeFile } from 'node:fs/promises'
import { arch, cpus, loadavg, platform, totalmem } from 'node:os'
import { join } from 'node:path'
import type { CoverageMeasured } from './coverage-work.ts'
import type { ImportMeasured } from './import-work.ts'
import type { Fired } from './load.ts'
import { type Searched, searchTable } from './searches.ts'
import type { Work } from './works.ts'

/** With the processor time that the server and the database used for a request, work behind it included. */
export type Measured = Fired & { cpuMs: number; databaseCpuMs: number }
export type Compared = { work: Work; before: Measured; ours: Measured; after: Measured }
export type Result = {
  compared: Compared[]
  coverage: CoverageMeasured | undefined
  imported: ImportMeasured | undefined
  memory: number | undefined
  size: number
  drained: number
}

const memoryFloor = 250
const latencyFloor = 25

function ratioOf({ before, ours, after }: Compared): { ratio: number; spread: number } {
  const raw = (before.perSecond + after.perSecond) / 2
  return { ratio: ours.perSecond / raw, spread: Math.abs(before.perSecond - after.perSecond) / raw }
}

function row(compared: Compared): string[] {
  const { work, before, ours, after } = compared
  const { ratio, spread } = ratioOf(compared)
  const isReached = ratio >= work.floor && ours.p99 <= latencyFloor
  return [
    `${work.name} ${work.title}`,
    `${Math.round(before.perSecond)} / ${Math.round(after.perSecond)}`,
    `${Math.round(ours.perSecond)}`,
    ratio.toFixed(2),
    `${(100 * spread).toFixed(0)} %`,
    `${work.floor} / ${work.aim}`,
    `${before.p99} / ${ours.p99}`,
    `${before.cpuMs.toFixed(2)} / ${ours.cpuMs.toFixed(2)}`,
    `${before.databaseCpuMs.toFixed(2)} / ${ours.databaseCpuMs.toFixed(2)}`,
    `${ours.refused}`,
    isReached ? 'yes' : 'NO',
  ]
}

const headings = [
  'work',
  'raw before / after, 1/s',
  'ours, 1/s',
  'ratio',
  'spread of raw',
  'floor / aim',
  'p99 raw / ours, ms',
  'server CPU a request, ms, raw / ours',
  'database CPU a request, ms, raw / ours',
  'refused',
  'floor reached',
]

function table(result: Result): string {
  const lines = [headings, headings.map(() => '---'), ...result.compared.map(row)]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function importNote({ rows, copyBefore, seconds, copyAfter, taken, held, refused }: ImportMeasured): string {
  const ratio = rows / seconds / ((copyBefore + copyAfter) / 2)
  return (
    `W5 import ${rows.toLocaleString('en')} children (upload, every rule, duplicate check, confirmation, error report): ` +
    `${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s; COPY of the same rows before / after: ` +
    `${Math.round(copyBefore)} / ${Math.round(copyAfter)} rows/s; ratio ${ratio.toFixed(2)} (floor 0.10, aim 0.35); ` +
    `${taken} taken, ${held} held, ${refused} refused.`
  )
}

function coverageNote({ p50, p99, rows, keys, visibleAfter }: CoverageMeasured): string {
  return (
    `W6 coverage by commune, age and item (${rows} rows of ${keys} figures): ${p50} ms, slowest of 60 ${p99} ms ` +
    `(floor 50 ms, aim 6 ms); a new child is counted after ${visibleAfter.toFixed(1)} s (floor 2 s).`
  )
}

function notes({ coverage, imported, memory, size, drained }: Result): string[] {
  return [
    ...(imported ? [importNote(imported)] : []),
    ...(coverage ? [coverageNote(coverage)] : []),
    `${size.toLocaleString('en')} children, ${(4 * size).toLocaleString('en')} services, 16 connections.`,
    `Most memory the server held under W1-W4: ${memory ?? '?'} MB (floor ${memoryFloor}, aim 130).`,
    `Status of every child made from the records at the first start: ${drained.toLocaleString('en')} children/s.`,
  ]
}

export function printReport(result: Result): void {
  console.log(`\n${table(result)}\n\n${notes(result).join('\n\n')}`)
}

/** The README of this folder: the last full run, with the day and the kind of machine. */
export async function writeReport(result: Result): Promise<void> {
  const [cpu] = cpus()
  const machine = `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}`
  const text = `# Benchmark

Written by \`npm run bench\`; \`npm run bench -- --quick\` prints a short run and leaves this page alone.

A bare \`node:http\` + \`pg\` server (\`raw-server.ts\`: the same SQL, no sign-in, rights, row-level security, validation,
audit or duplicate check) and ours, as \`npm start\` runs it, answer the same requests on the same embedded PostgreSQL
with the same generated data. The bare server runs before and after ours; the ratio is to the mean of both, and their
difference shows how noisy the machine was.

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${machine}.

${table(result)}

${notes(result).join('\n\n')}
`
  // What stands under headings of its own is written by hand or by another benchmark.
  const page = join(import.meta.dirname, 'README.md')
  const [, ...sections] = (await readFile(page, 'utf8')).split(/\n(?=## )/)
  await writeFile(page, [text, ...sections].join('\n'))
}

/** Design.md: at a million children the slow end of a request may take twice as long as at 100,000, better 1.2 times. */
const growthFloor = 2

function growthRow(usual: Compared, large: Compared): string {
  const [before, after] = [usual.ours.p97, large.ours.p97]
  const ratio = after / Math.max(before, 1) // whole milliseconds
  const cells = [
    `${usual.work.name} ${usual.work.title}`,
    `${usual.ours.p50} / ${large.ours.p50}`,
    `${before} / ${after}`,
    ratio.toFixed(2),
    `${Math.round(usual.ours.perSecond)} / ${Math.round(large.ours.perSecond)}`,
    ratio <= growthFloor ? 'yes' : 'NO',
  ]
  return `| ${cells.join(' | ')} |`
}

type Large = Result & { searched: readonly Searched[] }

/** What ten times the children cost; `keep` writes it beside the other results. */
export async function writeGrowth(usual: Result, large: Large, { keep }: { keep: boolean }): Promise<void> {
  const rows = usual.compared.flatMap((one) => {
    const same = large.compared.find(({ work }) => work.name === one.work.name)
    return same ? [growthRow(one, same)] : []
  })
  const text = [
    `# ${large.size} children against ${usual.size}`,
    '',
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores, load ${(loadavg()[0] ?? 0).toFixed(1)} at the end. Measured by \`npm run bench -- million\`, 16 connections. The ${usual.size} children are generated and their status is made by the product (${usual.drained} a second); the large database holds each of them ten times, with services, status, words of names and counters (phone and number of identity of their own).`,
    '',
    `| work | p50, ms | p97.5, ms | ratio | ours a second | at most ${growthFloor} |`,
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    `${large.size.toLocaleString('en')} children, one search after the other, over HTTP:`,
    '',
    searchTable(large.searched),
    '',
  ].join('\n')
  console.log(text)
  if (keep) await writeFile(join(import.meta.dirname, 'README-million.md'), text)
}
