import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { countAudit } from '#test/count-audit.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { addingDocument, loadDocuments, numbersFound } from '#test/library-documents.ts'
import { people } from '#test/people.ts'
import type { AddDocument } from '../shared/contract.ts'
import { referenceId } from './reference.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const yHoa = app.as(people.yHoaCollaborator)

const load = () => loadDocuments(database)

beforeEach(async () => {
  await truncateAll(database)
  await load()
})

const correctionOf = ({ id: _id, ...one }: AddDocument) => one

describe('the same document twice', () => {
  test('is refused in words: number, year and body, or without a number kind, body, day and title', async () => {
    await lan.post('/library', addingDocument())
    const again = await lan.post(
      '/library',
      addingDocument({ number: '031/QĐ-UBND', issuer: 'Ủy ban nhân dân xã Đăk Hà' }),
    )
    expect([again.status, again.body.code]).toEqual([409, 'library.there-already'])
    expect(again.body.title).toContain('031/QĐ-UBND')
    for (const other of [
      addingDocument({ issuer: 'UBND tỉnh Quảng Ngãi' }),
      addingDocument({ issuedOn: '2025-02-03' }),
      addingDocument({ number: '32/QĐ-UBND' }),
    ])
      expect((await lan.post('/library', other)).status).toBe(200)
    const blank = { number: null, kind: 'letter', title: 'Về Tháng hành động vì trẻ em' } as const
    expect((await lan.post('/library', addingDocument(blank))).status).toBe(200)
    const second = await lan.post(
      '/library',
      addingDocument({ ...blank, title: 'về tháng  hành động vì TRẺ EM' }),
    )
    expect(second.body.code).toBe('library.title-there-already')
  })

  test('of the nation is found too; of the commune beside it is not', async () => {
    const law = { kind: 'law', number: '102/2016/QH13', issuer: 'Quốc hội', issuedOn: '2016-04-05' } as const
    expect((await lan.post('/library', addingDocument(law))).body.code).toBe('library.there-already')
    await phuc.post('/library', addingDocument())
    expect((await lan.post('/library', addingDocument())).status).toBe(200)
  })

  test('added by two people at once is kept once', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => lan.post('/library', addingDocument())))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  })
})

describe('a correction', () => {
  const correcting = (one: AddDocument, version: number) => ({ ...correctionOf(one), version })

  test('puts number, day and issuer right, is found by the new words, and stays in the history', async () => {
    const input = addingDocument()
    const { body: added } = await lan.post('/library', input)
    const right = {
      ...input,
      number: '13/QĐ-UBND',
      issuedOn: '2026-02-04',
      issuer: 'UBND xã Đăk Hà, huyện cũ',
    }
    const { status, body } = await lan.put(`/library/${input.id}`, correcting(right, added.version))
    expect([status, body.number, body.issuedOn, body.version]).toEqual([200, '13/QĐ-UBND', '2026-02-04', 2])
    expect(body.history).toMatchObject([
      {
        ...{ kind: 'corrected', by: people.lanOfficerDakHa.fullName },
        before: { number: '31/QĐ-UBND', issuedOn: '2026-02-03', issuer: 'UBND xã Đăk Hà' },
        after: { number: '13/QĐ-UBND', issuedOn: '2026-02-04', issuer: 'UBND xã Đăk Hà, huyện cũ' },
      },
    ])
    expect(await numbersFound(yHoa, 'text=13/qd')).toEqual(['13/QĐ-UBND'])
    expect(await numbersFound(yHoa, 'text=31/qd')).toEqual([])
    expect((await lan.put(`/library/${input.id}`, correcting(right, 2))).body.version).toBe(2)
    expect(await countAudit(database, 'library.document-corrected')).toBe(1)
  })

  test('over what somebody else corrected meanwhile, into another document, or out of order is refused', async () => {
    const [input, other] = [addingDocument(), addingDocument({ number: '32/QĐ-UBND' })]
    await lan.post('/library', input)
    await lan.post('/library', other)
    const put = async (change: Partial<AddDocument>, version = 1) =>
      (await lan.put(`/library/${input.id}`, correcting({ ...input, ...change }, version))).body.code
    expect(await put({ number: '32/QĐ-UBND' })).toBe('library.there-already')
    expect(await put({ endedOn: '2026-02-02' })).toBe('library.days-in-order')
    expect(await put({ title: 'Một' })).toBeUndefined()
    expect(await put({ title: 'Hai' })).toBe('library.changed-meanwhile')
    expect((await phuc.put(`/library/${input.id}`, correcting(input, 2))).status).toBe(404)
    expect((await lan.put(`/library/${referenceId('luat-tre-em')}`, correcting(input, 1))).status).toBe(404)
    const bad = { ...correcting(input, 2), issuedOn: '2026-02-31' }
    expect((await lan.put(`/library/${input.id}`, bad)).status).toBe(422)
  })

  test('takes a relation back, once', async () => {
    const { body } = await lan.post('/library', addingDocument())
    const toId = referenceId('luat-tre-em')
    await lan.post(`/library/${body.id}/relations`, { toId, kind: 'basis' })
    const address = `/library/${body.id}/relations`
    const relation = { toId, kind: 'basis' }
    expect((await phuc.del(address, relation)).status).toBe(404)
    for (const _again of [1, 2]) {
      const { body: after } = await lan.del(address, relation)
      expect(after.relations).toEqual([])
      expect(after.history).toMatchObject([
        { kind: 'unrelated', before: { basis: '102/2016/QH13' } },
        { kind: 'related', after: { basis: '102/2016/QH13' } },
      ])
    }
    expect(await countAudit(database, 'library.unrelated')).toBe(1)
  })

  test('replaces the file; the one before can still be opened', async () => {
    const { body } = await lan.post('/library', addingDocument())
    const upload = (name: string, text: string) =>
      lan.upload(`/library/${body.id}/file`, { name, bytes: Buffer.from(`%PDF-1.4 ${text}`) })
    await upload('sai.pdf', 'bản sai')
    await upload('dung.pdf', 'bản đúng')
    const { body: after } = await upload('dung.pdf', 'bản đúng')
    expect(after.files).toMatchObject([{ name: 'dung.pdf', replacedAt: null }, { name: 'sai.pdf' }])
    expect(after.history).toMatchObject([
      { kind: 'file', before: { name: 'sai.pdf' }, after: { name: 'dung.pdf' } },
    ])
    const old = `/library/${body.id}/files/${after.files[1].id}`
    expect((await yHoa.get(old)).bytes.toString()).toContain('bản sai')
    expect((await lan.get(`/library/${body.id}/file`)).bytes.toString()).toContain('bản đúng')
    expect((await phuc.get(old)).status).toBe(404)
    expect((await lan.get(`/library/${body.id}/files/${newId()}`)).body.code).toBe('library.no-file')
  })
})
