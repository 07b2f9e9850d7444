import { beforeEach, describe, expect, test } from 'vitest'
import { addDays, type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { drainBatch } from './drain.ts'

const today: Day = '2026-11-22'
const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const yHoa = app.as(people.yHoaCollaborator)

beforeEach(() => truncateAll(database))

const measles = (childId: string, more: object = {}) => ({
  id: newId(),
  childId,
  itemCode: 'IMM-MEASLES',
  doneOn: '2026-11-20',
  ...more,
})

async function drain(): Promise<void> {
  while ((await database.write((tx) => drainBatch(tx, today))) === 'more');
}

describe('recording one service', () => {
  test('works, and the child page shows it done', async () => {
    const child = await addChild(database, { bornOn: '2026-02-01', villageId: places.dakMeVillage })
    const before = await yHoa.get(`/children/${child}/services`)
    expect(before.body.services).toContainEqual(
      expect.objectContaining({ itemCode: 'IMM-MEASLES', state: 'due' }),
    )
    const reply = await yHoa.post('/services/records', measles(child))
    expect(reply.status).toBe(200)
    const after = await yHoa.get(`/children/${child}/services`)
    expect(after.body.services).toContainEqual(
      expect.objectContaining({ itemCode: 'IMM-MEASLES', state: 'done', answeredOn: '2026-11-20' }),
    )
    expect(after.body.records[0]).toMatchObject({
      itemCode: 'IMM-MEASLES',
      recordedByName: 'Y Hoa',
      undoneAt: null,
    })
  })

  test('sent twice is stored once; the same id for something else is refused', async () => {
    const child = await addChild(database, { bornOn: '2026-02-01' })
    const record = measles(child)
    const first = await lan.post('/services/records', record)
    const second = await lan.post('/services/records', record)
    expect(second.status).toBe(200)
    expect(second.body.id).toBe(first.body.id)
    const other = await lan.post('/services/records', { ...record, doneOn: '2026-11-21' })
    expect(other.body.code).toBe('services.id-used')
    const { rows } = await database.owner.query('select count(*)::int as count from services_records')
    expect(rows).toEqual([{ count: 1 }])
    const audit = await database.owner.query(
      `select count(*)::int as count from accounts_audit where action = 'services.recorded'`,
    )
    expect(audit.rows).toEqual([{ count: 1 }])
  })

  test('two people recording the same dose at once: one is told that it is there already', async () => {
    const child = await addChild(database, { bornOn: '2026-02-01' })
    const replies = await Promise.all([
      lan.post('/services/records', measles(child)),
      lan.post('/services/records', measles(child, { doneOn: '2026-11-21' })),
    ])
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200, 409]))
  })

  test.each([
    ['an unknown service', { itemCode: 'NO-SUCH' }, 'services.unknown-item'],
    ['a day before birth', { doneOn: '2026-01-31' }, 'services.before-birth'],
    ['a day to come', { doneOn: '2026-11-23' }, 'services.in-future'],
    ['a dose that is missing', { itemCode: 'IMM-PENTA' }, 'services.dose-needed'],
    ['the second dose before the first', { itemCode: 'IMM-PENTA', dose: 2 }, 'services.dose-order'],
    ['a service for pregnant women', { itemCode: 'ANC-1' }, 'services.not-for-children'],
  ])('%s is refused with its reason', async (_, more, code) => {
    const child = await addChild(database, { bornOn: '2026-02-01' })
    const reply = await lan.post('/services/records', measles(child, more))
    expect(reply.status).toBe(422)
    expect(reply.body.code).toBe(code)
  })

  test('a day that does not exist is refused by its form', async () => {
    const child = await addChild(database, { bornOn: '2026-02-01' })
    expect((await lan.post('/services/records', measles(child, { doneOn: '2026-02-31' }))).status).toBe(422)
  })

  test('a dose before the least gap is refused, and taken with a mark when the person says so', async () => {
    const child = await addChild(database, { bornOn: '2026-02-01' })
    const penta = (dose: number, doneOn: Day, more = {}) =>
      measles(child, { itemCode: 'IMM-PENTA', dose, doneOn, ...more })
    expect((await lan.post('/services/records', penta(1, '2026-04-10'))).status).toBe(200)
    expect((await lan.post('/services/records', penta(2, '2026-05-01'))).body.code).toBe('services.dose-gap')
    const marked = await lan.post('/services/records', penta(2, '2026-05-01', { irregular: true }))
    expect(marked.body).toMatchObject({ irregular: true, dose: 2 })
    expect((await lan.post('/services/records', penta(2, '2026-06-01'))).body.code).toBe(
      'services.done-before',
    )
  })

  test('is refused to those without the right', async () => {
    const child = await addChild(database, { bornOn: '2026-02-01' })
    expect((await app.as(people.minhViewer).post('/services/records', measles(child))).status).toBe(403)
    expect((await app.as(people.minhViewer).get(`/children/${child}/services`)).status).toBe(403)
    expect((await app.stranger.post('/services/records', measles(child))).status).toBe(401)
  })

  test('a child in another commune cannot be found, nor its records', async () => {
    const child = await addChild(database, { bornOn: '2026-02-01', communeId: places.dakTo })
    expect((await lan.post('/services/records', measles(child))).status).toBe(404)
    expect((await lan.get(`/children/${child}/services`)).status).toBe(404)
    const phuc = app.as(people.phucOfficerDakTo)
    const record = measles(child)
    expect((await phuc.post('/services/records', record)).status).toBe(200)
    expect((await lan.del(`/children/${child}/services/${record.id}`)).status).toBe(404)
    expect((await lan.post('/services/records', record)).status).toBe(404)
  })
})

describe('undoing', () => {
  test('takes the service back once, keeps it in the history, and lets it be recorded anew', async () => {
    const child = await addChild(database, { bornOn: '2026-02-01' })
    const record = measles(child)
    await lan.post('/services/records', record)
    expect((await lan.del(`/children/${child}/services/${record.id}`)).body.undoneAt).not.toBeNull()
    expect((await lan.del(`/children/${child}/services/${record.id}`)).status).toBe(200)
    const { body } = await lan.get(`/children/${child}/services`)
    expect(body.services).toContainEqual(expect.objectContaining({ itemCode: 'IMM-MEASLES', state: 'due' }))
    expect(body.records).toHaveLength(1)
    expect((await lan.post('/services/records', measles(child))).status).toBe(200)
  })
  test('a record that does not exist cannot be found', async () => {
    const child = await addChild(database, { bornOn: '2026-02-01' })
    expect((await lan.del(`/children/${child}/services/${newId()}`)).status).toBe(404)
  })
})

describe('the due list', () => {
  test('lists late things first, a page at a time, and only the own village', async () => {
    const late = await addChild(database, { bornOn: '2025-12-01', villageId: places.dakMeVillage })
    const soon = await addChild(database, { bornOn: '2026-11-10', villageId: places.dakMeVillage })
    await addChild(database, { bornOn: '2025-12-01', villageId: places.konTrangVillage })
    await drain()
    const { body } = await yHoa.get('/services/due?limit=1')
    expect(body.counts).toEqual({ children: 2, overdue: 2 })
    expect(body.children[0].childId).toBe(late)
    expect(body.children[0].services[0]).toMatchObject({ state: 'overdue' })
    const rest = await yHoa.get(`/services/due?after=${body.next}`)
    expect(rest.body.children.map((one: { childId: string }) => one.childId)).toEqual([soon])
    expect((await lan.get('/services/due')).body.counts.children).toBe(3)
  })
  test('by service and state', async () => {
    const child = await addChild(database, { bornOn: '2025-12-01' })
    await drain()
    const { body } = await lan.get('/services/due?itemCode=IMM-MEASLES&state=overdue')
    expect(body.children).toHaveLength(1)
    expect(body.children[0]).toMatchObject({
      childId: child,
      services: [{ itemCode: 'IMM-MEASLES', state: 'overdue' }],
    })
    await lan.post('/services/records', measles(child))
    await drain()
    expect((await lan.get('/services/due?itemCode=IMM-MEASLES')).body.children).toEqual([])
    expect((await lan.get('/services/due?itemCode=NO-SUCH')).status).toBe(422)
  })
  test('is closed to viewers and to other places', async () => {
    expect((await app.as(people.minhViewer).get('/services/due')).status).toBe(403)
    expect((await lan.get(`/services/due?communeId=${places.dakTo}`)).status).toBe(404)
  })
})

test('the package tells forms what can be recorded', async () => {
  const { body } = await yHoa.get('/services/package')
  expect(body.items.length).toBe(76)
  expect(body.items.find((item: { code: string }) => item.code === 'IMM-PENTA').doses).toHaveLength(3)
  expect(addDays(today, 1)).toBe('2026-11-23')
})
