import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { actorOf, people } from '#test/people.ts'
import { filePlanOf } from '#test/plan-filing.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)

beforeEach(() => truncateAll(database))

describe('a plan of a place above', () => {
  const ofTheProvince = () => filePlanOf(thu, 'commune-plan-wrapped-2026')

  test('is read in the commune and the village, apart from the own plans', async () => {
    const plan = await ofTheProvince()
    for (const below of [lan, phuc, yHoa]) {
      expect((await below.get('/plans')).body).toEqual([])
      expect((await below.get('/plans/above')).body).toMatchObject([{ id: plan.id, isAbove: true }])
      const { body } = await below.get(`/plans/${plan.id}`)
      expect(body).toEqual({ ...plan, isAbove: true })
      expect((await below.get(`/plans/${plan.id}/source`)).body.text).toContain('KẾ HOẠCH')
    }
    expect((await thu.get('/plans/above')).body).toEqual([])
    expect(plan.targets.length * plan.tasks.length * plan.deadlines.length).toBeGreaterThan(0)
  })

  test('is not changed from below', async () => {
    const plan = await ofTheProvince()
    const target = plan.targets[0]?.id ?? ''
    const value = { id: newId(), value: 71, asOf: '2026-06-01', source: 'Sổ theo dõi' }
    const tries = [
      lan.put(`/plans/${plan.id}/targets/${target}`, { way: 'open', indicatorCode: null }),
      lan.post(`/plans/${plan.id}/targets/${target}/values`, value),
    ]
    for (const { status, body } of await Promise.all(tries))
      expect([status, body.code]).toEqual([404, 'plans.not-found'])
    expect((await thu.get(`/plans/${plan.id}`)).body).toEqual(plan)
  })

  test('is not changed in the database either: rows above are there for reading alone', async () => {
    const plan = await ofTheProvince()
    const { area } = await actorOf(database, people.lanOfficerDakHa)
    const tables = ['plans', 'plans_targets', 'plans_tasks', 'plans_task_agencies', 'plans_deadlines']
    for (const table of tables) {
      const key = table === 'plans' ? 'id' : 'plan_id'
      const client = await database.pool.connect()
      await client.query(`begin; set local app.lft = ${area.lft}; set local app.rgt = ${area.rgt}`)
      const { rowCount: seen } = await client.query(`select 1 from ${table} where ${key} = $1`, [plan.id])
      const changed = await client.query(`update ${table} set area_lft = area_lft where ${key} = $1`, [
        plan.id,
      ])
      const removed = await client.query(`delete from ${table} where ${key} = $1`, [plan.id])
      await client.query('rollback')
      client.release()
      expect([table, (seen ?? 0) > 0, changed.rowCount, removed.rowCount]).toEqual([table, true, 0, 0])
    }
  })
})
