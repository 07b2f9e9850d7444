import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { loadScreeningTools } from '#modules/screening/server/tools.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { textWithin } from '#test/office-text.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)

beforeEach(async () => {
  await truncateAll(database)
  await writeScope(database.pool, everywhere, loadScreeningTools)
})

async function filled(): Promise<string> {
  const childId = await addChild(database, {
    ...{ bornOn: '2025-11-20', fullName: 'Y Hoa Sen', villageId: places.dakMeVillage },
  })
  for (const [measuredOn, weightKg, lenheiCm] of [
    ['2026-02-20', 5.9, 60],
    ['2026-08-20', 8.1, 69.5],
  ] as const)
    await lan.post('/growth/measurements', {
      ...{ id: newId(), childId, measuredOn, weightKg, lenheiCm, position: 'lying' },
    })
  await lan.post('/services/records', { id: newId(), childId, itemCode: 'IMM-BCG', doneOn: '2025-11-25' })
  const refused = { itemCode: 'IMM-MEASLES', doneOn: '2026-10-01', answer: 'refused', note: 'Đang ốm' }
  await lan.post('/services/records', { id: newId(), childId, ...refused })
  await lan.post('/screening/records', {
    ...{ id: newId(), childId, tool: 'warning-signs', version: '2254-2021', screenedOn: '2026-11-21' },
    ...{ way: 'visit', informant: 'mother', answers: { 'W12-babble': 'yes' } },
  })
  return childId
}

describe('the book of a child', () => {
  test('as .docx: facts, vaccines, growth with its charts, screenings', async () => {
    const childId = await filled()
    const { status, bytes, headers } = await lan.get(`/children/${childId}/book?format=docx`)
    expect(status).toBe(200)
    expect(String(headers['content-disposition'])).toContain('so-theo-doi-tre-em.docx')
    const text = textWithin(bytes)
    for (const words of [
      'SỔ THEO DÕI TRẺ EM',
      'Y Hoa Sen',
      'Thôn Đăk Mế',
      '25/11/2025',
      'gia đình từ chối',
      '5,9',
      'Có dấu hiệu nghi ngờ',
      'Cân nặng theo tuổi, 0-5 tuổi (WHO 2006)',
    ])
      expect(text).toContain(words)
    expect(text.match(/<svg /g)?.length).toBe(3)
    // The child's two points on each chart.
    expect(text.match(/<circle /g)?.length).toBe(6)
  })

  test('as PDF, and the audit names the child as exported', async () => {
    const childId = await filled()
    const { bytes } = await lan.get(`/children/${childId}/book`)
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const { rows } = await database.owner.query(
      `select child_ids from accounts_reads where route = '/children/:childId/book' and $1 = any(child_ids)`,
      [childId],
    )
    expect(rows).toEqual([{ child_ids: [childId] }])
  })

  test('a newborn has charts to fill in by hand; a child of another place has no book', async () => {
    const newborn = await addChild(database, { bornOn: '2026-11-10' })
    const text = textWithin((await lan.get(`/children/${newborn}/book?format=docx`)).bytes)
    expect(text.match(/<svg /g)?.length).toBe(2)
    const headings = ['2. Tiêm chủng', '4. Cân đo', '5. Dịch vụ đã nhận']
    expect(headings.filter((one) => !text.includes(one))).toEqual([])
    expect((await app.as(people.phucOfficerDakTo).get(`/children/${newborn}/book`)).status).toBe(404)
    expect((await app.as(people.minhViewer).get(`/children/${newborn}/book`)).status).toBe(403)
  })

  test('a birth of which only the year is known is not printed as a day', async () => {
    const childId = await addChild(database, { bornOn: '2021-07-01', bornPrecision: 'year' })
    const text = textWithin((await lan.get(`/children/${childId}/book?format=docx`)).bytes)
    expect(text).toContain('năm 2021')
    expect(text).not.toContain('01/07/2021')
  })
})
