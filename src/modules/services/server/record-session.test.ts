import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const yHoa = app.as(people.yHoaCollaborator)

beforeEach(() => truncateAll(database))

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
    const first = { id: newId(), childId: child, itemCode: 'IMM-PENTA', dose: 1, doneOn: '2026-07-05' }
    await lan.post('/services/records', first)
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
    const first = recorded[0] === 2 ? people.lanOfficerDakHa.fullName : people.yHoaCollaborator.fullName
    expect(refused[0].code).toBe('services.done-before')
    // The moment of writing is the database's own; the clock of the test is the application's.
    const when = String.raw`đã ghi lúc \d\d:\d\d ngày \d\d/\d\d/\d{4} \(làm ngày 20/11/2026\)\.$`
    expect(refused[0].text).toMatch(new RegExp(`hãy hoàn tác lần ghi đó trước\\. ${first} ${when}`))
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
      lan.get(`/services/session-candidates?itemCode=GRO-0-23&day=2026-11-20&ids=${childIds}`)
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
