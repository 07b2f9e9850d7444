import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { Child } from '../shared/contract.ts'
import { Facts } from '../shared/contract-facts.ts'
import { Household } from '../shared/contract-households.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)

beforeEach(() => truncateAll(database))

const mother = (fullName: string) => ({ id: newId(), fullName, relation: 'mother', phone: '0987600123' })
const details = {
  ...{ communeId: places.dakHa, villageId: places.konTrangVillage, sex: 'female', bornOn: '2022-03-04' },
  ...{ ethnicCode: '14', householdCode: 'HM-07', address: null, poverty: null, disabled: false },
  ...{ specialCircumstance: false, education: null, personalId: null, isAnotherChild: true },
}

async function registered(fullName: string, change: object = {}): Promise<Child> {
  const asked = { ...details, id: newId(), fullName, carers: [mother('Y Blơi')], ...change }
  const { status, body } = await lan.post('/children', asked)
  expect(status).toBe(200)
  return Child.parse(body)
}

const child = async (id: string, as = lan) => Child.parse((await as.get(`/children/${id}`)).body)
const facts = async (id: string, as = lan) => Facts.parse((await as.get(`/children/${id}/facts`)).body)
const household = async (id: string | null) => {
  const { status, body } = await lan.get(`/households/${id}`)
  expect({ status, body }).toMatchObject({ status: 200 })
  return Household.parse(body)
}
const list = { year: 2026, status: 'poor', source: 'QĐ 15/QĐ-UBND' }
const setYear = (id: string | null, change: object = {}) =>
  lan.post(`/households/${id}/years`, { ...list, id: newId(), ...change })
const edited = async ({ id }: Child, change: object) => {
  const now = await child(id)
  const { status, body } = await lan.put(`/children/${id}`, { ...now, ...change })
  expect({ status, body }).toMatchObject({ status: 200 })
  return Child.parse(body)
}

describe('a code makes a household', () => {
  test('of one village: siblings share it, the same code elsewhere is another', async () => {
    const hoa = await registered('Y Hoa')
    const mai = await registered('Y Mai', { bornOn: '2024-05-06' })
    const other = await registered('Y Út', { villageId: null })
    expect(hoa.householdId).not.toBeNull()
    expect(mai.householdId).toBe(hoa.householdId)
    expect(other.householdId).not.toBe(hoa.householdId)
    const { code, villageName, children, carers } = await household(hoa.householdId)
    expect({ code, villageName }).toMatchObject({ code: 'HM-07', villageName: expect.any(String) })
    expect(children.map(({ fullName, isPresent }) => [fullName, isPresent])).toEqual([
      ['Y Hoa', true],
      ['Y Mai', true],
    ])
    // One mother, although each child names her.
    expect(carers).toEqual([
      { fullName: 'Y Blơi', relation: 'mother', phone: '0987600123', children: ['Y Hoa', 'Y Mai'] },
    ])
  })

  test('without a code there is none; a search finds the children by the code', async () => {
    expect((await registered('Y Lan', { householdCode: null })).householdId).toBeNull()
    const hoa = await registered('Y Hoa')
    for (const text of ['hm-07', 'Hoa HM-07']) {
      const { body } = await lan.post('/children/search', { text })
      expect(body.children.map(({ id }: { id: string }) => id)).toEqual([hoa.id])
    }
    await registered('Y Mai', { householdCode: '7', bornOn: '2020-01-02' })
    expect((await lan.post('/children/search', { text: 'hộ 7' })).body.children).toHaveLength(1)
    expect((await lan.post('/children/search', { text: 'HM-08' })).body.children).toEqual([])
  })

  test('corrected on the page it is corrected on every child; an old version is refused', async () => {
    const hoa = await registered('Y Hoa')
    const change = { version: 1, code: 'HM-09', headName: 'A Thiên', address: 'Tổ 2' }
    const { body } = await lan.put(`/households/${hoa.householdId}`, change)
    expect(body).toMatchObject({ code: 'HM-09', headName: 'A Thiên', address: 'Tổ 2', version: 2 })
    expect((await child(hoa.id)).householdCode).toBe('HM-09')
    const late = await lan.put(`/households/${hoa.householdId}`, { ...change, code: 'HM-10' })
    expect(late.status).toBe(409)
    expect((await lan.put(`/households/${hoa.householdId}`, { ...change, code: ' ' })).status).toBe(422)
  })

  test('goes along when its last child gets another village', async () => {
    const hoa = await registered('Y Hoa', { villageId: null })
    await lan.put(`/households/${hoa.householdId}`, { version: 1, code: 'HM-07', headName: 'A Thiên' })
    const moved = await edited(hoa, { villageId: places.konTrangVillage })
    expect(moved.householdId).toBe(hoa.householdId)
    expect(await household(hoa.householdId)).toMatchObject({
      headName: 'A Thiên',
      villageName: expect.any(String),
    })
  })
})

describe('belonging with dates', () => {
  test('from a day on a child is of another household; the former one still knows it', async () => {
    const hoa = await registered('Y Hoa')
    const mai = await registered('Y Mai', { householdCode: 'HM-08', bornOn: '2020-02-02' })
    const fact = {
      id: newId(),
      kind: 'household',
      value: 'member',
      fromDay: '2026-06-10',
      source: 'Gia đình báo',
    }
    // Written as of the day of registering it would be the same day twice.
    const { status } = await lan.post(`/children/${hoa.id}/facts`, { ...fact, householdCode: 'HM-08' })
    expect(status).toBe(200)
    expect((await child(hoa.id)).householdId).toBe(mai.householdId)
    expect((await child(hoa.id)).householdCode).toBe('HM-08')
    const now = await household(mai.householdId)
    expect(now.children.find(({ id }) => id === hoa.id)).toMatchObject({
      isPresent: true,
      fromDay: '2026-06-10',
    })
    // Ended, it belongs to none; taken back, the register says so too.
    await lan.put(`/children/${hoa.id}/facts/${fact.id}/end`, { toDay: '2026-06-12' })
    expect(await child(hoa.id)).toMatchObject({ householdId: null, householdCode: null })
    expect((await household(mai.householdId)).children.find(({ id }) => id === hoa.id)).toMatchObject({
      isPresent: false,
      toDay: '2026-06-12',
    })
    const none = { ...fact, id: newId(), fromDay: '2026-06-13' }
    expect((await lan.post(`/children/${hoa.id}/facts`, none)).status).toBe(422)
  })

  test('a move to another commune ends it there and keeps the code in the history', async () => {
    const hoa = await registered('Y Hoa')
    await database.owner.query(`update children set registered_at = '2025-01-02' where id = $1`, [hoa.id])
    const move = { id: newId(), toCommuneId: places.dakTo, movedOn: '2026-06-10', residence: 'permanent' }
    expect((await lan.post(`/children/${hoa.id}/moves`, { ...move, note: null })).status).toBe(200)
    const accepted = await phuc.post(`/children/${hoa.id}/moves/${move.id}/acceptance`, { villageId: null })
    expect(accepted.status).toBe(200)
    expect(await child(hoa.id, phuc)).toMatchObject({ householdId: null, householdCode: null })
    const known = (await facts(hoa.id, phuc)).filter(({ kind }) => kind === 'household')
    expect(known).toMatchObject([{ householdCode: 'HM-07', householdId: null, toDay: '2026-06-09' }])
    expect((await phuc.get(`/households/${hoa.householdId}`)).status).toBe(404)
    expect((await household(hoa.householdId)).children).toEqual([])
  })
})

describe('how a household stands in a year', () => {
  test('is set once for all its children, and a later child follows it', async () => {
    const hoa = await registered('Y Hoa')
    const mai = await registered('Y Mai', { bornOn: '2026-03-05' })
    const { status, body } = await setYear(hoa.householdId)
    expect({ status, written: body.written, left: body.left }).toEqual({ status: 200, written: 2, left: [] })
    expect((await child(hoa.id)).poverty).toBe('poor')
    const [fact] = (await facts(mai.id)).filter(({ kind }) => kind === 'poverty')
    expect(fact).toMatchObject({
      value: 'poor',
      fromDay: '2026-03-05',
      toDay: '2026-12-31',
      source: list.source,
    })
    expect((await registered('Y Út', { bornOn: '2026-05-05' })).poverty).toBe('poor')
    expect((await registered('Y Na', { bornOn: '2019-05-05', poverty: 'none' })).poverty).toBe('none')
  })

  test('set again it corrects, and taken back the former stands again', async () => {
    const hoa = await registered('Y Hoa')
    await setYear(hoa.householdId)
    const id = newId()
    await setYear(hoa.householdId, { id, status: 'near-poor', source: 'QĐ 20/QĐ-UBND' })
    expect((await child(hoa.id)).poverty).toBe('near-poor')
    const undone = await lan.post(`/children/steps/${id}/undo`, {})
    expect(undone.body).toEqual({ stepId: id, written: 1, left: [] })
    expect((await child(hoa.id)).poverty).toBe('poor')
    const { years } = await household(hoa.householdId)
    expect(years.filter(({ undoneAt }) => undoneAt === null)).toMatchObject([{ year: 2026, status: 'poor' }])
  })

  test('sent twice is written once; a later year, a stranger and a viewer are refused', async () => {
    const hoa = await registered('Y Hoa')
    const id = newId()
    await setYear(hoa.householdId, { id })
    expect((await setYear(hoa.householdId, { id })).body.household.years).toHaveLength(1)
    expect((await setYear(hoa.householdId, { year: 2027 })).body.code).toBe('children.household-year-future')
    expect((await setYear(newId())).status).toBe(404)
    const asked = { ...list, id: newId() }
    expect((await phuc.post(`/households/${hoa.householdId}/years`, asked)).status).toBe(404)
    expect((await app.as(people.minhViewer).get(`/households/${hoa.householdId}`)).status).toBe(403)
  })
})
