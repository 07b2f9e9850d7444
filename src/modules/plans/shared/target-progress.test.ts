import { describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { presentValue, targetProgress } from './target-progress.ts'

const today = '2026-11-23'
const typed = (value: number) => ({
  ...{
    id: newId(),
    value,
    asOf: '2026-11-20',
    source: 'Sổ của Trạm Y tế',
    enteredAt: '2026-11-20T01:00:00Z',
  },
})
const target = {
  ...({ comparator: 'ge', value: 90, valueTo: null, way: 'by-hand' } as const),
  ...{ year: 2026, handValue: null },
}

describe('where a target stands', () => {
  test('without a figure nothing is claimed', () => {
    expect(targetProgress(target, { counted: undefined, today })).toBe('no-figure')
  })

  test('reached, still to be reached, and missed once its year is over', () => {
    const at = (value: number, year: number | null) =>
      targetProgress({ ...target, year, handValue: typed(value) }, { counted: undefined, today })
    expect([at(92, 2026), at(88, 2026), at(88, 2025), at(92, 2025), at(88, null)]).toEqual([
      'reached',
      'under-way',
      'missed',
      'reached',
      'under-way',
    ])
  })

  test('"giảm 5%" cannot be told from the figure of one day', () => {
    const falling = { ...target, comparator: 'reduce' as const, value: 5, handValue: typed(12) }
    expect(targetProgress(falling, { counted: undefined, today })).toBe('no-figure')
  })

  test('the counted figure goes before the typed one, but only where an indicator is tied', () => {
    const tied = { ...target, way: 'indicator' as const, handValue: typed(80) }
    expect(presentValue(tied, 91)).toBe(91)
    expect(presentValue(tied, null)).toBe(80)
    expect(presentValue({ ...tied, way: 'by-hand' }, 91)).toBe(80)
  })
})
