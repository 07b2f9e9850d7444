import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { loadScreeningTools } from './tools.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)

beforeEach(async () => {
  await truncateAll(database)
  await writeScope(database.pool, everywhere, loadScreeningTools)
})

/** A one-year-old with a sign: a referral is proposed on 21/11. */
async function proposed(): Promise<{ url: string; childId: string; id: string }> {
  const childId = await addChild(database, { bornOn: '2025-11-20' })
  const { body } = await lan.post('/screening/records', {
    ...{ id: newId(), childId, tool: 'warning-signs', version: '2254-2021', screenedOn: '2026-11-21' },
    ...{ way: 'visit', informant: 'mother', answers: { 'W12-babble': 'yes' } },
  })
  return { url: `/children/${childId}/referrals/${body.referral.id}`, childId, id: body.referral.id }
}

const takenUp = { from: 'proposed', to: 'taken-up', on: '2026-11-21' }

describe('following a referral', () => {
  test('taken up, then done: it leaves the list of those that wait, and stands under its state', async () => {
    const { url, childId, id } = await proposed()
    expect((await lan.put(url, takenUp)).body).toMatchObject({ id, state: 'taken-up', stateOn: '2026-11-21' })
    const open = await lan.get('/screening/referrals')
    expect(open.body.referrals).toMatchObject([{ childId, state: 'taken-up' }])
    const done = { from: 'taken-up', to: 'done', on: '2026-11-22', note: 'Bệnh viện tỉnh: theo dõi thêm' }
    expect((await lan.put(url, done)).status).toBe(200)
    expect((await lan.get('/screening/referrals')).body.referrals).toEqual([])
    const seen = await lan.get('/screening/referrals?state=done')
    expect(seen.body.referrals).toMatchObject([{ stateNote: 'Bệnh viện tỉnh: theo dõi thêm' }])
    const page = await lan.get(`/children/${childId}/screenings`)
    expect(page.body.screenings[0].referral).toMatchObject({ state: 'done' })
    const { rows } = await database.owner.query(
      `select count(*)::int as count from accounts_audit where action = 'screening.referral-followed'`,
    )
    expect(rows).toEqual([{ count: 2 }])
  })

  test('sent twice it is one step; what somebody else wrote meanwhile is not overwritten', async () => {
    const { url } = await proposed()
    await lan.put(url, takenUp)
    expect((await lan.put(url, takenUp)).status).toBe(200)
    const late = await lan.put(url, { from: 'proposed', to: 'done', on: '2026-11-22' })
    expect(late.body.code).toBe('screening.referral-changed')
  })

  test('a refusal needs its reason, a step its day', async () => {
    const { url } = await proposed()
    const refused = { from: 'proposed', to: 'refused', on: '2026-11-21' }
    expect((await lan.put(url, refused)).body.code).toBe('screening.referral-reason')
    expect((await lan.put(url, { ...takenUp, on: '2026-11-20' })).body.code).toBe('screening.referral-day')
    expect((await lan.put(url, { ...takenUp, on: '19/11/26' })).status).toBe(422)
  })

  test('is refused by right and by place', async () => {
    const { url } = await proposed()
    expect((await app.as(people.minhViewer).put(url, takenUp)).status).toBe(403)
    expect((await app.as(people.phucOfficerDakTo).put(url, takenUp)).status).toBe(404)
  })
})
