import iconv from 'iconv-lite'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { type SheetColumn, writeSpreadsheet } from '#platform/documents/spreadsheet-writer.ts'
import { readSmallSpreadsheet } from '#platform/files/spreadsheet.ts'
import { testApp, testMoment } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { actorOf, people, places } from '#test/people.ts'
import { readRoster, type Scopes } from './import-read.ts'
import { writeRoster } from './import-write.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const { lft, rgt } = (await actorOf(database, people.lanOfficerDakHa)).area
const range = { lft, rgt }

/** What the worker gives to jobs, on the test database. */
const scopes: Scopes = {
  clock: clockAt(testMoment),
  reading: (within, work) => database.read(work, within),
  writing: (within, work) => database.write(work, within),
}

beforeEach(() => truncateAll(database))

const heading = 'STT,Họ và tên,Ngày sinh,Giới tính,Thôn,Họ tên mẹ,SĐT,Số định danh'
const csv = (...lines: string[]) => Buffer.from([heading, ...lines].join('\r\n'), 'utf8')

async function upload(bytes: Uint8Array, name = 'ds.csv', by = lan): Promise<string> {
  const id = newId()
  const { status } = await by.upload('/children/imports', { name, bytes }, { id })
  expect(status).toBe(200)
  return id
}

async function check(bytes: Uint8Array, name = 'ds.csv') {
  const runId = await upload(bytes, name)
  await readRoster(scopes, { runId, range })
  return (await lan.get(`/children/imports/${runId}`)).body
}

async function confirm(runId: string) {
  await lan.post(`/children/imports/${runId}/confirm`)
  await writeRoster(scopes, { runId, range })
  return (await lan.get(`/children/imports/${runId}`)).body
}

async function rowsOf(runId: string, state: string) {
  return (await lan.get(`/children/imports/${runId}/rows?state=${state}`)).body.rows
}

async function count(table: string): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(
    `select count(*)::int as count from ${table}`,
  )
  return rows[0]?.count ?? -1
}

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
    expect(held.reasons[0]).toMatchObject({ code: 'possibly-child', value: 'Y Hoa, 07/03/2021' })
    await confirm(run.id)
    expect(await count('children')).toBe(2)
    const decided = await lan.put(`/children/imports/${run.id}/held`, { rows: [2], decision: 'another' })
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

describe('bad files', () => {
  async function failure(bytes: Uint8Array, name: string): Promise<string> {
    const run = await check(bytes, name)
    expect(run.status).toBe('refused')
    expect(run.failure.vi).toMatch(/hãy|phải|bảo vệ/i)
    expect(await count('children_import_files')).toBe(0)
    return run.failure.code
  }

  const columns: SheetColumn[] = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính'].map((name) => ({
    heading: name,
    width: 10,
    kind: 'text',
  }))
  const xlsx = () => writeSpreadsheet([{ name: 'Trẻ', columns, rows: [['1', 'Y Hoa', '07/03/2021', 'Nữ']] }])

  test('with other columns say which are needed', async () => {
    expect(await failure(Buffer.from('Mã hàng,Tên hàng\n1,Sữa\n'), 'hang.csv')).toBe(
      'children.import-wrong-columns',
    )
  })

  test('without rows, empty, or no spreadsheet', async () => {
    expect(await failure(csv(), 'trong.csv')).toBe('children.import-no-rows')
    expect(await failure(Buffer.from('\n\n'), 'trong.csv')).toMatch(/empty|wrong-columns/)
    expect(await failure(Buffer.from('%PDF-1.7'), 'a.xlsx')).toBe('files.damaged')
    expect(await failure(Buffer.from('abc'), 'a.doc')).toBe('files.wrong-kind')
  })

  test('cut off or with flipped bits', async () => {
    const whole = Buffer.from(await xlsx())
    expect(await failure(whole.subarray(0, whole.length / 2), 'a.xlsx')).toBe('files.damaged')
    const flipped = Buffer.from(whole)
    for (let at = 200; at < 260; at += 1) flipped[at] = (flipped[at] ?? 0) ^ 0xff
    expect(await failure(flipped, 'a.xlsx')).toMatch(/files\.(damaged|suspicious)/)
  })

  test('in Windows-1258 are read', async () => {
    const text = [heading, '1,Nguyễn Thị Hòa,07/03/2021,Nữ,Thôn Đăk Mế,Trần Thị Bưởi,,']
      .join('\r\n')
      .normalize('NFD')
    const run = await check(iconv.encode(precomposeLetters(text), 'windows-1258'), 'ds.csv')
    expect(run).toMatchObject({ status: 'checked', takenRows: 1 })
    expect((await rowsOf(run.id, 'taken'))[0].child).toMatchObject({ fullName: 'Nguyễn Thị Hòa' })
  })

  test('with formulas give their values, and broken formulas are refused', async () => {
    const run = await check(csv('1,=HYPERLINK("x"),07/03/2021,Nữ,,,,', '2,#REF!,07/03/2021,Nữ,,,,'))
    expect(run).toMatchObject({ takenRows: 0, refusedRows: 2 })
  })

  test('whose village column is an address are refused as a whole', async () => {
    const lines = Array.from(
      { length: 201 },
      (_, index) => `${index},A B${'x'.repeat(index % 7)},07/03/2021,Nam,Khu ${index},,,`,
    )
    expect(await failure(csv(...lines), 'ds.csv')).toBe('children.import-too-many-villages')
  })
})

/** Windows-1258 has letters with circumflex, breve and horn whole, and the five tones as marks of their own. */
function precomposeLetters(decomposed: string): string {
  return decomposed.replace(
    /([a-z])([\u0300\u0301\u0303\u0309\u0323]?)([\u0302\u0306\u031b])([\u0300\u0301\u0303\u0309\u0323]?)/giu,
    (_, letter: string, early: string, shape: string, late: string) =>
      `${(letter + shape).normalize('NFC')}${early}${late}`,
  )
}
