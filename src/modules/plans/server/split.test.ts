import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { countAudit } from '#test/count-audit.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { filePlanOf } from '#test/plan-filing.ts'
import { addChild } from '#test/registered-child.ts'
import type { FiledPlan } from '../shared/filing.ts'
import { TargetSplit } from '../shared/split.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)

let province: FiledPlan

/** Three children in Đăk Hà and one in Đăk Tô, none elsewhere. */
beforeEach(async () => {
  await truncateAll(database)
  province = await filePlanOf(thu, 'province-plan-tables-2026', { confirmedEmpty: ['number'] })
  for (const communeId of [places.dakHa, places.dakHa, places.dakHa, places.dakTo])
    await addChild(database, { bornOn: '2022-05-06', fullName: 'Y Thử', communeId })
})

const targetBy = (unit: string, value: number) =>
  province.targets.find((one) => one.unit === unit && one.value === value)?.id ?? ''
const address = (targetId: string) => `/plans/${province.id}/targets/${targetId}/split`
const valueAt = ({ units }: TargetSplit, id: string) => units.find(({ unitId }) => unitId === id)?.value

describe('splitting a target', () => {
  test('a count goes by children and adds up to the plan', async () => {
    const { status, body } = await thu.put(address(targetBy('xã', 40)), { way: 'children', units: [] })
    expect(status).toBe(200)
    const split = TargetSplit.parse(body)
    expect([valueAt(split, places.dakHa), valueAt(split, places.dakTo)]).toEqual([30, 10])
    expect([split.total, split.isMet]).toEqual([40, true])
    expect(await countAudit(database, 'plans.target-split')).toBe(1)
  })

  test('by hand what falls short of the plan is told', async () => {
    const target = targetBy('%', 97)
    const units = (await thu.get(address(target))).body.units.map(({ unitId }: { unitId: string }) => ({
      ...{ unitId, baseline: null, value: unitId === places.dakTo ? 80 : 99 },
    }))
    const { body } = await thu.put(address(target), { way: 'hand', units })
    // (3 x 99 + 80) / 4
    expect([body.total, body.isMet]).toEqual([94.25, false])
    expect((await thu.get(address(target))).body).toEqual(body)
  })

  test('a unit sees its own share, and has it when it writes its plan', async () => {
    const target = targetBy('%', 97)
    const units = [{ unitId: places.dakHa, value: 98, baseline: null }]
    await thu.put(address(target), { way: 'hand', units })
    expect((await lan.get(address(target))).body.units).toMatchObject([{ unitId: places.dakHa, value: 98 }])
    expect((await phuc.get(address(target))).body.units).toEqual([])
    const starting = {
      ...{ id: newId(), source: 'parent', parentId: province.id, earlierId: null, templateCode: null },
      period: { from: 2026, to: 2030 },
    }
    const { body } = await lan.post('/plan-drafts', starting)
    expect(body.content.reading.targets).toContainEqual(expect.objectContaining({ value: 98, year: 2028 }))
    expect(body.comparison.targets).toContainEqual(
      expect.objectContaining({ targetId: target, isShare: true, standing: 'equal' }),
    )
  })

  test('what cannot be split is refused with what to do', async () => {
    const target = targetBy('%', 97)
    const open = await thu.put(address(target), { way: 'baseline', units: [] })
    expect([open.status, open.body.code]).toEqual([422, 'plans.split-no-baseline'])
    await truncateAll(database)
    province = await filePlanOf(thu, 'province-plan-tables-2026', { confirmedEmpty: ['number'] })
    const empty = await thu.put(address(targetBy('xã', 40)), { way: 'children', units: [] })
    expect(empty.body.code).toBe('plans.split-no-children')
  })

  test('only whoever issued the plan splits, among the units below it', async () => {
    const target = targetBy('%', 97)
    const units = [{ unitId: places.dakHa, value: 98, baseline: null }]
    expect((await lan.put(address(target), { way: 'hand', units })).status).toBe(404)
    const elsewhere = [{ ...units[0], unitId: newId() }]
    expect((await thu.put(address(target), { way: 'hand', units: elsewhere })).body.code).toBe(
      'plans.not-obliged',
    )
    expect((await thu.get(address(newId()))).body.code).toBe('plans.target-not-found')
    const negative = [{ ...units[0], value: -1 }]
    expect((await thu.put(address(target), { way: 'hand', units: negative })).status).toBe(422)
  })
})
