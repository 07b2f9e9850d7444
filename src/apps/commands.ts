import type { CliCommand } from '#platform/cli/command.ts'

/** Commands of one noun. Loaded only when asked for: a command without database must not wait for the server's modules. */
export type CommandGroup = { noun: string; load: () => Promise<readonly CliCommand[]> }

/** Every command of the command line, in the order of the modules. */
export const commandGroups: readonly CommandGroup[] = [
  { noun: 'areas', load: async () => (await import('#modules/areas/server/cli.ts')).areasCommands },
  { noun: 'audit', load: async () => (await import('#modules/accounts/server/cli-audit.ts')).auditCommands },
  {
    noun: 'children',
    load: async () => (await import('#modules/children/server/cli.ts')).childrenCommands,
  },
  { noun: 'service', load: async () => (await import('#modules/services/server/cli.ts')).servicesCommands },
  { noun: 'growth', load: async () => (await import('#modules/growth/server/cli.ts')).growthCommands },
  {
    noun: 'screening',
    load: async () => (await import('#modules/screening/server/cli.ts')).screeningCommands,
  },
  { noun: 'plan', load: async () => (await import('#modules/plans/server/cli.ts')).planCommands },
  { noun: 'task', load: async () => (await import('#modules/tasks/server/cli.ts')).taskCommands },
  {
    noun: 'indicators',
    load: async () => (await import('#modules/indicators/server/cli.ts')).indicatorsCommands,
  },
  { noun: 'duty', load: async () => (await import('#modules/duties/server/cli.ts')).dutiesCommands },
  { noun: 'report', load: async () => (await import('#modules/reports/server/cli.ts')).reportsCommands },
  {
    noun: 'reorganisation',
    load: async () => (await import('#modules/reorganisation/server/cli.ts')).reorganisationCommands,
  },
  { noun: 'sample', load: async () => (await import('./sample/cli.ts')).sampleCommands },
]
