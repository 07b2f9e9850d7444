import { pino } from 'pino'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { startJobs } from '#platform/jobs/jobs.ts'
import { drainBatch } from '#modules/services/server/public.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { actorOf, people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { indicatorsJobs } from './jobs.ts'
import { runRecount, type Scopes } from './recount-job.ts'

const today = '2026-11-22'
const clock = clockAt('2026-11-22T09:00:00+07:00')
const database = await testDatabase()
const app = await testApp(database, { clock })
const thu = app.as(people.thuProvinceOfficer)
const lan = app.as(people.lanOfficerDakHa)
const { lft, rgt } = (await actorOf(database, people.thuProvinceOfficer)).area
const range = { lft, rgt }
const scopes: Scopes = { clock, writing: (within, work) => database.write(work, within) }

beforeEach(async () => {
  await truncateAll(database)
  await addChild(database, { bornOn: '2026-08-01', villageId: places.dakMeVillage })
  await addManyGrownUp()
  while ((await database.write((tx) => drainBatch(tx, today))) === 'more');
})

/** More than are recounted at once, in another commune; long since gone, so that counting them is quick. */
async function addManyGrownUp(): Promise<void> {
  await database.owner.query(
    `insert into children (id, area_lft, commune_id, full_name, name_folded, name_sort, born_on, sex, left_on,
       left_reason)
     select gen_random_uuid(), a.lft, a.id, 'A Thử', 'a thu', 'a', '2001-01-01', 'male', '2001-02-01', 'moved'
     from areas a, generate_series(1, 5000) where a.id = $1`,
    [places.dakTo],
  )
}

async function ask(id: string = newId()) {
  const reply = await thu.post('/indicators/recount', { id })
  expect(reply.status).toBe(200)
  return reply.body
}

const find = async (id: string) => (await thu.get(`/indicators/recounts/${id}`)).body

async function countOf(sql: string): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(`select count(*)::int as count from ${sql}`)
  return rows[0]?.count ?? -1
}

describe('a recount of a large area', () => {
  test('is done by a job: shown as running with its progress, then with what was found', async () => {
    const asked = await ask()
    expect(asked).toMatchObject({ state: 'running', communes: 2, communesDone: 0 })
    expect((await thu.get('/indicators/board')).body.recount).toMatchObject({
      id: asked.id,
      state: 'running',
    })

    const { pool } = database
    const jobs = await startJobs(database.url, indicatorsJobs, {
      pool,
      clock,
      log: pino({ level: 'silent' }),
    })
    try {
      await vi.waitUntil(async () => (await find(asked.id)).state !== 'running', {
        timeout: 120_000,
        interval: 200,
      })
    } finally {
      await jobs.stop()
    }
    expect(await find(asked.id)).toMatchObject({
      state: 'equal',
      children: 5001,
      communes: 2,
      communesDone: 2,
      differences: [],
    })
    expect((await thu.get('/indicators/board')).body.recount).toMatchObject({ id: asked.id, state: 'equal' })
  })

  test('names a figure that was changed behind its back', async () => {
    await database.owner.query(
      `update services_counters set got[7] = got[7] + 1 where due[7] > 0 and period = '2026-H2'`,
    )
    const { id } = await ask()
    await runRecount(scopes, { id, range })
    expect(await find(id)).toMatchObject({
      state: 'different',
      differenceCount: 1,
      differences: [{ areaName: 'Xã Đăk Hà', key: 'protection' }],
    })
  })

  test('sent twice, or asked again while it runs, is one run', async () => {
    const { id } = await ask()
    expect(await ask(id)).toMatchObject({ id, state: 'running' })
    expect(await ask()).toMatchObject({ id, state: 'running' })
    expect(await countOf('indicators_recounts')).toBe(1)
    expect(await countOf(`jobs.job where data ->> 'id' = '${id}'`)).toBe(1)
    await runRecount(scopes, { id, range })
    await runRecount(scopes, { id, range })
    expect(await ask(id)).toMatchObject({ state: 'equal' })
    expect(await countOf(`accounts_audit where action = 'indicators.recounted'`)).toBe(1)
    expect(await ask()).toMatchObject({ state: 'running' })
  })

  test('killed half way shows how far it came, and begins again', async () => {
    const { id } = await ask()
    let writings = 0
    const dying: Scopes = {
      clock,
      writing: (within, work) => {
        writings += 1
        if (writings === 3) throw new Error('killed')
        return database.write(work, within)
      },
    }
    await expect(runRecount(dying, { id, range })).rejects.toThrow('killed')
    expect(await find(id)).toMatchObject({ state: 'running', communes: 2, communesDone: 1 })
    await runRecount(scopes, { id, range })
    expect(await find(id)).toMatchObject({ state: 'equal', communesDone: 2 })
  })

  test('whose job is silent for long is given up: another may be asked', async () => {
    const { id } = await ask()
    await database.owner.query(`update indicators_recounts set seen_at = now() - interval '11 minutes'`)
    expect((await thu.get('/indicators/board')).body.recount).toBeNull()
    expect((await ask()).id).not.toBe(id)
  })

  test('is not seen from a commune, nor asked without the right', async () => {
    const { id } = await ask()
    expect((await lan.get(`/indicators/recounts/${id}`)).status).toBe(404)
    expect((await thu.get(`/indicators/recounts/${newId()}`)).status).toBe(404)
    expect((await thu.get('/indicators/recounts/x')).status).toBe(422)
    expect((await app.stranger.get(`/indicators/recounts/${id}`)).status).toBe(401)
    expect((await app.as(people.minhViewer).post('/indicators/recount', { id: newId() })).status).toBe(403)
  })

  test('keeps the small ones of its communes at once', async () => {
    const { body } = await lan.post('/indicators/recount', { id: newId() })
    expect(body).toMatchObject({ state: 'equal', communes: 1, communesDone: 1 })
  })
})
