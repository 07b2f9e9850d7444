import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const url = '/children/pregnancies'
const today = '2026-06-15'
const expectedOn = addDays(today, -3)

beforeEach(() => truncateAll(database))

const pregnancy = (changes: object = {}) => ({
  ...{ id: newId(), areaId: places.dakMeVillage, motherName: 'Y Blơi', motherPhone: '0912345678' },
  ...{ motherBornYear: 1999, expectedOn, facilityId: null, householdCode: '12', address: null },
  ...{ ethnicCode: '14', poverty: 'poor', note: null },
  ...changes,
})
const birth = (names: string[], changes: object = {}) => ({
  ...{ version: 1, bornOn: today },
  children: names.map((fullName) => ({ id: newId(), fullName, sex: 'female' })),
  ...changes,
})

async function add(changes: object = {}): Promise<string> {
  const { status, body } = await lan.post(url, pregnancy(changes))
  if (status !== 200) throw new Error(`not added: ${body.code}`)
  return body.id
}

describe('a pregnancy', () => {
  test('is listed by its expected day, in its village and month', async () => {
    await add()
    await add({ motherName: 'Y Hoa', expectedOn: addDays(today, 100), areaId: places.konTrangVillage })
    const mothers = async (search = '') =>
      (await lan.get(`${url}?${search}`)).body.map((one: { motherName: string }) => one.motherName)
    expect(await mothers()).toEqual(['Y Blơi', 'Y Hoa'])
    expect(await mothers(`areaId=${places.konTrangVillage}`)).toEqual(['Y Hoa'])
    expect(await mothers(`month=${expectedOn.slice(0, 7)}`)).toEqual(['Y Blơi'])
    expect((await app.as(people.phucOfficerDakTo).get(url)).body).toEqual([])
    expect((await app.as(people.yHoaCollaborator).get(url)).body).toHaveLength(1)
  })

  test('sent twice is one; changed by an old version it is refused', async () => {
    const one = pregnancy()
    await lan.post(url, one)
    expect((await lan.post(url, one)).body.id).toBe(one.id)
    const { id, ...details } = one
    const edited = await lan.put(`/children/pregnancies/${id}`, {
      ...details,
      note: 'Khám tại trạm',
      version: 1,
    })
    expect([edited.body.note, edited.body.version]).toEqual(['Khám tại trạm', 2])
    expect((await lan.put(`/children/pregnancies/${id}`, { ...details, version: 1 })).body.code).toBe(
      'children.changed-meanwhile',
    )
  })

  test('becomes the child: place, household and mother are taken over', async () => {
    const id = await add()
    const born = birth(['Y Mai'])
    const { status, body } = await lan.post(`${url}/${id}/birth`, born)
    expect([status, body.state, body.childIds]).toEqual([200, 'born', [born.children[0]?.id]])
    const { body: child } = await lan.get(`/children/${born.children[0]?.id}`)
    expect(child).toMatchObject({ villageId: places.dakMeVillage, householdCode: '12', poverty: 'poor' })
    expect(child.carers[0]).toMatchObject({ fullName: 'Y Blơi', phone: '0912345678' })
    expect((await lan.post(`${url}/${id}/birth`, born)).body.state).toBe('born')
    expect((await lan.post(`${url}/${id}/birth`, birth(['Y Lan']))).body.code).toBe('children.pregnancy-over')
  })

  test('twins without a name yet are two children of one mother', async () => {
    const id = await add()
    const { body } = await lan.post(`${url}/${id}/birth`, birth(['', '']))
    expect(body.childIds).toHaveLength(2)
    const { body: found } = await lan.post('/children/search', { text: 'bloi' })
    expect(found.children).toHaveLength(2)
  })

  test('a child that the roster brought already is shown before another is written', async () => {
    const [first, second] = [await add(), await add()]
    await lan.post(`${url}/${first}/birth`, birth(['Y Mai']))
    const again = birth(['Y Mai'])
    expect((await lan.post(`${url}/${second}/birth`, again)).body.code).toBe('children.possible-duplicate')
    const said = await lan.post(`${url}/${second}/birth`, { ...again, isAnotherChild: true })
    expect(said.body.state).toBe('born')
  })

  test('may end without a child', async () => {
    const id = await add()
    const { body } = await lan.put(`/children/pregnancies/${id}/end`, { version: 1, endedOn: today })
    expect(body.state).toBe('ended')
    expect((await lan.get(url)).body).toEqual([])
    expect((await lan.get(`${url}?state=ended`)).body).toHaveLength(1)
  })
})

describe('refused', () => {
  test.each([
    [{ expectedOn: addDays(today, 300) }, 'children.expected-too-late'],
    [{ expectedOn: addDays(today, -40) }, 'children.expected-too-early'],
    [{ areaId: places.dakTo }, 'children.outside-area'],
    [{ facilityId: newId() }, 'children.fact-place-wrong'],
  ])('%j: %s', async (changes, code) => {
    expect((await lan.post(url, pregnancy(changes))).body.code).toBe(code)
  })

  test('a birth far from the expected day, by nobody with the right, of another place', async () => {
    const id = await add({ expectedOn: addDays(today, 200) })
    expect((await lan.post(`${url}/${id}/birth`, birth(['Y Mai']))).body.code).toBe(
      'children.birth-not-of-pregnancy',
    )
    const phuc = app.as(people.phucOfficerDakTo)
    expect((await phuc.post(`${url}/${id}/birth`, birth(['Y Mai']))).status).toBe(404)
    expect((await app.as(people.minhViewer).get(url)).status).toBe(403)
  })
})
