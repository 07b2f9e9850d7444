import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { countAudit } from '#test/count-audit.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { filePlanOf } from '#test/plan-filing.ts'
import type { FiledPlan } from '../shared/filing.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const minh = app.as(people.minhViewer)

let province: FiledPlan

beforeEach(async () => {
  await truncateAll(database)
  // It asks the communes for their plans before 20/04/2026.
  province = await filePlanOf(thu, 'province-plan-tables-2026', { confirmedEmpty: ['number'] })
})

const below = (area: Partial<{ areaId: string }> = {}) => filePlanOf(lan, 'commune-plan-wrapped-2026', area)

describe('who has issued a plan of their own', () => {
  test('every commune of the province stands in the list, late after the day', async () => {
    const { status, body } = await thu.get(`/plans/${province.id}/cascade`)
    expect([status, body.isCorrected, body.units.issued, body.units.late]).toEqual([
      200,
      false,
      0,
      body.units.total,
    ])
    expect(body.units.total).toBeGreaterThan(50)
    expect(body.obligations).toMatchObject([{ whom: { kind: 'units' }, dueOn: '2026-04-20' }])
  })

  test('a commune that names its parent counts; it sees only its own part of the list', async () => {
    const own = await below()
    const chosen = await lan.put(`/plans/${own.id}/parent`, { parentId: province.id })
    expect([chosen.status, chosen.body.parent.id]).toEqual([200, province.id])
    const { body } = await thu.get(`/plans/${province.id}/cascade`)
    expect(body.units.issued).toBe(1)
    expect(body.rows.find(({ key }: { key: string }) => key === places.dakHa)).toMatchObject({
      state: 'issued',
      plan: { id: own.id, number: '15' },
    })
    const seen = (await lan.get(`/plans/${province.id}/cascade`)).body
    expect(seen.rows).toMatchObject([{ key: places.dakHa, state: 'issued' }])
    expect((await phuc.get(`/plans/${province.id}/cascade`)).body.rows).toMatchObject([
      { key: places.dakTo, state: 'late', plan: null },
    ])
    const family = await thu.get(`/plans/${province.id}/family`)
    expect([family.body.parent, family.body.below.map(({ id }: FiledPlan) => id)]).toEqual([null, [own.id]])
    expect(await countAudit(database, 'plans.parent-chosen')).toBe(1)
  })

  test('a filed plan finds the plan that its bases cite, of the own province and no other', async () => {
    const cited = { number: '204', symbol: 'KH-UBND', date: '2025-12-22' }
    const { reading } = province
    const parent = await filePlanOf(thu, 'province-plan-tables-2026', { reading: { ...reading, ...cited } })
    await filePlanOf(phuc, 'province-plan-tables-2026', {
      reading: { ...reading, ...cited, issuer: 'UBND xã Đăk Tô' },
    })
    const own = await below()
    expect((await lan.get(`/plans/${own.id}/family`)).body.parent.id).toBe(parent.id)
  })
})

describe('who needs none', () => {
  const excuse = { key: places.dakTo, reason: 'Xã mới sáp nhập, dùng kế hoạch của tỉnh' }

  test('is said with a reason, is not counted, and is taken back without one', async () => {
    const address = `/plans/${province.id}/exemptions`
    const { total } = (await thu.get(`/plans/${province.id}/cascade`)).body.units
    const { status, body } = await thu.post(address, excuse)
    expect([status, body.units]).toMatchObject([200, { total: total - 1, exempt: 1 }])
    await thu.post(address, excuse)
    expect((await phuc.get(`/plans/${province.id}/cascade`)).body.rows).toMatchObject([
      { state: 'exempt', reason: excuse.reason },
    ])
    expect((await thu.post(address, { ...excuse, reason: ' ' })).body.units).toMatchObject({
      total,
      exempt: 0,
    })
  })

  test('only whoever issued the plan says so, and only of those it obliges', async () => {
    const address = `/plans/${province.id}/exemptions`
    expect((await phuc.post(address, excuse)).body.code).toBe('plans.not-found')
    expect((await minh.post(address, excuse)).status).toBe(403)
    expect((await thu.post(address, { ...excuse, key: newId() })).body.code).toBe('plans.not-obliged')
    expect((await thu.post(address, { ...excuse, reason: 'x'.repeat(501) })).status).toBe(422)
  })
})

describe('whom the plan obliges', () => {
  const body = { kind: 'body', name: 'Sở Giáo dục và Đào tạo' }
  const obligations = [{ whom: body, dueOn: '2026-05-31', text: 'Ban hành kế hoạch của ngành' }]

  test('is corrected by hand; two who correct at once do not overwrite each other', async () => {
    const address = `/plans/${province.id}/cascade`
    const saved = await thu.put(address, { version: 0, obligations })
    expect([saved.status, saved.body]).toMatchObject([
      200,
      { version: 1, isCorrected: true, bodies: { total: 1, late: 1 }, units: { total: 0 } },
    ])
    const late = await thu.put(address, { version: 0, obligations: [] })
    expect([late.status, late.body.code]).toEqual([409, 'plans.obligations-changed'])
    expect((await thu.get(address)).body.obligations).toEqual(obligations)
    expect((await lan.put(address, { version: 1, obligations })).status).toBe(404)
  })

  test('a body has issued when a plan of its name carries this one out', async () => {
    await thu.put(`/plans/${province.id}/cascade`, { version: 0, obligations })
    const reading = { ...province.reading, issuer: 'Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi', number: '8' }
    const own = await filePlanOf(thu, 'province-plan-tables-2026', { reading })
    await thu.put(`/plans/${own.id}/parent`, { parentId: province.id })
    expect((await thu.get(`/plans/${province.id}/cascade`)).body.rows).toMatchObject([
      { state: 'issued', plan: { id: own.id } },
    ])
  })
})

test('a plan cannot stand above itself or above the plan it carries out', async () => {
  const own = await below()
  await lan.put(`/plans/${own.id}/parent`, { parentId: province.id })
  const circle = await thu.put(`/plans/${province.id}/parent`, { parentId: own.id })
  expect([circle.status, circle.body.code]).toEqual([422, 'plans.parent-below'])
  expect((await lan.put(`/plans/${own.id}/parent`, { parentId: own.id })).body.code).toBe(
    'plans.parent-below',
  )
  expect((await phuc.put(`/plans/${own.id}/parent`, { parentId: null })).status).toBe(404)
  const free = await lan.put(`/plans/${own.id}/parent`, { parentId: null })
  expect(free.body.parent).toBeNull()
})
