import { expect, test } from 'vitest'
import { preparedDocument } from './docx-prepared.ts'
import { pipeRows } from './table-rows.ts'

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const box = (text: string) => `<w:txbxContent><w:p>${run(text)}</w:p></w:txbxContent>`
const choice = (inner: string) => `<mc:Choice Requires="wps"><w:drawing>${inner}</w:drawing></mc:Choice>`
const fallback = (inner: string) => `<mc:Fallback><w:pict>${inner}</w:pict></mc:Fallback>`
const either = (inner: string) => `<mc:AlternateContent>${inner}</mc:AlternateContent>`

/** ECMA-376 part 1, 17.3 (paragraphs and runs) and part 3 (alternate content). */
test.each([
  ['a box that Word wrote twice', either(choice(box('SỞ Y TẾ')) + fallback(box('SỞ Y TẾ'))), 'SỞ Y TẾ'],
  ['a box with a box inside', either(choice(box(either(choice(''))) + box('A')) + fallback(box('A'))), 'A'],
  ['a box without the copy for older programs', either(choice(box('SỞ Y TẾ'))), 'SỞ Y TẾ'],
  ['hidden text', run('Thấy') + run('ẩn', '<w:vanish/>') + run('.', '<w:vanish w:val="0"/>'), 'Thấy.'],
  ['capitals by format', run('sở y tế &amp; hội', '<w:b/><w:caps/>'), 'SỞ Y TẾ &amp; HỘI'],
  ['a field', `<w:fldSimple w:instr=" REF d5 ">${run('Điều 5')}</w:fldSimple>`, 'Điều 5'],
  ['a formula', run('đạt ') + '<m:oMath><m:r><m:t>≥90</m:t></m:r></m:oMath>' + run('%'), 'đạt ≥90%'],
])('%s is read as it is printed', (_, xml, printed) => {
  const prepared = preparedDocument({ document: xml, numbering: undefined, styles: undefined })
  expect(prepared.replace(/<[^>]*>/g, '')).toBe(printed)
})

const cell = (text: string, columns = 1, rows = 1) => ({ lines: [text], columns, rows })

test('merged cells keep each column under its heading', () => {
  const heading = [cell('TT', 1, 2), cell('Chỉ tiêu', 1, 2), cell('Lộ trình', 2)]
  const body = [cell('1'), cell('Trẻ ra lớp', 1, 2), cell('70%'), cell('80%')]
  const years = [cell('2026'), cell('2027')]
  const group = [cell('A. Giáo dục', 4)]
  expect(pipeRows([heading, years, group, body, [cell('2'), cell('75%'), cell('85%')]])).toEqual([
    '| TT | Chỉ tiêu | Lộ trình | Lộ trình |',
    '|  |  | 2026 | 2027 |',
    '| A. Giáo dục |  |  |  |',
    '| 1 | Trẻ ra lớp | 70% | 80% |',
    '| 2 | Trẻ ra lớp | 75% | 85% |',
  ])
  expect(pipeRows([[cell('BIỂU CHỈ TIÊU', 2)], [cell('a'), cell('b')]])).toEqual([
    'BIỂU CHỈ TIÊU',
    '| a | b |',
  ])
})
