import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { upsertTool } from './queries.ts'
import { loadScreeningTools, screeningTools } from './tools.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const yHoa = app.as(people.yHoaCollaborator)

beforeEach(async () => {
  await truncateAll(database)
  await writeScope(database.pool, everywhere, loadScreeningTools)
})

/** A child of one year. */
const bornOn = '2025-11-20'
const noSigns = {
  'W06-smile': 'no',
  'W09-share': 'no',
  'W12-babble': 'no',
  'W12-gesture': 'no',
  'WANY-loss': 'no',
}
const form = (childId: string, more: object = {}) => ({
  id: newId(),
  childId,
  tool: 'warning-signs',
  version: '2254-2021',
  screenedOn: '2026-11-21',
  way: 'phone',
  informant: 'mother',
  answers: noSigns,
  ...more,
})
const post = (body: object, who = lan) => who.post('/screening/records', body)

describe('recording a form', () => {
  test('works, gives result and next day, answers the service, and stands on the child', async () => {
    const child = await addChild(database, { bornOn, villageId: places.dakMeVillage })
    const { status, body } = await post(form(child), yHoa)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      result: 'clear',
      nextOn: '2027-03-20',
      referral: null,
      recordedByName: 'Y Hoa',
    })
    const shown = await yHoa.get(`/children/${child}/screenings`)
    expect(shown.body.screenings).toHaveLength(1)
    expect(shown.body.offered).toContainEqual({ tool: 'warning-signs', dueOn: null })
    const { rows } = await database.owner.query(
      'select item_code from services_records where child_id = $1',
      [child],
    )
    expect(rows).toEqual([{ item_code: 'DEV-12' }])
  })

  test('a sign proposes a referral with the day by which an answer is wanted; it is on the list', async () => {
    const child = await addChild(database, { bornOn })
    const { body } = await post(form(child, { answers: { ...noSigns, 'W12-babble': 'yes' } }))
    expect(body).toMatchObject({
      result: 'suspected',
      nextOn: '2026-12-21',
      referral: { referredTo: 'developmental-screening', urgent: false, answerBy: '2026-12-21' },
    })
    const list = await lan.get('/screening/referrals')
    expect(list.body.referrals).toMatchObject([{ childId: child, tool: 'warning-signs' }])
    expect((await lan.get('/screening/referrals?overdue=true')).body.referrals).toEqual([])
  })

  test('a lost skill is urgent: an answer within a week', async () => {
    const child = await addChild(database, { bornOn })
    const { body } = await post(
      form(child, { answers: { 'WANY-loss': 'yes' }, screenedOn: '2026-11-10', ...younger }),
    )
    expect(body.result).toBe('urgent')
    const { body: late } = await lan.get('/screening/referrals?overdue=true')
    expect(late.referrals).toMatchObject([{ urgent: true, answerBy: '2026-11-17' }])
  })

  test('a refusal is kept with its reason and answers no service', async () => {
    const child = await addChild(database, { bornOn })
    const { body } = await post(form(child, { answers: {}, refusalReason: 'Gia đình bận mùa vụ' }))
    expect(body).toMatchObject({ result: 'refused', score: null, refusalReason: 'Gia đình bận mùa vụ' })
    const { rows } = await database.owner.query('select 1 from services_records where child_id = $1', [child])
    expect(rows).toEqual([])
  })

  test('sent twice is stored once; other answers under the same id, or twice a day, are refused', async () => {
    const child = await addChild(database, { bornOn })
    const one = form(child)
    expect((await post(one)).body.id).toBe(one.id)
    expect((await post(one)).body.id).toBe(one.id)
    const other = { ...noSigns, 'W12-babble': 'yes' }
    expect((await post({ ...one, answers: other })).body.code).toBe('screening.id-used')
    expect((await post(form(child, { answers: other }))).body.code).toBe('screening.done-that-day')
    expect((await post(form(child))).body.id).toBe(one.id)
  })

  test('undone: the referral is withdrawn, the service taken back, the form stays in the history', async () => {
    const child = await addChild(database, { bornOn })
    const { body } = await post(form(child, { answers: { ...noSigns, 'W12-babble': 'yes' } }))
    const address = `/children/${child}/screenings/${body.id}`
    expect((await lan.del(address)).body.undoneAt).not.toBeNull()
    expect((await lan.del(address)).status).toBe(200)
    expect((await lan.get('/screening/referrals')).body.referrals).toEqual([])
    const { rows } = await database.owner.query(
      'select undone_at is not null as undone from services_records',
    )
    expect(rows).toEqual([{ undone: true }])
    expect((await lan.get(`/children/${child}/screenings`)).body.screenings).toHaveLength(1)
  })

  test('weeks born early make the child younger', async () => {
    const child = await addChild(database, { bornOn })
    const { body } = await post(form(child, { weeksEarly: 8 }))
    expect(body.code).toBe('screening.item-unknown')
    const answers = { 'W06-smile': 'no', 'W09-share': 'no', 'WANY-loss': 'no' }
    expect((await post(form(child, { weeksEarly: 8, answers }))).body).toMatchObject({
      result: 'clear',
      weeksEarly: 8,
    })
  })
})

const younger = { informant: 'father' }

describe('what is refused', () => {
  test.each([
    ['a day before birth', { screenedOn: '2025-11-19' }, 'screening.before-birth'],
    ['a day to come', { screenedOn: '2026-11-23' }, 'screening.in-future'],
    ['an unknown tool', { tool: 'asq-3' }, 'screening.tool-unknown'],
    ['an unknown version', { version: '1' }, 'screening.tool-unknown'],
    ['ECDI2030 for one child', { tool: 'ecdi2030', version: '2020' }, 'screening.population-only'],
    ['a tool for another age', { tool: 'school-readiness', version: '2026-11' }, 'screening.age-outside'],
    ['a sign of an older age', { answers: { 'W24-phrase': 'yes' } }, 'screening.item-unknown'],
    ['no answers', { answers: {} }, 'screening.no-answers'],
  ])('%s', async (_, more, code) => {
    const child = await addChild(database, { bornOn })
    expect((await post(form(child, more))).body.code).toBe(code)
  })

  test('a version retired in between: named, and the paper filled before is still taken', async () => {
    const [tool] = screeningTools()
    if (!tool) throw new Error('no tools')
    const retired = { ...tool, retiredOn: '2026-11-15' }
    await writeScope(database.pool, everywhere, (tx) => upsertTool(tx, retired))
    const child = await addChild(database, { bornOn: '2025-11-01' })
    const late = await post(form(child))
    expect([late.status, late.body.code]).toEqual([409, 'screening.version-retired'])
    expect(late.body.title).toContain('đã ngừng dùng từ sau ngày 15/11/2026')
    expect((await post(form(child, { screenedOn: '2026-11-14', way: 'paper' }))).status).toBe(200)
    const { body } = await lan.get(`/children/${child}/screenings`)
    expect(body.offered.map((one: { tool: string }) => one.tool)).not.toContain('warning-signs')
    const tools = await lan.get('/screening/tools')
    expect(tools.body).toContainEqual(
      expect.objectContaining({ tool: 'warning-signs', retiredOn: '2026-11-15' }),
    )
  })

  test('a child elsewhere, and a person without the right', async () => {
    const child = await addChild(database, { bornOn, communeId: places.dakTo })
    expect((await post(form(child))).status).toBe(404)
    expect((await lan.get(`/children/${child}/screenings`)).status).toBe(404)
    expect((await lan.get(`/screening/referrals?villageId=${places.dakRaoVillage}`)).status).toBe(404)
    const { body } = await post(form(child), app.as(people.phucOfficerDakTo))
    expect((await lan.del(`/children/${child}/screenings/${body.id}`)).status).toBe(404)
    const minh = app.as(people.minhViewer)
    expect((await post(form(child), minh)).status).toBe(403)
    expect((await minh.get(`/children/${child}/screenings`)).status).toBe(403)
    expect((await minh.get('/screening/tools')).status).toBe(403)
  })
})
