import type { CliCommand, CliArguments, CliContext } from '#platform/cli/command.ts'
import { openDatabase } from '#platform/db/database.ts'
import { readScope, writeScope } from '#platform/db/scope.ts'
import { readConfig } from './config.ts'
import { fillHooks } from './hooks.ts'
import { allJobs } from './jobs.ts'
import { loadReferenceData } from './server.ts'

/** Runs a command on the database, whether or not the server is running. */
export async function runOnDatabase(
  command: CliCommand,
  args: CliArguments,
  surroundings: Omit<CliContext, 'reading' | 'writing'>,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const config = readConfig(environment)
  fillHooks()
  const database = await openDatabase({
    url: config.databaseUrl,
    folder: config.dataFolder,
    queues: allJobs.map(({ name }) => name),
    poolSize: 4,
  })
  try {
    await loadReferenceData(database)
    return await command.run(args, {
      ...surroundings,
      onDatabase: true,
      reading: (range, work) => readScope(database.pool, range, work),
      writing: (range, work) => writeScope(database.pool, range, work),
    })
  } finally {
    await database.close()
  }
}
