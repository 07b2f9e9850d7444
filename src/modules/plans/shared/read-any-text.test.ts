import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasShared, sharedPath } from '#test/shared-data.ts'
import { PlanReading } from './contract.ts'
import { readPlan, readPlanWithPlaces } from './read-plan.ts'
import { cleanText } from './reading/clean-text.ts'

function fixtureText(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8')
}

test.each([
  '',
  '   \n',
  'const x = 90 % 7\n// KẾ HOẠCH',
  'THỰC ĐƠN\nI. Thứ hai\n1. Cháo\nII. Thứ ba\n1. Cơm',
  '\u0000\u0001PK\u0003\u0004',
])('%j is no administrative document', (text) => {
  expect(readPlan(text)).toMatchObject({ kind: 'other', targets: [], tasks: [], bases: [] })
})

test('a news page with numbers is no administrative document', () => {
  expect(readPlan(fixtureText('news'))).toMatchObject({ kind: 'other', issuer: null, targets: [] })
})

test('never throws and always keeps the contract', () => {
  const words = fc.constantFrom(
    'KẾ HOẠCH',
    'Số: 5/KH-UBND',
    'I. MỤC TIÊU',
    '1.1. ',
    'a) ',
    '- ',
    '90%',
    'đến năm 2025',
    '| a | b |',
    'Nơi nhận:',
    'TM. ',
    'Điều 1.',
    '(',
    '**',
    'trước ngày 30/11',
    '\\r\\n',
    '\n',
    'Sở Y tế chủ trì',
    '&amp;',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
      ),
      (text) => {
        PlanReading.parse(readPlan(text))
      },
    ),
    { numRuns: 200 },
  )
})

test('cleaning a cleaned text changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({
          unit: fc.constantFrom(
            '*',
            '_',
            '#',
            '\\',
            'n',
            ' ',
            '&',
            'amp;',
            'lt;',
            '<',
            '>',
            'b',
            '\n',
            '-',
            '1',
            'ễ',
            '.',
          ),
          maxLength: 200,
        }),
      ),
      (text) => {
        const once = cleanText(text)
        expect(cleanText(once)).toBe(once)
      },
    ),
    { numRuns: 400 },
  )
})

test('every found thing has its place in the text', () => {
  const { text, reading, places } = readPlanWithPlaces(fixtureText('glued-plan-2025'))
  expect(places.targets).toHaveLength(reading.targets.length)
  expect(places.tasks).toHaveLength(reading.tasks.length)
  reading.targets.forEach((target, index) => {
    const place = places.targets[index]
    expect(text.slice(place?.start, place?.end)).toContain(target.text)
  })
})

const aims = (reading: PlanReading) =>
  reading.targets.map(({ comparator, value, unit, year }) => [comparator, value, unit, year])

test('a plan by articles: counts, shares of villages, a figure of last year in brackets', () => {
  const reading = readPlan(fixtureText('commune-plan-articles-2025'))
  expect(reading).toMatchObject({
    kind: 'plan',
    number: '112',
    symbol: 'KH-UBND',
    issuer: 'UBND xã Ea Kar',
    signature: { name: "H'Yer Niê" },
  })
  expect(aims(reading)).toEqual([
    ['eq', 95, '%', 2025],
    ['ge', 90, '%', 2025],
    ['le', 3, 'vụ', 2025],
    ['reduce', 2, 'vụ', 2025],
    ['ge', 15, 'thôn', 2025],
    ['ge', 1, 'nhóm', 2025],
    ['le', 20, '%', 2025],
    ['eq', 100, '%', 2025],
    ['ge', 1250, 'trẻ', 2025],
  ])
  expect(reading.tasks[0]).toMatchObject({
    lead: ['Phòng VH-XH'],
    coordinating: ['Đoàn Thanh niên', 'Hội LHPN xã'],
  })
})

test('a table with tabs and a heading on the line below its number; results of last year are no targets', () => {
  const reading = readPlan(fixtureText('department-plan-tabs-2026'))
  expect(aims(reading)).toEqual([
    ['eq', 10.8, '%', 2026],
    ['ge', 99, '%', 2026],
    ['lt', 11.5, '‰', 2026],
  ])
  expect(reading.signature).toEqual({ prefix: 'KT.', position: 'Phó Giám đốc', name: 'Nguyễn Thị Hồng Vân' })
  expect(reading.recipients.map(({ name }) => name)).toEqual(['UBND tỉnh', 'Cục Phòng bệnh', 'Lưu: VT, NVY'])
})

test('cells that came one to a line are put back into tables', () => {
  const reading = readPlan(fixtureText('cells-on-lines-2026'))
  expect(aims(reading)).toEqual([
    ['eq', 90, '%', 2026],
    ['eq', 12, 'nhóm', 2026],
  ])
  expect(reading.tasks.map(({ lead, coordinating }) => [lead, coordinating])).toEqual([
    [['Phòng Văn hóa - Xã hội'], ['Trạm Y tế', 'các thôn']],
    [['Trạm Y tế'], ['Hội Liên hiệp Phụ nữ xã']],
  ])
  expect(reading.deadlines.map(({ date }) => date)).toEqual(['2026-04-30', '2026-09-30'])
})

describe.skipIf(!hasShared)('published plans', () => {
  const published = (name: string) => readPlan(readFileSync(sharedPath(`plans/${name}.txt`), 'utf8'))

  test('the plan of a province: targets of both horizons, eight tasks, the parts of the fifth', () => {
    const reading = published('kon-tum-2018-2025')
    expect(reading).toMatchObject({
      kind: 'plan',
      number: null,
      date: null,
      issuer: 'UBND tỉnh Kon Tum',
      period: { from: 2018, to: 2025 },
    })
    expect(reading.targets.map(({ value, year, section }) => [value, year, section])).toEqual([
      [70, 2020, 'I.2.1'],
      [70, 2020, 'I.2.1'],
      [90, 2025, 'I.2.2'],
      [90, 2025, 'I.2.2'],
      [30, 2025, 'I.2.2'],
      [100, 2025, 'II.4.2'],
    ])
    expect(reading.tasks.map(({ number, lead }) => [number, lead.length])).toEqual([
      ['1', 1],
      ['2', 1],
      ['3', 1],
      ['4', 1],
      ['5', 0],
      ['6', 1],
      ['7', 1],
      ['8', 1],
    ])
    expect(reading.tasks[4]?.parts.map(({ letter, lead }) => [letter, lead[0]])).toEqual([
      ['a', 'Sở Y tế'],
      ['b', 'Sở Giáo dục và Đào tạo'],
      ['c', 'Sở Lao động - Thương binh và Xã hội'],
    ])
    expect(reading.assignments).toHaveLength(9)
    expect(reading.bases.map(({ number }) => number)).toEqual(['1437/QĐ-TTg'])
    expect(reading.reporting.map(({ cycle }) => cycle)).toEqual(['6-months', 'year'])
    expect(reading.recipients).toHaveLength(10)
  })

  test('the yearly plan of a department', () => {
    const reading = published('lang-son-2024')
    expect(reading).toMatchObject({
      kind: 'plan',
      period: { from: 2024, to: 2024 },
      issuerArea: 'tỉnh Lạng Sơn',
      targets: [],
      signature: { prefix: 'KT.', position: 'Phó Giám đốc' },
    })
    expect(reading.bases.map(({ number }) => number)).toEqual([
      '1437/QĐ-TTg',
      '32/KH-UBND',
      '58/KH-SLĐTBXH',
      '12068/QĐ-SLĐTBXH',
    ])
    expect(reading.deadlines.map(({ date }) => date)).toEqual(['2024-11-30'])
    expect(reading.tasks).toHaveLength(3)
  })

  test('line breaks carry no meaning of their own', () => {
    const text = readFileSync(sharedPath('plans/kon-tum-2018-2025.txt'), 'utf8')
    const glued = readPlan(text.replace(/\n/g, ' '))
    const whole = readPlan(text)
    expect(glued.targets.map(({ value, year }) => [value, year])).toEqual(
      whole.targets.map(({ value, year }) => [value, year]),
    )
    expect(glued.tasks.map(({ number, lead, coordinating }) => [number, lead, coordinating])).toEqual(
      whole.tasks.map(({ number, lead, coordinating }) => [number, lead, coordinating]),
    )
  })
})
