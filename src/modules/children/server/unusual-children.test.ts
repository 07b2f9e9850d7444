import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { Child, ChildrenFound } from '../shared/contract.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)

beforeEach(() => truncateAll(database))

/** What is known of a child that was found: about how old it is, and its sex. */
const foundling = {
  ...{ communeId: places.dakHa, villageId: null, fullName: '', unnamed: true, sex: 'female' },
  ...{ bornOn: '2026-01-01', bornPrecision: 'year', ethnicCode: null, householdCode: null, address: null },
  ...{ poverty: null, disabled: false, specialCircumstance: false, education: null, personalId: null },
  carers: [],
}

async function registered(change: object = {}): Promise<Child> {
  const { status, body } = await lan.post('/children', {
    ...foundling,
    fullName: 'x',
    id: newId(),
    ...change,
  })
  expect({ status, body }).toMatchObject({ status: 200 })
  return Child.parse(body)
}

const flag = (childId: string, value: string) =>
  lan.post(`/children/${childId}/facts`, {
    ...{ id: newId(), kind: 'flag', value, fromDay: '2026-06-01', source: 'Biên bản 3/BB-UBND' },
  })
const listed = async (search: object) =>
  ChildrenFound.parse((await lan.post('/children/search', search)).body).children.map(({ id }) => id)

describe('children of whom little is known are registered without tricks', () => {
  test('a foundling: no name, no parents, no ethnic group, about so old; named later', async () => {
    const child = await registered()
    expect(child).toMatchObject({ unnamed: true, carers: [], ethnicCode: null, bornPrecision: 'year' })
    expect((await flag(child.id, 'foundling')).status).toBe(200)
    expect(await listed({ flag: 'foundling' })).toEqual([child.id])

    const named = {
      ...child,
      fullName: 'Nguyễn Thị Hoài',
      unnamed: false,
      bornOn: '2026-05-20',
      bornPrecision: 'day',
    }
    const { status, body } = await lan.put(`/children/${child.id}`, named)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { fullName: 'Nguyễn Thị Hoài', unnamed: false },
    })
    expect(await listed({ text: 'hoai' })).toEqual([child.id])
  })

  test('a stateless child has no personal ID and is found by its flag', async () => {
    const child = await registered({ fullName: 'Sok Dara', unnamed: false, sex: 'male' })
    expect((await flag(child.id, 'stateless')).status).toBe(200)
    expect(await listed({ flag: 'stateless' })).toEqual([child.id])
    expect(child.personalId ?? null).toBeNull()
  })

  test('twins without names yet: two children of one mother and one day, after a person said so', async () => {
    const mother = { id: newId(), fullName: 'Y Bloi', relation: 'mother', phone: null }
    const newborn = { bornOn: '2026-06-10', bornPrecision: 'day' }
    const first = await registered({ ...newborn, carers: [mother] })
    const twin = {
      ...foundling,
      ...newborn,
      fullName: 'x',
      id: newId(),
      carers: [{ ...mother, id: newId() }],
    }
    expect(await lan.post('/children', twin)).toMatchObject({
      status: 409,
      body: { code: 'children.possible-duplicate' },
    })
    const { body } = await lan.post('/children/possible-duplicates', twin)
    expect(body).toMatchObject([
      { child: { id: first.id }, certain: false, reasons: expect.arrayContaining(['may-be-twins']) },
    ])
    expect((await lan.post('/children', { ...twin, isAnotherChild: true })).status).toBe(200)
    expect(await listed({ text: '' })).toHaveLength(2)
  })
})

describe('bad dates at the door', () => {
  test.each(['20-01-01', '1/2/23', '2026-02-30', '2026-06-16', '1999-12-31'])(
    'born on %s is refused',
    async (bornOn) => {
      const asked = {
        ...foundling,
        id: newId(),
        fullName: 'Y Hoa',
        unnamed: false,
        bornOn,
        bornPrecision: 'day',
      }
      const { status } = await lan.post('/children', asked)
      expect(status).toBe(422)
    },
  )

  test('a birth corrected to after a visit is taken, and the cleaning page names the child', async () => {
    const child = await registered({
      fullName: 'Y Hoa',
      unnamed: false,
      bornOn: '2025-01-01',
      bornPrecision: 'day',
    })
    const visit = { id: newId(), childId: child.id, itemCode: 'PAR-HOME', dose: null, doneOn: '2026-03-01' }
    expect((await lan.post('/services/records', { ...visit, answer: 'done', note: null })).status).toBe(200)
    const { status } = await lan.put(`/children/${child.id}`, { ...child, bornOn: '2026-05-01' })
    expect(status).toBe(200)
    expect(await listed({ lacks: 'impossible-dates' })).toEqual([child.id])
  })
})
