import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { writeCsv, writeSpreadsheet } from '#platform/documents/spreadsheet-writer.ts'
import { readSmallSpreadsheet, readSpreadsheet, spreadsheetLimits } from './spreadsheet.ts'
import { listZip } from './zip.ts'

const columns = [
  { heading: 'Họ và tên', width: 30, kind: 'text' },
  { heading: 'Ngày sinh', width: 14, kind: 'day' },
  { heading: 'Số định danh', width: 16, kind: 'text' },
  { heading: 'Số mũi', width: 10, kind: 'number' },
] as const

async function roster(): Promise<Uint8Array> {
  return writeSpreadsheet([
    {
      name: 'Trẻ em',
      columns,
      rows: [
        ['Y Hoa', '2020-03-31', '062000000001', 3],
        ['=HYPERLINK("http://x")', '1900-03-01', '0', 0],
        ['-1+1', null, null, null],
      ],
    },
    { name: 'Hướng dẫn', columns, rows: [] },
  ])
}

async function read(name: string, bytes: Uint8Array) {
  return readSmallSpreadsheet({ name, bytes })
}

describe('a sheet written and read again', () => {
  test('keeps days, leading zeros and text that looks like a formula', async () => {
    const result = await read('ds.xlsx', await roster())
    expect(result).toEqual({
      ok: true,
      rows: [
        { number: 1, cells: columns.map((column) => ({ text: column.heading, kind: 'text' })) },
        {
          number: 2,
          cells: [
            { text: 'Y Hoa', kind: 'text' },
            { text: '2020-03-31', kind: 'day' },
            { text: '062000000001', kind: 'text' },
            { text: '3', kind: 'number' },
          ],
        },
        {
          number: 3,
          cells: [
            { text: '=HYPERLINK("http://x")', kind: 'text' },
            { text: '1900-03-01', kind: 'day' },
            { text: '0', kind: 'text' },
            { text: '0', kind: 'number' },
          ],
        },
        { number: 4, cells: [{ text: '-1+1', kind: 'text' }, ...Array(3).fill({ text: '', kind: 'empty' })] },
      ],
    })
  })

  test('formula cells come with their value and a mark; row numbers count empty rows', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('A')
    sheet.getCell('A1').value = 'Tuổi'
    sheet.getCell('A4').value = { formula: '1+1', result: 2 }
    sheet.getCell('B4').value = { formula: '"x"&"y"', result: 'xy' }
    sheet.getCell('C4').value = true
    const result = await read('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    expect(result.ok && result.rows[1]).toEqual({
      number: 4,
      cells: [
        { text: '2', kind: 'number', formula: true },
        { text: 'xy', kind: 'text', formula: true },
        { text: 'TRUE', kind: 'boolean' },
      ],
    })
  })

  test('the first sheet is read and the others are named', async () => {
    const end = await readSpreadsheet({ name: 'a.xlsx', bytes: await roster() }, () => undefined)
    expect(end).toEqual({ ok: true, rowCount: 4, sheetName: 'Trẻ em', otherSheets: ['Hướng dẫn'] })
  })
})

describe('csv', () => {
  const text =
    'Họ và tên;Ngày sinh;Ghi chú\r\n"Y Hoa; Y Blơi";31/03/2020;\r\n\r\nA Thiên;1/2/2021;"có ""ngoặc"""\r\n'
  test.each([
    ['semicolon, UTF-8', Buffer.from(text)],
    ['with mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('%s', async (_, bytes) => {
    const result = await read('ds.csv', bytes)
    expect(
      result.ok && result.rows.map((row) => [row.number, ...row.cells.map((cell) => cell.text)]),
    ).toEqual([
      [1, 'Họ và tên', 'Ngày sinh', 'Ghi chú'],
      [2, 'Y Hoa; Y Blơi', '31/03/2020', ''],
      [4, 'A Thiên', '1/2/2021', 'có "ngoặc"'],
    ])
  })

  test('Windows-1258 with tabs', async () => {
    const bytes = iconv.encode(
      'Ho\u0323 va\u0300 tên\tGiơ\u0301i ti\u0301nh\nTrâ\u0300n Thi\u0323 Bi\u0300nh\tNư\u0303\n',
      'windows-1258',
    )
    const result = await read('ds.csv', bytes)
    expect(result.ok && result.rows[1]?.cells.map((cell) => cell.text)).toEqual(['Trần Thị Bình', 'Nữ'])
  })

  test('written for Excel, a formula is disarmed', () => {
    const lines = new TextDecoder().decode(
      writeCsv(
        ['Tên', 'Số'],
        [
          ['=1+1', 5],
          ['a,b', null],
        ],
      ),
    )
    expect(lines).toBe('Tên,Số\r\n\'=1+1,5\r\n"a,b",\r\n')
  })
})

describe('hostile and damaged files', () => {
  test.each([
    ['empty', 'a.xlsx', new Uint8Array(), 'empty'],
    ['old Excel or password', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-format'],
    ['text named .xlsx', 'a.xlsx', Buffer.from('<html>'), 'damaged'],
    ['a picture', 'a.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'wrong-kind'],
    ['a binary .csv', 'a.csv', Buffer.from([1, 0, 2, 0, 9, 255]), 'binary'],
    ['an empty .csv', 'a.csv', Buffer.from('\r\n;;\r\n'), 'empty'],
  ])('%s is refused', async (_, name, bytes, reason) => {
    expect(await read(name, bytes)).toMatchObject({ ok: false, reason })
  })

  test('a truncated file is refused', async () => {
    const whole = await roster()
    for (const share of [0.3, 0.7, 0.99]) {
      const cut = whole.slice(0, Math.floor(whole.length * share))
      expect(await read('a.xlsx', cut)).toMatchObject({ ok: false, reason: 'damaged' })
    }
  })

  test('a flipped bit in any packed part is noticed', async () => {
    const whole = Buffer.from(await roster())
    const listing = listZip(whole, { entries: 100, total: 1e8 })
    const entries = listing.ok ? listing.entries : []
    expect(entries.length).toBeGreaterThan(5)
    for (const entry of entries.filter((candidate) =>
      /sheet1|sharedStrings|workbook\.xml$/.test(candidate.name),
    )) {
      const bytes = Buffer.from(whole)
      const middle = entry.offset + 30 + entry.name.length + Math.floor(entry.packed / 2)
      bytes[middle] = (bytes[middle] ?? 0) ^ 0x10
      expect(await read('a.xlsx', bytes), entry.name).toMatchObject({ ok: false, reason: 'damaged' })
    }
  })

  test('a zip bomb is refused by what it declares and by what it holds', async () => {
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(64 * 1024 * 1024), 4_000_000_000)
    expect(await read('a.xlsx', bomb)).toMatchObject({ ok: false, reason: 'suspicious' })
    const liar = zipOf('xl/workbook.xml', Buffer.alloc(64 * 1024 * 1024), 1000)
    expect(await read('a.xlsx', liar)).toMatchObject({ ok: false })
  })

  test('more rows than allowed are refused with the limit', async () => {
    const bytes = Buffer.from('a,b\n'.repeat(50))
    const end = await readSpreadsheet({ name: 'a.csv', bytes }, () => undefined, {
      ...spreadsheetLimits,
      rows: 40,
    })
    expect(end).toEqual({ ok: false, reason: 'too-many-rows', limit: 40 })
  })

  test('a failing receiver stops the reading', async () => {
    const fail = (): void => {
      throw new Error('disk full')
    }
    await expect(readSpreadsheet({ name: 'a.csv', bytes: Buffer.from('a,b\n') }, fail)).rejects.toThrow(
      'disk full',
    )
  })
})

/** A zip with one part that says it unpacks to `declared` bytes. */
function zipOf(name: string, content: Buffer, declared: number): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(declared, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(declared, 24)
  central.writeUInt16LE(name.length, 28)
  const start = local.length + name.length + packed.length
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(start, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}
