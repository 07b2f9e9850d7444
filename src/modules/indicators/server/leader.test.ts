import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { drainServices, fiveChildren, recordService } from '#test/five-children.ts'
import { people, places } from '#test/people.ts'
import { filePlanTiedTo } from '#test/plan-filing.ts'
import { addChild } from '#test/registered-child.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const thu = app.as(people.thuProvinceOfficer)
const lan = app.as(people.lanOfficerDakHa)
/** The leader of the province: figures, no children. */
const minh = app.as(people.minhViewer)

beforeEach(() => truncateAll(database))

/** `count` children of a commune with nothing due yet but their birth; `registered` of them have a certificate. */
async function commune(communeId: string, count: number, registered: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const child = await addChild(database, { bornOn: '2026-08-01', communeId, fullName: 'Y Bí Mật' })
    if (index < registered) await recordService(thu, child, 'BIRTH-REG', { doneOn: '2026-08-20' })
  }
}

describe('the page of a leader', () => {
  test('says where the place stands, how it moved, and ranks the places below', async () => {
    await fiveChildren(database, thu)
    const { status, body } = await thu.get('/indicators/leader?period=2026-H2')
    expect(status).toBe(200)
    expect(body).toMatchObject({ area: { id: places.quangNgai }, period: '2026-H2', pending: 0 })
    expect(body.all.value.code).toBe('ecd1437:reach-all')
    expect(body.domains).toHaveLength(6)
    const board = await thu.get('/indicators/board?period=2026-H2')
    expect(body.all.value).toEqual(board.body.values[0])
    expect(body.before).toEqual({ period: '2026-H1', asOf: '2026-06-30' })
    const half = await thu.get('/indicators/values?period=2026-H1&codes=ecd1437:reach-all')
    expect(body.all.change).toBe(Math.round((body.all.value.value - half.body.values[0].value) * 10) / 10)
    const ranks = body.units.map(({ rank }: { rank: number }) => rank)
    expect(ranks).toEqual(ranks.toSorted((a: number, b: number) => a - b))
    const shares = body.units.map(({ value }: { value: { value: number } }) => value.value)
    expect(shares).toEqual(shares.toSorted((a: number, b: number) => b - a))
    for (const { progress } of [body.all, ...body.units])
      expect(['reached', 'on-track', 'behind']).toContain(progress)
  })

  test('of a commune ranks its villages', async () => {
    await fiveChildren(database, thu)
    const { body } = await lan.get('/indicators/leader?period=2026-H2')
    const names = body.units.map(({ value }: { value: { group: { name: string } } }) => value.group.name)
    expect(new Set(names)).toEqual(new Set(['Thôn Đăk Mế', 'Thôn Kon Trang']))
  })

  test('holds no name and no way to a child for a leader, and no small number', async () => {
    await commune(places.dakHa, 12, 6)
    await commune(places.dakTo, 9, 8)
    await drainServices(database, '2026-11-22')
    const reply = await minh.get('/indicators/leader?period=2026-H2')
    expect(reply.status).toBe(200)
    expect(JSON.stringify(reply.body)).not.toContain('Bí Mật')
    const cells = [reply.body.all, ...reply.body.domains, ...reply.body.units]
    for (const { value, change } of cells) {
      if (value.hidden)
        expect([value.value, value.numerator, value.missing, change]).toEqual([null, null, null, null])
      else if (value.denominator) expect(value.denominator).toBeGreaterThanOrEqual(5)
    }
    const behind = await minh.get('/indicators/children?code=ecd1437:reach-all&period=2026-H2')
    expect(behind.status).toBe(403)
  })

  test('and the trend go out as spreadsheets', async () => {
    await fiveChildren(database, thu)
    for (const url of ['/indicators/leader/export', '/indicators/trend/export']) {
      const file = await minh.get(`${url}?period=2026-H2`)
      expect([file.status, file.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    }
  })

  test.each([
    [`areaId=${places.dakTo}`, 404],
    ['period=2027-H1', 422],
    [`areaId=${places.dakMeVillage}`, 422],
  ])('%s is refused', async (search, status) => {
    expect((await lan.get(`/indicators/leader?${search}`)).status).toBe(status)
  })
})

describe('a plan against its result', () => {
  const filedPlan = (code: string) => filePlanTiedTo(lan, 'commune-plan-wrapped-2026', code)

  test('stands with its value, its year and the gap in children', async () => {
    const { plan, target } = await filedPlan('qd23:14')
    await fiveChildren(database, thu)
    const { status, body } = await lan.get(`/indicators/plan-results/${plan.id}?period=2026-H2`)
    expect(status).toBe(200)
    expect(body.results).toHaveLength(plan.targets.length)
    // One of three children under five has a certificate.
    expect(body.results[0]).toMatchObject({
      ...{ code: 'qd23:14', target: target.value, year: target.year, numerator: 1, denominator: 3 },
      ...{ value: 33.3, asOf: '2026-11-22', state: 'short' },
      missing: Math.ceil((target.value * 3) / 100) - 1,
    })
    expect(body.results[1]).toMatchObject({ state: 'none', value: null })
    const file = await lan.get(`/indicators/plan-results/${plan.id}/export`)
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK')
  })

  test('hides a small result from whoever sees no children', async () => {
    const { plan } = await filedPlan('qd23:14')
    await fiveChildren(database, thu)
    const { body } = await minh.get(`/indicators/plan-results/${plan.id}?period=2026-H2`)
    expect(body.results[0]).toMatchObject({ hidden: true, value: null, numerator: null, missing: null })
  })

  test('of another place is not found', async () => {
    const { plan } = await filedPlan('qd23:14')
    const phuc = app.as(people.phucOfficerDakTo)
    expect((await phuc.get(`/indicators/plan-results/${plan.id}`)).status).toBe(404)
    expect((await lan.get(`/indicators/plan-results/${newId()}`)).status).toBe(404)
    const elsewhere = await lan.get(`/indicators/plan-results/${plan.id}?areaId=${places.dakTo}`)
    expect(elsewhere.status).toBe(404)
  })
})
