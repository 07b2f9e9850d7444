import type { CliCommand } from '#platform/cli/command.ts'

/** Every command of the command line, in the order of the modules. */
export const allCommands: CliCommand[] = []
