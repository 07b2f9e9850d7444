import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { Child } from '../shared/contract.ts'
import { Facts } from '../shared/contract-facts.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)

beforeEach(() => truncateAll(database))

const details = {
  ...{ communeId: places.dakHa, villageId: null, sex: 'female', bornOn: '2022-03-04', ethnicCode: '14' },
  ...{ householdCode: null, address: null, poverty: null, disabled: false, specialCircumstance: false },
  ...{ education: null, personalId: null, carers: [], isAnotherChild: true },
}

async function registered(fullName: string, change: object = {}): Promise<string> {
  const id = newId()
  expect((await lan.post('/children', { ...details, id, fullName, ...change })).status).toBe(200)
  return id
}

const asked = (ids: readonly string[]) => ids.map((childId) => ({ childId, factId: newId() }))
const together = (body: object, as = lan) => as.post('/children/together', { id: newId(), ...body })
const child = async (id: string) => Child.parse((await lan.get(`/children/${id}`)).body)
const poor = { what: 'fact', kind: 'poverty', value: 'poor', fromDay: '2026-01-01', source: 'QĐ 15/QĐ-UBND' }

describe('one fact for many chosen children', () => {
  test('stands on each, and the register follows', async () => {
    const ids = [await registered('Y Hoa'), await registered('Y Mai')]
    const { status, body } = await together({ ...poor, children: asked(ids) })
    expect({ status, body }).toEqual({
      status: 200,
      body: { stepId: expect.any(String), written: 2, left: [] },
    })
    for (const id of ids) expect((await child(id)).poverty).toBe('poor')
  })

  test('sent twice is written once', async () => {
    const children = asked([await registered('Y Hoa')])
    await together({ ...poor, children })
    expect((await together({ ...poor, children })).body.written).toBe(1)
    const facts = Facts.parse((await lan.get(`/children/${children[0]?.childId}/facts`)).body)
    expect(facts.filter(({ kind }) => kind === 'poverty')).toHaveLength(1)
  })

  test('leaves out those it does not fit, says why, and changes nothing of them', async () => {
    const [fits, later] = [await registered('Y Hoa'), await registered('Y Út', { bornOn: '2026-03-01' })]
    const before = await child(later)
    const { body } = await together({ ...poor, children: asked([fits, later]) })
    expect(body.written).toBe(1)
    expect(body.left).toEqual([
      { childId: later, fullName: 'Y Út', why: expect.stringContaining('ngày sinh') },
    ])
    expect(await child(later)).toEqual(before)
    expect(
      (await lan.get(`/children/${later}/facts`)).body.filter((one: { implied: boolean }) => !one.implied),
    ).toEqual([])
  })
})

describe('one village for many chosen children', () => {
  test('is where each lives from now on', async () => {
    const ids = [await registered('Y Hoa'), await registered('Y Mai')]
    const village = { what: 'village', villageId: places.konTrangVillage, children: asked(ids) }
    expect((await together(village)).body).toMatchObject({ written: 2, left: [] })
    for (const id of ids) expect((await child(id)).villageId).toBe(places.konTrangVillage)
  })

  test('of another commune is refused for each', async () => {
    const ids = [await registered('Y Hoa')]
    const village = { what: 'village', villageId: newId(), children: asked(ids) }
    expect((await together(village)).body).toMatchObject({ written: 0, left: [{ childId: ids[0] }] })
  })
})

describe('a step for many taken back', () => {
  const undo = (id: string, as = lan) => as.post(`/children/steps/${id}/undo`, {})

  test('of a fact: what stood before stands again, and the list of steps says so', async () => {
    const [first, second] = [await registered('Y Hoa', { poverty: 'near-poor' }), await registered('Y Mai')]
    const id = newId()
    await together({ ...poor, id, children: asked([first, second]) })
    const [step] = (await lan.get('/children/steps')).body
    expect(step).toMatchObject({
      id,
      count: 2,
      undone: 0,
      kind: 'poverty',
      value: 'poor',
      source: poor.source,
    })
    expect((await undo(id)).body).toEqual({ stepId: id, written: 2, left: [] })
    expect((await child(first)).poverty).toBe('near-poor')
    expect((await child(second)).poverty).toBeNull()
    expect((await lan.get('/children/steps')).body[0]).toMatchObject({ count: 2, undone: 2 })
    // Sent twice it is done once; a stranger finds nothing to take back.
    expect((await undo(id)).body.written).toBe(0)
  })

  test('of a village: a child that somebody moved since stays there and is named', async () => {
    const [stays, moved] = [await registered('Y Hoa'), await registered('Y Mai')]
    const id = newId()
    await together({
      what: 'village',
      id,
      villageId: places.konTrangVillage,
      children: asked([stays, moved]),
    })
    const now = await child(moved)
    await lan.put(`/children/${moved}`, { ...now, villageId: places.dakMeVillage })
    expect((await undo(id, app.as(people.phucOfficerDakTo))).body.written).toBe(0)
    const { body } = await undo(id)
    expect(body).toMatchObject({ written: 1, left: [{ childId: moved, fullName: 'Y Mai' }] })
    expect((await child(stays)).villageId).toBeNull()
    expect((await child(moved)).villageId).toBe(places.dakMeVillage)
  })
})

describe('refused', () => {
  test('a value of another kind, nobody chosen, more than 200, by a viewer, for a child elsewhere', async () => {
    const id = await registered('Y Hoa')
    const many = asked(Array.from({ length: 201 }, () => id))
    expect((await together({ ...poor, value: 'card', children: asked([id]) })).status).toBe(422)
    expect((await together({ ...poor, children: [] })).status).toBe(422)
    expect((await together({ ...poor, children: many })).status).toBe(422)
    expect((await together({ ...poor, children: asked([id]) }, app.as(people.minhViewer))).status).toBe(403)
    expect((await together({ ...poor, children: asked([id]) }, app.as(people.phucOfficerDakTo))).status).toBe(
      404,
    )
  })
})
