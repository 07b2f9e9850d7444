import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { textWithin } from '#test/office-text.ts'
import { drawingPng } from './drawing-png.ts'
import { writeSheetDocx } from './sheet-docx.ts'
import { sheetDefinition } from './sheet-layout.ts'
import { writeSheetPdf } from './sheet-pdf.ts'
import type { WorkSheet } from './sheet.ts'

const sheet: WorkSheet = {
  page: 'landscape',
  title: 'PHIẾU THEO DÕI',
  lead: ['Thôn Đăk Mế', 'In ngày 22/11/2026'],
  parts: [
    { kind: 'heading', text: 'Trẻ đến hạn' },
    {
      kind: 'table',
      columns: [
        { heading: 'Trẻ', share: 2 },
        { heading: 'Việc', share: 3 },
        { heading: 'Ngày', share: 1, align: 'center' },
      ],
      rows: [
        [
          'Y Hoa',
          [
            { box: true, text: 'Sởi mũi 1' },
            { box: false, text: 'hẹn lại' },
          ],
          '',
        ],
      ],
      rowHeight: 9,
    },
    {
      ...{ kind: 'drawing', width: 100, height: 60, alternative: 'Biểu đồ', newPage: true },
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 6"><path d="M0 0L10 6" stroke="black"/></svg>',
    },
  ],
  foot: 'Ươm Mầm',
}

const { content, pageOrientation } = sheetDefinition(sheet)
const table = content.find((node) => node.table)?.table

test('columns fill the page as their shares say', () => {
  expect(pageOrientation).toBe('landscape')
  const [child = 0, work = 0, day = 0] = table?.widths ?? []
  expect(child + work + day).toBeGreaterThan(730) // 273 mm are 774 points, less paddings
  expect(Math.round((work - child) / (child - day))).toBe(1)
})

test('rows leave room to write, boxes are drawn, a drawing has its own page', () => {
  expect([table?.heights?.(0), Math.round(table?.heights?.(1) ?? 0)]).toEqual([0, 26])
  expect(JSON.stringify(table?.body)).toContain('"type":"rect"')
  expect(content.at(-1)).toMatchObject({ pageBreak: 'before', svg: expect.stringContaining('M0 0L10 6') })
})

test('it is drawn as a PDF of two pages with its own letters inside', async () => {
  const text = Buffer.from(await writeSheetPdf(sheet)).toString('latin1')
  expect(text.slice(0, 5)).toBe('%PDF-')
  expect(text).toContain('Tinos')
  expect(text).toMatch(/\/Count 2\b/)
})

test('as .docx it holds the words, a box to tick, and the drawing as SVG with a picture for older readers', async () => {
  const bytes = Buffer.from(await writeSheetDocx(sheet))
  const text = bytes.toString('latin1')
  expect(text.slice(0, 2)).toBe('PK')
  expect(text).toMatch(/word\/media\/[^/]+\.svg/)
  expect(text).toMatch(/word\/media\/[^/]+\.png/)
  expect(textWithin(bytes)).toContain('\u2610 Sởi mũi 1')
})

test('the picture for older readers has the lines of the drawing in their colours', () => {
  const svg = '<svg><polyline points="0,0 10,0" fill="none" stroke="#ff0000" stroke-width="0.2"/></svg>'
  const bytes = Buffer.from(drawingPng({ svg, width: 10, height: 5 }))
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([60, 30])
  const data = bytes.subarray(bytes.indexOf('IDAT') + 4, bytes.indexOf('IEND') - 8)
  const dots = inflateSync(data)
  expect([...dots.subarray(1, 4)]).toEqual([255, 0, 0])
  expect([...dots.subarray(-3)]).toEqual([255, 255, 255])
})
