import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PlanReading } from './contract.ts'
import { readPlan } from './read-plan.ts'

function fixture(name: string): PlanReading {
  return readPlan(readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8'))
}

function targetsOf(reading: PlanReading) {
  return reading.targets.map(({ comparator, value, valueTo, unit, year }) => [
    comparator,
    value,
    valueTo,
    unit,
    year,
  ])
}

function codesOf(reading: PlanReading): string[] {
  return reading.warnings.map(({ code }) => code)
}

describe('a ward plan in two columns', () => {
  const reading = fixture('ward-plan-2019')

  test('gives its heading block', () => {
    expect(reading).toMatchObject({
      kind: 'plan',
      number: '41',
      symbol: 'KH-UBND',
      date: '2019-02-14',
      place: 'An Trà',
      issuer: 'UBND phường An Trà',
      issuerArea: 'phường An Trà',
      period: { from: 2019, to: 2025 },
    })
  })

  test('gives the documents it rests on, once each', () => {
    expect(reading.bases.map(({ number, date, issuer }) => [number, date, issuer])).toEqual([
      [null, '2016-04-05', 'Quốc hội'],
      ['1437/QĐ-TTg', '2018-10-29', 'Thủ tướng Chính phủ'],
      ['12/KH-UBND', '2019-01-21', 'UBND thị xã Hòa Khê'],
    ])
  })

  test('takes targets, not ages and not the money', () => {
    expect(targetsOf(reading)).toEqual([
      ['ge', 75, null, '%', 2020],
      ['gt', 92, null, '%', 2025],
      ['ge', 2, null, 'lớp', 2025],
      ['eq', 100, null, '%', 2025],
    ])
    expect(reading.targets[1]?.measure).toBe('trẻ em đến 8 tuổi được theo dõi đủ sáu lĩnh vực')
  })

  test('warns of the skipped number, the early deadline and the other level', () => {
    expect(codesOf(reading)).toEqual(['numbering-gap', 'deadline-before-date', 'level-mismatch'])
  })

  test('gives recipients with their marks and the signer beside them', () => {
    expect(reading.recipients).toEqual([
      { name: 'UBND thị xã', role: 'b/c' },
      { name: 'TT. Đảng ủy phường', role: 'b/c' },
      { name: 'Các đơn vị tại mục IV', role: 't/h' },
      { name: 'Lưu: VT', role: 'lưu' },
    ])
    expect(reading.signature).toEqual({
      prefix: 'TM. KT.',
      position: 'Phó Chủ tịch',
      name: 'Trần Thị Thu Hà',
    })
  })

  test('keeps a day of each year as a rule', () => {
    expect(reading.deadlines.map(({ date, rule }) => date ?? rule)).toEqual(['2019-01-20', 'before:11-30'])
    expect(reading.reporting).toEqual([
      { cycle: 'year', to: 'UBND phường', due: 'before:11-30', section: 'V' },
    ])
  })
})

describe('a province plan with Markdown leftovers and tables', () => {
  const reading = fixture('province-plan-tables-2026')

  test('leaves the blank number null and the date without its day', () => {
    expect(reading).toMatchObject({
      kind: 'plan',
      number: null,
      symbol: 'KH-UBND',
      date: '2026-03',
      issuer: 'UBND tỉnh Sơn Hải',
    })
    expect(codesOf(reading)).toEqual(
      expect.arrayContaining(['missing-number', 'missing-day', 'agency-not-existing']),
    )
  })

  test('reads every comparison', () => {
    expect(targetsOf(reading).slice(0, 8)).toEqual([
      ['lt', 15, null, '%', 2030],
      ['reduce', 20, null, '%', 2030],
      ['le', 500, null, '/100.000', 2030],
      ['lt', 15, null, '‰', 2030],
      ['ge', 95, null, '%', 2030],
      ['eq', 48, null, 'xã', 2030],
      ['eq', 70_000, null, 'lượt trẻ em', 2030],
      ['reduce', 3, 5, '%', 2030],
    ])
    expect(reading.targets[5]).toMatchObject({ numerator: 48, denominator: 54 })
  })

  test('reads the table of targets by year, without the column of results', () => {
    expect(targetsOf(reading).slice(8)).toEqual([
      ['ge', 97, null, '%', 2028],
      ['ge', 98, null, '%', 2030],
      ['eq', 40, null, 'xã', 2028],
      ['eq', 45, null, 'xã', 2030],
    ])
  })

  test('reads the table of tasks', () => {
    expect(reading.tasks.map(({ number, lead, coordinating }) => ({ number, lead, coordinating }))).toEqual([
      {
        number: '1',
        lead: ['Sở Y tế'],
        coordinating: ['Sở Tài chính', 'Sở Giáo dục và Đào tạo', 'UBND các xã, phường'],
      },
      {
        number: '2',
        lead: ['Sở Văn hóa, Thể thao và Du lịch'],
        coordinating: ['Sở Nông nghiệp và Môi trường', 'Tỉnh Đoàn'],
      },
    ])
    expect(reading.deadlines.map(({ date, rule }) => date ?? rule)).toEqual([
      '2026-06-30',
      '2026-10-31',
      'set-yearly',
      '2026-04-20',
      'fixed:12-15',
    ])
  })
})

describe('a decision with its plan, the heading in one line', () => {
  const reading = fixture('decision-with-plan-2023')

  test('belongs to the body that decides', () => {
    expect(reading).toMatchObject({
      kind: 'decision-with-plan',
      number: '217',
      symbol: 'QĐ-PGDĐT',
      date: '2023-09-08',
      issuer: 'Phòng Giáo dục và Đào tạo huyện Đại Lộ',
      issuerArea: 'huyện Đại Lộ',
      signature: { prefix: null, position: 'Trưởng phòng', name: 'Lê Văn Thuận' },
    })
  })

  test('takes targets and tasks from the attached plan', () => {
    expect(targetsOf(reading)).toEqual([
      ['ge', 35, null, '%', 2024],
      ['eq', 100, null, '%', 2024],
      ['le', 4.5, null, '%', 2024],
      ['lt', 6, null, '%', 2024],
      ['eq', 12, null, 'trường', 2024],
    ])
    expect(reading.tasks.map(({ lead, coordinating }) => [lead, coordinating])).toEqual([
      [['Trường Mầm non Hoa Sen'], ['Hội Liên hiệp Phụ nữ xã', 'Đoàn Thanh niên']],
      [['Trường Mầm non Hoa Sen'], ['Trạm Y tế xã']],
    ])
  })
})

test('a wrapped plan in decomposed letters reads like any other', () => {
  const reading = fixture('commune-plan-wrapped-2026')
  expect(reading).toMatchObject({
    kind: 'plan',
    number: '15',
    issuer: 'UBND xã Đăk Ring',
    signature: { name: 'A Thút' },
  })
  expect(targetsOf(reading)).toEqual([
    ['eq', 100, null, '%', 2026],
    ['eq', 98, null, '%', 2026],
    ['eq', 85, null, '%', 2026],
  ])
  expect(reading.tasks[0]).toMatchObject({
    lead: ['Phòng Văn hóa - Xã hội'],
    coordinating: ['Hội Liên hiệp Phụ nữ xã', 'Đoàn Thanh niên xã'],
  })
})

test('a plan glued into one line is taken apart', () => {
  const reading = fixture('glued-plan-2025')
  expect(reading).toMatchObject({
    kind: 'plan',
    number: '88',
    date: '2025-04-17',
    issuer: 'UBND thành phố Hải Bình',
    objectives: { general: 'Kiểm soát tình hình tai nạn, thương tích trẻ em.' },
    signature: { prefix: 'TM. KT.', position: 'Phó Chủ tịch', name: 'Đoàn Văn Tú' },
  })
  expect(targetsOf(reading)).toEqual([
    ['eq', 90, null, '%', 2025],
    ['eq', 60, null, '%', 2025],
    ['reduce', 5, null, '%', 2025],
  ])
  expect(reading.tasks[1]).toMatchObject({
    lead: ['Sở Văn hóa, Thể thao'],
    coordinating: ['Sở Giáo dục và Đào tạo', 'Thành đoàn'],
  })
  expect(codesOf(reading)).toEqual(['footnote-without-note'])
})

test('literal line breaks stand for line breaks', () => {
  const text = readFileSync(new URL('./fixtures/ward-plan-2019.txt', import.meta.url), 'utf8')
  expect(readPlan(text.replaceAll('\n', '\\r\\n'))).toEqual(readPlan(text))
})

test('a report sets no targets but in its part on what comes next', () => {
  const reading = fixture('report-2022')
  expect(reading).toMatchObject({
    kind: 'report',
    number: '305',
    symbol: 'BC-SLĐTBXH',
    issuer: 'Sở Lao động - Thương binh và Xã hội tỉnh Bình Sơn',
    period: { from: 2022, to: 2022 },
  })
  expect(targetsOf(reading)).toEqual([['eq', 95, null, '%', 2023]])
})

test('a letter keeps a weight limit and an article number apart from targets', () => {
  const reading = fixture('letter-2024')
  expect(reading).toMatchObject({
    kind: 'letter',
    number: '1182',
    symbol: 'SYT-NVY',
    issuer: 'Sở Y tế tỉnh Vĩnh An',
    title: 'V/v tăng cường theo dõi dinh dưỡng trẻ em',
  })
  expect(targetsOf(reading)).toEqual([['ge', 98, null, '%', 2024]])
})

describe('a copy from a law site that broke the heading over lines and lost its type', () => {
  const reading = fixture('law-site-copy-2021')

  test('joins the heading and names the issuer by the place beside the day', () => {
    expect(reading).toMatchObject({
      kind: 'plan',
      number: '77',
      symbol: 'KH-UBND',
      date: '2021-09-08',
      place: 'Quảng Trị',
      issuer: 'UBND tỉnh Quảng Trị',
      issuerArea: 'tỉnh Quảng Trị',
      title: 'GIỮ AN TOÀN CHO TRẺ EM TỈNH QUẢNG TRỊ ĐẾN NĂM 2025, TẦM NHÌN ĐẾN NĂM 2030',
    })
  })

  test('counts "đến năm" from the year of issue and leaves the outlook out', () => {
    expect(reading.period).toEqual({ from: 2021, to: 2025 })
  })

  test('takes no base from the list above the heading, and the whole title of a broken one', () => {
    expect(reading.bases).toEqual([
      {
        number: '1248/QĐ-TTg',
        date: '2021-07-19',
        issuer: 'Thủ tướng Chính phủ',
        title: 'Phê duyệt Chương trình “Phòng, chống tai nạn trẻ em”',
      },
    ])
  })

  test('lets a second number go on with the first, in comparison, measure and unit', () => {
    expect(targetsOf(reading)).toEqual([
      ['le', 480, null, '/100.000', 2025],
      ['le', 430, null, '/100.000', 2030],
      ['reduce', 12, null, '%', 2025],
      ['reduce', 25, null, '%', 2030],
      ['eq', 6500, null, 'ngôi nhà', 2025],
      ['eq', 9000, null, 'ngôi nhà', 2030],
      ['lt', 8, null, '%', 2025],
      ['lt', 4, null, '%', 2025],
      ['eq', 45, null, '%', 2025],
      ['eq', 7, null, 'xã', 2025],
      ['eq', 60, null, '%', 2030],
    ])
    expect(reading.targets.map(({ measure }) => measure)).toContain('xã có ít nhất 01 bể bơi')
  })

  test('gives each body its own role below a common label', () => {
    expect(reading.tasks[0]).toMatchObject({
      lead: ['Sở Văn hóa, Thể thao và Du lịch'],
      coordinating: ['Báo và Phát thanh - Truyền hình tỉnh', 'Tỉnh Đoàn'],
    })
  })
})
