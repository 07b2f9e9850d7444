/**
 * `npm test`: the checks, every test on the embedded PostgreSQL, the database tests again on Debian's
 * PostgreSQL 15, and the walks in a real browser. CI runs exactly this, and in CI nothing may be missing.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { hasBrowser } from '#test/browser.ts'
import { hasDebianPostgres, startDebianPostgres } from './debian-postgres.ts'

const root = join(import.meta.dirname, '..')
const results = join(root, 'test-results')
/** Where `npm start` keeps compiled modules: the many programs that tests start are there sooner. */
const compiled = join(root, 'node_modules/.cache/compiled')
const inCi = Boolean(process.env['CI'])
const start = performance.now()

type Counts = { passed: number; failed: number; skipped: number }

const Report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

function say(text: string): void {
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(`\n== ${text} (${seconds} s)`)
}

function runNode(words: readonly string[], environment: Record<string, string> = {}): Promise<number> {
  return new Promise((done) => {
    const env = { ...process.env, NODE_COMPILE_CACHE: compiled, ...environment }
    const child = spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => done(1))
    child.on('close', (code) => done(code ?? 1))
  })
}

/** A file that cannot be loaded has no test that fails, and is a failure all the same. */
function countsOf(file: string, code: number): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')))
  const broken = !report.success || code !== 0 ? Math.max(1, report.numFailedTestSuites) : 0
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests || broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

async function vitest(
  name: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<Counts> {
  const file = join(results, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const program = 'node_modules/vitest/vitest.mjs'
  const code = await runNode([program, 'run', '--passWithNoTests', ...reporters, ...words], environment)
  return countsOf(file, code)
}

/** What is left out is said, and in CI it is a failure. */
function leftOut(why: string): Counts {
  console.log(inCi ? `missing in CI: ${why}` : `skipped: ${why}`)
  return inCi ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 }
}

async function onDebianPostgres(): Promise<Counts> {
  if (!hasDebianPostgres())
    return leftOut('PostgreSQL 15 is not installed (Debian: apt-get install postgresql-15)')
  const server = await startDebianPostgres()
  try {
    // A comparison of 100,000 children says nothing more on an older server.
    const filters = ['--project=code', '--exclude=**/planted-pairs.test.ts', '/server/', 'test/permissions']
    return await vitest('postgresql-15', filters, { TEST_DATABASE_URL: server.url })
  } finally {
    await server.stop()
  }
}

async function inBrowser(): Promise<Counts> {
  if (!hasBrowser()) return leftOut('Chromium is not installed (Debian: apt-get install chromium)')
  if ((await runNode(['node_modules/vite/bin/vite.js', 'build', '--logLevel=warn'])) !== 0)
    return { passed: 0, failed: 1, skipped: 0 }
  return vitest('browser', ['--project=browser'])
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
say('checks')
const checked = await runNode(['scripts/check.ts'])
say('tests on the embedded PostgreSQL')
const code = await vitest('code', ['--project=code'])
say("the database's tests on Debian's PostgreSQL 15")
const debian = await onDebianPostgres()
say('walks in a browser')
const browser = await inBrowser()
say('done')
const parts = [code, debian, browser]
const sum = (key: keyof Counts) => parts.reduce((total, counts) => total + counts[key], 0)
if (checked !== 0) console.log('npm run check failed: see above')
console.log(`tests: ${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exitCode = checked === 0 && sum('failed') === 0 && sum('passed') > 0 ? 0 : 1
