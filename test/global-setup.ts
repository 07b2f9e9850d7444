import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '#platform/db/embedded.ts'
import { makeScratch } from './scratch.ts'

/**
 * One PostgreSQL for the whole run: the embedded one in a folder that is thrown away, or the server that
 * TEST_DATABASE_URL names (its owner must be allowed to create databases and roles).
 */
export async function setup(): Promise<() => Promise<void>> {
  const { folder, drop } = await makeScratch()
  // `os.tmpdir()` of every test and of every program that a test starts.
  process.env['TMPDIR'] = folder
  if (process.env['TEST_DATABASE_URL']) return drop
  const server = await startEmbeddedPostgres(join(folder, 'shared'))
  await forgetDurability(server.url)
  process.env['TEST_DATABASE_URL'] = server.url
  return async () => {
    delete process.env['TEST_DATABASE_URL']
    await server.stop()
    await drop()
  }
}

/** Test data need not survive a power cut; without the waits the run is several times faster. */
async function forgetDurability(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await client.query(`alter system set ${name} = off`)
  }
  await client.query('select pg_reload_conf()')
  await client.end()
}
