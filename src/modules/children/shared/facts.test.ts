import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { FactKind } from './contract-facts.ts'
import {
  type DatedFact,
  holdsOn,
  impliedFacts,
  isInsuranceNumber,
  placeAmongFacts,
  presentValues,
  residenceOn,
  schoolYearOf,
} from './facts.ts'

const life = { bornOn: '2022-03-04', today: '2026-06-15' }
const entered = {
  householdId: null,
  poverty: null,
  education: null,
  disabled: false,
  specialCircumstance: false,
}

function fact(kind: FactKind, value: string, fromDay: string, toDay: string | null = null): DatedFact {
  return { id: `${kind} ${fromDay}`, kind, value, fromDay, toDay, undoneAt: null }
}

describe('a new fact among those known', () => {
  test('ends the running one of its kind the day before', () => {
    const known = [fact('poverty', 'poor', '2025-01-01')]
    expect(placeAmongFacts(fact('poverty', 'near-poor', '2026-01-01'), known, life)).toEqual({
      ok: true,
      toDay: null,
      ended: [{ id: 'poverty 2025-01-01', toDay: '2025-12-31' }],
    })
  })

  test('written late, ends before the one that followed', () => {
    const known = [fact('poverty', 'none', '2026-01-01')]
    expect(placeAmongFacts(fact('poverty', 'poor', '2025-01-01'), known, life)).toEqual({
      ok: true,
      toDay: '2025-12-31',
      ended: [],
    })
  })

  test('leaves flags of another kind and the other residence alone', () => {
    const known = [fact('flag', 'disabled', '2025-01-01'), fact('residence', 'permanent', '2022-03-04')]
    for (const one of [fact('flag', 'disaster', '2026-01-01'), fact('residence', 'temporary', '2026-01-01')])
      expect(placeAmongFacts(one, known, life)).toEqual({ ok: true, toDay: null, ended: [] })
  })

  test.each([
    ['2022-03-03', null, 'fact-before-birth'],
    ['2026-06-16', null, 'fact-in-future'],
    ['2026-01-02', '2026-01-01', 'fact-days'],
    ['2025-01-01', null, 'fact-same-day'],
  ])('from %s to %s is refused as %s', (fromDay, toDay, reason) => {
    const known = [fact('poverty', 'poor', '2025-01-01')]
    expect(placeAmongFacts(fact('poverty', 'none', fromDay, toDay), known, life)).toEqual({
      ok: false,
      reason,
    })
  })

  test('no two of one kind ever hold on the same day, in whatever order they are written', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((count) => addDays(life.bornOn, count))
    fc.assert(
      fc.property(fc.array(day, { maxLength: 12 }), day, (froms, looked) => {
        let known: DatedFact[] = []
        for (const fromDay of froms) {
          const next = { ...fact('schooling', 'nursery', fromDay), id: newId() }
          const placing = placeAmongFacts(next, known, life)
          if (!placing.ok) continue
          const endOf = (one: DatedFact) => placing.ended.find(({ id }) => id === one.id)?.toDay ?? one.toDay
          known = [...known.map((one) => ({ ...one, toDay: endOf(one) })), { ...next, toDay: placing.toDay }]
        }
        expect(known.filter((one) => holdsOn(one, looked)).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('the columns of the register', () => {
  const values = (facts: DatedFact[], circumstances: { groupNo: number; toDay: string | null }[] = []) =>
    presentValues(
      { ...entered, poverty: 'poor', disabled: true },
      {
        facts,
        circumstances: circumstances.map((one) => ({ ...one, fromDay: '2025-01-01', undoneAt: null })),
      },
      life.today,
    )

  test('stay as entered where nothing has a date', () => {
    expect(values([])).toEqual({ ...entered, poverty: 'poor', disabled: true })
  })

  test('take the latest poverty known, after its year too, and not one of the future', () => {
    const facts = [
      fact('poverty', 'poor', '2024-01-01', '2024-12-31'),
      fact('poverty', 'near-poor', '2025-01-01', '2025-12-31'),
      fact('poverty', 'none', '2027-01-01'),
    ]
    expect(values(facts).poverty).toBe('near-poor')
  })

  test('forget what was taken back', () => {
    const taken = { ...fact('poverty', 'none', '2026-01-01'), undoneAt: '2026-02-01' }
    expect(values([fact('poverty', 'poor', '2025-01-01'), taken]).poverty).toBe('poor')
    expect(values([taken]).poverty).toBe(null)
  })

  test('a household holds while its days do', () => {
    const member = (householdId: string, fromDay: string, toDay: string | null = null) => ({
      ...fact('household', 'member', fromDay, toDay),
      householdId,
    })
    const [past, now] = [member('a', '2024-01-01', '2025-12-31'), member('b', '2026-01-01')]
    expect(values([past, now]).householdId).toBe('b')
    expect(values([past]).householdId).toBe(null)
  })

  test('a flag counts while it lasts; group 4 of the circumstances says disabled too', () => {
    expect(values([fact('flag', 'disabled', '2024-01-01', '2025-12-31')]).disabled).toBe(false)
    const both = values([fact('flag', 'disabled', '2024-01-01', '2025-12-31')], [{ groupNo: 4, toDay: null }])
    expect([both.disabled, both.specialCircumstance]).toEqual([true, true])
    expect(values([], [{ groupNo: 1, toDay: '2026-06-14' }]).specialCircumstance).toBe(false)
  })
})

test('a temporary residence goes before the permanent one while it lasts', () => {
  const both = [
    fact('residence', 'permanent', '2022-03-04'),
    fact('residence', 'temporary', '2025-09-01', '2026-05-31'),
  ]
  expect(residenceOn(both, '2026-05-31')?.value).toBe('temporary')
  expect(residenceOn(both, '2026-06-01')?.value).toBe('permanent')
  expect(residenceOn([], '2026-06-01')).toBeUndefined()
})

test('what stands in the register without a date is told from the day of registering, until it gets one', () => {
  const child = { ...entered, poverty: 'poor' as const, disabled: true }
  const place = { registeredOn: '2024-05-01', communeId: newId(), villageId: null }
  const kinds = (known: DatedFact[]) =>
    impliedFacts({ ...child, ...place }, known).map(({ kind, fromDay }) => `${kind} ${fromDay}`)
  expect(kinds([])).toEqual(['residence 2024-05-01', 'poverty 2024-05-01', 'flag 2024-05-01'])
  expect(impliedFacts({ ...child, ...place, householdId: 'h' }, [])[1]).toMatchObject({ householdId: 'h' })
  expect(kinds([fact('poverty', 'none', '2026-01-01')])).toEqual(['residence 2024-05-01', 'flag 2024-05-01'])
})

test.each([
  ['TE 1 62 6212345678', true],
  ['te1626212345678', true],
  ['TE1 62 62123', false],
  ['6212345678', true],
  ['062322760046', true],
  ['12345', false],
])('"%s" is a number of an insurance card: %s', (text, is) => {
  expect(isInsuranceNumber(text)).toBe(is)
})

test('the school year begins in August', () => {
  expect(['2025-07-31', '2025-08-01', '2026-05-31'].map(schoolYearOf)).toEqual([
    '2024-2025',
    '2025-2026',
    '2025-2026',
  ])
})
