// Writes src/platform/db/tables.gen.ts and db/schema.sql from a database migrated from zero.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chmod } from 'node:fs/promises'
import pg from 'pg'
import { describeSchema, describeTypes } from '#platform/db/describe.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'

const folder = await mkdtemp(join(tmpdir(), 'uommam-tables-'))
await chmod(folder, 0o755)
const server = await startEmbeddedPostgres(folder)
try {
  await migrate(server.url)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await writeFile('src/platform/db/tables.gen.ts', await describeTypes(client))
  await writeFile('db/schema.sql', await describeSchema(client))
  await client.end()
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
