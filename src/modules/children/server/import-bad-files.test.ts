import iconv from 'iconv-lite'
import { beforeEach, describe, expect, test } from 'vitest'
import { type SheetColumn, writeSpreadsheet } from '#platform/documents/spreadsheet-writer.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people } from '#test/people.ts'
import { rosterCsv as csv, rosterHeading, rosterImports } from '#test/roster-imports.ts'

const database = await testDatabase()
const app = await testApp(database)
const { check, rowsOf, count } = await rosterImports(database, app.as(people.lanOfficerDakHa))

beforeEach(() => truncateAll(database))

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
    const text = [rosterHeading, '1,Nguyễn Thị Hòa,07/03/2021,Nữ,Thôn Đăk Mế,Trần Thị Bưởi,,']
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
  const letter = /[a-z][\u0300-\u036f]*/giu
  return decomposed.replace(letter, (written) => {
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(written)?.[0] ?? ''
    return written.replace(tone, '').normalize('NFC') + tone
  })
}
