import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { connectDatabase } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { contentOf, tableOf } from '#test/report-content.ts'

const server = await testDatabase()
const name = `uommam_landed_${randomBytes(6).toString('hex')}`
const url = Object.assign(new URL(server.ownerUrl), { pathname: `/${name}` }).href
afterAll(() => server.owner.query(`drop database if exists ${name} with (force)`))

const client = async () => {
  const made = new pg.Client({ connectionString: url })
  await made.connect()
  return made
}

test('a report that was finished before reports flowed is signed, with its frozen copy as the first version', async () => {
  await server.owner.query(`create database ${name}`)
  const before = await client()
  await before.query('create schema jobs')
  const dump = new URL('../../../../test/landings/1-the-loop.sql.gz', import.meta.url)
  await before.query(gunzipSync(readFileSync(dump)).toString('utf8'))
  const {
    unit: _unit,
    period: _period,
    heard: _heard,
    ...frozen
  } = contentOf([tableOf('children', ['all'], { a: [7] })])
  await before.query(
    `update public.reports set state = 'done', frozen = $1, finished_at = '2026-07-01T08:00:00+07:00', finished_by = created_by`,
    [JSON.stringify(frozen)],
  )
  await before.end()

  const database = await connectDatabase(url, { queues: [], poolSize: 2 })
  await database.close()
  const after = await client()
  const { rows } = await after.query<{
    state: string
    number: number
    kind: string
    content: string
    sha256: string
  }>(
    'select r.state, v.number, v.kind, v.content, v.sha256 from reports r join reports_versions v on v.report_id = r.id',
  )
  await after.end()
  expect(rows).toMatchObject([{ state: 'signed', number: 1, kind: 'signed' }])
  const [kept] = rows
  expect(JSON.parse(kept?.content ?? '')).toEqual(frozen)
  expect(
    createHash('sha256')
      .update(kept?.content ?? '', 'utf8')
      .digest('hex'),
  ).toBe(kept?.sha256)
})
