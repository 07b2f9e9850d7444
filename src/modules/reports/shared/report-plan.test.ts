import { describe, expect, test } from 'vitest'
import type { FiledPlan, FiledTarget } from '#modules/plans/shared/filing.ts'
import { emptyReading } from '#test/filed-plan.ts'
import { planCitation, planName, toReportPlan } from './report-plan.ts'

const plan = {
  no: 3,
  kind: 'plan',
  number: '79',
  symbol: 'KH-UBND',
  date: '2019-01-10',
  issuer: 'UBND tỉnh Kon Tum',
  title: 'Triển khai thực hiện Đề án',
}

describe('how a plan is named', () => {
  test('by number, date and issuer', () => {
    expect(planName(plan)).toBe('Kế hoạch số 79/KH-UBND')
    expect(planCitation(plan)).toBe('Kế hoạch số 79/KH-UBND ngày 10/01/2019 của UBND tỉnh Kon Tum')
  })
  test('a blank number or day is left out, not made up', () => {
    const blank = { ...plan, number: null, date: '2024-03' }
    expect(planName(blank)).toBe('Kế hoạch 3: Triển khai thực hiện Đề án')
    expect(planCitation(blank)).toBe('Kế hoạch tháng 3 năm 2024 của UBND tỉnh Kon Tum')
    expect(planCitation({ ...blank, date: null, issuer: null })).toBe('Kế hoạch')
  })
})

describe('targets of a year', () => {
  const target = (text: string, year: number | null): FiledTarget => ({
    id: text,
    text,
    measure: text,
    comparator: 'ge',
    value: 90,
    valueTo: null,
    unit: '%',
    year,
    numerator: null,
    denominator: null,
    section: null,
    way: 'by-hand',
    indicatorCode: null,
    handValue: null,
  })
  const filed = (years: (number | null)[]): Pick<FiledPlan, 'targets'> => ({
    targets: years.map((year) => target(String(year), year)),
  })
  test.each([
    [2019, ['2020', 'null']],
    [2021, ['2025', 'null']],
    [2026, ['2025', 'null']],
  ])('%i counts %j', (year, expected) => {
    const whole: FiledPlan = { ...emptyPlan, ...filed([2020, 2025, null]) }
    expect(toReportPlan(whole, year).targets.map((row) => row.name)).toEqual(expected)
  })
})

const emptyPlan: FiledPlan = {
  ...plan,
  id: '00000000-0000-7000-8000-000000000001',
  areaId: '00000000-0000-7000-8000-000000000002',
  areaName: '',
  periodFrom: null,
  periodTo: null,
  filedAt: '',
  targetCount: 0,
  taskCount: 0,
  isAbove: false,
  isClosed: false,
  sourceName: null,
  targets: [],
  tasks: [],
  deadlines: [],
  reading: emptyReading,
}
