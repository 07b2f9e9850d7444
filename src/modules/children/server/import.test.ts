import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { readSmallSpreadsheet } from '#platform/files/spreadsheet.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { rosterCsv as csv, rosterImports } from '#test/roster-imports.ts'
import { readRoster, type Scopes } from './import-read.ts'
import { writeRoster } from './import-write.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const { scopes, range, upload, check, confirm, rowsOf, count } = await rosterImports(database, lan)

beforeEach(() => truncateAll(database))

const good = [
  '1,Y Hoa,07/03/2021,Nữ,Đăk Mế,Y Blơi,0912345678,062321760045',
  '2,A Thiên,01/02/2022,Nam,Thôn Kon Trang,Y Nga,,',
  '3,Nguyễn Văn Bình,15/08/2019,Nam,Thôn Mới,Trần Thị Mai,,',
]

describe('a roster', () => {
  test('is read, checked and taken over', async () => {
    const run = await check(csv(...good, '4,Y Sai,31/02/2021,Nữ,,,,'))
    expect(run).toMatchObject({
      status: 'checked',
      totalRows: 4,
      takenRows: 3,
      refusedRows: 1,
      heldRows: 0,
      newVillages: ['Thôn Mới'],
      communeName: 'Xã Đăk Hà',
    })
    expect(run.columns[1]).toEqual({ index: 1, heading: 'Họ và tên', field: 'fullName' })
    expect(await count('children')).toBe(0)
    expect(await rowsOf(run.id, 'refused')).toMatchObject([
      { rowNumber: 5, reasons: [{ code: 'birth-not-a-day', value: '31/02/2021' }] },
    ])

    expect(await confirm(run.id)).toMatchObject({
      status: 'imported',
      importedRows: 3,
      takenRows: 0,
      refusedRows: 1,
    })
    const list = await lan.post('/children/search', {})
    expect(list.body.children).toMatchObject([
      { fullName: 'Nguyễn Văn Bình', villageName: 'Thôn Mới', carerName: 'Trần Thị Mai' },
      { fullName: 'Y Hoa', villageName: 'Thôn Đăk Mế', carerPhone: '0912345678' },
      { fullName: 'A Thiên', villageName: 'Thôn Kon Trang' },
    ])
    expect(await count(`children_import_rows where state = 'taken'`)).toBe(0)
    expect(await count('children_import_files')).toBe(0)
  })

  test('sent twice under one id is one import; confirmed twice is taken over once', async () => {
    const id = newId()
    const file = { name: 'ds.csv', bytes: csv(...good) }
    await lan.upload('/children/imports', file, { id })
    await lan.upload('/children/imports', file, { id })
    expect(await count('children_import_runs')).toBe(1)
    await readRoster(scopes, { runId: id, range })
    await confirm(id)
    await confirm(id)
    await writeRoster(scopes, { runId: id, range })
    expect(await count('children')).toBe(3)
  })

  test('imported twice doubles nobody', async () => {
    await confirm((await check(csv(...good))).id)
    const again = await check(csv(...good))
    expect(again).toMatchObject({ takenRows: 0, knownRows: 3, heldRows: 0 })
    expect((await lan.post(`/children/imports/${again.id}/confirm`)).body.code).toBe(
      'children.import-not-ready',
    )
    expect(await count('children')).toBe(3)
  })

  test('checked twice before either is confirmed doubles nobody', async () => {
    const [first, second] = [await check(csv(...good)), await check(csv(...good))]
    expect(second.takenRows).toBe(3)
    await confirm(first.id)
    expect(await confirm(second.id)).toMatchObject({ importedRows: 0, knownRows: 3 })
    expect(await count('children')).toBe(3)
  })

  test('with two rows of one child holds or knows the second', async () => {
    const run = await check(
      csv(good[0] ?? '', '2,y hoà,07/03/2021,Nữ,Đăk Mế,Y Blơi,,', '3,Y Hoa,03/07/2021,Nữ,Đăk Mế,Y Blơi,,'),
    )
    expect(run).toMatchObject({ takenRows: 1, knownRows: 1, heldRows: 1 })
    expect(await rowsOf(run.id, 'known')).toMatchObject([
      { rowNumber: 3, sameAsRow: 2, reasons: [{ code: 'known-row', value: '2' }] },
    ])
    expect(await rowsOf(run.id, 'held')).toMatchObject([{ rowNumber: 4, sameAsRow: 2 }])
  })

  test('with twins takes both', async () => {
    const run = await check(
      csv('1,Y Mai,07/03/2021,Nữ,Đăk Mế,Y Blơi,,', '2,Y Lan,07/03/2021,Nữ,Đăk Mế,Y Blơi,,'),
    )
    expect(run).toMatchObject({ takenRows: 2, heldRows: 0 })
  })

  test('with a held row waits for a decision, also after the rest was taken over', async () => {
    await confirm((await check(csv(good[0] ?? ''))).id)
    const run = await check(csv('1,Y Hoa,03/07/2021,Nữ,Đăk Mế,Y Blơi,,', good[1] ?? ''))
    expect(run).toMatchObject({ takenRows: 1, heldRows: 1 })
    const [held] = await rowsOf(run.id, 'held')
    expect(held.reasons[0]).toMatchObject({
      code: 'possibly-child',
      value: 'Y Hoa, 07/03/2021, Thôn Đăk Mế, Y Blơi',
    })
    await confirm(run.id)
    expect(await count('children')).toBe(2)
    const decide = (decision: string) => lan.put(`/children/imports/${run.id}/held`, { rows: [2], decision })
    expect((await decide('same')).body).toMatchObject({ heldRows: 0, takenRows: 0 })
    expect((await decide('held')).body).toMatchObject({ heldRows: 1, takenRows: 0 })
    const decided = await decide('another')
    expect(decided.body).toMatchObject({ heldRows: 0, takenRows: 1 })
    expect(await confirm(run.id)).toMatchObject({ importedRows: 2 })
    expect(await count('children')).toBe(3)
  })

  test('cannot give one number to two children', async () => {
    const number = '062321760045'
    const run = await check(
      csv(`1,Y Hoa,07/03/2021,Nữ,,Y Blơi,,${number}`, `2,Y Sương,09/09/2021,Nữ,,Y Nga,,${number}`),
    )
    expect(run).toMatchObject({ takenRows: 1, heldRows: 1 })
    await lan.put(`/children/imports/${run.id}/held`, { decision: 'another' })
    expect(await confirm(run.id)).toMatchObject({ importedRows: 1, refusedRows: 1 })
    expect((await rowsOf(run.id, 'refused'))[0].reasons.at(-1)).toMatchObject({ code: 'personal-id-taken' })
  })

  test('gives back its refused and held rows with the reason beside each', async () => {
    const run = await check(csv(good[0] ?? '', '2,Y Sai,31/02/2021,Nữ,Đăk Mế,,,', '3,,07/03/2021,Nữ,,,,'))
    const file = await lan.get(`/children/imports/${run.id}/problems`)
    const sheet = await readSmallSpreadsheet({ name: 'x.xlsx', bytes: file.bytes })
    if (!sheet.ok) throw new Error(sheet.reason)
    const texts = sheet.rows.map(({ cells }) => cells.map(({ text }) => text))
    expect(texts[0]?.slice(0, 5)).toEqual(['Dòng trong tệp', 'Kết quả', 'Lý do', 'STT', 'Họ và tên'])
    expect(texts[1]?.[2]).toBe('Ngày sinh “31/02/2021” không có trong lịch. Hãy kiểm tra lại ngày và tháng.')
    expect(texts[1]?.slice(3, 7)).toEqual(['2', 'Y Sai', '31/02/2021', 'Nữ'])
    expect(texts[2]?.[0]).toBe('4')
    // Corrected in place it is a roster again.
    expect((await check(file.bytes, 'sua.xlsx')).refusedRows).toBe(2)
  })

  test('gives back every refused row, however many there are', async () => {
    const lines = Array.from({ length: 2100 }, (_, index) => `${index},Y Sai,31/02/2021,Nữ,,,,`)
    const run = await check(csv(...lines))
    const file = await lan.get(`/children/imports/${run.id}/problems`)
    const sheet = await readSmallSpreadsheet({ name: 'x.xlsx', bytes: file.bytes })
    if (!sheet.ok) throw new Error(sheet.reason)
    expect(sheet.rows).toHaveLength(2101)
    expect(sheet.rows.at(-1)?.cells[0]?.text).toBe('2101')
  })

  test('can be given up, and then nothing of it is left', async () => {
    const run = await check(csv(...good))
    expect((await lan.del(`/children/imports/${run.id}`)).body.status).toBe('cancelled')
    expect(await count('children_import_rows')).toBe(0)
    expect((await lan.post(`/children/imports/${run.id}/confirm`)).status).toBe(409)
  })

  test('cancelled while it is being read stays cancelled', async () => {
    const runId = await upload(csv(...good))
    await lan.del(`/children/imports/${runId}`)
    await readRoster(scopes, { runId, range })
    expect((await lan.get(`/children/imports/${runId}`)).body.status).toBe('cancelled')
    expect(await count('children_import_rows')).toBe(0)
  })

  test('of another commune is not seen, and field workers import nothing', async () => {
    const run = await check(csv(...good))
    expect((await phuc.get(`/children/imports/${run.id}`)).status).toBe(404)
    expect((await phuc.get(`/children/imports`)).body).toEqual([])
    expect((await lan.get(`/children/imports`)).body).toHaveLength(1)
    expect((await app.as(people.yHoaCollaborator).get('/children/imports')).status).toBe(403)
    const reply = await phuc.upload(
      '/children/imports',
      { name: 'ds.csv', bytes: csv(...good) },
      { id: newId(), communeId: places.dakHa },
    )
    expect(reply.status).toBe(403)
  })

  test('of the template is empty, and its headings are all understood', async () => {
    const file = await lan.get('/children/roster-template')
    const run = await check(file.bytes, 'mau.xlsx')
    expect(run).toMatchObject({ status: 'refused', failure: { code: 'children.import-no-rows' } })
    expect(run.columns.filter(({ field }: { field: unknown }) => field === null)).toEqual([])
  })
})

describe('killed half way', () => {
  test('while reading: read again from the beginning it is whole', async () => {
    const runId = await upload(csv(...good))
    let writings = 0
    const dying: Scopes = {
      ...scopes,
      writing: (within, work) => {
        writings += 1
        if (writings === 4) throw new Error('killed')
        return database.write(work, within)
      },
    }
    await expect(readRoster(dying, { runId, range })).rejects.toThrow('killed')
    expect((await lan.get(`/children/imports/${runId}`)).body.status).toBe('reading')
    await readRoster(scopes, { runId, range })
    expect((await lan.get(`/children/imports/${runId}`)).body).toMatchObject({
      status: 'checked',
      totalRows: 3,
      takenRows: 3,
    })
  })

  test('while writing: nothing is imported, and the next try imports everything once', async () => {
    const run = await check(csv(...good))
    await lan.post(`/children/imports/${run.id}/confirm`)
    const dying: Scopes = {
      ...scopes,
      writing: (within, work) =>
        database.write(async (tx) => {
          await work(tx)
          throw new Error('killed before the commit')
        }, within),
    }
    await expect(writeRoster(dying, { runId: run.id, range })).rejects.toThrow('killed')
    expect(await count('children')).toBe(0)
    await writeRoster(scopes, { runId: run.id, range })
    expect(await count('children')).toBe(3)
  })
})
