import { describe, expect, test } from 'vitest'
import { levelOfReceiver, planDuties, type ReportingPlan, reporterLevel } from './plan-duties.ts'

const plan: ReportingPlan = {
  id: '00000000-0000-7000-8000-000000000079',
  name: 'Kế hoạch số 79/KH-UBND',
  areaKind: 'province',
  periodFrom: 2026,
  periodTo: 2030,
  date: '2026-03-02',
  reporting: [
    { cycle: '6-months', to: 'Sở Y tế', due: 'before:06-15', section: 'IV.3' },
    { cycle: 'year', to: 'UBND tỉnh (qua Sở Y tế)', due: 'before:11-30', section: 'IV.3' },
    { cycle: 'year', to: 'Bộ Y tế', due: null, section: 'V' },
    { cycle: 'ad-hoc', to: 'UBND tỉnh', due: null, section: 'V' },
    { cycle: null, to: 'UBND tỉnh', due: 'before:11-30', section: 'V' },
    { cycle: 'once', to: 'Sở Y tế', due: '2026-04-15', section: 'V' },
  ],
}

describe('who gets a report', () => {
  test.each([
    ['Bộ Y tế', 'nation'],
    ['Ủy ban nhân dân tỉnh', 'province'],
    ['Sở LĐ-TB&XH', 'province'],
    ['Phòng LĐTBXH thị xã', 'district'],
    ['UBND phường', 'commune'],
    ['Phòng Văn hóa - Xã hội', 'commune'],
    ['cơ quan thường trực', undefined],
  ])('%s stands at %s', (to, level) => {
    expect(levelOfReceiver(to)).toBe(level)
  })
})

describe('who reports under a plan', () => {
  test.each([
    ['province', 'Sở Y tế', 'commune'],
    ['province', 'Bộ Y tế', 'province'],
    ['province', null, 'commune'],
    ['nation', 'Bộ Y tế', 'province'],
    ['commune', 'Sở Y tế', 'commune'],
    ['commune', 'Phòng LĐTBXH thị xã', 'commune'],
    ['commune', 'UBND xã', undefined],
    ['district', 'Sở Y tế', undefined],
  ] as const)('%s, to %s: %s', (kind, to, level) => {
    expect(reporterLevel(kind, to)).toBe(level)
  })
})

describe('the duties of a plan', () => {
  const duties = planDuties(plan)

  test('each cycle with its own day; what comes when asked and what says no rhythm makes none', () => {
    expect(duties.map(({ cycle, senders }) => [cycle, senders[0]?.level, senders[0]?.rule])).toEqual([
      ['first-half', 'commune', 'before:06-15'],
      ['year', 'commune', 'before:11-30'],
      ['year', 'province', 'set-yearly'],
      ['once', 'commune', 'fixed:04-15'],
    ])
  })

  test('they last as long as the plan; a day with its year is of that year only', () => {
    expect(duties[0]).toMatchObject({ inForceFrom: '2026-01-01', inForceTo: '2030-12-31', group: 'plan' })
    expect(duties[3]).toMatchObject({ inForceTo: '2026-12-31' })
  })

  test('the code names the plan and the place in its list', () => {
    expect(duties.map(({ code }) => code)).toEqual([0, 1, 2, 5].map((index) => `plan.${plan.id}.${index}`))
  })

  test('a plan without any year makes no duties', () => {
    expect(planDuties({ ...plan, periodFrom: null, periodTo: null, date: null })).toEqual([])
  })
})
