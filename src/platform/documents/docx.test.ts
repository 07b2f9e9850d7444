import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { listZip } from '#platform/files/zip.ts'
import { report } from '#test/official-document.ts'
import { readDocxText } from './docx-text.ts'
import { writeDocx } from './docx.ts'

function part(bytes: Uint8Array, name: string): string {
  const file = Buffer.from(bytes)
  const listing = listZip(file, { entries: 100, total: 1e8 })
  const entry = listing.ok ? listing.entries.find((candidate) => candidate.name === name) : undefined
  if (!entry) throw new Error(`no part ${name}`)
  const start =
    entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28)
  const packed = file.subarray(start, start + entry.packed)
  return (entry.method === 0 ? packed : inflateRawSync(packed)).toString('utf8')
}

describe('the .docx file, opened again', () => {
  let bytes: Uint8Array
  let xml: string
  beforeAll(async () => {
    bytes = await writeDocx(report)
    xml = part(bytes, 'word/document.xml')
  })

  test('the page is A4 with the margins of Annex I', () => {
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    const margins = [
      ...xml.matchAll(/<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/g),
    ]
    expect(margins).toHaveLength(2)
    for (const [, top, right, bottom, left] of margins) {
      const millimetres = [top, right, bottom, left].map((twips) => Math.round((Number(twips) / 1440) * 25.4))
      expect(millimetres).toEqual([20, 20, 20, 30])
    }
  })

  test('the font is Times New Roman 14 in Vietnamese', () => {
    const styles = part(bytes, 'word/styles.xml')
    expect(styles).toContain('w:ascii="Times New Roman"')
    expect(styles).toContain('<w:sz w:val="28"/>')
    expect(styles).toContain('w:val="vi-VN"')
  })

  test('each section counts its own pages and hides the number of its first', () => {
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(2)
    expect(xml.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(2)
  })

  test('the components stand in the order of Article 8', () => {
    const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map((match) => match[1]).join('\n')
    const order = [
      'UBND TỈNH KON TUM',
      'SỞ Y TẾ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      '/BC-SYT',
      'Kon Tum, ngày',
      'BÁO CÁO',
      'Kết quả thực hiện',
      'Căn cứ',
      'I. CHỈ ĐẠO',
      'Tiếp tục thực hiện./.',
      'Nơi nhận:',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Phụ lục',
      '(Kèm theo',
    ]
    const places = order.map((component) => text.indexOf(component))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test.each([
    ['SỞ Y TẾ', 26, 'b'],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 26, 'b'],
    ['Độc lập - Tự do - Hạnh phúc', 28, 'b'],
    ['Nơi nhận:', 24, 'bi'],
    ['- UBND tỉnh (b/c);', 22, ''],
    ['BÁO CÁO', 28, 'b'],
  ])('%s has its size and style', (text, halfPoints, style) => {
    const properties = xml.slice(
      xml.lastIndexOf('<w:rPr>', xml.indexOf(`>${text}<`)),
      xml.indexOf(`>${text}<`),
    )
    expect(properties).toContain(`<w:sz w:val="${halfPoints}"/>`)
    expect([
      !properties.includes('<w:b w:val="false"/>'),
      !properties.includes('<w:i w:val="false"/>'),
    ]).toEqual([style.includes('b'), style.includes('i')])
  })

  test('table heads come again on each page and rows are not broken', () => {
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThanOrEqual(4)
  })

  test('it reads back as text: the layout tables as lines, the data table as pipe rows', async () => {
    const read = await readDocxText(bytes)
    const lines = read.ok ? read.text.split('\n') : []
    expect(lines.slice(0, 4)).toEqual([
      'UBND TỈNH KON TUM',
      'SỞ Y TẾ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
    ])
    expect(lines).toContain('| Trẻ em đến 8 tuổi | 1.200 |')
    expect(lines).toContain('Nơi nhận:')
  })
})

describe('a .docx that cannot be read', () => {
  test.each([
    ['old Word', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-format'],
    ['no Word file', Buffer.from('%PDF-1.4'), 'wrong-kind'],
    ['empty', Buffer.alloc(0), 'empty'],
    ['21 MB', Buffer.alloc(21 * 1024 * 1024), 'too-large'],
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await readDocxText(bytes)).toMatchObject({ ok: false, reason })
  })

  test('a truncated and a bit-flipped file are refused as damaged', async () => {
    const whole = Buffer.from(await writeDocx(report))
    expect(await readDocxText(whole.subarray(0, whole.length / 2))).toMatchObject({
      ok: false,
      reason: 'damaged',
    })
    const listing = listZip(whole, { entries: 100, total: 1e8 })
    const main = listing.ok ? listing.entries.find((entry) => entry.name === 'word/document.xml') : undefined
    const middle = (main?.offset ?? 0) + 100
    whole[middle] = (whole[middle] ?? 0) ^ 4
    expect(await readDocxText(whole)).toMatchObject({ ok: false, reason: 'damaged' })
  })

  test('a bomb is refused', async () => {
    const bomb = Buffer.from(
      await writeDocx({ ...report, body: [{ kind: 'paragraph', text: 'a'.repeat(45_000_000) }] }),
    )
    expect(await readDocxText(bomb)).toMatchObject({ ok: false, reason: 'suspicious' })
  })
})
