import { describe, expect, test } from 'vitest'
import { type GrowthState, growthNeeds } from './needs.ts'

const state: GrowthState = {
  bornOn: '2025-01-10',
  measuredOn: '2026-11-02',
  classes: ['normal'],
  trends: ['falling'],
  severity: 1,
  nextOn: '2026-12-02',
}

describe('what growth asks for', () => {
  test('a falling line: the next weighing, a week early at most, with the reason in words', () => {
    expect(growthNeeds(state)).toEqual([
      {
        ...{ itemCode: 'GRO-MAL', opensOn: '2026-11-25', dueOn: '2026-12-02' },
        reason: {
          vi: 'Cân nặng theo tuổi tụt hơn một đường trong 6 tháng',
          en: 'Weight-for-age fell by more than one line in 6 months',
        },
      },
    ])
  })
  test('severe acute malnutrition: care from today, and a weighing in a week', () => {
    const severe = {
      ...state,
      classes: ['severe-acute' as const],
      severity: 3 as const,
      nextOn: '2026-11-09',
    }
    expect(growthNeeds(severe).map(({ itemCode, opensOn, dueOn }) => [itemCode, opensOn, dueOn])).toEqual([
      ['SAM', '2026-11-02', '2026-11-09'],
      ['GRO-MAL', '2026-11-03', '2026-11-09'],
    ])
  })
  test('nothing when all is well, or when the child will be five', () => {
    expect(growthNeeds({ ...state, severity: 0, trends: [] })).toEqual([])
    expect(growthNeeds({ ...state, bornOn: '2021-11-20' })).toEqual([])
  })
})
