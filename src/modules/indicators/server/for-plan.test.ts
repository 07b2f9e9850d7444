import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { fiveChildren } from '#test/five-children.ts'
import { people } from '#test/people.ts'
import { filePlanTiedTo } from '#test/plan-filing.ts'

const today = '2026-11-22'
const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)

beforeEach(() => truncateAll(database))

describe('beside the targets of a plan', () => {
  const filedPlan = (code: string) => filePlanTiedTo(lan, 'commune-plan-wrapped-2026', code)

  test('stand the present figures of the plan place, in words too', async () => {
    const { plan, target } = await filedPlan('ecd1437:reach-protection')
    await fiveChildren(database, thu)
    const { status, body } = await lan.get(`/indicators/for-plan/${plan.id}`)
    expect([status, body]).toEqual([
      200,
      {
        areaName: 'Xã Đăk Hà',
        values: [
          {
            targetId: target.id,
            code: 'ecd1437:reach-protection',
            value: 50,
            numerator: 1,
            denominator: 2,
            asOf: today,
            text: '50% (1/2), 6 tháng cuối năm 2026, tính đến 22/11/2026',
          },
        ],
      },
    ])
  })

  test('stands nothing for an indicator that is typed by hand, and no plan of another place', async () => {
    const { plan } = await filedPlan('qd23:10')
    expect((await lan.get(`/indicators/for-plan/${plan.id}`)).body.values).toEqual([])
    const other = await app.as(people.phucOfficerDakTo).get(`/indicators/for-plan/${plan.id}`)
    expect(other.status).toBe(404)
  })

  test('propose the verdict of a review, as of its day', async () => {
    const { plan, target } = await filedPlan('ecd1437:reach-protection')
    await fiveChildren(database, thu)
    const typed = { id: newId(), value: 100, asOf: '2026-11-01', source: 'Sổ tay' }
    await lan.post(`/plans/${plan.id}/targets/${target.id}/values`, typed)
    const review = async (asOf: string) => {
      const input = { id: newId(), planId: plan.id, kind: 'final', asOf }
      return (await lan.post('/reviews', input)).body.subjects[0]
    }
    // What is counted goes before what was typed.
    expect(await review(today)).toMatchObject({
      known: '50% (1/2), 6 tháng cuối năm 2026, tính đến 22/11/2026',
      proposed: 'missed',
    })
    // Coverage of a day that has gone is not kept: then the typed value of that day stands.
    expect(await review('2026-11-10')).toMatchObject({
      known: '100% (01/11/2026, Sổ tay)',
      proposed: 'reached',
    })
    expect((await review('2026-10-10')).known).toContain('chưa có số liệu')
  })
})
