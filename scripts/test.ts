/**
 * `npm test`: the checks, every test on the embedded PostgreSQL, the database tests again on Debian's
 * PostgreSQL 15, and the walks in a real browser. CI runs exactly this, and in CI nothing may be missing.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { ensureWebPage } from '#apps/web-page.ts'
import { hasBrowser } from '#test/browser.ts'
import { hasDebianPostgres, startDebianPostgres } from './debian-postgres.ts'

const root = join(import.meta.dirname, '..')
const results = join(root, 'test-results')
/** Where `npm start` keeps compiled modules: the many programs that tests start are there sooner. */
const compiled = join(root, 'node_modules/.cache/compiled')
const inCi = Boolean(process.env['CI'])
const start = performance.now()

/** A file that cannot be loaded counts as one failure with the file's own message. */
type Outcome = { passed: number; skipped: number; failures: readonly Failure[] }
type Failure = { file: string; what: string }

const Report = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

type Environment = Readonly<Record<string, string>>
/** What vitest is asked to run: the name of its report, its words, what stands in its environment. */
type Run = { name: string; words: readonly string[]; environment?: Environment | undefined }

/** More failed files than this are no accident of a busy machine: they are not tried again. */
const mostTriedAgain = 3
/** What failed and then passed alone: the run passes, and its last lines name it so that it is mended. */
const passedOnlyAlone: Failure[] = []

function say(text: string): void {
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(`\n== ${text} (${seconds} s)`)
}

/** What runs beside another run says all it has to say at its end, so that the lines of the two do not mix. */
type Voice = 'at once' | 'at the end'

function runNode(words: readonly string[], environment: Environment = {}, voice: Voice = 'at once') {
  return new Promise<number>((done) => {
    const env = { ...process.env, NODE_COMPILE_CACHE: compiled, ...environment }
    const out = voice === 'at once' ? 'inherit' : 'pipe'
    const child = spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', out, out] })
    const said: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', () => done(1))
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said))
      done(code ?? 1)
    })
  })
}

function outcomeOf(file: string, code: number): Outcome {
  if (!existsSync(file)) return failed('vitest', 'ended without a report')
  const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')))
  const failures = report.testResults.flatMap(failuresOfFile)
  const unseen = code !== 0 && failures.length === 0 ? [{ file: 'vitest', what: `ended with ${code}` }] : []
  return {
    passed: report.numPassedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failures, ...unseen],
  }
}

function failuresOfFile(result: z.infer<typeof Report>['testResults'][number]): Failure[] {
  const file = relative(root, result.name)
  const tests = result.assertionResults.filter((test) => test.status === 'failed')
  if (tests.length === 0 && result.status === 'failed') return [{ file, what: firstLine(result.message) }]
  return tests.map((test) => ({ file, what: `${test.fullName}: ${firstLine(test.failureMessages?.[0])}` }))
}

function firstLine(text: string | undefined): string {
  return (text ?? '').split('\n', 1)[0] ?? ''
}

function failed(file: string, what: string): Outcome {
  return { passed: 0, skipped: 0, failures: [{ file, what }] }
}

async function vitest({ name, words, environment }: Run, voice?: Voice): Promise<Outcome> {
  const file = join(results, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const program = 'node_modules/vitest/vitest.mjs'
  const all = [program, 'run', '--passWithNoTests', ...reporters, ...words]
  return outcomeOf(file, await runNode(all, environment, voice))
}

/**
 * Files in which a test failed are run once more alone. A test that passes only then is named at the end: a busy
 * machine must not hide what is broken, nor refuse what is sound (docs/decisions/0042-failed-files-run-again.md).
 */
async function onceMore({ name, words, environment }: Run, first: Outcome): Promise<Outcome> {
  const files = [...new Set(first.failures.map((failure) => failure.file))]
  if (files.length === 0 || files.length > mostTriedAgain || files.includes('vitest')) return first
  say(`once more, alone: ${files.join(', ')}`)
  const project = words.filter((word) => word.startsWith('--project='))
  const again = await vitest({ name: `${name}-again`, words: [...project, ...files], environment })
  if (again.failures.length > 0) return { ...first, failures: again.failures }
  passedOnlyAlone.push(...first.failures)
  return { ...first, passed: first.passed + first.failures.length, failures: [] }
}

/** What is left out is said, and in CI it is a failure. */
function leftOut(why: string): Outcome {
  console.log(inCi ? `missing in CI: ${why}` : `skipped: ${why}`)
  return inCi ? failed('machine', why) : { passed: 0, skipped: 1, failures: [] }
}

/**
 * What an older server could do otherwise is SQL: the migrations, the upgrade of an older database, rights and
 * row-level security, and every query of every module. So all tests of `server/` run on it but those whose subject
 * lies beside the database: hashing and waiting at sign-in, documents as files, the command line (which calls what
 * the routes call), files that cannot be read, and figures of a size.
 */
const besideTheDatabase = [
  ...[
    'sign-in',
    'open-sessions',
    'session*',
    'second-factor',
    'identity-server',
    'hash-queue',
    'password-rule',
  ],
  ...['plan-document', 'documents', 'outputs', 'child-book', 'due-paper'],
  ...['cli*', 'reminders', 'score-file', 'import-bad-files', 'planted-pairs', 'killed'],
]
const schemaTests = ['migrations', 'upgrade', 'tables', 'row-security', 'permissions'].map(
  (name) => `test/${name}.test.ts`,
)

const codeRun: Run = { name: 'code', words: ['--project=code'] }
const browserRun: Run = { name: 'browser', words: ['--project=browser'] }

function debianRun(url: string): Run {
  const left = besideTheDatabase.map((name) => `--exclude=**/server/${name}.test.ts`)
  const words = ['--project=code', ...left, '/server/', ...schemaTests]
  return { name: 'postgresql-15', words, environment: { TEST_DATABASE_URL: url } }
}

async function onDebianPostgres(walks: Promise<Outcome>): Promise<Outcome> {
  if (!hasDebianPostgres())
    return leftOut('PostgreSQL 15 is not installed (Debian: apt-get install postgresql-15)')
  const server = await startDebianPostgres()
  try {
    const run = debianRun(server.url)
    // A walk waits for pages as often as it works: one worker more keeps two cores busy.
    const first = await vitest({ ...run, words: [...run.words, '--maxWorkers=1'] }, 'at the end')
    await walks
    return await onceMore(run, first)
  } finally {
    await server.stop()
  }
}

/** Both need the other to be over before what failed is run again alone. */
async function inBrowserAndOnDebianPostgres(): Promise<Outcome[]> {
  const walks = hasBrowser()
    ? vitest(browserRun)
    : Promise.resolve(leftOut('Chromium is not installed (Debian: apt-get install chromium)'))
  const debian = await onDebianPostgres(walks)
  return [debian, await onceMore(browserRun, await walks)]
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
say('checks')
const checked = await runNode(['scripts/check.ts'])
say('tests on the embedded PostgreSQL')
const code = await onceMore(codeRun, await vitest(codeRun))
if (hasBrowser()) await ensureWebPage(join(root, 'dist/web'), say)
say("walks in a browser; beside them the database's tests on Debian's PostgreSQL 15")
const parts = [code, ...(await inBrowserAndOnDebianPostgres())]
say('done')
const failures = parts.flatMap((part) => part.failures)
const sum = (key: 'passed' | 'skipped') => parts.reduce((total, part) => total + part[key], 0)
if (checked !== 0) console.log('npm run check failed: see above')
for (const { file, what } of passedOnlyAlone) console.log(`passed only when run again: ${file}: ${what}`)
for (const { file, what } of failures) console.log(`failed: ${file}: ${what}`)
console.log(`tests: ${sum('passed')} passed, ${failures.length} failed, ${sum('skipped')} skipped`)
process.exitCode = checked === 0 && failures.length === 0 && sum('passed') > 0 ? 0 : 1
