import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { addPlan } from '#test/filed-plan.ts'
import type { PlanReporting } from '#modules/plans/shared/contract.ts'
import { actorOf, people, places } from '#test/people.ts'
import { dutyFor, listDuties, listOpenDuties, markAccepted, markReturned, markSent } from './public.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const minh = app.as(people.minhViewer)

beforeEach(async () => {
  await truncateAll(database)
  // In use since spring: the template is younger than the day on which the tests stand.
  await database.owner.query(`update accounts_installation set set_up_at = '2026-03-02T08:00:00+07:00'`)
})

type Line = { code: string; period: string; state: string; dueOn: string | null; document: string | null }

const found = ({ body }: { body: { duties: Line[] } }, code: string, period: string) =>
  body.duties.find((duty) => duty.code === code && duty.period === period)

const onPaper = (more = {}) => ({
  ...{ id: newId(), code: 'epi-month', period: '2026-05', sentOn: '2026-06-03' },
  ...{ document: 'Báo cáo số 31/BC-TYT', ...more },
})

describe('the duties of the own unit', () => {
  test('a commune sees what it must send by which day, the late ones as late', async () => {
    const reply = await lan.get('/duties')
    expect(reply.body).toMatchObject({
      today: '2026-06-15',
      year: 2026,
      areaName: 'Xã Đăk Hà',
      level: 'commune',
    })
    expect(found(reply, 'month-xa', '2026-06')).toMatchObject({ dueOn: '2026-07-20', state: 'not-due' })
    expect(found(reply, 'epi-month', '2026-05')).toMatchObject({ dueOn: '2026-06-03', state: 'late' })
    expect(found(reply, 'epi-month', '2026-01')).toMatchObject({ state: 'earlier' })
    expect(found(reply, 'ecd-half', '2026-H1')).toMatchObject({ dueOn: null, state: 'no-date' })
  })

  test('a province has its own', async () => {
    const reply = await thu.get('/duties?year=2026')
    expect(found(reply, 'epi-need', '2026')).toMatchObject({ state: 'late', dueOn: '2026-05-29' })
    expect(found(reply, 'month-xa', '2026-06')).toBeUndefined()
  })

  test('another year, and a year that is none', async () => {
    expect((await lan.get('/duties?year=2027')).body.year).toBe(2027)
    expect((await lan.get('/duties?year=nay')).status).toBe(422)
  })

  test('the regime is shown with its rules and sources', async () => {
    const { body } = await lan.get('/duties/regime')
    expect(body.duties.map(({ code }: Line) => code)).toContain('urgent-abuse')
  })

  test('who may not read reports sees none of it', async () => {
    for (const url of [
      '/duties',
      '/duties/regime',
      '/duties/below',
      '/duties/below/units?code=ecd-year&period=2026',
    ])
      expect((await app.as(people.yHoaCollaborator).get(url)).status).toBe(403)
  })
})

describe('sent outside this product', () => {
  test('it is marked with the number of its document, once however often it is sent', async () => {
    const mark = onPaper()
    expect((await lan.post('/duties/sent', mark)).status).toBe(200)
    expect((await lan.post('/duties/sent', mark)).status).toBe(200)
    expect(found(await lan.get('/duties'), 'epi-month', '2026-05')).toMatchObject({
      state: 'sent',
      isSentLate: false,
      isByHand: true,
      document: 'Báo cáo số 31/BC-TYT',
    })
    const { rows } = await database.owner.query('select 1 from duties_sent')
    expect(rows).toHaveLength(1)
  })

  test('late stays late, and the neighbour is not marked with it', async () => {
    await lan.post('/duties/sent', onPaper({ sentOn: '2026-06-10' }))
    expect(found(await lan.get('/duties'), 'epi-month', '2026-05')).toMatchObject({ isSentLate: true })
    expect(found(await phuc.get('/duties'), 'epi-month', '2026-05')).toMatchObject({ state: 'late' })
  })

  test('taken back it is open again; a second time there is nothing', async () => {
    await lan.post('/duties/sent', onPaper())
    expect((await lan.del('/duties/sent/epi-month/2026-05')).status).toBe(200)
    expect(found(await lan.get('/duties'), 'epi-month', '2026-05')).toMatchObject({ state: 'late' })
    expect((await lan.del('/duties/sent/epi-month/2026-05')).body.code).toBe('duties.nothing-to-take-back')
    await phuc.post('/duties/sent', onPaper())
    expect((await lan.del('/duties/sent/epi-month/2026-05')).status).toBe(404)
  })

  test.each([
    ['a day to come', { sentOn: '2026-06-16' }, 'duties.in-future'],
    ['a duty of another level', { code: 'epi-need', period: '2026' }, 'duties.not-found'],
    ['a period that it does not have', { period: '2026-H1' }, 'duties.not-found'],
    ['no document', { document: ' ' }, 'request.invalid'],
    ['a period that is none', { period: '2026-13' }, 'request.invalid'],
  ])('%s is refused', async (_, more, code) => {
    const reply = await lan.post('/duties/sent', onPaper(more))
    expect([422, 404]).toContain(reply.status)
    if (code !== 'request.invalid') expect(reply.body.code).toBe(code)
  })

  test('a leader may look, not mark', async () => {
    expect((await minh.get('/duties')).status).toBe(200)
    expect((await minh.post('/duties/sent', onPaper())).status).toBe(403)
    expect((await minh.del('/duties/sent/epi-month/2026-05')).status).toBe(403)
  })
})

describe('the day of the yearly letter', () => {
  const letter = (more = {}) => ({
    ...{ id: newId(), code: 'ecd-half', level: 'commune', period: '2026-H1', dueOn: '2026-06-20' },
    ...{ source: 'Công văn số 812/SYT-BTXH', ...more },
  })

  test('set by the province it counts in every commune of it', async () => {
    expect((await thu.put('/duties/days', letter())).status).toBe(200)
    for (const officer of [lan, phuc])
      expect(found(await officer.get('/duties'), 'ecd-half', '2026-H1')).toMatchObject({
        dueOn: '2026-06-20',
        state: 'due-soon',
        dateSource: 'Công văn số 812/SYT-BTXH',
      })
  })

  test('a second letter takes the place of the first; a commune sets its own for itself', async () => {
    await thu.put('/duties/days', letter())
    await thu.put('/duties/days', letter({ dueOn: '2026-06-10' }))
    await lan.put('/duties/days', letter({ dueOn: '2026-06-30', source: 'Thông báo của xã' }))
    expect(found(await phuc.get('/duties'), 'ecd-half', '2026-H1')).toMatchObject({ state: 'late' })
    expect(found(await lan.get('/duties'), 'ecd-half', '2026-H1')).toMatchObject({ dueOn: '2026-06-30' })
  })

  test('not for a level above, not for a duty that is none, not by a leader', async () => {
    expect((await lan.put('/duties/days', letter({ level: 'province' }))).body.code).toBe(
      'duties.wrong-level',
    )
    expect((await thu.put('/duties/days', letter({ code: 'no-such' }))).body.code).toBe('duties.not-found')
    expect((await thu.put('/duties/days', letter({ dueOn: '2026-06-31' }))).status).toBe(422)
    expect((await minh.put('/duties/days', letter())).status).toBe(403)
  })
})

describe('what follows an event', () => {
  const forum = (more = {}) => ({
    ...{ id: newId(), code: 'forum-xa', happenedAt: '2026-06-06T08:00:00+07:00', ...more },
  })

  test('a forum gives its own duty, once', async () => {
    const event = forum()
    expect((await lan.post('/duties/events', event)).status).toBe(200)
    expect((await lan.post('/duties/events', event)).status).toBe(200)
    const period = `2026-06-06.${event.id}`
    expect(found(await lan.get('/duties'), 'forum-xa', period)).toMatchObject({ dueOn: '2026-06-22' })
    expect(
      (await lan.post('/duties/sent', onPaper({ code: 'forum-xa', period, sentOn: '2026-06-15' }))).status,
    ).toBe(200)
    expect(found(await lan.get('/duties'), 'forum-xa', period)).toMatchObject({ state: 'sent' })
  })

  test.each([
    ['one to come', { happenedAt: '2026-06-15T10:00:00+07:00' }, 'duties.event-in-future'],
    ['a duty that follows periods', { code: 'epi-month' }, 'duties.not-by-event'],
    ['an urgent one, which has its own way', { code: 'urgent-injury' }, 'duties.not-by-event'],
    ['that of another level', { code: 'forum-tinh' }, 'duties.not-by-event'],
  ])('%s is refused', async (_, more, code) => {
    expect((await lan.post('/duties/events', forum(more))).body.code).toBe(code)
  })

  test('a leader records none', async () => {
    expect((await minh.post('/duties/events', forum())).status).toBe(403)
  })
})

describe('the units below', () => {
  test('a province sees how many communes have sent and which are late', async () => {
    await lan.post('/duties/sent', onPaper())
    const { body } = await thu.get('/duties/below')
    const line = body.duties.find((duty: Line) => duty.code === 'epi-month' && duty.period === '2026-05')
    expect(line).toMatchObject({ sent: 1, accepted: 0, dueOn: '2026-06-03', level: 'commune' })
    expect(line.all).toBeGreaterThan(1)
    expect(line.late).toBe(line.all - 1)
    const { body: units } = await thu.get('/duties/below/units?code=epi-month&period=2026-05')
    expect(units.senders).toHaveLength(line.all)
    const states = new Map(
      units.senders.map((one: { areaId: string; state: string }) => [one.areaId, one.state]),
    )
    expect([states.get(places.dakHa), states.get(places.dakTo)]).toEqual(['sent', 'late'])
  })

  test('a commune follows none; a duty that is none is not found', async () => {
    expect((await lan.get('/duties/below')).body.code).toBe('duties.no-units-below')
    expect((await lan.get('/duties/below/units?code=epi-month&period=2026-05')).status).toBe(422)
    expect((await thu.get('/duties/below/units?code=no-such&period=2026-05')).status).toBe(404)
  })
})

async function addReportingPlan(areaId: string, reporting: PlanReporting[]): Promise<string> {
  const id = await addPlan(database, areaId)
  await database.owner.query(
    `update plans set reading = jsonb_set(reading, '{reporting}', $2::jsonb) where id = $1`,
    [id, JSON.stringify(reporting)],
  )
  return id
}

describe('what a filed plan asks for', () => {
  test('its reports are duties of the communes, and of the province what goes to the ministry', async () => {
    const planId = await addReportingPlan(places.quangNgai, [
      { cycle: '6-months', to: 'Sở Y tế', due: 'before:06-18', section: 'IV' },
      { cycle: 'year', to: 'Bộ Y tế', due: null, section: 'IV' },
    ])
    expect(found(await lan.get('/duties'), `plan.${planId}.0`, '2026-H1')).toMatchObject({
      dueOn: '2026-06-17',
      state: 'due-soon',
    })
    expect(found(await lan.get('/duties'), `plan.${planId}.1`, '2026')).toBeUndefined()
    expect(found(await thu.get('/duties'), `plan.${planId}.1`, '2026')).toMatchObject({ state: 'no-date' })
    const { body } = await thu.get('/duties/below')
    expect(body.duties).toContainEqual(expect.objectContaining({ code: `plan.${planId}.0`, sent: 0 }))
  })

  test('a plan of one commune is no matter of another', async () => {
    const planId = await addReportingPlan(places.dakTo, [
      { cycle: 'year', to: 'Sở Y tế', due: 'before:11-30', section: null },
    ])
    expect(found(await phuc.get('/duties'), `plan.${planId}.0`, '2026')).toBeDefined()
    expect(found(await lan.get('/duties'), `plan.${planId}.0`, '2026')).toBeUndefined()
  })
})

describe('what reports say of a duty', () => {
  const duty = { areaId: places.dakHa, regimeCode: 'epi-month', period: '2026-05' }
  const today = '2026-06-15'

  test('sent, returned, sent again, accepted: late by its first sending', async () => {
    const [first, second] = [newId(), newId()]
    await database.write((tx) => markSent(tx, { ...duty, reportId: first, at: '2026-06-02T02:00:00Z' }))
    await database.write((tx) => markReturned(tx, { ...duty, at: '2026-06-05T02:00:00Z' }))
    expect(await database.read((db) => dutyFor(db, { ...duty, today }))).toMatchObject({ state: 'returned' })
    expect(await database.read((db) => listOpenDuties(db, { areaId: places.dakHa, today }))).toContainEqual(
      expect.objectContaining({ code: 'epi-month', state: 'returned' }),
    )
    await database.write((tx) => markSent(tx, { ...duty, reportId: second, at: '2026-06-12T02:00:00Z' }))
    await database.write((tx) => markAccepted(tx, { ...duty, at: '2026-06-13T02:00:00Z' }))
    expect(await database.read((db) => dutyFor(db, { ...duty, today }))).toMatchObject({
      state: 'accepted',
      reportId: second,
      isSentLate: false,
      sentAt: '2026-06-12T02:00:00.000Z',
    })
  })

  test('what was sent as a report is not marked by hand over it', async () => {
    await database.write((tx) => markSent(tx, { ...duty, reportId: newId(), at: '2026-06-02T02:00:00Z' }))
    expect((await lan.post('/duties/sent', onPaper())).body.code).toBe('duties.by-report')
    expect((await lan.del('/duties/sent/epi-month/2026-05')).status).toBe(404)
  })

  test('nothing to return, and no such duty', async () => {
    expect(await database.write((tx) => markReturned(tx, { ...duty, at: '2026-06-05T02:00:00Z' }))).toBe(
      false,
    )
    expect(await database.read((db) => dutyFor(db, { ...duty, period: '2026', today }))).toBeUndefined()
    const { area } = await actorOf(database, people.yHoaCollaborator)
    expect(await database.read((db) => listDuties(db, { areaId: area.id, today }))).toEqual([])
  })
})
