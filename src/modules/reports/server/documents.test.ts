import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { readDocxText } from '#platform/documents/docx-text.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { cellOf } from '#test/report-cell.ts'
import { stepsOf } from '#test/report-flow.ts'
import { planWithThreeChildren } from '#test/three-children.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-06-15T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)

let planId = ''
beforeEach(async () => {
  await truncateAll(database)
  planId = await planWithThreeChildren(database)
})

const build = (more: object = {}) => ({ id: newId(), planId, period: '2026-H1', ...more })

describe('consolidating', () => {
  test('the province adds up the finished reports and says how many there are', async () => {
    const { body } = await lan.post('/reports', build())
    const underweight = { source: 'typed', value: 1, reason: 'Sổ cân', version: 0 }
    await lan.put(`/reports/${body.id}/cells/nutrition.total.measured`, underweight)
    await lan.put(`/reports/${body.id}/cells/nutrition.total.underweight`, underweight)
    await lan.put(`/reports/${body.id}/cells/special.1.number`, { ...underweight, value: 4 })
    const before = (await thu.post('/reports', build())).body
    expect(cellOf(before, 'children.total.under-16').value).toBeNull()
    await stepsOf(body.id).send(lan)
    await stepsOf(body.id).accept(thu)
    const after = (await thu.post(`/reports/${before.id}/refresh`)).body
    expect(after.content.reported.done).toBe(1)
    expect(after.content.reported.all).toBeGreaterThan(50)
    expect(cellOf(after, `nutrition.${places.dakHa}.underweight`)).toMatchObject({
      value: 1,
      source: 'lower',
    })
    expect(cellOf(after, 'children.total.under-16')).toMatchObject({ value: 3, source: 'summed' })
    expect(cellOf(after, 'special.1.number')).toMatchObject({ value: 4, source: 'lower' })
    expect(cellOf(after, `nutrition.${places.dakTo}.underweight`).source).toBe('blank')
  })
})

test('the .docx holds heading, sentences, typed words, typed numbers with their reasons, and the end', async () => {
  const { body } = await lan.post('/reports', build())
  await lan.put(`/reports/${body.id}/sections/1.1`, { text: 'Đã ban hành:\n- Kế hoạch số 5', version: 0 })
  const underweight = { source: 'typed', value: 2, reason: 'Theo sổ cân của trạm', version: 0 }
  await lan.put(`/reports/${body.id}/cells/nutrition.total.underweight`, underweight)
  const file = await lan.get(`/reports/${body.id}/docx`)
  expect(file.headers['content-disposition']).toContain('bao-cao-xa-dak-ha-2026-H1.docx')
  const read = await readDocxText(file.bytes)
  const text = read.ok ? read.text : ''
  for (const part of [
    'ỦY BAN NHÂN DÂN\nXÃ ĐĂK HÀ',
    'trẻ em đến 8 tuổi: 2;',
    'Trẻ em 3-36 tháng đi nhà trẻ: 0/1 (0%)',
    '- Kế hoạch số 5',
    'a) Dịch vụ chăm sóc sức khỏe, dinh dưỡng',
    '(*) Tổng số, Nhẹ cân: Theo sổ cân của trạm (Phạm Thị Lan, 15/06/2026).',
    'Số liệu của 2/2 thôn, tổ dân phố.',
    './.',
    '- Lưu: VT, VHXH.',
  ])
    expect(text).toContain(part)
})

test('the PDF for print has the same name and is a PDF', async () => {
  const { body } = await lan.post('/reports', build())
  const file = await lan.get(`/reports/${body.id}/pdf`)
  expect(file.headers['content-disposition']).toContain('bao-cao-xa-dak-ha-2026-H1.pdf')
  expect(file.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
})
