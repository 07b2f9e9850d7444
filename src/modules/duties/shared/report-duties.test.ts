import { expect, test } from 'vitest'
import { isDutyOfPlan, regimeCodeOf } from './report-duties.ts'

// TT 20/2025/TT-BYT: communes and provinces report on six months and on the year; nobody on the second half alone.
test.each([
  ['commune', '2026-H1', 'ecd-half'],
  ['commune', '2026', 'ecd-year'],
  ['province', '2026-H1', 'ecd-prov-half'],
  ['province', '2026', 'ecd-prov-year'],
  ['commune', '2026-H2', undefined],
  ['province', '2026-H2', undefined],
  ['nation', '2026', undefined],
  ['village', '2026', undefined],
])('a %s on %s: %s', (kind, period, code) => {
  expect(regimeCodeOf(kind, period)).toBe(code)
})

test('a duty of a plan is not one of a plan whose id begins alike', () => {
  expect(isDutyOfPlan('plan.ab.half', 'ab')).toBe(true)
  expect(isDutyOfPlan('plan.abc.half', 'ab')).toBe(false)
  expect(isDutyOfPlan('ecd-half', 'ab')).toBe(false)
})
