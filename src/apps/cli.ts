import { pino } from 'pino'
import { Problem } from '#base/problem.ts'
import { systemClock } from '#platform/clock.ts'
import { type CliArguments, type CliCommand, type CliContext, WrongCall } from '#platform/cli/command.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { readScope, writeScope } from '#platform/db/scope.ts'
import { allCommands } from './commands.ts'
import { readConfig } from './config.ts'
import { fillHooks } from './hooks.ts'
import { allJobs } from './jobs.ts'
import { loadReferenceData } from './server.ts'

const log = pino({ level: 'silent' })

/** `uommam <noun> <verb> ...`: exit 0 done, 1 refused (with the reason), 2 wrong call. */
async function main(words: string[]): Promise<number> {
  const [noun, verb, ...rest] = words
  const command = allCommands.find((candidate) => candidate.noun === noun && candidate.verb === verb)
  if (!command) {
    printHelp(noun)
    return noun === undefined || noun === 'help' || noun === '--help' ? 0 : 2
  }
  try {
    return await run(command, parseArguments(rest, command))
  } catch (cause) {
    if (cause instanceof WrongCall) {
      console.error(`${cause.message}\nCách dùng: uommam ${command.noun} ${command.verb} ${command.usage}`)
      return 2
    }
    if (cause instanceof Problem) {
      console.error(cause.text('vi'))
      return 1
    }
    throw cause
  }
}

async function run(command: CliCommand, args: CliArguments): Promise<number> {
  if (!command.needsDatabase) return command.run(args, contextOn(undefined))
  const config = readConfig(process.env)
  fillHooks()
  const database = await openDatabase({
    url: config.databaseUrl,
    folder: config.dataFolder,
    queues: allJobs.map(({ name }) => name),
    poolSize: 4,
  })
  try {
    await loadReferenceData(database)
    return await command.run(args, contextOn(database))
  } finally {
    await database.close()
  }
}

function contextOn(database: Database | undefined): CliContext {
  const pool = () => {
    if (!database) throw new Error('this command did not ask for the database')
    return database.pool
  }
  return {
    clock: systemClock,
    log,
    print: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    reading: (range, work) => readScope(pool(), range, work),
    writing: (range, work) => writeScope(pool(), range, work),
  }
}

function parseArguments(rest: string[], command: CliCommand): CliArguments {
  const words: string[] = []
  const options: Record<string, string> = {}
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? ''
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [name = '', inline] = word.slice(2).split('=', 2)
    if (!command.options.includes(name)) throw new WrongCall(`Không có tùy chọn --${name}.`)
    const next = rest[index + 1]
    const takesNext = inline === undefined && next !== undefined && !next.startsWith('--') && !isFlag(name)
    options[name] = inline ?? (takesNext ? next : 'true')
    if (takesNext) index += 1
  }
  return { words, options }
}

/** Options without a value. */
function isFlag(name: string): boolean {
  return ['json', 'confirm', 'all', 'force'].includes(name)
}

function printHelp(noun: string | undefined): void {
  const known = allCommands.some((command) => command.noun === noun)
  const lines = allCommands
    .filter((command) => !known || command.noun === noun)
    .map(({ noun: name, verb, usage, about }) => `  uommam ${name} ${verb} ${usage}\n      ${about}`)
  console.error(`Lệnh của Ươm Mầm (npm run --silent uommam -- <nhóm> <việc>):\n${lines.join('\n')}`)
}

process.exitCode = await main(process.argv.slice(2))
