/**
 * `npm run check`: types, lint, borders, unused code, format, and the house's own rules.
 * One line a check; exit 1 when one fails. `npm run check -- types borders` runs some of them.
 */
import { measureCode } from './checks/measures.ts'
import { messagesComplete, problemHolesAgree } from './checks/messages-used.ts'
import { formatting, lint, moduleBorders, typeCheck, unusedCode } from './checks/programs.ts'
import { everyRouteTested } from './checks/routes-tested.ts'
import { sqlInPlace, tablesWrittenByOwner } from './checks/sql-borders.ts'

type Check = { name: string; run: () => string[] | Promise<string[]> }

/** The long ones first; those that use one core only (format, unused code, borders) beside those that use both. */
const checks: Check[] = [
  { name: 'lint', run: lint },
  { name: 'format', run: formatting },
  { name: 'types: server', run: () => typeCheck('server') },
  { name: 'unused code', run: unusedCode },
  { name: 'borders', run: moduleBorders },
  { name: 'types: web', run: () => typeCheck('web') },
  { name: 'types: e2e', run: () => typeCheck('e2e') },
  { name: 'types: shared', run: () => typeCheck('shared') },
  { name: 'SQL in place', run: sqlInPlace },
  { name: 'tables written by their module', run: tablesWrittenByOwner },
  { name: 'messages', run: messagesComplete },
  { name: 'refusals', run: problemHolesAgree },
  { name: 'routes tested', run: everyRouteTested },
  { name: 'measures', run: () => measures.failures },
]

const measures = measureCode()
const shownComplaints = 60

async function report({ name, run }: Check): Promise<boolean> {
  const start = performance.now()
  const found = await Promise.try(run).catch((cause: unknown) => [String(cause)])
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${found.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(32)} ${seconds.padStart(5)} s`)
  for (const line of found.slice(0, shownComplaints)) console.log(`     ${line}`)
  if (found.length > shownComplaints) console.log(`     ... ${found.length - shownComplaints} more lines`)
  return found.length === 0
}

/** Two at a time: the machine that CI has holds two cores. */
async function runAll(wanted: readonly Check[]): Promise<boolean[]> {
  const waiting = [...wanted]
  const results: boolean[] = []
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await report(next))
  }
  await Promise.all([worker(), worker()])
  return results
}

const names = process.argv.slice(2)
const wanted = checks.filter(({ name }) => names.length === 0 || names.some((word) => name.startsWith(word)))
const results = await runAll(wanted)
for (const line of measures.lines) console.log(`     ${line}`)
const failed = results.filter((isFine) => !isFine).length
console.log(failed === 0 ? `check: ${results.length} fine` : `check: ${failed} of ${results.length} failed`)
process.exitCode = failed === 0 && results.length > 0 ? 0 : 1
