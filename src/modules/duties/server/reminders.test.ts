import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { markReturned, markSent } from './public.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)
const minh = app.as(people.minhViewer)

beforeEach(async () => {
  await truncateAll(database)
  // In use since spring: the template is younger than the day on which the tests stand.
  await database.owner.query(`update accounts_installation set set_up_at = '2026-03-02T08:00:00+07:00'`)
})

type Line = { key: string; areaId: string; text: string; dueOn: string; url: string }

async function remindersOf(person: typeof lan): Promise<{ overdue: Line[]; soon: Line[] }> {
  const { status, body } = await person.get('/reminders')
  expect(status).toBe(200)
  const ofDuties = (lines: Line[]) => lines.filter(({ key }) => key.startsWith('duty '))
  return { overdue: ofDuties(body.overdue), soon: ofDuties(body.soon) }
}

const keysOf = (lines: Line[]) => lines.map(({ key }) => key)

describe('reports among the reminders', () => {
  test('a late one stands there until it is sent', async () => {
    const { overdue } = await remindersOf(lan)
    expect(overdue).toContainEqual(
      expect.objectContaining({ key: 'duty epi-month 2026-05', areaId: places.dakHa, dueOn: '2026-06-03' }),
    )
    expect(overdue.find(({ key }) => key === 'duty epi-month 2026-05')).toMatchObject({
      text: expect.stringMatching(/tháng 5/),
      url: '/duties',
    })
    const sent = { id: newId(), code: 'epi-month', period: '2026-05', sentOn: '2026-06-15' }
    await lan.post('/duties/sent', { ...sent, document: 'Báo cáo số 31/BC-TYT' })
    expect(keysOf((await remindersOf(lan)).overdue)).not.toContain('duty epi-month 2026-05')
  })

  test('one that is due within the week, for the units whose day the letter sets', async () => {
    await thu.put('/duties/days', {
      ...{ id: newId(), code: 'ecd-half', level: 'commune', period: '2026-H1', dueOn: '2026-06-20' },
      source: 'Công văn số 812/SYT-BTXH',
    })
    expect(keysOf((await remindersOf(lan)).soon)).toContain('duty ecd-half 2026-H1')
    expect(keysOf((await remindersOf(thu)).soon)).not.toContain('duty ecd-half 2026-H1')
  })

  test('a returned one asks to be corrected, on the page of the report', async () => {
    const duty = { areaId: places.dakHa, regimeCode: 'ecd-half', period: '2026-H1' }
    const reportId = newId()
    await database.write((tx) => markSent(tx, { ...duty, reportId, at: '2026-06-10T02:00:00Z' }))
    await database.write((tx) => markReturned(tx, { ...duty, at: '2026-06-12T02:00:00Z' }))
    expect((await remindersOf(lan)).soon).toContainEqual(
      expect.objectContaining({
        text: expect.stringMatching(/^Sửa và gửi lại: /),
        dueOn: '2026-06-15',
        url: `/reports/${reportId}`,
      }),
    )
  })

  test('whoever writes no reports is not reminded of them', async () => {
    expect(await remindersOf(minh)).toEqual({ overdue: [], soon: [] })
  })
})
