import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { communePlan, filePlanOf } from '#test/filed-tasks.ts'
import { people } from '#test/people.ts'
import type { FiledPlan } from '../shared/filing.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const minh = app.as(people.minhViewer)

let plan: FiledPlan
beforeEach(async () => {
  await truncateAll(database)
  plan = await filePlanOf(lan, communePlan)
})

const seen = () => ({ number: plan.number, symbol: plan.symbol, date: plan.date })
const right = { number: '15', symbol: 'KH-UBND', date: '2026-02-03' }
const correct = (more: object = {}, who = lan) =>
  who.put(`/plans/${plan.id}/heading`, { ...right, seen: seen(), ...more })

describe('number and day of a filed plan', () => {
  test('are put right once; the library follows and keeps what stood before', async () => {
    const { status, body } = await correct()
    expect(status).toBe(200)
    expect(body).toMatchObject({ ...right, reading: right })
    expect((await correct()).status).toBe(200)
    const { rows } = await database.owner.query('select id from library_documents where plan_id = $1', [
      plan.id,
    ])
    const { body: entry } = await lan.get(`/library/${rows[0].id}`)
    expect(entry).toMatchObject({ number: '15/KH-UBND', issuedOn: '2026-02-03' })
    expect(entry.history).toMatchObject([
      { kind: 'corrected', by: people.lanOfficerDakHa.fullName, after: { number: '15/KH-UBND' } },
    ])
    expect((await lan.get('/library?text=15/KH-UBND')).body).not.toEqual([])
  })

  test('of two people who correct it, the second is told', async () => {
    await correct()
    const { status, body } = await correct({ number: '16' })
    expect([status, body.code]).toEqual([409, 'plans.heading-changed'])
  })

  test('may not be those of another plan of the same body and year', async () => {
    await correct({ ...right })
    const other = await lan.get('/plans')
    expect(other.body).toHaveLength(1)
    await database.owner.query(
      `insert into plans (id, area_id, area_lft, kind, number, symbol, issued_on, issued_month, issuer, title,
         source_text, reading, filed_by)
       select $2, area_id, area_lft, kind, '99', symbol, issued_on, issued_month, issuer, title, 'khác', reading, filed_by
       from plans where id = $1`,
      [plan.id, newId()],
    )
    const { status, body } = await correct({ number: '99', seen: right })
    expect([status, body.code]).toEqual([409, 'plans.filed-before'])
  })

  test.each([
    ['no day', { date: '2026-02-30' }],
    ['no number', { number: 'mười lăm' }],
  ])('%s is refused', async (_, wrong) => {
    expect((await correct(wrong)).status).toBe(422)
  })

  test('are not changed by who may only read, from another commune, or while the plan is closed', async () => {
    expect((await correct({}, minh)).status).toBe(403)
    expect((await correct({}, phuc)).status).toBe(404)
    expect((await lan.get(`/plans/${plan.id}`)).body.isClosed).toBe(false)
    const review = newId()
    await lan.post('/reviews', { id: review, planId: plan.id, kind: 'final', asOf: '2026-06-14' })
    await database.owner.query(
      `insert into tasks_closures (id, plan_id, review_id, area_lft, closed_by, closed_on)
       select $1, r.plan_id, r.id, r.area_lft, r.made_by, r.as_of from tasks_reviews r where r.id = $2`,
      [newId(), review],
    )
    const { status, body } = await correct()
    expect([status, body.code]).toEqual([409, 'tasks.plan-closed'])
    expect((await lan.get(`/plans/${plan.id}`)).body.isClosed).toBe(true)
  })
})
