import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePlans, standingOf } from './compare-plans.ts'

const aim = {
  measure: 'trẻ em đến 8 tuổi được tiếp cận dịch vụ',
  comparator: 'ge' as const,
  value: 90,
  valueTo: null,
  unit: '%',
  year: 2025,
  denominator: null,
}
type Change = Partial<Omit<typeof aim, 'year'>> & { year?: number | null }
const target = (id: string, change: Change = {}) => ({ ...aim, id, ...change })
const own = (originId: string | null, change: Change = {}) => ({ ...aim, originId, ...change })
const ids = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'] as const
const [first, second] = ids
const none = new Map<string, number>()

describe('one target against the one above', () => {
  test.each([
    ['the same', {}, {}, 'equal'],
    ['more', {}, { value: 95 }, 'stricter'],
    ['less', {}, { value: 85 }, 'weaker'],
    ['as much a year later', {}, { year: 2026 }, 'weaker'],
    ['as much a year earlier', {}, { year: 2024 }, 'equal'],
    ['as much in no year', {}, { year: null }, 'weaker'],
    ['any year where none is asked', { year: null }, { year: 2030 }, 'equal'],
    ['another unit', {}, { unit: 'trẻ' }, 'incomparable'],
    ['a lower ceiling', { comparator: 'le' }, { comparator: 'le', value: 80 }, 'stricter'],
    ['a higher ceiling', { comparator: 'lt' }, { comparator: 'le', value: 92 }, 'weaker'],
    ['a floor where a ceiling is asked', { comparator: 'le' }, {}, 'incomparable'],
    ['a smaller fall', { comparator: 'reduce' }, { comparator: 'reduce', value: 3 }, 'weaker'],
    ['a level where a fall is asked', { comparator: 'reduce' }, {}, 'incomparable'],
    ['of another whole', { denominator: 54 }, { denominator: 60 }, 'incomparable'],
  ] as const)('%s', (_what, asked, given, standing) => {
    expect(standingOf({ ...aim, ...asked }, { ...aim, ...given })).toBe(standing)
  })

  test('harm is to fall, help after it is to rise', () => {
    const stunting = {
      ...aim,
      comparator: 'eq' as const,
      measure: 'tỷ lệ trẻ suy dinh dưỡng thấp còi',
      value: 15,
    }
    expect(standingOf(stunting, { ...stunting, value: 12 })).toBe('stricter')
    const helped = { ...aim, comparator: 'eq' as const, measure: 'trẻ em bị xâm hại được hỗ trợ', value: 100 }
    expect(standingOf(helped, { ...helped, value: 90 })).toBe('weaker')
  })

  test('whoever asks at least as much, not later, is never weaker', () => {
    fc.assert(
      fc.property(
        fc.float({ noNaN: true, min: 0, max: 100 }),
        fc.nat(50),
        fc.nat(5),
        (value, more, earlier) => {
          const standing = standingOf(
            { ...aim, value },
            { ...aim, value: value + more, year: aim.year - earlier },
          )
          expect(standing).toBe(more > 0 && value + more > value ? 'stricter' : 'equal')
        },
      ),
    )
  })
})

describe('a plan against the plan above', () => {
  const period = { from: 2024, to: 2025 }
  const above = {
    targets: [target(first), target(second, { measure: 'người chăm sóc có kiến thức', year: null })],
    tasks: [
      { id: first, title: 'Truyền thông nâng cao nhận thức', parentId: null },
      { id: second, title: 'Theo dõi, giám sát, đánh giá', parentId: null },
      { id: `${second}x`, title: 'Dịch vụ sức khỏe', parentId: second },
    ],
    shares: none,
  }

  test('names what is weaker and what is missing', () => {
    const tasks = [{ title: 'Truyền thông, nâng cao nhận thức cho cha mẹ', originId: first }]
    const found = comparePlans(above, { targets: [own(first, { value: 80 })], tasks, period })
    expect(found.targets.map(({ standing, demanded, own: given }) => [standing, demanded, given])).toEqual([
      ['weaker', '≥ 90% · 2025', '≥ 80% · 2025'],
      ['missing', '≥ 90%', null],
    ])
    expect(found.missingTasks).toEqual([{ taskId: second, title: 'Theo dõi, giám sát, đánh giá' }])
  })

  test('a target written anew is found by its words, a task by its title', () => {
    const rewritten = own(null, { measure: 'Trẻ em đến 8 tuổi được tiếp cận các dịch vụ' })
    const tasks = above.tasks.map(({ title }) => ({ title: `${title}.`, originId: null }))
    const found = comparePlans(above, { targets: [rewritten], tasks, period })
    expect(found.targets[0]?.standing).toBe('equal')
    expect(found.missingTasks).toEqual([])
  })

  test('only what falls due within the period is asked', () => {
    const later = { ...above, targets: [target(first, { year: 2020 }), target(second, { year: 2030 })] }
    expect(comparePlans(later, { targets: [], tasks: [], period }).targets).toEqual([])
    expect(comparePlans(later, { targets: [], tasks: [], period: null }).targets).toHaveLength(2)
  })

  test('a later target that was taken over is compared, so that it cannot be weakened unseen', () => {
    const later = { ...above, targets: [target(first, { year: 2030 })] }
    const taken = { targets: [own(first, { year: 2030, value: 80 })], tasks: [], period }
    expect(comparePlans(later, taken).targets[0]?.standing).toBe('weaker')
  })

  test('a share that the plan above allots takes the place of its value', () => {
    const shares = new Map([[first, 70]])
    const [found] = comparePlans(
      { ...above, shares },
      { targets: [own(first, { value: 75 })], tasks: [], period },
    ).targets
    expect(found).toMatchObject({ isShare: true, demanded: '≥ 70% · 2025', standing: 'stricter' })
  })
})
