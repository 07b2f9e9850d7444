import { describe, expect, test } from 'vitest'
import { labelEnd, withPrintedNumbers } from './docx-numbers.ts'

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${String(at)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const definition = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${String(id)}">${levels}</w:abstractNum>`
const list = (id: number, of: number, override = '') =>
  `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(of)}"/>${override}</w:num>`

const numbering = [
  definition(0, level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.') + level(2, 'decimal', '%2.%3.')),
  definition(1, level(0, 'lowerLetter', '%1)')),
  definition(2, level(0, 'bullet', '')),
  list(1, 0) + list(2, 1) + list(3, 2),
  list(4, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
].join('')

const paragraph = (text: string, numId?: number, at = 0, style = '') =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${
    numId === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${String(at)}"/><w:numId w:val="${String(numId)}"/></w:numPr>`
  }</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

const labels = (document: string, styles?: string) =>
  withPrintedNumbers({ document, numbering, styles })
    .replace(/<[^>]*>/g, (tag) => (tag === '</w:p>' ? '\n' : ''))
    .replaceAll(labelEnd, ' ')
    .trim()
    .split('\n')

describe('numbers as Word prints them (ECMA-376, 17.9)', () => {
  test('Roman and Arabic levels go on behind plain paragraphs and begin anew below each number', () => {
    const document = [
      paragraph('MỤC TIÊU', 1) + paragraph('Chung', 1, 1) + paragraph('Trẻ khỏe mạnh.'),
      paragraph('Cụ thể', 1, 1) + paragraph('Năm 2026', 1, 2) + paragraph('NHIỆM VỤ', 1),
      paragraph('Truyền thông', 1, 1),
    ]
    expect(labels(document.join(''))).toEqual([
      'I. MỤC TIÊU',
      '1. Chung',
      'Trẻ khỏe mạnh.',
      '2. Cụ thể',
      '2.1. Năm 2026',
      'II. NHIỆM VỤ',
      '1. Truyền thông',
    ])
  })

  test('letters, dashes, a list that begins anew, and no number at numId 0', () => {
    const document = [
      paragraph('một', 2),
      paragraph('hai', 2),
      paragraph('mới', 4),
      paragraph('gạch', 3),
      paragraph('trơn', 0),
    ]
    expect(labels(document.join(''))).toEqual(['a) một', 'b) hai', 'a) mới', '- gạch', 'trơn'])
  })

  test('a style brings its list along, also from the style it is based on', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="De"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="DeCon"><w:basedOn w:val="De"/></w:style>'
    expect(
      labels(paragraph('Một', undefined, 0, 'De') + paragraph('Hai', undefined, 0, 'DeCon'), styles),
    ).toEqual(['1. Một', '2. Hai'])
  })

  test('a number stands before nothing too; a paragraph whose mark was deleted has none', () => {
    const deleted = paragraph('bỏ', 2).replace('<w:pPr>', '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr>')
    expect(labels(paragraph('', 2) + deleted + paragraph('hai', 2))).toEqual(['a) ', 'bỏ', 'b) hai'])
  })
})
