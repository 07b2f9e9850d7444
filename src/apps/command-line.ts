import { existsSync } from 'node:fs'
import { pino } from 'pino'
import { Problem } from '#base/problem.ts'
import { systemClock } from '#platform/clock.ts'
import { parseArguments } from '#platform/cli/arguments.ts'
import { type CliArguments, type CliCommand, type CliContext, WrongCall } from '#platform/cli/command.ts'
import { commandGroups } from './commands.ts'
import { readConfig } from './config.ts'

/** Where a command finds the database and what it says: results go to `print`, all else to `note`. */
export type Surroundings = Pick<CliContext, 'print' | 'note'> & { environment: NodeJS.ProcessEnv }

/** `uommam <noun> <verb> ...`: exit 0 done, 1 refused (with the reason), 2 wrong call. */
export async function commandLine(
  [noun, verb, ...rest]: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const { note } = surroundings
  const group = commandGroups.find((candidate) => candidate.noun === noun)
  const commands = (await group?.load()) ?? []
  const command = commands.find((candidate) => candidate.verb === verb)
  if (!command) {
    const isAsked = [undefined, 'help', '--help'].includes(group ? verb : noun)
    if (!isAsked) note(`Không có lệnh "${[noun, verb].filter(Boolean).join(' ')}".`)
    note(helpOf(group ? commands : await everyCommand()))
    return isAsked ? 0 : 2
  }
  try {
    return await run(command, parseArguments(rest, command), surroundings)
  } catch (cause) {
    return refuse(cause, command, note)
  }
}

function refuse(cause: unknown, { noun, verb, usage }: CliCommand, note: CliContext['note']): number {
  if (cause instanceof WrongCall) {
    note(`${cause.message}\nCách dùng: uommam ${noun} ${verb} ${usage}`)
    return 2
  }
  if (cause instanceof Problem) note(cause.text('vi'))
  else if (isFileError(cause)) note(fileRefusal(cause))
  else note(`Lệnh dừng giữa chừng vì lỗi ngoài dự kiến: ${describe(cause)}`)
  return 1
}

const fileReasons: Readonly<Record<string, string>> = {
  ENOENT: 'không có tệp hoặc thư mục này. Hãy kiểm tra lại đường dẫn.',
  EISDIR: 'đây là thư mục. Hãy chỉ đến một tệp.',
  EACCES: 'không có quyền đọc hoặc ghi. Hãy kiểm tra quyền của tệp.',
  ENOSPC: 'ổ đĩa đã đầy. Hãy dọn bớt rồi chạy lại.',
}

function fileRefusal({ code, path }: { code: string; path: string }): string {
  return `Không đọc hoặc ghi được tệp ${path}: ${fileReasons[code] ?? `hệ thống báo ${code}.`}`
}

/** Refusals of the file system carry a code (POSIX) and the path. */
function isFileError(cause: unknown): cause is Error & { code: string; path: string } {
  return cause instanceof Error && 'code' in cause && 'path' in cause
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const deeper = cause.cause instanceof Error ? ` (${cause.cause.message})` : ''
  return `${cause.message}${deeper}`
}

async function run(
  command: CliCommand,
  args: CliArguments,
  { print, note, environment }: Surroundings,
): Promise<number> {
  const context = { clock: systemClock, log: pino({ level: 'silent' }), print, note }
  if (!needsDatabase(command, args, environment)) return command.run(args, { ...context, ...withoutDatabase })
  const { runOnDatabase } = await import('./cli-database.ts')
  return runOnDatabase(command, args, context, environment)
}

/** Opening the embedded database would create one: a command that can do without asks only for what is there. */
function needsDatabase(
  { needsDatabase: needs }: CliCommand,
  args: CliArguments,
  environment: NodeJS.ProcessEnv,
): boolean {
  if (typeof needs === 'boolean') return needs
  const { databaseUrl, dataFolder } = readConfig(environment)
  return needs(args, databaseUrl !== undefined || existsSync(dataFolder))
}

const withoutDatabase: Pick<CliContext, 'reading' | 'writing'> = {
  reading: () => Promise.reject(new Error('this command did not ask for the database')),
  writing: () => Promise.reject(new Error('this command did not ask for the database')),
}

async function everyCommand(): Promise<CliCommand[]> {
  return (await Promise.all(commandGroups.map(({ load }) => load()))).flat()
}

function helpOf(commands: readonly CliCommand[]): string {
  const lines = commands.map(
    ({ noun, verb, usage, about }) => `  uommam ${noun} ${verb} ${usage}\n      ${about}`,
  )
  return `Lệnh của Ươm Mầm (npm run --silent uommam -- <nhóm> <việc>):\n${lines.join('\n')}`
}
