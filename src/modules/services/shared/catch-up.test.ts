import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '#base/day.ts'
import { child, dayIn, done, item, pkg } from '#test/service-package.ts'
import { prepareChild } from './answers.ts'
import { dosePlan } from './catch-up.ts'
import type { ServiceRecord } from './contract.ts'
import { checkRecord } from './record-check.ts'

const bornOn = '2024-03-15'
const plan = (code: string, day: Day, records: ServiceRecord[] = []) =>
  dosePlan(item(code), prepareChild(child({ bornOn }), records), day).map(({ dose, on }) => [dose, on])

describe('doses that can still be given', () => {
  test.each<[string, string, Day, ServiceRecord[], unknown[]]>([
    [
      'a child never vaccinated, at 10 months: three doses, a month apart',
      'IMM-PENTA',
      '2025-01-20',
      [],
      [
        [1, '2025-01-20'],
        [2, '2025-02-17'],
        [3, '2025-03-17'],
      ],
    ],
    [
      'after the first: not before its age, not before the least gap',
      'IMM-PENTA',
      '2024-06-01',
      [done('IMM-PENTA', '2024-05-30', 1)],
      [
        [2, '2024-06-27'],
        [3, '2024-07-25'],
      ],
    ],
    [
      'all given',
      'IMM-IPV',
      '2025-06-01',
      [done('IMM-IPV', '2024-08-20', 1), done('IMM-IPV', '2024-12-20', 2)],
      [],
    ],
    [
      'two doses far apart in age are not given on one day to a child who is late for both',
      'IMM-IPV',
      '2026-09-15',
      [],
      [
        [1, '2026-09-15'],
        [2, '2026-10-13'],
      ],
    ],
    ['too late for the first', 'IMM-PENTA', '2026-04-01', [], []],
    ['what is no series', 'IMM-MEASLES', '2025-01-01', [], []],
    [
      'a refused dose rests the series',
      'IMM-PENTA',
      '2024-08-01',
      [{ ...done('IMM-PENTA', '2024-05-30', 1), answer: 'refused' }],
      [],
    ],
  ])('%s', (...[, code, day, records, expected]) => {
    expect(plan(code, day, records)).toEqual(expected)
  })

  const series = pkg.items.filter(({ rhythm }) => rhythm.kind === 'doses')

  test('a plan that is followed is taken dose by dose without a mark, and leaves nothing to plan', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...series),
        dayIn('2024-03-15', '2028-03-15'),
        fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 2 }),
        (one, day, waits) => {
          const facts = child({ bornOn })
          const records: ServiceRecord[] = []
          let today = day
          const give = (dose: number, on: Day) => {
            const record = done(one.code, on, dose)
            const question = { item: one, child: facts, records: [...records], today: on, irregular: false }
            expect(checkRecord(question, record)).toEqual({ ok: true, irregular: false })
            records.push(record)
          }
          // Some doses are given later than planned: the rest of the plan gives way.
          for (const wait of waits) {
            const [next] = dosePlan(one, prepareChild(facts, records), today)
            if (!next) break
            today = addDays(next.on, wait)
            give(next.dose, today)
          }
          for (const { dose, on } of dosePlan(one, prepareChild(facts, records), today)) give(dose, on)
          const last = records.at(-1)?.doneOn ?? today
          expect(dosePlan(one, prepareChild(facts, records), last < today ? today : last).length).toBe(0)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('waiting never brings a dose forward', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...series),
        dayIn('2024-03-15', '2027-01-01'),
        fc.integer({ min: 0, max: 400 }),
        (one, day, wait) => {
          const prepared = prepareChild(child({ bornOn }), [])
          const now = dosePlan(one, prepared, day)
          for (const [index, later] of dosePlan(one, prepared, addDays(day, wait)).entries())
            expect(later.on >= (now[index]?.on ?? '9')).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})
