import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Db, Range, Tx } from '../db/types.ts'

/** What a command may use. Exit codes: 0 done, 1 refused (with the reason), 2 wrong call. */
export type CliContext = {
  clock: Clock
  log: Logger
  /** Result lines, and nothing else, go to standard output. */
  print: (text: string) => void
  /** Progress and explanations go to standard error. */
  note: (text: string) => void
  /** Whether the command runs on the database; without it `reading` and `writing` refuse. */
  onDatabase?: boolean
  reading: <T>(range: Range, work: (db: Db) => Promise<T>) => Promise<T>
  writing: <T>(range: Range, work: (tx: Tx) => Promise<T>) => Promise<T>
}

export type CliArguments = {
  /** Words after noun and verb. */
  words: string[]
  /** `--name value` and, for a bare `--name`, 'true'. */
  options: Readonly<Record<string, string>>
}

export type CliCommand = {
  noun: string
  verb: string
  /** As shown by help: "FILE [--json]". */
  usage: string
  /** One Vietnamese line. */
  about: string
  /** A function decides by the arguments and by whether this machine has an installation whose data may be asked. */
  needsDatabase: boolean | ((args: CliArguments, installed: boolean) => boolean)
  /** Names of the options it knows; another one is a wrong call. */
  options: readonly string[]
  run: (args: CliArguments, context: CliContext) => Promise<number>
}

/** A command of the command line as data; what it prints is the result alone, notes go to standard error. */
export function cliCommand(command: CliCommand): CliCommand {
  return command
}

/** Thrown for a wrong call (exit 2). */
export class WrongCall extends Error {}

/** The first word, or a wrong call (exit 2) that names what is missing. */
export function requireWord(args: CliArguments, name: string): string {
  const [word] = args.words
  if (word === undefined) throw new WrongCall(`Thiếu ${name}.`)
  return word
}

/** The value of an option, or a wrong call (exit 2) that names it. */
export function requireOption(args: CliArguments, name: string): string {
  const value = args.options[name]
  if (value === undefined || value === 'true') throw new WrongCall(`Thiếu --${name}.`)
  return value
}
