import { expect, test } from 'vitest'
import { report } from '#test/official-document.ts'
import { pdfDefinition } from './pdf-layout.ts'
import { writePdf } from './pdf.ts'

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
