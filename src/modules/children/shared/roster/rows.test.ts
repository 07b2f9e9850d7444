import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textCell, type RosterRow } from './cell.ts'
import { findLayout } from './columns.ts'
import { rowReader, type RowReading } from './rows.ts'

const today = '2026-11-22'

function read(...lines: string[]): RowReading[] {
  const rows: RosterRow[] = lines.map((line, index) => ({
    number: index + 1,
    cells: line.split('|').map(textCell),
  }))
  const found = findLayout(rows)
  if (!found.ok) throw new Error(`missing ${found.missing.join(', ')}`)
  const reader = rowReader(found.layout, today)
  return rows.map(reader).slice(found.layout.lastHeadingRow)
}

const heading =
  'STT|Họ và tên|Ngày sinh|Giới tính|Dân tộc|Thôn|Hộ số|Họ tên mẹ|SĐT|Số định danh|Hộ nghèo|Cận nghèo|Khuyết tật|Đang học'

function codes(reading: RowReading | undefined): string[] {
  if (reading?.outcome === 'refused') return reading.reasons.map(({ code }) => code)
  return reading?.outcome === 'taken' ? reading.notes.map(({ code }) => code) : []
}

describe('a row', () => {
  test('with everything right is taken', () => {
    const [reading] = read(
      heading,
      '1|Y HOA|07/03/2021|Nữ|Xơ Đăng|Đăk Mế|12|Y Blơi|0912 345 678|62321760045|x|||Mẫu giáo',
    )
    expect(reading).toEqual({
      outcome: 'taken',
      notes: [],
      child: {
        fullName: 'Y Hoa',
        unnamed: false,
        bornOn: '2021-03-07',
        bornPrecision: 'day',
        sex: 'female',
        ethnicCode: '14',
        village: 'Đăk Mế',
        address: null,
        householdCode: '12',
        poverty: 'poor',
        disabled: false,
        specialCircumstance: false,
        education: 'kindergarten',
        personalId: '062321760045',
        carers: [{ fullName: 'Y Blơi', relation: 'mother', phone: '0912345678' }],
      },
    })
  })

  test.each([
    ['1||07/03/2021|Nữ', 'name-missing'],
    ['1|Y Hoa||Nữ', 'birth-missing'],
    ['1|Y Hoa|31/02/2021|Nữ', 'birth-not-a-day'],
    ['1|Y Hoa|23/11/2026|Nữ', 'born-in-future'],
    ['1|Y Hoa|22/11/2010|Nữ', 'too-old'],
    ['1|Y Hoa|07/03/2021|', 'sex-missing'],
    ['1|Y Hoa|07/03/2021|xyz', 'sex-unreadable'],
    ['1|Y Hoa|07/03/2021|Nữ|Sao Hỏa', 'ethnic-unknown'],
    ['1|Y Hoa|07/03/2021|Nữ||||||123', 'personal-id-not-12-digits'],
    ['1|Y Hoa|07/03/2021|Nữ||||||062221760045', 'personal-id-other-sex'],
    ['1|Y Hoa|07/03/2021|Nữ||||||062320760045', 'personal-id-other-year'],
    ['1|Y Hoa|07/03/2021|Nữ||||||233456789', 'personal-id-of-adult'],
    ['1|#N/A|07/03/2021|Nữ', 'formula-broken'],
    ['1|=1+1|07/03/2021|Nữ', 'name-not-letters'],
  ])('%s is refused: %s', (line, code) => {
    const [reading] = read(heading, line)
    expect(reading?.outcome).toBe('refused')
    expect(codes(reading)).toEqual([code])
  })

  test('a year or a month alone is taken, with a note', () => {
    for (const [written, bornOn, bornPrecision] of [
      ['2021', '2021-07-01', 'year'],
      ['03/2021', '2021-03-15', 'month'],
    ] as const) {
      const [reading] = read(heading, `1|Y Hoa|${written}|Nữ`)
      expect(reading).toMatchObject({ outcome: 'taken', child: { bornOn, bornPrecision } })
      expect(codes(reading)).toEqual([`birth-${bornPrecision}-only`])
    }
  })

  test('with several mistakes names them all', () => {
    const [reading] = read(heading, '1||31/02/2021|?|Sao Hỏa')
    expect(codes(reading)).toEqual(['name-missing', 'birth-not-a-day', 'sex-unreadable', 'ethnic-unknown'])
  })

  test('with a damaged phone number is taken, and says so', () => {
    const [reading] = read(heading, '1|Y Hoa|07/03/2021|Nữ||||Y Blơi|12345')
    expect(reading?.outcome).toBe('taken')
    expect(codes(reading)).toEqual(['phone-unreadable'])
  })

  test('without a sex takes it from the number', () => {
    const [reading] = read(heading, '1|Y Hoa|07/03/2021|||||||062321760045')
    expect(reading).toMatchObject({ outcome: 'taken', child: { sex: 'female' } })
  })
})

describe('the rows of real rosters', () => {
  test('the village stands above its children, sums and signatures below', () => {
    const readings = read(
      'STT|Họ và tên|Ngày sinh|Nam|Nữ|Ghi chú',
      '(1)|(2)|(3)|(4)|(5)|(6)',
      'I. Thôn Đăk Mế',
      '1|Y Hoa|07/03/2021||x|',
      '2|A Thiên|01/02/2021|x||',
      'II. Làng Kon Rẫy',
      '1|A Bé|01/02/2022|x||',
      'Tổng cộng|3|||',
      '|||Người lập biểu|||',
      '4|||||',
    )
    const taken = readings.filter((reading) => reading.outcome === 'taken')
    expect(taken.map(({ child }) => [child.fullName, child.sex, child.village])).toEqual([
      ['Y Hoa', 'female', 'Thôn Đăk Mế'],
      ['A Thiên', 'male', 'Thôn Đăk Mế'],
      ['A Bé', 'male', 'Làng Kon Rẫy'],
    ])
    expect(readings.filter(({ outcome }) => outcome === 'refused')).toEqual([])
  })

  test('the birth date stands in the column of the sex', () => {
    const [boy, girl] = read(
      'TT|Họ tên|Ngày, tháng, năm sinh||Dân tộc',
      '||Nam|Nữ|',
      '1|A Thiên|01/02/2021||Ba Na',
      '2|Y Hoa||07/03/2021|Ba Na',
    )
    expect(boy).toMatchObject({ child: { sex: 'male', bornOn: '2021-02-01' } })
    expect(girl).toMatchObject({ child: { sex: 'female', bornOn: '2021-03-07' } })
  })

  test('both sexes ticked is refused; a form with only girls ticked is read', () => {
    const [both] = read('Họ tên|Ngày sinh|Nam|Nữ', 'Y Hoa|07/03/2021|x|x')
    expect(codes(both)).toEqual(['sex-both'])
    const [boy] = read('Họ tên|Ngày sinh|Nữ', 'A Thiên|07/03/2021|')
    expect(boy).toMatchObject({ child: { sex: 'male' } })
  })

  test('a newborn without a name is kept as unnamed', () => {
    const [reading] = read('Họ tên|Ngày sinh|Họ tên mẹ', 'Trai|20/11/2026|Y Blơi')
    expect(reading).toMatchObject({ child: { unnamed: true, fullName: 'Chưa đặt tên', sex: 'male' } })
  })

  test('the marked examples of the template are no children', () => {
    expect(read(heading, 'VÍ DỤ|Y Hoa|07/03/2021|Nữ|Xơ Đăng|Đăk Mế')).toEqual([{ outcome: 'skipped' }])
  })

  test('a child typed over an example is not lost: the row comes back with the reason', () => {
    const [reading] = read(heading, 'VÍ DỤ|A Thiên|15/03/2023|Nam|Xơ Đăng|Đăk Mế')
    expect(codes(reading)).toEqual(['example-mark'])
  })

  test('a carer who is the mother is not written twice, and a phone without a name is kept', () => {
    const [same] = read(
      'Họ tên|Ngày sinh|Nữ|Họ tên mẹ|Người chăm sóc|SĐT',
      'Y Hoa|07/03/2021|x|Y Blơi|y bloi|0912345678',
    )
    expect(same).toMatchObject({ child: { carers: [{ fullName: 'Y Blơi', phone: '0912345678' }] } })
    const [phoneOnly] = read('Họ tên|Ngày sinh|Nữ|SĐT', 'Y Hoa|07/03/2021|x|0912345678')
    expect(phoneOnly).toMatchObject({ child: { carers: [{ relation: 'other', phone: '0912345678' }] } })
  })
})

test('any text in any cell is taken, refused or skipped, never an error', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 14, maxLength: 14 }),
      (texts) => {
        const rows = [heading.split('|'), texts].map((cells, index) => ({
          number: index + 1,
          cells: cells.map(textCell),
        }))
        const found = findLayout(rows.slice(0, 1))
        if (!found.ok) throw new Error('headings not found')
        const reading = rowReader(found.layout, today)(rows[1] ?? { number: 2, cells: [] })
        expect(['taken', 'refused', 'skipped']).toContain(reading.outcome)
        if (reading.outcome === 'refused') expect(reading.reasons.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 500 },
  )
})
