import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { followEndedFacts } from './keep-present.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const son = app.as(people.sonProtectionDakHa)

const details = {
  ...{ communeId: places.dakHa, villageId: places.dakMeVillage, fullName: 'A Thiên', sex: 'male' },
  ...{ bornOn: '2022-03-04', ethnicCode: '14', householdCode: null, address: null, poverty: 'poor' },
  ...{ disabled: false, specialCircumstance: false, education: null, personalId: null, carers: [] },
}
let childId = ''
let url = ''

beforeEach(async () => {
  childId = newId()
  url = `/children/${childId}`
  const reply = await lan.post('/children', { ...details, id: childId, isAnotherChild: true })
  if (reply.status !== 200) throw new Error(`not registered: ${reply.body.code}`)
  // Registered before the days of the facts below.
  await database.owner.query(`update children set registered_at = '2022-05-01T02:00:00Z' where id = $1`, [
    childId,
  ])
})

const fact = (changes: object) => ({
  id: newId(),
  fromDay: '2026-01-01',
  source: 'QĐ 15/QĐ-UBND',
  ...changes,
})
const record = (changes: object, as = lan) => as.post(`${url}/facts`, fact(changes))
const present = async () => (await lan.get(url)).body

type Shown = {
  id: string
  kind: string
  value: string
  fromDay: string
  toDay: string | null
  undoneAt: string | null
  implied: boolean
}
const lines = (facts: Shown[], kind: string) =>
  facts
    .filter((one) => one.kind === kind && !one.undoneAt)
    .map(({ value, fromDay, toDay }) => `${value} ${fromDay} ${toDay ?? ''}`.trim())

describe('facts with dates', () => {
  test('what the register says without a date is told from the day of registering', async () => {
    const { body } = await lan.get(`${url}/facts`)
    expect(body.every(({ implied }: Shown) => implied)).toBe(true)
    expect(lines(body, 'poverty')).toEqual(['poor 2022-05-01'])
    expect(lines(body, 'residence')).toEqual(['permanent 2022-05-01'])
  })

  test('a new status ends the one before, and the register follows', async () => {
    const { status, body } = await record({ kind: 'poverty', value: 'near-poor' })
    expect(status).toBe(200)
    expect(lines(body, 'poverty')).toEqual(['near-poor 2026-01-01', 'poor 2022-05-01 2025-12-31'])
    expect((await present()).poverty).toBe('near-poor')
  })

  test('sent twice it is written once', async () => {
    const once = fact({ kind: 'flag', value: 'disabled' })
    expect((await lan.post(`${url}/facts`, once)).status).toBe(200)
    const { body } = await lan.post(`${url}/facts`, once)
    expect(lines(body, 'flag')).toEqual(['disabled 2026-01-01'])
    expect((await present()).disabled).toBe(true)
  })

  test('a correction keeps what was written before', async () => {
    const wrong = fact({ kind: 'poverty', value: 'none' })
    await lan.post(`${url}/facts`, wrong)
    const { body } = await record({ kind: 'poverty', value: 'near-poor', replaces: wrong.id })
    expect(lines(body, 'poverty')).toEqual(['near-poor 2026-01-01', 'poor 2022-05-01 2025-12-31'])
    expect(body.find(({ id }: Shown) => id === wrong.id).undoneAt).not.toBeNull()
    const { body: history } = await lan.get(`${url}/history`)
    const corrected = history.find(({ action }: { action: string }) => action === 'children.fact-corrected')
    expect([corrected.before.value, corrected.after.value]).toEqual(['none', 'near-poor'])
  })

  test('one taken back lets the one before run on', async () => {
    const wrong = fact({ kind: 'poverty', value: 'none' })
    await lan.post(`${url}/facts`, wrong)
    const { status, body } = await lan.del(`/children/${childId}/facts/${wrong.id}`)
    expect([status, lines(body, 'poverty')]).toEqual([200, ['poor 2022-05-01']])
    expect((await present()).poverty).toBe('poor')
    expect((await lan.del(`/children/${childId}/facts/${newId()}`)).body.code).toBe('children.fact-not-found')
  })

  test('an ended flag leaves the register on the day after', async () => {
    const flag = fact({ kind: 'flag', value: 'disabled' })
    await lan.post(`${url}/facts`, flag)
    const { body } = await lan.put(`/children/${childId}/facts/${flag.id}/end`, { toDay: '2026-06-30' })
    expect(lines(body, 'flag')).toEqual(['disabled 2026-01-01 2026-06-30'])
    expect((await present()).disabled).toBe(true)
    const scopes = { reading: database.read, writing: database.write }
    expect(await followEndedFacts(scopes, '2026-06-30')).toBe(0)
    expect(await followEndedFacts(scopes, '2026-07-01')).toBe(1)
    expect(await followEndedFacts(scopes, '2026-07-01')).toBe(0)
    expect((await present()).disabled).toBe(false)
  })

  test('the form of the register changes from today on what has dates', async () => {
    await record({ kind: 'poverty', value: 'near-poor' })
    const child = await present()
    const { status } = await lan.put(url, { ...child, poverty: 'none' })
    expect(status).toBe(200)
    const { body } = await lan.get(`${url}/facts`)
    expect(lines(body, 'poverty')[0]).toMatch(/^none 2026-/)
    expect(lines(body, 'poverty')[1]).toMatch(/^near-poor 2026-01-01 2026-/)
  })
})

describe('bad input', () => {
  test.each([
    [{ kind: 'poverty', value: 'rich' }, 422],
    [{ kind: 'poverty', value: 'none', source: '' }, 422],
    [{ kind: 'poverty', value: 'none', fromDay: '2021-01-01' }, 'children.fact-before-birth'],
    [{ kind: 'poverty', value: 'none', fromDay: '2031-01-01' }, 'children.fact-in-future'],
    [{ kind: 'insurance', value: 'card', number: '123' }, 'children.insurance-number'],
    [{ kind: 'residence', value: 'permanent' }, 'children.fact-place-wrong'],
    [{ kind: 'schooling', value: 'nursery', facilityId: newId() }, 'children.fact-place-wrong'],
    [{ kind: 'poverty', value: 'none', replaces: newId() }, 'children.fact-not-found'],
    [{ kind: 'poverty', value: 'none', toDay: '2025-01-01' }, 'children.fact-days'],
  ])('%j is refused', async (changes, refused) => {
    const { status, body } = await record(changes)
    expect(typeof refused === 'number' ? status : body.code).toBe(refused)
  })

  test('a child elsewhere cannot be found, and a viewer may write nothing', async () => {
    const phuc = app.as(people.phucOfficerDakTo)
    expect((await phuc.get(`${url}/facts`)).status).toBe(404)
    expect((await record({ kind: 'flag', value: 'disaster' }, phuc)).status).toBe(404)
    expect((await record({ kind: 'flag', value: 'disaster' }, app.as(people.minhViewer))).status).toBe(403)
  })
})

describe('a child that leaves', () => {
  const leave = async (reason: string) => {
    const { version } = await present()
    return lan.put(`${url}/leaving`, { version, leftOn: '2026-05-20', reason })
  }
  const residences = async () => lines((await lan.get(`${url}/facts`)).body, 'residence')
  const home = { kind: 'residence', communeId: places.dakHa, villageId: places.dakMeVillage }

  test.each([
    ['moved', 'moved-out'],
    ['died', 'died'],
  ])(
    '(%s) lives there no longer from that day on, and does again when it is opened',
    async (reason, ending) => {
      await record({ ...home, value: 'permanent', fromDay: '2024-01-01' })
      await record({ ...home, value: 'temporary', fromDay: '2026-02-01', toDay: '2026-12-31' })
      const before = await residences()
      expect((await leave(reason)).status).toBe(200)
      expect(await residences()).toEqual([
        'temporary 2026-02-01 2026-05-20',
        'permanent 2024-01-01 2026-05-20',
        'permanent 2022-05-01 2023-12-31',
      ])
      const { body } = await lan.get(`${url}/facts`)
      expect(body[0]).toMatchObject({ ending })
      expect((await lan.del(`${url}/leaving`)).status).toBe(200)
      expect(await residences()).toEqual(before)
    },
  )

  test('whose residence never had dates is told as living there until that day', async () => {
    await leave('moved')
    expect(await residences()).toEqual(['permanent 2022-05-01 2026-05-20'])
  })

  test('closed as a mistake says nothing of where it lived', async () => {
    await record({ ...home, value: 'permanent', fromDay: '2024-01-01' })
    await leave('mistake')
    expect((await residences())[0]).toBe('permanent 2024-01-01')
  })
})

describe('where the child lives', () => {
  const toKonTrang = { communeId: places.dakHa, villageId: places.konTrangVillage }

  test('a residence in another village moves the child in the register', async () => {
    const move = { kind: 'residence', value: 'permanent', fromDay: '2026-05-01', ...toKonTrang }
    const { status, body } = await record(move)
    expect([status, lines(body, 'residence')]).toEqual([
      200,
      ['permanent 2026-05-01', 'permanent 2022-05-01 2026-04-30'],
    ])
    expect((await present()).villageId).toBe(places.konTrangVillage)
    const hoa = app.as(people.yHoaCollaborator)
    expect((await hoa.get(url)).status).toBe(404)
  })

  test('elsewhere for good is a move to another commune; registered there only, it lives here', async () => {
    const dakTo = { communeId: places.dakTo, villageId: places.dakRaoVillage }
    const moved = { kind: 'residence', value: 'permanent', fromDay: '2026-05-01', ...dakTo }
    expect((await record(moved)).body.code).toBe('children.residence-elsewhere')
    const here = { kind: 'residence', value: 'temporary', ...toKonTrang, fromDay: '2026-02-01' }
    expect((await record(here)).status).toBe(200)
    expect((await record(moved)).status).toBe(200)
    expect((await present()).villageId).toBe(places.konTrangVillage)
  })
})

test('the number of a card is absent for those who may not see numbers', async () => {
  const number = 'TE1626212345678'
  await record({ kind: 'insurance', value: 'card', number })
  const asSeen = async (person: typeof people.hoaTeacherDakHa) =>
    (await app.as(person).get(`${url}/facts`)).body.find(({ kind }: Shown) => kind === 'insurance')
  expect((await asSeen(people.lanOfficerDakHa)).number).toBe(number)
  expect('number' in (await asSeen(people.hoaTeacherDakHa))).toBe(false)
  const { body: history } = await app.as(people.hoaTeacherDakHa).get(`${url}/history`)
  expect(JSON.stringify(history)).not.toContain(number)
})

describe('special circumstances', () => {
  const circumstance = (changes: object) => ({
    ...{ id: newId(), groupNo: 1, subgroup: '1.3', detail: null, fromDay: '2026-01-05', toDay: null },
    source: 'QĐ 12/QĐ-UBND',
    ...changes,
  })

  test('a sub-group of the group is kept, one of another group refused', async () => {
    const { body } = await lan.post(`${url}/circumstances`, circumstance({}))
    expect(body.circumstances[0].subgroup).toBe('1.3')
    expect((await present()).specialCircumstance).toBe(true)
    expect((await lan.post(`${url}/circumstances`, circumstance({ subgroup: '2.1' }))).status).toBe(422)
    expect((await lan.post(`${url}/circumstances`, circumstance({ subgroup: '1.9' }))).status).toBe(422)
  })

  test('written over, the former state stays; taken back, the child is in none', async () => {
    const one = circumstance({})
    await lan.post(`${url}/circumstances`, one)
    await lan.post(`${url}/circumstances`, { ...one, subgroup: '1.4' })
    await lan.post(`${url}/circumstances`, { ...one, subgroup: '1.4' })
    const { rows } = await database.owner.query(
      'select subgroup, undone_at is null as stands from children_circumstances where child_id = $1 order by 1',
      [childId],
    )
    expect(rows).toEqual([
      { subgroup: '1.3', stands: false },
      { subgroup: '1.4', stands: true },
    ])
    const { body } = await lan.del(`/children/${childId}/circumstances/${one.id}`)
    expect(body.circumstances).toEqual([])
    expect((await present()).specialCircumstance).toBe(false)
  })

  test('a confidential one can be taken back only by those who may know of it', async () => {
    const hiv = circumstance({ groupNo: 5, subgroup: '5.1' })
    expect((await son.post(`${url}/circumstances`, hiv)).status).toBe(200)
    expect((await lan.del(`/children/${childId}/circumstances/${hiv.id}`)).status).toBe(200)
    expect((await son.get(`${url}/circumstances`)).body.circumstances).toHaveLength(1)
    expect((await son.del(`/children/${childId}/circumstances/${hiv.id}`)).body.circumstances).toEqual([])
  })
})
