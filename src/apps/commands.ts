import type { CliCommand } from '#platform/cli/command.ts'
import { sampleCommands } from './sample/cli.ts'

/** Every command of the command line, in the order of the modules. */
export const allCommands: CliCommand[] = [...sampleCommands]
