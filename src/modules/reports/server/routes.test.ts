import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { addPlan } from '#test/filed-plan.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { cellOf } from '#test/report-cell.ts'
import { planWithThreeChildren } from '#test/three-children.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-06-15T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const minh = app.as(people.minhViewer)

let planId = ''
beforeEach(async () => {
  await truncateAll(database)
  planId = await planWithThreeChildren(database)
})

const build = (more: object = {}) => ({ id: newId(), planId, period: '2026-H1', ...more })

describe('making a report', () => {
  test('fills the numbers of the register, by village and in all', async () => {
    const { status, body } = await lan.post('/reports', build())
    expect(status).toBe(200)
    expect(body).toMatchObject({ state: 'draft', period: '2026-H1', areaId: places.dakHa })
    expect(cellOf(body, `children.${places.dakMeVillage}.up-to-8`)).toMatchObject({
      value: 2,
      source: 'computed',
    })
    expect(cellOf(body, `children.${places.konTrangVillage}.up-to-8`).value).toBe(0)
    expect(cellOf(body, 'children.total.under-16')).toMatchObject({ value: 3, source: 'summed' })
    expect(cellOf(body, 'children.total.poor').value).toBe(1)
    expect(cellOf(body, 'nutrition.total.underweight')).toMatchObject({ value: null, source: 'blank' })
    expect(body.content.head).toMatchObject({
      issuer: 'Ủy ban nhân dân xã Đăk Hà',
      symbol: 'BC-UBND',
      place: 'Đăk Hà',
    })
    expect(body.content.reported).toMatchObject({ done: 2, all: 2 })
  })

  test('a disabled child is one in special circumstances: the total is never less than a group', async () => {
    const disabled = await addChild(database, { bornOn: '2021-01-10', villageId: places.dakMeVillage })
    await database.owner.query(`update children set disabled = true where id = $1`, [disabled])
    const { body } = await lan.post('/reports', build())
    expect(cellOf(body, 'special.4.number').value).toBe(1)
    expect(cellOf(body, 'special.total.number').value).toBe(1)
  })

  test('a child without a village is in a row of its own and in the total', async () => {
    await addChild(database, { bornOn: '2022-05-01' })
    const { body } = await lan.post('/reports', build())
    expect(cellOf(body, 'children.none.up-to-8').value).toBe(1)
    expect(cellOf(body, 'children.total.up-to-8').value).toBe(3)
  })

  test('sent twice, or made by two people, it is one report', async () => {
    const input = build()
    const first = await lan.post('/reports', input)
    expect((await lan.post('/reports', input)).body.id).toBe(input.id)
    expect((await thu.post('/reports', build({ areaId: places.dakHa }))).body.id).toBe(first.body.id)
    expect((await lan.get('/reports')).body).toHaveLength(1)
  })

  test.each([
    ['a period that has not begun', { period: '2026-H2' }, 'reports.future-period'],
    ['an unknown plan', { planId: newId() }, 'plans.not-found'],
    ['a village', { areaId: places.dakMeVillage }, 'reports.wrong-level'],
    ['a place outside the grant', { areaId: places.dakTo }, 'reports.outside-area'],
  ])('%s is refused', async (_, input, code) => {
    expect((await lan.post('/reports', build(input))).body.code).toBe(code)
  })

  test('a wrong period is refused beside its field', async () => {
    expect((await lan.post('/reports', build({ period: '2026-Q1' }))).status).toBe(422)
  })

  test('who may only read cannot make one', async () => {
    expect((await minh.post('/reports', build())).status).toBe(403)
  })

  test('a plan of the place above can be chosen and reported on', async () => {
    const above = await addPlan(database, places.quangNgai, '80')
    const { body } = await phuc.get('/reports/choices')
    expect(body.plans.map(({ id }: { id: string }) => id)).toEqual([above])
    const made = await phuc.post('/reports', { id: newId(), planId: above, period: '2026-H1' })
    expect(made.body).toMatchObject({ areaId: places.dakTo, planId: above })
  })

  test('the choices are plans and the periods to report on now', async () => {
    const { body } = await lan.get('/reports/choices')
    expect(body.periods).toEqual(['2026-H1', '2026', '2025-H2', '2025-H1', '2025'])
    expect(body.areaId).toBe(places.dakHa)
    expect(body.plans[0]?.name).toContain('79/KH-UBND')
  })
})

describe('reading', () => {
  test('another commune neither finds nor lists it; the province does', async () => {
    const { body } = await lan.post('/reports', build())
    expect((await phuc.get(`/reports/${body.id}`)).body.code).toBe('reports.not-found')
    expect((await phuc.get(`/reports/${body.id}/docx`)).status).toBe(404)
    expect((await phuc.get('/reports')).body).toEqual([])
    expect((await thu.get(`/reports/${body.id}`)).status).toBe(200)
    expect((await minh.get('/reports')).body).toHaveLength(1)
  })
})

describe('people who see no children', () => {
  const some = async (count: number, villageId: string) => {
    for (let made = 0; made < count; made += 1)
      await addChild(database, { bornOn: '2024-05-01', villageId, sex: 'male' })
  }

  test('get no small number of a report that is not signed, neither in the page nor in the check', async () => {
    await some(9, places.dakMeVillage)
    const { body } = await lan.post('/reports', build())
    const keys = ['dakMeVillage', 'konTrangVillage'] as const
    const seen = await minh.get(`/reports/${body.id}`)
    expect(seen.status).toBe(200)
    for (const place of keys)
      for (const column of ['up-to-8', 'female', 'poor'])
        expect(cellOf(seen.body, `children.${places[place]}.${column}`)).toMatchObject({
          ...{ value: null, computed: null, source: 'blank' },
        })
    // One girl, one poor child in the whole commune.
    expect(cellOf(seen.body, 'children.total.up-to-8').value).toBeNull()
    expect(seen.body.content.parts[0].sections[0].lines).toEqual([])
    const { body: check } = await minh.get(`/reports/${body.id}/check`)
    expect(check).toMatchObject({ reasons: [], beside: {}, offers: {} })
    const rules = check.findings.map(({ rule }: { rule: string }) => rule)
    expect(rules.filter((rule: string) => rule !== 'blank-totals' && rule !== 'empty-sections')).toEqual([])
    const { body: own } = await lan.get(`/reports/${body.id}`)
    expect(cellOf(own, `children.${places.dakMeVillage}.female`).value).toBe(1)
  })

  test('get the large ones', async () => {
    await truncateAll(database)
    planId = await addPlan(database, places.dakHa)
    await some(30, places.dakMeVillage)
    await some(20, places.konTrangVillage)
    const { body } = await lan.post('/reports', build())
    const { body: seen } = await minh.get(`/reports/${body.id}`)
    expect(cellOf(seen, 'children.total.up-to-8').value).toBe(50)
    expect(cellOf(seen, `children.${places.konTrangVillage}.up-to-8`).value).toBe(20)
  })
})

describe('typing a number', () => {
  test('it stands over the computed one with author and reason, and can be taken back', async () => {
    const { body } = await lan.post('/reports', build())
    const key = `children.${places.dakMeVillage}.under-6`
    const url = `/reports/${body.id}/cells/${key}`
    const typed = await lan.put(url, {
      source: 'typed',
      value: 7,
      reason: 'Theo sổ của trạm y tế',
      version: 0,
    })
    expect(cellOf(typed.body, key)).toMatchObject({
      source: 'typed',
      value: 7,
      computed: 1,
      typed: { by: 'Phạm Thị Lan', reason: 'Theo sổ của trạm y tế' },
    })
    expect(cellOf(typed.body, 'children.total.under-6').value).toBe(7)
    expect(
      cellOf((await lan.put(url, { source: 'not-applicable', reason: 'x', version: 1 })).body, key).value,
    ).toBeNull()
    expect(cellOf((await lan.put(url, { source: 'computed', version: 2 })).body, key)).toMatchObject({
      value: 1,
      source: 'computed',
    })
  })

  test('survives taking the numbers again', async () => {
    const { body } = await lan.post('/reports', build())
    await lan.put(`/reports/${body.id}/cells/nutrition.total.underweight`, {
      source: 'typed',
      value: 2,
      reason: 'Sổ cân',
      version: 0,
    })
    await addChild(database, { bornOn: '2023-05-01', villageId: places.konTrangVillage })
    const { body: fresh } = await lan.post(`/reports/${body.id}/refresh`)
    expect(cellOf(fresh, 'nutrition.total.underweight').value).toBe(2)
    expect(cellOf(fresh, 'children.total.under-16').value).toBe(4)
    expect(fresh.version).toBe(2)
  })

  test.each([
    ['without a reason', { source: 'typed', value: 1, reason: ' ', version: 0 }],
    ['below zero', { source: 'typed', value: -1, reason: 'x', version: 0 }],
    ['no number', { source: 'typed', value: 'nhiều', reason: 'x', version: 0 }],
  ])('%s is refused', async (_, input) => {
    const { body } = await lan.post('/reports', build())
    const url = `/reports/${body.id}/cells/nutrition.total.underweight`
    expect((await lan.put(url, input)).status).toBe(422)
  })

  test('a percent, or a cell that is not there, cannot be typed', async () => {
    const { body } = await lan.post('/reports', build())
    for (const key of ['services.total.all-percent', 'children.nowhere.male']) {
      const reply = await lan.put(`/reports/${body.id}/cells/${key}`, {
        source: 'typed',
        value: 1,
        reason: 'x',
        version: 0,
      })
      expect(reply.body.code).toBe('reports.unknown-cell')
    }
  })
})

describe('writing a section', () => {
  test('two people in one section: the second is told and nothing is lost', async () => {
    const { body } = await lan.post('/reports', build())
    const url = `/reports/${body.id}/sections/1.1`
    const first = await lan.put(url, { text: 'Đã ban hành 3 văn bản.', version: 0 })
    expect(first.body.content.parts[0].sections[0]).toMatchObject({
      text: 'Đã ban hành 3 văn bản.',
      version: 1,
      writtenBy: 'Phạm Thị Lan',
    })
    const second = await thu.put(url, { text: 'Đã ban hành 5 văn bản.', version: 0 })
    expect([second.status, second.body.code]).toEqual([409, 'reports.section-changed'])
    expect((await thu.put(url, { text: 'Đã ban hành 5 văn bản.', version: 1 })).status).toBe(200)
  })

  test('saved twice after a lost answer it is one writing', async () => {
    const { body } = await lan.post('/reports', build())
    const url = `/reports/${body.id}/sections/1.1`
    await lan.put(url, { text: 'Một', version: 0 })
    const again = await lan.put(url, { text: 'Một', version: 0 })
    expect(again.body.content.parts[0].sections[0].version).toBe(1)
  })

  test('a section that the outline does not have is refused', async () => {
    const { body } = await lan.post('/reports', build())
    const reply = await lan.put(`/reports/${body.id}/sections/9.9`, { text: 'x', version: 0 })
    expect(reply.body.code).toBe('reports.unknown-section')
  })
})
