import { describe, expect, test } from 'vitest'
import { addMonths } from '#base/day.ts'
import { builtinStandard } from '#modules/growth/server/public.ts'
import { assess } from '#modules/growth/shared/assess.ts'
import { trendsOf } from '#modules/growth/shared/trends.ts'
import { generateSample } from './generate.ts'
import { measurementsOf } from './measurements.ts'

const today = '2026-11-22'
const standard = builtinStandard()
const question = { seed: 1437, standard, today }
const { children } = generateSample({ seed: 1437, today, size: 1200 })
const under5 = children.filter(({ bornOn }) => bornOn > '2021-12-01' && bornOn < '2026-11-01')

const newest = under5.flatMap((child) => {
  const [measured] = measurementsOf(question, child, [today])
  return measured ? [{ child, ...assess(standard, child, today, measured) }] : []
})

/** Share below a z-score among those that have one, in percent. */
function below(index: 'len' | 'wfl', z: number, among = newest): number {
  const scored = among.filter(({ scores }) => scores[index] && !scores[index].flag)
  return (100 * scored.filter(({ scores }) => (scores[index]?.z ?? 0) < z).length) / scored.length
}

describe('the weights and lengths of the invented commune', () => {
  test('are the same every time', () => {
    const [child] = children
    const days = [addMonths(today, -3), today]
    expect(child && measurementsOf(question, child, days)).toEqual(
      child && measurementsOf(question, child, days),
    )
  })

  // calibration.md section 1: stunting 28.8 % in the Central Highlands, wasting 5.2 % in the country.
  test('are as short and as thin as children of the Central Highlands', () => {
    const minority = newest.filter(({ child }) => child.ethnicCode !== '01')
    const kinh = newest.filter(({ child }) => child.ethnicCode === '01')
    expect(below('len', -2)).toBeGreaterThan(14)
    expect(below('len', -2)).toBeLessThan(30)
    expect(below('len', -2, minority)).toBeGreaterThan(below('len', -2, kinh) + 5)
    expect(below('wfl', -2)).toBeGreaterThan(2)
    expect(below('wfl', -2)).toBeLessThan(8)
    expect(newest.filter(({ scores }) => scores.len?.flag || scores.wfl?.flag)).toEqual([])
  })

  test('follow a line: of children weighed every month few are ever told to lose weight', () => {
    const days = [-6, -5, -4, -3, -2, -1, 0].map((month) => addMonths(today, month))
    const followed = under5.filter(({ bornOn }) => bornOn < '2026-04-01')
    const losing = followed.filter((child) => {
      const points = measurementsOf(question, child, days).map((one) => ({ ...one, weightZ: null }))
      return trendsOf(points, child.bornOn).some((trend) => trend === 'losing')
    })
    expect(losing.length / followed.length).toBeLessThan(0.05)
  })

  test('go on after five years without a jump', () => {
    for (const child of children.filter(({ bornOn }) => bornOn < '2020-06-01').slice(0, 20)) {
      const birthday = addMonths(child.bornOn, 60)
      const days = [addMonths(birthday, -6), addMonths(birthday, 6)]
      const [before, after] = measurementsOf({ ...question, today: '2019-01-01' }, child, days)
      const grown = Number(after?.lenheiCm) - Number(before?.lenheiCm)
      const gained = Number(after?.weightKg) - Number(before?.weightKg)
      expect([grown > 4, grown < 8, gained > 0, gained < 5]).toEqual([true, true, true, true])
    }
  })
})
