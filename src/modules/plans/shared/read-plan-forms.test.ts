import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'

/** Invented documents in forms that districts, departments and communes use. */
function fixture(name: string) {
  return readPlan(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'))
}

describe('a plan of a district with its purpose before its aims', () => {
  const reading = fixture('district-plan-2019.txt')

  test('takes aims from the part on aims, not from the purpose', () => {
    expect(reading.objectives.general).toBe(
      'Trẻ em đến 8 tuổi được bảo đảm phát triển toàn diện về thể chất, trí tuệ, tình cảm, xã hội.',
    )
    expect(reading.objectives.specific).toHaveLength(6)
    expect(reading.objectives.specific.join(' ')).not.toContain('Nâng cao nhận thức')
  })

  test('takes the share in brackets as numerator and denominator', () => {
    expect(reading.targets[1]).toMatchObject({
      measure: 'xã, thị trấn có cán bộ làm công tác bảo vệ trẻ em được tập huấn',
      value: 100,
      numerator: 10,
      denominator: 10,
      year: 2020,
    })
  })

  test('gives the last body its duty although it is one paragraph below the name', () => {
    expect(reading.assignments.map(({ unit }) => unit)).toEqual([
      'Phòng Lao động - Thương binh và Xã hội',
      'Trung tâm Y tế huyện',
      'UBND các xã, thị trấn',
    ])
  })

  test('takes both days of "trước ngày 05/6 và 30/11", for deadlines and for reports', () => {
    const communes = reading.deadlines.filter(({ who }) => who === 'UBND các xã, thị trấn')
    expect(communes.map(({ date, rule }) => date ?? rule)).toEqual([
      '2019-04-30',
      'before:06-05',
      'before:11-30',
    ])
    expect(reading.reporting.map(({ cycle, due, to }) => [cycle, due, to])).toEqual([
      ['6-months', 'before:06-10', 'Sở Lao động - Thương binh và Xã hội'],
      ['year', 'before:12-05', 'Sở Lao động - Thương binh và Xã hội'],
      ['year', 'before:06-05', 'UBND huyện'],
      ['year', 'before:11-30', 'UBND huyện'],
    ])
  })
})

describe('a plan of a department with a table of targets', () => {
  const reading = fixture('department-plan-2025.md')

  test('leaves out the column of the year before the document', () => {
    expect(
      reading.targets.slice(0, 4).map(({ value, year, comparator }) => [value, year, comparator]),
    ).toEqual([
      [95, 2025, 'ge'],
      [97, 2030, 'ge'],
      [17, 2025, 'lt'],
      [14, 2030, 'eq'],
    ])
    expect(reading.targets.filter(({ year }) => year === 2024)).toEqual([])
  })

  test('keeps the whole deed of a target', () => {
    expect(reading.targets.at(-1)?.measure).toBe('Trang bị cân, thước đo trạm')
  })

  test('reads a line that names time, lead and helpers at once', () => {
    expect(reading.tasks[0]).toMatchObject({
      solutions: { length: 2 },
      lead: ['Trung tâm Kiểm soát bệnh tật tỉnh'],
      coordinating: ['các trung tâm y tế'],
    })
    expect(reading.deadlines.map(({ who, date }) => [who, date])).toEqual([
      ['Trung tâm Kiểm soát bệnh tật tỉnh', '2025-12-31'],
      ['Bệnh viện Nhi tỉnh', '2025-12-31'],
      ['Các trung tâm y tế', '2025-08-20'],
    ])
  })

  test('hears of reports every quarter', () => {
    expect(reading.reporting.map(({ cycle }) => cycle)).toEqual(['quarter'])
  })
})

describe('a plan of a commune with nothing but lists', () => {
  const reading = fixture('commune-plan-2026.txt')

  test('takes the list of aims as single aims', () => {
    expect(reading.objectives).toMatchObject({ general: null, specific: { length: 4 } })
    expect(reading.targets[0]).toMatchObject({ value: 90, numerator: 1080, denominator: 1200, year: 2026 })
  })

  test('keeps items of one list as parts of one task, with the bodies in brackets', () => {
    expect(
      reading.tasks[0]?.parts.map(({ letter, lead, coordinating }) => [letter, lead, coordinating]),
    ).toEqual([
      ['1', ['Trạm Y tế xã'], ['cộng tác viên các thôn']],
      ['2', ['Trạm Y tế xã'], []],
    ])
  })

  test('takes two days of one year, written once', () => {
    expect(reading.reporting.map(({ due }) => due)).toEqual(['2026-06-15', '2026-11-15'])
  })
})

describe('a decision with its plan, tasks counted in words', () => {
  const reading = fixture('decision-with-plan-2021.txt')

  test('takes "Nhiệm vụ 1: ..." as one task with purpose, bodies and time', () => {
    expect(reading.tasks.map(({ number, title, lead }) => [number, title, lead])).toEqual([
      ['1', 'Truyền thông nâng cao nhận thức', ['Sở Lao động - Thương binh và Xã hội']],
      ['2', 'Xây dựng mô hình thí điểm', ['Sở Y tế']],
    ])
    expect(reading.tasks[0]).toMatchObject({
      purpose: 'nâng cao nhận thức của cộng đồng.',
      solutions: { length: 2 },
    })
    expect(reading.deadlines[0]).toMatchObject({ who: 'Sở Y tế', date: '2023-12-31' })
  })

  test('does not rest on the decision that it replaces', () => {
    expect(reading.bases.map(({ number }) => number)).toEqual([
      null,
      null,
      null,
      '56/2017/NĐ-CP',
      '1437/QĐ-TTg',
      '55/TTr-LĐTBXH',
    ])
  })

  test('tells rates, falls and lower bounds apart', () => {
    expect(reading.targets.slice(6).map(({ comparator, value, unit }) => [comparator, value, unit])).toEqual([
      ['le', 0.5, '/10.000'],
      ['reduce', 10, '%'],
      ['ge', 95, '%'],
    ])
  })
})

describe('a letter that asks for a report', () => {
  const reading = fixture('department-letter-2025.txt')

  test('says who reports to whom by when, though a semicolon parts them', () => {
    expect(reading.assignments[0]?.unit).toBe('UBND các xã, phường')
    expect(reading.reporting).toEqual([{ cycle: 'once', due: '2025-11-25', to: 'Sở Y tế', section: '1' }])
  })

  test('names what it carries out without words of its own sentence', () => {
    expect(reading.bases.map(({ number, title }) => [number, title])).toEqual([
      ['6120/BYT-BMTE', 'báo cáo kết quả thực hiện Quyết định số 1437/QĐ-TTg'],
      ['1437/QĐ-TTg', null],
    ])
  })
})

test('a report sets targets only in its part on the next year', () => {
  const { targets, tasks } = fixture('commune-report-2025.txt')
  expect(targets.map(({ value, comparator, year }) => [value, comparator, year])).toEqual([
    [93, 'eq', 2026],
    [98, 'gt', 2026],
  ])
  expect(tasks).toEqual([])
})

describe('a ward plan copied as one line with written line breaks', () => {
  const reading = fixture('ward-plan-escaped-2026.md')

  test('takes items that open with a figure by their number', () => {
    expect(reading.targets.map(({ section, value, unit }) => [section, value, unit])).toEqual([
      ['I.1', 100, '%'],
      ['I.2', 92, '%'],
      ['I.3', 9.8, '%'],
      ['I.5', 12, 'khu dân cư'],
    ])
    expect(reading.warnings.map(({ code }) => code)).toEqual(['missing-end-mark'])
  })

  test('takes the last of several quarters, and the year report in brackets', () => {
    expect(reading.deadlines[2]).toMatchObject({ who: 'Trạm Y tế phường', date: '2026-12-31' })
    expect(reading.reporting.map(({ cycle, due }) => [cycle, due])).toEqual([
      ['6-months', 'before:06-10'],
      ['year', 'before:12-10'],
    ])
  })
})

test('a decision of the Prime Minister, and a report to him every year', () => {
  const reading = fixture('prime-minister-decision-2027.txt')
  expect(reading).toMatchObject({
    kind: 'decision-with-plan',
    issuer: 'Thủ tướng Chính phủ',
    period: { from: 2028, to: 2035 },
    signature: { prefix: 'KT.', position: 'Phó Thủ tướng' },
  })
  expect(reading.reporting).toEqual([
    { cycle: 'year', due: 'before:12-31', to: 'Thủ tướng Chính phủ', section: 'V.1b' },
  ])
  expect(reading.targets.map(({ comparator, value, year }) => [comparator, value, year])).toEqual([
    ['eq', 92, 2030],
    ['eq', 95, 2035],
    ['eq', 100, 2030],
    ['eq', 100, 2035],
    ['lt', 15, 2030],
    ['lt', 10, 2035],
  ])
})

test('a plan in two columns with lines broken at their width', () => {
  const reading = fixture('education-plan-2023.txt')
  expect(reading.bases[0]).toMatchObject({ number: '1560/KH-UBND', issuer: 'UBND tỉnh Gia Lai' })
  expect(reading.targets.map(({ measure, value, denominator }) => [measure, value, denominator])).toEqual([
    ['Huy động trẻ nhà trẻ', 35, null],
    ['trẻ mẫu giáo đến trường', 95.5, null],
    ['trẻ 5 tuổi', 100, null],
    ['trẻ đến trường được theo dõi biểu đồ tăng trưởng', 100, null],
    ['tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân', 1, null],
    ['trường đạt chuẩn quốc gia', 5, null],
    ['trường đạt chuẩn quốc gia', 28, 47],
  ])
  expect(reading.reporting.map(({ to }) => to)).toEqual([
    'Sở Giáo dục và Đào tạo',
    'Sở Giáo dục và Đào tạo',
    'Phòng Giáo dục và Đào tạo',
  ])
})
