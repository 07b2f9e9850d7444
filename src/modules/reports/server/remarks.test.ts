import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { addPlan } from '#test/filed-plan.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { refusal, stepsOf } from '#test/report-flow.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-06-15T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const minh = app.as(people.minhViewer)

let id = ''
let planId = ''
beforeEach(async () => {
  await truncateAll(database)
  planId = await addPlan(database, places.dakHa)
  await addChild(database, { bornOn: '2024-05-01', villageId: places.dakMeVillage, sex: 'male' })
  const { body } = await lan.post('/reports', { id: newId(), planId, period: '2026-H1' })
  id = body.id
})

describe('comments of the unit above', () => {
  const comment = (more: object = {}) => ({ id: newId(), about: 'report', text: 'Đề nghị bổ sung', ...more })

  test('stand once though sent twice, and are read by the commune', async () => {
    await stepsOf(id).send(lan)
    const input = comment({ about: 'section', key: '1.1' })
    await thu.post(`/reports/${id}/comments`, input)
    await thu.post(`/reports/${id}/comments`, input)
    const { body } = await lan.get(`/reports/${id}/comments`)
    expect(body).toMatchObject([{ about: 'section', key: '1.1', byName: 'Trần Thị Thu', answer: null }])
    expect((await phuc.get(`/reports/${id}/comments`)).status).toBe(404)
  })

  test.each([
    ['a cell that is not there', { about: 'cell', key: 'children.nowhere.male' }, 'reports.unknown-cell'],
    ['a section that is not there', { about: 'section', key: '9.9' }, 'reports.unknown-section'],
  ])('%s is refused', async (_, more, code) => {
    await stepsOf(id).send(lan)
    expect((await thu.post(`/reports/${id}/comments`, comment(more))).body.code).toBe(code)
  })

  test('the commune does not comment on its own report, and nobody on a draft', async () => {
    expect(refusal(await thu.post(`/reports/${id}/comments`, comment()))).toEqual([409, 'reports.not-now'])
    await stepsOf(id).send(lan)
    expect(refusal(await lan.post(`/reports/${id}/comments`, comment()))).toEqual([403, 'reports.not-yours'])
    expect((await minh.post(`/reports/${id}/comments`, comment())).status).toBe(403)
    expect((await thu.post(`/reports/${id}/comments`, comment({ text: ' ' }))).status).toBe(422)
  })

  test('an answer to a comment that is not there is refused', async () => {
    const reply = await lan.put(`/reports/${id}/comments/${newId()}/answer`, { answer: 'Đã sửa' })
    expect(refusal(reply)).toEqual([404, 'reports.no-such-comment'])
  })
})

describe('checks and their reasons', () => {
  const check = async () => (await lan.get(`/reports/${id}/check`)).body

  test('last year stands beside, a jump asks for a reason, and the reason holds for these numbers only', async () => {
    const old = await lan.post('/reports', { id: newId(), planId, period: '2025-H1' })
    const typed = { source: 'typed', value: 40, reason: 'Sổ cũ', version: 0 }
    await lan.put(`/reports/${old.body.id}/cells/education.total.inclusive`, typed)
    expect((await stepsOf(old.body.id).send(lan)).status).toBe(200)
    await lan.put(`/reports/${id}/cells/education.total.inclusive`, { ...typed, value: 10 })
    const found = await check()
    const key = 'education.total.inclusive'
    expect(found.beside[key]).toEqual({ last: null, lastYear: 40 })
    expect(found.findings).toContainEqual(
      expect.objectContaining({ key: `jump:${key}`, level: 'warning', seen: '40 → 10' }),
    )
    expect(refusal(await stepsOf(id).send(lan))).toEqual([409, 'reports.unexplained'])
    const url = `/reports/${id}/reasons/${encodeURIComponent(`jump:${key}`)}`
    const reason = { seen: '40 → 10', reason: 'Trường đã sáp nhập' }
    expect((await lan.put(url, { ...reason, seen: '40 → 11' })).body.code).toBe('reports.no-such-finding')
    expect((await lan.put(url, reason)).body.reasons).toMatchObject([{ reason: 'Trường đã sáp nhập' }])
    expect((await minh.put(url, reason)).status).toBe(403)
    await lan.put(`/reports/${id}/cells/${key}`, { ...typed, value: 9, version: 1 })
    expect(refusal(await stepsOf(id).send(lan))).toEqual([409, 'reports.unexplained'])
    await lan.put(`/reports/${id}/cells/${key}`, { ...typed, value: 10, version: 2 })
    expect((await stepsOf(id).send(lan)).status).toBe(200)
  })

  test('another commune does not see what was found', async () => {
    expect((await phuc.get(`/reports/${id}/check`)).status).toBe(404)
  })
})

describe('attached files', () => {
  const pdf = { name: 'so-kham.pdf', bytes: Buffer.from('%PDF-1.7\nnội dung') }
  const attach = (kind = 'attached', file = pdf, fileId = newId()) =>
    lan.upload(`/reports/${id}/files`, file, { id: fileId, kind })

  test('come back byte for byte, stand once though sent twice, and can be removed', async () => {
    const fileId = newId()
    await attach('attached', pdf, fileId)
    const { body } = await attach('attached', pdf, fileId)
    expect(body).toMatchObject([
      { name: 'so-kham.pdf', mediaType: 'application/pdf', size: pdf.bytes.length },
    ])
    const file = await lan.get(`/reports/${id}/files/${fileId}`)
    expect(Buffer.compare(file.bytes, pdf.bytes)).toBe(0)
    expect((await phuc.get(`/reports/${id}/files/${fileId}`)).status).toBe(404)
    expect((await lan.get(`/reports/${id}/files`)).body).toHaveLength(1)
    expect((await lan.del(`/reports/${id}/files/${fileId}`)).body).toEqual([])
    expect((await lan.get(`/reports/${id}/files/${fileId}`)).body.code).toBe('reports.no-such-file')
  })

  test.each([
    ['another kind', { name: 'chay.exe', bytes: Buffer.from('MZ') }],
    ['a name that lies', { name: 'anh.pdf', bytes: Buffer.from('GIF89a') }],
    ['an empty file', { name: 'trong.pdf', bytes: Buffer.alloc(0) }],
  ])('%s is refused', async (_, file) => {
    expect((await attach('attached', file)).status).toBe(422)
  })

  test('of more than 20 files the next is refused', async () => {
    for (let count = 0; count < 20; count++) await attach()
    expect(refusal(await attach())).toEqual([409, 'reports.too-many-files'])
  })

  test('the signed document comes after signing, other files while one writes', async () => {
    expect(refusal(await attach('signed'))).toEqual([409, 'reports.not-now'])
    await stepsOf(id).send(lan)
    expect(refusal(await attach())).toEqual([409, 'reports.done'])
    await stepsOf(id).accept(thu)
    await stepsOf(id).sign(lan)
    expect((await attach('signed')).body).toMatchObject([{ kind: 'signed' }])
    expect((await thu.upload(`/reports/${id}/files`, pdf, { id: newId(), kind: 'signed' })).status).toBe(403)
  })
})
