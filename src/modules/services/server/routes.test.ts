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

describe('a session', () => {
  const weigh = (children: string[], more: object = {}) => ({
    id: newId(),
    itemCode: 'GRO-0-23',
    doneOn: '2026-11-20',
    entries: children.map((childId) => ({ recordId: newId(), childId })),
    ...more,
  })
  test('records who came, names who could not be recorded and why', async () => {
    const [here, elsewhere] = [
      await addChild(database, { bornOn: '2026-02-01' }),
      await addChild(database, { bornOn: '2026-02-01', communeId: places.dakTo }),
    ]
    const unborn = await addChild(database, { bornOn: '2026-11-21' })
    const session = weigh([here, elsewhere, unborn])
    const { status, body } = await lan.post('/services/sessions', session)
    expect(status).toBe(200)
    expect(body.recorded.map((one: { childId: string }) => one.childId)).toEqual([here])
    expect(
      new Map(body.refused.map((one: { childId: string; code: string }) => [one.childId, one.code])),
    ).toEqual(
      new Map([
        [elsewhere, 'services.child-not-found'],
        [unborn, 'services.before-birth'],
      ]),
    )
  })
  test('sent twice gives the same answer; undone as a whole', async () => {
    const children = [
      await addChild(database, { bornOn: '2026-02-01' }),
      await addChild(database, { bornOn: '2025-12-01' }),
    ]
    const session = weigh(children)
    const first = await lan.post('/services/sessions', session)
    const again = await lan.post('/services/sessions', session)
    expect(again.body.recorded).toHaveLength(first.body.recorded.length)
    expect((await lan.del(`/services/sessions/${session.id}`)).body).toEqual({ undone: 2 })
    expect((await lan.del(`/services/sessions/${session.id}`)).body).toEqual({ undone: 0 })
  })
  test('chooses the next dose by itself', async () => {
    const child = await addChild(database, { bornOn: '2026-05-01' })
    await lan.post(
      '/services/records',
      measles(child, { itemCode: 'IMM-PENTA', dose: 1, doneOn: '2026-07-05' }),
    )
    const { body } = await lan.post('/services/sessions', weigh([child], { itemCode: 'IMM-PENTA' }))
    expect(body.recorded[0].dose).toBe(2)
  })
  test('an unknown service, no children, or no right is refused', async () => {
    const child = await addChild(database, { bornOn: '2026-02-01' })
    expect((await lan.post('/services/sessions', weigh([child], { itemCode: 'X' }))).status).toBe(422)
    expect((await lan.post('/services/sessions', weigh([]))).status).toBe(422)
    expect((await app.as(people.minhViewer).post('/services/sessions', weigh([child]))).status).toBe(403)
  })
  test('two devices record one session: nothing is doubled, each is told which children are its own', async () => {
    const [mai, hoa, thien] = await Promise.all([
      addChild(database, { bornOn: '2026-02-01', villageId: places.dakMeVillage, fullName: 'Y Mai' }),
      addChild(database, { bornOn: '2026-02-02', villageId: places.dakMeVillage, fullName: 'Y Hoa' }),
      addChild(database, { bornOn: '2026-02-03', villageId: places.dakMeVillage, fullName: 'A Thiên' }),
    ])
    const nurse = weigh([mai, hoa], { itemCode: 'IMM-MEASLES' })
    const collaborator = weigh([thien, hoa, mai], { itemCode: 'IMM-MEASLES' })
    const replies = await Promise.all([
      lan.post('/services/sessions', nurse),
      yHoa.post('/services/sessions', collaborator),
    ])
    const recorded = replies.map(({ body }) => body.recorded.length)
    const refused = replies.flatMap(({ body }) => body.refused)
    // Whoever comes second is told of the two that both had ticked.
    expect([recorded, refused.length]).toEqual([recorded[0] === 2 ? [2, 1] : [0, 3], 2])
    expect(new Set(refused.map((one: { childId: string }) => one.childId))).toEqual(new Set([mai, hoa]))
    expect(refused[0]).toMatchObject({
      code: 'services.done-before',
      text: 'Dịch vụ (hoặc mũi) này đã được ghi nhận cho trẻ. Nếu lần trước ghi sai, hãy hoàn tác lần ghi đó trước.',
    })
    const { rows } = await database.owner.query(
      'select count(*)::int as count from services_records where undone_at is null group by child_id',
    )
    expect(rows.map(({ count }) => count)).toEqual([1, 1, 1])
    // Sent again after a lost reply it says the same; undoing takes back only what is its own.
    const again = await lan.post('/services/sessions', nurse)
    expect(again.body.recorded).toHaveLength(recorded[0] ?? -1)
    expect((await yHoa.del(`/services/sessions/${collaborator.id}`)).body.undone).toBe(recorded[1])
  })
  test('a refusal and a contraindication stand beside those who got it, each with its reason', async () => {
    const [came, refused, ill] = await Promise.all([
      addChild(database, { bornOn: '2026-02-01' }),
      addChild(database, { bornOn: '2026-02-02' }),
      addChild(database, { bornOn: '2026-02-03' }),
    ])
    const entries = [
      { recordId: newId(), childId: came },
      { recordId: newId(), childId: refused, answer: 'refused', note: 'Mẹ chưa đồng ý' },
      { recordId: newId(), childId: ill, answer: 'contraindicated', note: 'Sốt 39 độ' },
    ]
    const session = { id: newId(), itemCode: 'IMM-MEASLES', doneOn: '2026-11-20', entries }
    expect((await lan.post('/services/sessions', session)).body).toMatchObject({ refused: [] })
    const { body } = await lan.get(`/children/${ill}/services`)
    expect(body.records[0]).toMatchObject({ answer: 'contraindicated', note: 'Sốt 39 độ' })
    expect(body.services).toContainEqual(
      expect.objectContaining({ itemCode: 'IMM-MEASLES', state: 'declined' }),
    )
  })
  test('may be held for chosen children; those not of the age or place are counted', async () => {
    const [mai, old, elsewhere] = await Promise.all([
      addChild(database, { bornOn: '2026-02-01', fullName: 'Y Mai' }),
      addChild(database, { bornOn: '2020-02-01' }),
      addChild(database, { bornOn: '2026-02-01', communeId: places.dakTo }),
    ])
    await addChild(database, { bornOn: '2026-02-01', fullName: 'Không được chọn' })
    const asked = (childIds: string) =>
      lan.get(`/services/session-candidates?itemCode=GRO-0-23&day=2026-11-20&childIds=${childIds}`)
    const { body } = await asked([mai, old, elsewhere].join(','))
    expect(body.candidates.map((one: { fullName: string }) => one.fullName)).toEqual(['Y Mai'])
    expect(body.left).toBe(2)
    expect((await asked('khong-phai-ma')).status).toBe(422)
    expect((await asked(Array.from({ length: 201 }, newId).join(','))).status).toBe(422)
  })
  test('candidates are the children of the place whose age fits', async () => {
    const inVillage = await addChild(database, { bornOn: '2026-02-01', villageId: places.dakMeVillage })
    await addChild(database, { bornOn: '2020-02-01', villageId: places.dakMeVillage })
    await addChild(database, { bornOn: '2026-02-01', villageId: places.konTrangVillage })
    const { body } = await yHoa.get('/services/session-candidates?itemCode=GRO-0-23&day=2026-11-20')
    expect(body.candidates.map((one: { childId: string }) => one.childId)).toEqual([inVillage])
    expect(body.candidates[0]).toMatchObject({ state: 'due', dose: null })
    const village = `villageId=${places.dakRaoVillage}`
    expect(
      (await yHoa.get(`/services/session-candidates?itemCode=GRO-0-23&day=2026-11-20&${village}`)).status,
    ).toBe(404)
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
