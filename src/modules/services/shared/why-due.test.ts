import { describe, expect, test } from 'vitest'
import type { Day } from '#base/day.ts'
import { child, done, item, pkg } from '#test/service-package.ts'
import { childServices } from './child-services.ts'
import type { ChildFacts, ServiceRecord } from './contract.ts'
import { whyDue } from './why-due.ts'

/** The reason of the open line of an item, as the list of work shows it. */
function why(code: string, day: Day, facts: Partial<ChildFacts>, records: ServiceRecord[] = []) {
  const lines = childServices({ ...pkg, items: [item(code)] }, child(facts), records, day)
  const line = lines.find(({ state }) => state === 'due' || state === 'overdue')
  return line?.why && [line.why.kind, line.why.vi]
}

describe('the reason of a line', () => {
  test.each<[string, string, Day, Partial<ChildFacts>, [kind: string, vi: string]]>([
    ['the age', 'IMM-MEASLES', '2026-11-20', { bornOn: '2026-02-01' }, ['age', 'trẻ đủ 9 tháng tuổi']],
    ['the first days', 'IMM-HEPB0', '2026-11-20', { bornOn: '2026-11-20' }, ['age', 'làm ngay sau sinh']],
    ['years', 'IMM-TD7', '2026-11-20', { bornOn: '2019-11-01' }, ['age', 'trẻ đủ 7 tuổi']],
    [
      'catching up',
      'IMM-MEASLES',
      '2026-11-20',
      { bornOn: '2025-01-01' },
      ['catch-up', 'làm bù: đã qua hạn 01/11/2025, còn làm được đến 01/01/2030'],
    ],
    ['a round', 'VITA', '2026-06-10', { bornOn: '2025-06-01' }, ['round', 'đợt tháng 6/2026']],
    [
      'a round that is over',
      'VITA',
      '2026-07-10',
      { bornOn: '2025-06-01' },
      ['catch-up', 'làm bù đợt tháng 6/2026, đến hết 31/07/2026'],
    ],
    [
      'a round of other days',
      'PLAY',
      '2026-06-01',
      { bornOn: '2022-06-01' },
      ['round', 'đợt 15/05/2026 đến 30/06/2026'],
    ],
    [
      'the school year, and what the child learns at',
      'CHK-PRE',
      '2026-10-01',
      { bornOn: '2022-06-01', education: 'kindergarten' },
      ['school-year', 'năm học 2026-2027; đang học mẫu giáo'],
    ],
    [
      'the second term of the same school year',
      'EDU-K5',
      '2027-02-01',
      { bornOn: '2021-06-01' },
      ['school-year', 'năm học 2026-2027'],
    ],
    [
      'a monthly rhythm',
      'GRO-0-23',
      '2026-11-20',
      { bornOn: '2026-02-01' },
      ['rhythm', 'mỗi tháng một lần, đến 2 tuổi'],
    ],
    [
      'a rhythm that changes with age',
      'BF-EXCL',
      '2026-11-20',
      { bornOn: '2026-02-01' },
      ['rhythm', '3 tháng một lần, đến 2 tuổi'],
    ],
    [
      'the conditions that the child meets, not those it does not',
      'CHK-FREE',
      '2026-11-20',
      { bornOn: '2024-02-01', poverty: 'near-poor', disabled: true },
      ['rhythm', '12 tháng một lần, đến 9 tuổi; hộ cận nghèo; trẻ khuyết tật'],
    ],
    [
      'the place',
      'ALW-U3',
      '2026-11-20',
      { bornOn: '2025-02-01', poverty: 'poor', areaFeatures: ['special-difficulty', 'rural'] },
      ['rhythm', 'mỗi tháng một lần, đến 3 tuổi; hộ nghèo; địa bàn đặc biệt khó khăn'],
    ],
  ])('%s', (...[, code, day, facts, expected]) => {
    expect(why(code, day, facts)).toEqual(expected)
  })

  test('a dose that waited for the one before it says so', () => {
    const records = [done('IMM-PENTA', '2026-10-01', 1)]
    expect(why('IMM-PENTA', '2026-11-05', { bornOn: '2026-07-01' }, records)).toEqual([
      'dose',
      'đã qua 28 ngày tối thiểu sau mũi trước',
    ])
  })

  test('what is given on need has no reason of its own', () => {
    const asked = { item: item('SAM'), dose: null, opensOn: '2026-11-01', deadline: '2026-11-08' }
    expect(whyDue({ ...asked, child: child(), today: '2026-11-02' })).toBeUndefined()
  })

  test('every open line of every item has one, in both languages', () => {
    for (const bornOn of ['2026-11-19', '2026-08-01', '2025-01-01', '2022-03-01', '2019-05-01'])
      for (const line of childServices(pkg, child({ bornOn }), [], '2026-11-20'))
        if (line.state === 'due' || line.state === 'overdue')
          expect([line.itemCode, line.why?.vi, line.why?.en]).toEqual([
            line.itemCode,
            expect.stringMatching(/^[^{]{5,}$/),
            expect.stringMatching(/^[^{]{5,}$/),
          ])
  })
})
