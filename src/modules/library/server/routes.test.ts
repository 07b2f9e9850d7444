import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { countAudit } from '#test/count-audit.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { addingDocument, loadDocuments, numbersFound } from '#test/library-documents.ts'
import { people } from '#test/people.ts'
import { filePlanOf } from '#test/plan-filing.ts'
import type { AddDocument } from '../shared/contract.ts'
import { referenceId } from './reference.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)

const load = () => loadDocuments(database)

beforeEach(async () => {
  await truncateAll(database)
  await load()
})

const correctionOf = ({ id: _id, ...one }: AddDocument) => one

describe('searching', () => {
  test.each([
    ['text=de an nhung nam dau doi', ['1437/QĐ-TTg']],
    ['text=ĐỀ ÁN những năm', ['1437/QĐ-TTg']],
    ['text=1437', ['1437/QĐ-TTg']],
    ['text=06/qd', ['06/QĐ-TTg', '06/QĐ-TTg']],
    ['text=luat&kind=law', ['102/2016/QH13', '91/2025/QH15']],
    ['text=không có gì thế này', []],
    ["text=%25_'", []],
  ])('%s', async (search, numbers) => {
    expect((await numbersFound(yHoa, search)).toSorted()).toEqual(numbers.toSorted())
  })

  test('loaded twice the reference stands once', async () => {
    const before = await numbersFound(yHoa, '')
    await load()
    expect(await numbersFound(yHoa, '')).toEqual(before)
    expect(before.length).toBeGreaterThan(30)
    expect((await yHoa.get('/library?kind=none')).status).toBe(422)
  })

  test('a document shows what rests on it and what it rests on', async () => {
    const { body } = await yHoa.get(`/library/${referenceId('luat-tre-em')}`)
    expect([body.isOwn, body.relations.length > 3]).toEqual([false, true])
    expect(body.relations).toContainEqual(
      expect.objectContaining({
        kind: 'guides',
        direction: 'from',
        other: expect.objectContaining({ number: '56/2017/NĐ-CP' }),
      }),
    )
    expect((await yHoa.get(`/library/${newId()}`)).body.code).toBe('library.not-found')
  })
})

describe('a document of the own unit', () => {
  test('is added once, read below and above, and by no other commune', async () => {
    const input = addingDocument()
    const first = await lan.post('/library', input)
    expect([first.status, first.body.isOwn]).toEqual([200, true])
    expect((await lan.post('/library', input)).body).toEqual(first.body)
    expect(await countAudit(database, 'library.document-added')).toBe(1)
    for (const other of [thu, yHoa]) expect((await other.get(`/library/${input.id}`)).status).toBe(200)
    expect((await phuc.get(`/library/${input.id}`)).status).toBe(404)
    expect((await phuc.get('/library?text=giao chỉ tiêu')).body).toEqual([])
    expect((await yHoa.post('/library', addingDocument())).status).toBe(403)
    expect((await lan.post('/library', addingDocument({ title: ' ' }))).status).toBe(422)
  })

  test('is related to others; what stands above is not changed from here', async () => {
    const { body } = await lan.post('/library', addingDocument())
    const address = `/library/${body.id}/relations`
    const toId = referenceId('luat-tre-em')
    const related = await lan.post(address, { toId, kind: 'basis' })
    expect(related.body.relations).toMatchObject([{ kind: 'basis', direction: 'to', other: { id: toId } }])
    expect((await lan.post(address, { toId, kind: 'basis' })).body.relations).toHaveLength(1)
    expect((await lan.post(address, { toId: body.id, kind: 'basis' })).body.code).toBe('library.itself')
    expect((await lan.post(address, { toId: newId(), kind: 'basis' })).status).toBe(404)
    const above = await lan.post(`/library/${toId}/relations`, { toId: body.id, kind: 'replaces' })
    expect(above.body.code).toBe('library.not-found')
  })

  test('keeps its file; one of another kind or without content is refused', async () => {
    const { body } = await lan.post('/library', addingDocument())
    const address = `/library/${body.id}/file`
    expect((await lan.get(address)).body.code).toBe('library.no-file')
    const file = { name: 'quyet-dinh.pdf', bytes: Buffer.from('%PDF-1.4 thử') }
    expect((await lan.upload(address, file)).body.hasFile).toBe(true)
    const got = await yHoa.get(address)
    expect([got.status, got.bytes.equals(file.bytes)]).toEqual([200, true])
    for (const wrong of [
      { ...file, name: 'a.exe' },
      { name: 'a.pdf', bytes: Buffer.from('MZ') },
    ])
      expect((await lan.upload(address, wrong)).body.code).toBe('library.file-kind')
    expect((await phuc.get(address)).status).toBe(404)
    expect((await phuc.upload(address, file)).status).toBe(404)
  })
})

describe('a filed plan', () => {
  test('enters the library, tied to the bases that are there', async () => {
    const plan = await filePlanOf(lan, 'ward-plan-2019')
    const { body } = await lan.get(`/library/${plan.id}`)
    expect(body).toMatchObject({ kind: 'plan', planId: plan.id, issuedOn: plan.date })
    expect(body.relations).toMatchObject([
      { kind: 'basis', direction: 'to', other: { number: '1437/QĐ-TTg' } },
    ])
  })

  test('warns of bases that have ended, on its page and while it is written', async () => {
    const plan = await filePlanOf(lan, 'ward-plan-2019')
    const warnings = (await lan.get(`/plans/${plan.id}/bases`)).body
    expect(warnings.map(({ code }: { code: string }) => code)).toEqual(['basis-ended'])
    expect(warnings[0].message).toBe(
      'Căn cứ 1437/QĐ-TTg đã hết hiệu lực từ sau ngày 31/12/2025; hãy kiểm tra lại căn cứ.',
    )
    const start = { parentId: plan.id, earlierId: null, templateCode: null, period: { from: 2026, to: 2026 } }
    const { body } = await lan.post('/plan-drafts', { id: newId(), source: 'parent', ...start })
    expect(body.warnings.map(({ code }: { code: string }) => code)).toContain('basis-ended')
  })

  test('a base that another document replaces is told too, once that one holds', async () => {
    const plan = await filePlanOf(thu, 'province-plan-tables-2026', { confirmedEmpty: ['number'] })
    expect((await thu.get(`/plans/${plan.id}/bases`)).body).toEqual([])
    const later = addingDocument({ number: '99/QĐ-UBND', issuer: null, inForceOn: '2027-01-01' })
    const { body } = await thu.post('/library', later)
    await thu.post(`/library/${body.id}/relations`, { toId: referenceId('qd-23-2021'), kind: 'replaces' })
    expect((await thu.get(`/plans/${plan.id}/bases`)).body).toEqual([])
    await thu.put(`/library/${body.id}`, { ...correctionOf(later), inForceOn: '2026-03-01', version: 1 })
    const warnings = (await thu.get(`/plans/${plan.id}/bases`)).body
    expect(warnings).toMatchObject([{ code: 'basis-replaced' }])
  })
})
