/** What a nurse may type wrong: each line is refused through its route with a Vietnamese sentence, and nothing is kept. */
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from './app.ts'
import { testDatabase, truncateAll } from './database.ts'
import { people } from './people.ts'
import { addChild } from './registered-child.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)

beforeEach(() => truncateAll(database))

async function kept(): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(`
    select (select count(*) from growth_measurements) + (select count(*) from services_records)
      + (select count(*) from screening_records) as count`)
  return Number(rows[0]?.count)
}

const measuring = (childId: string, more: object) => ({
  ...{ id: newId(), childId, measuredOn: '2026-11-20', weightKg: 8.2, lenheiCm: 70, position: 'lying' },
  ...more,
})
const service = (childId: string, more: object) => ({
  ...{ id: newId(), childId, itemCode: 'IMM-MEASLES', doneOn: '2026-11-20', ...more },
})
const screening = (childId: string, more: object) => ({
  ...{ id: newId(), childId, tool: 'warning-signs', version: '2254-2021', screenedOn: '2026-11-20' },
  ...{ way: 'phone', informant: 'mother', answers: { 'W12-babble': 'no' }, ...more },
})

describe('a child born on 20 February 2026', () => {
  test.each([
    [
      'a weight in grams',
      '/growth/measurements',
      measuring,
      { weightKg: 8200 },
      'Cân nặng này có vẻ ghi bằng gam. Hãy nhập bằng ki-lô-gam, ví dụ 9,5.',
    ],
    [
      'a height in metres',
      '/growth/measurements',
      measuring,
      { lenheiCm: 0.7 },
      'Chiều dài (chiều cao) này có vẻ ghi bằng mét. Hãy nhập bằng xăng-ti-mét, ví dụ 72,5.',
    ],
    [
      'a weighing before birth',
      '/growth/measurements',
      measuring,
      { measuredOn: '2026-02-19' },
      'Ngày cân đo trước ngày sinh của trẻ. Hãy kiểm tra lại ngày cân đo hoặc ngày sinh.',
    ],
    [
      'a service before birth',
      '/services/records',
      service,
      { doneOn: '2026-02-19' },
      'Ngày thực hiện trước ngày sinh của trẻ. Hãy kiểm tra lại ngày thực hiện hoặc ngày sinh.',
    ],
    [
      'a dose before its age',
      '/services/records',
      service,
      { itemCode: 'IMM-PENTA', dose: 1, doneOn: '2026-03-20' },
      'Trẻ chưa đủ tuổi cho mũi này vào ngày đã ghi. Hãy kiểm tra ngày; nếu đã tiêm thật, hãy đánh dấu "đã tiêm không theo lịch" rồi lưu lại.',
    ],
  ])('%s', async (...[, url, body, more, text]) => {
    const child = await addChild(database, { bornOn: '2026-02-20' })
    const reply = await lan.post(url, body(child, more))
    expect([reply.status, reply.body.title]).toEqual([422, text])
    expect(await kept()).toBe(0)
  })

  // A page reads "8,2" as 8.2 (growth/shared/typed-number.test.ts) and sends numbers and days of one form only.
  test.each([
    ['a weight with a comma', '/growth/measurements', measuring, { weightKg: '8,2' }],
    ['a day of two digits of the year', '/growth/measurements', measuring, { measuredOn: '20/11/26' }],
    ['the same for a service', '/services/records', service, { doneOn: '20/11/26' }],
    ['the same for a form', '/screening/records', screening, { screenedOn: '20/11/26' }],
  ])('%s is not guessed at', async (_, url, body, more) => {
    const child = await addChild(database, { bornOn: '2026-02-20' })
    const reply = await lan.post(url, body(child, more))
    expect(reply.status).toBe(422)
    expect(reply.body.title).toMatch(/^[A-ZĐ].*\.$/u)
    expect(await kept()).toBe(0)
  })

  test('the same dose twice, and a dose before its least gap', async () => {
    const child = await addChild(database, { bornOn: '2026-02-20' })
    const penta = (dose: number, doneOn: string) => service(child, { itemCode: 'IMM-PENTA', dose, doneOn })
    await lan.post('/services/records', penta(1, '2026-04-25'))
    const [twice, early] = [
      await lan.post('/services/records', penta(1, '2026-05-30')),
      await lan.post('/services/records', penta(2, '2026-05-10')),
    ]
    expect([twice.status, twice.body.title]).toEqual([
      409,
      'Dịch vụ (hoặc mũi) này đã được ghi nhận cho trẻ. Nếu lần trước ghi sai, hãy hoàn tác lần ghi đó trước.',
    ])
    expect([early.status, early.body.title]).toEqual([
      422,
      'Khoảng cách giữa hai mũi phải ít nhất 28 ngày. Hãy kiểm tra ngày; nếu đã tiêm thật, hãy đánh dấu "đã tiêm không theo lịch" rồi lưu lại.',
    ])
    expect(await kept()).toBe(1)
  })
})
