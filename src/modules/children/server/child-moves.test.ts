import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
/** Đăk Hà sends, Đăk Tô receives. */
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)

let childId = ''
let url = ''

beforeEach(async () => {
  await database.owner.query('delete from children_moves')
  childId = newId()
  url = `/children/${childId}`
  const reply = await lan.post('/children', {
    ...{ id: childId, communeId: places.dakHa, villageId: places.dakMeVillage, fullName: 'A Thiên' },
    ...{ bornOn: '2022-03-04', sex: 'male', ethnicCode: '14', householdCode: '7', address: 'Nhà số 3' },
    ...{ poverty: 'poor', disabled: false, specialCircumstance: false, education: null, personalId: null },
    isAnotherChild: true,
    carers: [{ id: newId(), fullName: 'Y Nga', relation: 'mother', phone: '0912345678' }],
  })
  if (reply.status !== 200) throw new Error(`not registered: ${reply.body.code}`)
})

const sending = (changes: object = {}) => ({
  ...{ id: newId(), toCommuneId: places.dakTo, movedOn: '2026-05-01', residence: 'permanent' },
  note: 'Theo mẹ về quê',
  ...changes,
})

const wayOf = (moveId: string) => `/children/${childId}/moves/${moveId}`
const acceptance = (moveId: string) => `/children/${childId}/moves/${moveId}/acceptance`
const refusal = (moveId: string) => `/children/${childId}/moves/${moveId}/refusal`

async function send(changes: object = {}) {
  const { status, body } = await lan.post(`${url}/moves`, sending(changes))
  expect(status).toBe(200)
  return wayOf(body.id)
}

const stateSeenBy = async (client: typeof lan) => (await client.get('/children/moves')).body[0]?.state

async function countReadings(): Promise<number> {
  const { rows } = await database.owner.query('select count(*)::int as count from accounts_reads')
  return rows[0].count
}

describe('a child that moves to another commune', () => {
  test('stays with the sender until it is accepted, and both see the state', async () => {
    await send()
    expect((await lan.get(url)).body.leftOn).toBeNull()
    expect((await phuc.get(url)).status).toBe(404)
    expect([await stateSeenBy(lan), await stateSeenBy(phuc)]).toEqual(['sent', 'sent'])
  })

  test('is counted for the receiver alone, which shows no child and so writes no reading', async () => {
    const move = await send()
    const readings = await countReadings()
    const waiting = async (client: typeof lan) => (await client.get('/children/moves/waiting')).body
    expect([await waiting(lan), await waiting(phuc)]).toEqual([{ count: 0 }, { count: 1 }])
    expect(await countReadings()).toBe(readings)
    await phuc.post(`${move}/refusal`, { reason: 'Gia đình không có ở xã' })
    expect(await waiting(phuc)).toEqual({ count: 0 })
  })

  test('before accepting the receiver sees who comes from where, and nothing else', async () => {
    await send()
    const { body } = await phuc.get('/children/moves')
    expect(body[0]).toMatchObject({ childName: 'A Thiên', motherName: 'Y Nga', incoming: true })
    expect(JSON.stringify(body)).not.toMatch(/0912345678|Nhà số 3|poor/)
    expect((await phuc.get(`${url}/facts`)).status).toBe(404)
  })

  test('accepted, it is in the new register with its records and carers, and gone from the old', async () => {
    const service = { id: newId(), childId, itemCode: 'IMM-MEASLES', doneOn: '2026-03-10' }
    expect((await lan.post('/services/records', service)).status).toBe(200)
    const move = await send()
    const { status, body } = await phuc.post(`${move}/acceptance`, { villageId: places.dakRaoVillage })
    expect([status, body.state]).toEqual([200, 'accepted'])
    const { body: child } = await phuc.get(url)
    expect([child.communeId, child.villageId]).toEqual([places.dakTo, places.dakRaoVillage])
    expect(child.carers[0].fullName).toBe('Y Nga')
    expect((await phuc.get(`${url}/services`)).body.records).toHaveLength(1)
    expect((await phuc.post('/children/search', { text: 'thien' })).body.children).toHaveLength(1)
    expect((await lan.get(url)).status).toBe(404)
    expect(await stateSeenBy(lan)).toBe('accepted')
  })

  test('the residences tell the move from its day on', async () => {
    await database.owner.query(`update children set registered_at = '2022-05-01' where id = $1`, [childId])
    const move = await send()
    await phuc.post(`${move}/acceptance`, { villageId: null })
    const { body: facts } = await phuc.get(`${url}/facts`)
    const lines = facts
      .filter(({ kind }: { kind: string }) => kind === 'residence')
      .map((fact: Record<string, unknown>) => [fact['communeName'], fact['fromDay'], fact['toDay']])
    expect(lines).toEqual([
      ['Xã Đăk Tô', '2026-05-01', null],
      ['Xã Đăk Hà', '2022-05-01', '2026-04-30'],
    ])
  })

  test('refused with a reason it stays, and can be sent again', async () => {
    const move = await send()
    expect((await phuc.post(refusal(move.split('/').at(-1) ?? ''), { reason: '' })).status).toBe(422)
    const { body } = await phuc.post(`${move}/refusal`, { reason: 'Gia đình không có ở xã' })
    expect([body.state, body.refusal]).toEqual(['refused', 'Gia đình không có ở xã'])
    expect((await lan.get(url)).body.communeId).toBe(places.dakHa)
    expect((await lan.get(`${url}/moves`)).body[0].refusal).toBe('Gia đình không có ở xã')
    await send()
  })

  test('recalled, it can no longer be accepted', async () => {
    const move = await send()
    expect((await lan.del(move)).body.state).toBe('recalled')
    expect((await lan.del(move)).body.state).toBe('recalled')
    const { body } = await phuc.post(`${move}/acceptance`, { villageId: null })
    expect(body.code).toBe('children.move-answered')
    expect((await lan.get(url)).status).toBe(200)
  })

  test('both answers at once: one holds', async () => {
    const move = await send()
    const [recalled, accepted] = await Promise.all([
      lan.del(move),
      phuc.post(`${move}/acceptance`, { villageId: null }),
    ])
    expect([recalled.status, accepted.status].filter((status) => status === 200)).toHaveLength(1)
    const seen = await Promise.all([lan.get(url), phuc.get(url)])
    expect(seen.map(({ status }) => status).toSorted()).toEqual([200, 404])
  })

  test('sent twice is one move; accepted twice too', async () => {
    const once = sending()
    await lan.post(`${url}/moves`, once)
    expect((await lan.post(`${url}/moves`, once)).body.id).toBe(once.id)
    const way = acceptance(once.id)
    await phuc.post(way, { villageId: null })
    expect((await phuc.post(way, { villageId: null })).body.state).toBe('accepted')
  })
})

describe('refused', () => {
  test.each([
    [{ toCommuneId: places.dakHa }, 'children.move-to-same'],
    [{ toCommuneId: places.dakRaoVillage }, 'children.move-to-same'],
    [{ movedOn: '2031-01-01' }, 'children.move-day'],
    [{ movedOn: '2021-01-01' }, 'children.move-day'],
  ])('%j: %s', async (changes, code) => {
    expect((await lan.post(`${url}/moves`, sending(changes))).body.code).toBe(code)
  })

  test('a second move while one waits, a village of another commune, an answer by anybody else', async () => {
    const move = await send()
    expect((await lan.post(`${url}/moves`, sending())).body.code).toBe('children.move-waits')
    const wrong = await phuc.post(`${move}/acceptance`, { villageId: places.dakMeVillage })
    expect(wrong.body.code).toBe('children.fact-place-wrong')
    expect((await lan.post(`${move}/acceptance`, { villageId: null })).body.code).toBe(
      'children.move-not-found',
    )
    expect((await phuc.del(move)).status).toBe(404)
    expect((await app.as(people.minhViewer).post(`${move}/refusal`, { reason: 'Không' })).status).toBe(403)
  })

  test('a child that left meanwhile', async () => {
    const move = await send()
    await lan.put(`${url}/leaving`, { version: 1, leftOn: '2026-05-02', reason: 'died' })
    const { body } = await phuc.post(`${move}/acceptance`, { villageId: null })
    expect(body.code).toBe('children.move-child-left')
  })
})
