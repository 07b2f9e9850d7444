import pdfmake from 'pdfmake'
import { beforeAll, describe, expect, test } from 'vitest'
import { report } from '#test/official-document.ts'
import { partedAt } from './pdf-blocks.ts'
import { setTinos } from './pdf-fonts.ts'
import { pdfDefinition } from './pdf-layout.ts'
import { writePdf } from './pdf.ts'
import type { Annex, Block, Table } from './tree.ts'

/** Every text of the definition, in the order of the page. */
function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'text' in value && typeof value.text === 'string' ? [value.text.replaceAll('\u2060', '')] : []
  return [...own, ...Object.values(value).flatMap(textsOf)]
}

test('the components stand in the order of Article 8', () => {
  const texts = textsOf(pdfDefinition(report)).join('\n')
  const order = [
    'SỞ Y TẾ',
    'CỘNG HÒA',
    '/BC-SYT',
    'BÁO CÁO',
    'Căn cứ',
    'I. CHỈ ĐẠO',
    './.',
    'Nơi nhận:',
    'Phụ lục',
  ]
  const places = order.map((component) => texts.indexOf(component))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places[0]).toBeGreaterThanOrEqual(0)
})

test('A4 with the margins of Annex I, each annex on pages of its own, turned where it is wide', () => {
  const { pageSize, pageMargins, content } = pdfDefinition(report)
  expect(pageSize).toBe('A4')
  expect(pageMargins.map((points) => Math.round((points / 72) * 25.4))).toEqual([30, 20, 20, 20])
  expect(content.map((node) => node.pageOrientation)).toEqual(['portrait', 'landscape'])
})

test('the first page of a section has no number, the second is 2', () => {
  const [, annex] = pdfDefinition(report).content
  expect(annex?.header?.(4)).toBeNull()
  expect(annex?.header?.(5)).toMatchObject({ text: '2', alignment: 'center' })
})

test('it is drawn as a PDF with Tinos inside', async () => {
  const bytes = Buffer.from(await writePdf(report))
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(bytes.toString('latin1')).toContain('Tinos')
})

describe('headings at the foot of a page', () => {
  beforeAll(setTinos)

  const table: Block = {
    kind: 'table',
    columns: [{ heading: 'Đơn vị', share: 1, align: 'left' }],
    rows: [{ cells: ['Xã Một'] }, { cells: ['Xã Hai'] }],
  }
  const heads: Block[] = [
    { kind: 'heading', level: 1, mark: 'II.', text: 'Kết quả' },
    { kind: 'caption', text: 'Bảng 1' },
  ]

  /** Ids of what begins a new page, without its room, in a document with so many lines above the headings. */
  async function turned(lines: number, under: Block): Promise<string[]> {
    const above = Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', text: 'Một dòng.' }))
    const definition = pdfDefinition({ ...report, body: [...above, ...heads, under], annexes: [] })
    const found: string[] = []
    const pageBreakBefore: typeof definition.pageBreakBefore = (node, around) => {
      const isTurned = definition.pageBreakBefore(node, around)
      if (isTurned) found.push((node.text ?? '').trim())
      return isTurned
    }
    await pdfmake.createPdf({ ...definition, pageBreakBefore }).getBuffer()
    return found
  }

  test('are told apart where they need the same room', async () => {
    const twice = pdfDefinition({ ...report, body: [...heads, table, ...heads, table], annexes: [] })
    await expect(pdfmake.createPdf(twice).getBuffer()).resolves.toBeTruthy()
  })

  // 25 lines fill the first page; pdfmake alone left the caption on it with the table on the next.
  test.each([
    [19, table, []],
    [21, table, ['II. KẾT QUẢ']],
    [22, table, ['II. KẾT QUẢ']],
    [23, table, ['II. KẾT QUẢ']],
    [21, { kind: 'paragraph', text: 'Một dòng.' } as const, []],
    [22, { kind: 'paragraph', text: 'Lời văn dài của mục. '.repeat(20) } as const, ['II. KẾT QUẢ']],
  ])('after %i lines all of them go with what stands under them', async (lines, under, expected) => {
    expect(await turned(lines, under)).toEqual(expected)
  })
})

describe('the end of a table', () => {
  const table: Table = {
    kind: 'table',
    columns: [{ heading: 'Đơn vị', share: 1, align: 'left' }],
    rows: ['Xã Một', 'Xã Hai', 'Xã Ba', 'Tổng số'].map((name) => ({ cells: [name] })),
    notes: ['Tính đến ngày 30/6.'],
  }
  const annex: Annex = { title: 'Trẻ em', attachedTo: 'Báo cáo', page: 'portrait', body: [table] }

  test('is parted where the total or the first note is on the next page', () => {
    const [lastButOne, note] = [{ id: 'end 0.0' }, { id: 'after 0.0' }]
    expect(partedAt(lastButOne, () => [{}, note])).toBeUndefined()
    expect(partedAt(lastButOne, () => [{}])).toBe('0.0')
    expect(partedAt(note, () => [])).toBeUndefined()
    expect(textsOf(pdfDefinition({ ...report, annexes: [annex] }).content[1])).toContain('Xã Ba')
  })

  test('goes to the next page with the row before the total, under the same heading', () => {
    const parted = { known: new Set(['0.0']), found: new Set<string>() }
    const nodes = pdfDefinition({ ...report, annexes: [annex] }, parted).content[1]?.section ?? []
    const turned = nodes.findIndex(({ pageBreak }) => pageBreak === 'before')
    expect(textsOf(nodes[turned - 1])).toEqual(['Đơn vị', 'Xã Một', 'Xã Hai'])
    expect(textsOf(nodes[turned])).toEqual(['Đơn vị', 'Xã Ba', 'Tổng số'])
    expect(textsOf(nodes[turned + 1])).toEqual(['Tính đến ngày 30/6.'])
  })
})
