import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { communePlan, filePlanOf } from '#test/filed-tasks.ts'
import { people, places } from '#test/people.ts'
import { Calendar, type CalendarEntry } from '../shared/calendar.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)

beforeEach(() => truncateAll(database))

async function entries(client: typeof lan, month: string): Promise<CalendarEntry[]> {
  const { status, body } = await client.get(`/calendar?month=${month}`)
  expect(status).toBe(200)
  return Calendar.parse(body).entries
}

const event = (more: object = {}) => ({
  ...{ id: newId(), areaId: places.dakHa, kind: 'meeting', title: 'Họp Ban điều hành' },
  ...{ startsOn: '2026-06-20', endsOn: '2026-06-20', atTime: '8 giờ', place: 'UBND xã', note: null },
  ...more,
})

describe('the calendar of a month', () => {
  test('has the festivals and the days that plans and tasks are due', async () => {
    await filePlanOf(lan, communePlan)
    expect((await entries(lan, '2026-06')).map(({ kind, from }) => [kind, from])).toEqual([
      ['observance', '2026-06-01'],
      ['observance', '2026-06-01'],
      ['plan', '2026-06-30'],
    ])
    expect((await entries(lan, '2026-11')).map(({ kind, from }) => [kind, from])).toEqual([
      ['plan', '2026-11-15'],
    ])
    expect((await entries(lan, '2026-12')).filter(({ kind }) => kind === 'task')).toHaveLength(2)
    expect((await entries(lan, '2026-02')).map(({ observance }) => observance)).toEqual(['new-year'])
  })

  test('says when the lunar days of a year are not known', async () => {
    expect((await lan.get('/calendar?month=2045-09')).body.knowsLunarDays).toBe(false)
    expect((await lan.get('/calendar')).body).toMatchObject({ month: '2026-06', knowsLunarDays: true })
    expect((await lan.get('/calendar?month=2026-13')).status).toBe(422)
  })

  test('has the meetings of boards and what they left to do', async () => {
    const board = {
      id: newId(),
      areaId: places.dakHa,
      kind: 'steering',
      name: 'Ban Chỉ đạo',
      decision: '7/QĐ-UBND',
    }
    await lan.post('/organisations/boards', { ...board, decidedOn: '2026-01-10', validFrom: '2026-01-10' })
    const followup = { id: newId(), task: 'Rào hồ', responsible: 'Thôn', dueOn: '2026-06-10' }
    const meeting = {
      id: newId(),
      heldOn: '2026-06-02',
      subject: 'Họp quý II',
      attended: 5,
      minutes: 'Thống nhất.',
    }
    await lan.post(`/organisations/boards/${board.id}/meetings`, { ...meeting, followups: [followup] })
    const found = (await entries(lan, '2026-06')).filter(({ kind }) => kind === 'met' || kind === 'followup')
    expect(found).toMatchObject([
      { kind: 'met', title: 'Họp quý II', isLate: false, note: 'Ban Chỉ đạo' },
      { kind: 'followup', title: 'Rào hồ', isLate: true },
    ])
    expect((await entries(phuc, '2026-06')).every(({ kind }) => kind === 'observance')).toBe(true)
  })
})

describe('an event', () => {
  test('stands in the calendar once, is changed and taken out', async () => {
    const sent = event()
    await lan.post('/calendar/events', sent)
    expect((await lan.post('/calendar/events', sent)).status).toBe(200)
    const [found] = (await entries(lan, '2026-06')).filter(({ kind }) => kind === 'event')
    expect(found).toMatchObject({ title: 'Họp Ban điều hành', eventId: sent.id, version: 1, atTime: '8 giờ' })
    const { id: _id, areaId: _area, ...details } = sent
    const address = `/calendar/events/${sent.id}`
    const moved = { ...details, startsOn: '2026-07-02', endsOn: '2026-07-03', version: 1 }
    expect((await lan.put(address, moved)).status).toBe(200)
    const stale = await lan.put(address, { ...moved, title: 'Họp khác' })
    expect([stale.status, stale.body.code]).toEqual([409, 'tasks.event-changed-meanwhile'])
    expect((await entries(lan, '2026-07')).map(({ from, to }) => [from, to])).toEqual([
      ['2026-07-02', '2026-07-03'],
    ])
    await lan.del(address)
    expect((await lan.del(address)).status).toBe(200)
    expect(await entries(lan, '2026-07')).toEqual([])
    expect((await lan.put(address, { ...moved, version: 2 })).body.code).toBe('tasks.event-not-found')
  })

  test('of the province is seen in the communes and changed there by nobody', async () => {
    const sent = event({ areaId: places.quangNgai, title: 'Hội nghị tổng kết' })
    await thu.post('/calendar/events', sent)
    const [found] = (await entries(lan, '2026-06')).filter(({ kind }) => kind === 'event')
    expect(found).toMatchObject({ title: 'Hội nghị tổng kết', eventId: null })
    expect((await lan.del(`/calendar/events/${sent.id}`)).status).toBe(404)
  })

  test('is refused with its days in disorder, for another place, or from who may only read', async () => {
    const disorder = await lan.post('/calendar/events', event({ endsOn: '2026-06-19' }))
    expect([disorder.status, disorder.body.code]).toEqual([422, 'tasks.event-dates-in-order'])
    expect((await lan.post('/calendar/events', event({ areaId: places.dakTo }))).status).toBe(404)
    expect((await yHoa.post('/calendar/events', event())).status).toBe(403)
    const sent = event()
    await lan.post('/calendar/events', sent)
    expect((await phuc.del(`/calendar/events/${sent.id}`)).body.code).toBe('tasks.event-not-found')
    expect((await lan.post('/calendar/events', { ...sent, title: 'Khác' })).body.code).toBe('tasks.id-used')
  })
})
