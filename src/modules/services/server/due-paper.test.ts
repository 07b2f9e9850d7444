import { beforeEach, describe, expect, test } from 'vitest'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import type { DueChild } from '../shared/requests.ts'
import { drainBatch } from './drain.ts'
import { duePaper } from './due-paper.ts'

const today = '2026-11-22'
const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)

beforeEach(() => truncateAll(database))

const child = (fullName: string, services: DueChild['services'], villageName = 'Thôn Đăk Mế'): DueChild => ({
  ...{ childId: fullName, fullName, bornOn: '2026-01-10', sex: 'female' },
  ...{ villageName, carerName: 'Y Blơi', carerPhone: fullName === 'Y Mai' ? null : '0987600123', services },
})

const measles: DueChild['services'][number] = {
  ...{ itemCode: 'IMM-MEASLES', domain: 'health', dose: null, mandatory: true, state: 'overdue' },
  ...{
    name: { vi: 'Sởi mũi 1', en: 'Measles 1' },
    opensOn: '2026-10-11',
    deadline: '2026-11-10',
    daysLate: 12,
  },
}
const weighing: DueChild['services'][number] = {
  ...{ ...measles, itemCode: 'GRO-MAL', state: 'due', deadline: '2026-11-25', daysLate: 0 },
  ...{
    name: { vi: 'Cân hằng tháng', en: 'Weighing' },
    why: { kind: 'need', vi: 'Không tăng cân', en: 'No gain' },
  },
}
const asked = { placeName: 'Xã Đăk Hà', today, choice: 'Trong 30 ngày' } as const
const children = [
  child('Y Hoa', [measles, weighing]),
  child('Y Mai', [measles]),
  child('A Thiên', [weighing], 'Thôn An'),
]

describe('the work on paper', () => {
  test('by child: village by village, a box for each service, the reason beside it', () => {
    const { parts, lead } = duePaper({ ...asked, children, paper: 'list', by: 'child' })
    const [table] = parts
    const rows = table?.kind === 'table' ? table.rows : []
    expect(rows.map(([, who]) => who)).toEqual([
      'A Thiên, nữ, sinh 10/01/2026',
      'Y Hoa, nữ, sinh 10/01/2026',
      'Y Mai, nữ, sinh 10/01/2026',
    ])
    expect(rows[1]?.[4]).toEqual([
      { box: true, text: 'Sởi mũi 1 (quá hạn 12 ngày)' },
      { box: true, text: 'Cân hằng tháng (hạn 25/11/2026): Không tăng cân' },
    ])
    expect(lead[0]).toBe('Xã Đăk Hà · 3 trẻ, trong đó 2 trẻ có việc quá hạn')
  })

  test('by service: a table each with its number of children', () => {
    const { parts } = duePaper({ ...asked, children, paper: 'list', by: 'service' })
    const headings = parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []))
    expect(headings).toEqual(['Sởi mũi 1: 2 trẻ', 'Cân hằng tháng: 2 trẻ'])
  })

  test('to call: the phone first; without a number it says so', () => {
    const [table] = duePaper({ ...asked, children, paper: 'calls', by: 'child' }).parts
    const phones = table?.kind === 'table' ? table.rows.map(([, phone]) => phone) : []
    expect(phones).toEqual(['0987600123', '0987600123', 'không có số'])
  })

  test('an empty list says so', () => {
    expect(duePaper({ ...asked, children: [], paper: 'list', by: 'child' }).parts).toEqual([
      { kind: 'text', text: 'Không trẻ nào có việc đến hạn trong thời gian đã chọn.' },
    ])
  })
})

describe('printing through the door', () => {
  test('gives a PDF, and the audit names the children that stand on it', async () => {
    const id = await addChild(database, {
      bornOn: '2026-01-10',
      villageId: places.dakMeVillage,
      fullName: 'Y Hoa',
    })
    while ((await database.write((tx) => drainBatch(tx, today))) === 'more');
    const { status, bytes } = await lan.get(
      `/services/due/paper?villageId=${places.dakMeVillage}&paper=calls`,
    )
    expect([status, bytes.subarray(0, 5).toString('latin1')]).toEqual([200, '%PDF-'])
    const { rows } = await database.owner.query(
      `select child_ids from accounts_reads where route = '/services/due/paper' and $1 = any(child_ids)`,
      [id],
    )
    expect(rows).toEqual([{ child_ids: [id] }])
    expect(
      (await app.as(people.phucOfficerDakTo).get(`/services/due/paper?villageId=${places.dakMeVillage}`))
        .status,
    ).toBe(404)
    expect((await app.as(people.minhViewer).get('/services/due/paper')).status).toBe(403)
  })

  test('the station and a class have lists of their own', async () => {
    const [baby, pupil] = await Promise.all([
      addChild(database, { bornOn: '2026-01-10', fullName: 'Y Hoa' }),
      addChild(database, { bornOn: '2021-01-10', fullName: 'A Thiên', education: 'kindergarten' }),
    ])
    while ((await database.write((tx) => drainBatch(tx, today))) === 'more');
    const ids = async (search: string) =>
      (await lan.get(`/services/due?${search}`)).body.children.map((one: { childId: string }) => one.childId)
    expect(await ids('education=kindergarten')).toEqual([pupil])
    expect((await lan.get('/services/due?education=kindergarten')).body.counts.children).toBe(1)
    expect(await ids('provider=preschool&withinDays=90')).toContain(pupil)
    const station = (await lan.get('/services/due?provider=health-station')).body.children
    expect(station.map((one: { childId: string }) => one.childId)).toContain(baby)
    expect(await ids('provider=preschool&itemCode=IMM-MEASLES')).toEqual([])
  })
})
