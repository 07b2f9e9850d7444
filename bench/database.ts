import pg from 'pg'
import { allJobs } from '#apps/jobs.ts'
import { loadReferenceData } from '#apps/server.ts'
import { connectDatabase } from '#platform/db/database.ts'

/** The address of a new database on the server: migrated, with reference data, as a first start leaves it. */
export async function makeDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const database = await connectDatabase(url.href, { queues: allJobs.map(({ name }) => name) })
  await loadReferenceData(database)
  await database.close()
  return url.href
}
