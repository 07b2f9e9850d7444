import { expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import type { FiledTarget } from '#modules/plans/shared/filing.ts'
import { planResultOf } from './plan-result.ts'

/** Plan 000 II.1: "90 % trẻ em đến 8 tuổi được tiếp cận ... đến năm 2025". */
const target = (more: Partial<FiledTarget> = {}): FiledTarget => ({
  ...{ id: newId(), way: 'indicator', indicatorCode: 'ecd1437:reach-all', handValue: null },
  ...{ text: '90% trẻ em đến 8 tuổi', measure: 'trẻ em đến 8 tuổi', comparator: 'ge', value: 90 },
  ...{ valueTo: null, unit: '%', year: 2026, numerator: null, denominator: null, section: null },
  ...more,
})
const known = (numerator: number, denominator: number) => ({
  ...{ value: Math.floor((numerator * 1000) / denominator) / 10, numerator, denominator, unit: '%' },
  ...{ hidden: false, asOf: '2026-06-30', source: null },
})

test.each([
  [1079, 1200, 'short', 1],
  [1080, 1200, 'reached', 0],
  [941, 1200, 'short', 139],
])('%i of %i against 90 %%: %s, %i children short', (numerator, denominator, state, missing) => {
  expect(planResultOf(target(), known(numerator, denominator))).toMatchObject({ state, missing, year: 2026 })
})

test('"100 %" without a word is to be reached; a share to stay under has no gap in children', () => {
  expect(planResultOf(target({ comparator: 'eq', value: 100 }), known(99, 100))).toMatchObject({
    state: 'short',
    missing: 1,
  })
  expect(planResultOf(target({ comparator: 'lt', value: 20 }), known(25, 100))).toMatchObject({
    state: 'short',
    missing: null,
  })
})

test('a fall or a rise cannot be told from one value, nor anything without a result or from a hidden one', () => {
  expect(planResultOf(target({ comparator: 'reduce', value: 5 }), known(25, 100)).state).toBe('none')
  expect(planResultOf(target(), undefined)).toMatchObject({ state: 'none', value: null, missing: null })
  const hidden = { ...known(1, 3), value: null, numerator: null, denominator: null, hidden: true }
  expect(planResultOf(target(), hidden)).toMatchObject({ state: 'none', hidden: true, numerator: null })
})

test('a typed value without counts is compared as it stands', () => {
  const typed = { ...known(1, 1), value: 92, numerator: null, denominator: null, source: 'BC 12' }
  expect(planResultOf(target(), typed)).toMatchObject({ state: 'reached', missing: null, source: 'BC 12' })
})
