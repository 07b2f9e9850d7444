import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '#base/day.ts'
import { child, dayIn, done, pkg } from '#test/service-package.ts'
import { coverage, domainBit, isReached } from './coverage.ts'
import type { ChildFacts, ServiceRecord } from './contract.ts'
import { missingServices } from './unreached.ts'

/** Born 15/03/2022, four years old; the first half of 2026 as known on 1 August. */
const period = { from: '2026-01-01', to: '2026-06-30', asOf: '2026-08-01' }
const facts = child({ bornOn: '2022-03-15', education: 'kindergarten' })

function why(records: ServiceRecord[]) {
  const of = coverage(pkg, facts, records, period)
  return missingServices(pkg, of).map(({ domain, itemCode, to }) => [domain, itemCode, to])
}

describe('why a child is not reached', () => {
  test('the weighing of June is named with its day', () => {
    expect(why([])).toContainEqual(['nutrition', 'GRO-JUN', '2026-06-30'])
  })
  test('voluntary services are not named where a mandatory one is missing', () => {
    expect(why([]).filter(([domain]) => domain === 'nutrition')).toEqual([
      ['nutrition', 'GRO-JUN', '2026-06-30'],
    ])
  })
  test('nothing is named of a domain that is reached', () => {
    const reached = why([done('GRO-JUN', '2026-06-03')])
    expect(reached.filter(([domain]) => domain === 'nutrition')).toEqual([])
    expect(reached.length).toBeGreaterThan(0)
  })
  test('a refusal answers, and the child is still not reached', () => {
    const refused: ServiceRecord = { ...done('GRO-JUN', '2026-06-03'), answer: 'refused' }
    expect(why([refused])).toContainEqual(['nutrition', 'GRO-JUN', '2026-06-30'])
  })
})

describe('every kind of rule has its reason', () => {
  /** What is missing of one child in a period that is over. */
  const missing = (facts: Partial<ChildFacts>, when: { from: Day; to: Day }, records: ServiceRecord[] = []) =>
    missingServices(pkg, coverage(pkg, child(facts), records, { ...when, asOf: '2027-01-31' })).map(
      ({ itemCode, dose, to, name }) => [itemCode, dose, to, name.vi],
    )
  const first = { from: '2026-01-01', to: '2026-06-30' }
  const year = { from: '2026-01-01', to: '2026-12-31' }

  test.each<[string, Partial<ChildFacts>, { from: Day; to: Day }, [string, number | null, Day, string]]>([
    [
      'given once',
      { bornOn: '2026-01-10' },
      first,
      ['BIRTH-REG', null, '2026-03-11', 'Đăng ký khai sinh trong 60 ngày'],
    ],
    [
      'a dose, by its name',
      { bornOn: '2026-01-10' },
      first,
      ['IMM-PENTA', 2, '2026-05-11', 'DPT-VGB-Hib mũi 2'],
    ],
    [
      'what recurs, by the window that was missed',
      { bornOn: '2025-01-15' },
      first,
      ['CF', null, '2026-04-14', 'Tư vấn ăn bổ sung hợp lý'],
    ],
    [
      'the weighing of June',
      { bornOn: '2023-03-15' },
      first,
      ['GRO-JUN', null, '2026-06-30', 'Cân, đo toàn bộ trẻ dưới 5 tuổi đợt tháng 6'],
    ],
    [
      'the second round of a year',
      { bornOn: '2025-01-15' },
      year,
      ['VITA', null, '2026-12-31', 'Uống vitamin A 6-36 tháng'],
    ],
    [
      'a school year',
      { bornOn: '2022-03-15', education: 'kindergarten' },
      year,
      ['CHK-PRE', null, '2026-12-31', 'Kiểm tra sức khỏe đầu năm học mầm non'],
    ],
    [
      'a condition on the household and the area',
      { bornOn: '2025-01-15', poverty: 'poor', areaFeatures: ['special-difficulty'] },
      first,
      ['ALW-U3', null, '2026-02-14', 'Trợ cấp trẻ dưới 3 tuổi hộ nghèo, cận nghèo vùng đặc biệt khó khăn'],
    ],
  ])('%s', (_, facts, when, expected) => {
    expect(missing(facts, when)).toContainEqual(expected)
  })

  test('nothing is missing of what its conditions, or an unknown fact, keep from the child', () => {
    const codes = missing({ bornOn: '2025-01-15', poverty: 'poor' }, first).map(([code]) => code)
    expect(codes).not.toContain('ALW-U3')
    expect(codes).not.toContain('IMM-ROTA')
    expect(missing({ bornOn: '2022-03-15', education: 'none' }, year).map(([code]) => code)).not.toContain(
      'CHK-PRE',
    )
  })

  test('whoever is not reached has a reason in each domain that is missing, and in no other', () => {
    const born = dayIn('2017-01-01', '2026-12-01')
    fc.assert(
      fc.property(
        born,
        fc.subarray(pkg.items),
        dayIn('2025-01-01', '2026-12-31'),
        (bornOn, items, doneOn) => {
          const records = items
            .filter(({ audience, rhythm }) => audience !== 'pregnant-woman' && rhythm.kind !== 'doses')
            .map(({ code }) => done(code, doneOn))
          const of = coverage(pkg, child({ bornOn }), records, { ...year, asOf: '2027-01-31' })
          const lacking = new Set(missingServices(pkg, of).map(({ domain }) => domainBit[domain]))
          const mask = [...lacking].reduce((sum, bit) => sum | bit, 0)
          expect(mask).toBe(of.dueMask & ~of.gotMask)
          expect(lacking.size === 0).toBe(isReached(of))
        },
      ),
    )
  })
})
