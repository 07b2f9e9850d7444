import { beforeEach, describe, expect, test } from 'vitest'
import { clockAt } from '#platform/clock.ts'
import { drainBatch, recountDifferences } from '#modules/services/server/public.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'

const today = '2026-11-22'
const database = await testDatabase()
const app = await testApp(database, { clock: clockAt(`${today}T09:00:00+07:00`) })
const lan = app.as(people.lanOfficerDakHa)

beforeEach(() => truncateAll(database))

async function count(from: string): Promise<number> {
  const { rows } = await database.owner.query(`select count(*)::int as count from ${from}`)
  return rows[0].count
}

describe('the sample commune', () => {
  test('is loaded once, is marked, gives right figures, and goes without a trace', async () => {
    const real = await addChild(database, { bornOn: '2024-01-01' })
    const villagesBefore = await count(`areas where kind = 'village'`)
    expect((await lan.get('/status')).body).toEqual({ sample: false })
    const { status, body } = await lan.post('/sample', {})
    expect(status).toBe(200)
    expect(body.children).toBeGreaterThan(1180)
    expect(await count('children where sample')).toBe(body.children)
    expect(await count('services_records')).toBe(body.services)
    expect(body.measurements).toBeGreaterThan(3000)
    expect(await count('growth_scores')).toBe(body.measurements)
    // A weighing that found something asks for the next one.
    const thin = `severity > 0 and measured_on > '2026-10-01' and born_on > '2022-01-01'`
    const asked = await count(`growth_states s join children c on c.id = s.child_id where ${thin}`)
    expect(await count('services_needs')).toBeGreaterThanOrEqual(asked)
    expect((await lan.get('/status')).body).toEqual({ sample: true })
    expect((await lan.get('/sample')).body).toEqual({
      ...{ loaded: true, children: body.children, communes: ['Xã Đăk Hà'] },
    })
    expect((await lan.post('/sample', {})).body.code).toBe('sample.loaded-already')

    while ((await database.write((tx) => drainBatch(tx, today))) === 'more');
    const figures = { communeId: places.dakHa, period: '2026-H1', today }
    expect(await database.read((db) => recountDifferences(db, figures))).toEqual([])

    expect((await lan.del('/sample')).body).toEqual({ removed: body.children })
    expect((await lan.del('/sample')).body).toEqual({ removed: 0 })
    expect(await count('children where sample')).toBe(0)
    expect(await count('services_records')).toBe(0)
    expect(await count('growth_measurements')).toBe(0)
    expect(await count('services_needs')).toBe(0)
    expect(await count(`areas where kind = 'village'`)).toBe(villagesBefore)
    expect(await count(`children where id = '${real}'`)).toBe(1)
    expect(await count(`services_counters where due[1] <> 1`)).toBe(0)
  })

  test('is for those who manage it, in their own place', async () => {
    expect((await app.as(people.yHoaCollaborator).post('/sample', {})).status).toBe(403)
    expect((await app.as(people.minhViewer).del('/sample')).status).toBe(403)
    expect((await lan.post('/sample', { communeId: places.dakTo })).body.code).toBe('sample.no-commune')
    expect((await lan.post('/sample', { communeId: 'x' })).status).toBe(422)
  })
})
