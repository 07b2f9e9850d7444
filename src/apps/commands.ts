import type { CliCommand } from '#platform/cli/command.ts'
import { childrenCommands } from '#modules/children/server/cli.ts'
import { indicatorsCommands } from '#modules/indicators/server/cli.ts'
import { planCommands } from '#modules/plans/server/cli.ts'
import { reportsCommands } from '#modules/reports/server/cli.ts'
import { sampleCommands } from './sample/cli.ts'

/** Every command of the command line, in the order of the modules. */
export const allCommands: CliCommand[] = [
  ...childrenCommands,
  ...planCommands,
  ...indicatorsCommands,
  ...reportsCommands,
  ...sampleCommands,
]
