import fc from 'fast-check'
import type { Conditions, Fact } from '#modules/indicators/shared/condition.ts'
import type { ChildFormula } from '#modules/indicators/shared/definition.ts'

const not = fc.constantFrom(true, false)
const within = fc.constantFrom('ever' as const, 'period' as const, 'birth' as const)
const constant = <const Name extends Fact['fact']>(name: Name) => fc.constant(name)
const threshold = fc.constantFrom(null, -3.2, -2, -1.99, 0, 3)

/** Every kind of fact a formula can ask about, with values near the borders of the children of the tests. */
const randomFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    fact: constant('age'),
    not,
    unit: fc.constantFrom('days' as const, 'months' as const, 'years' as const),
    from: fc.constantFrom(0, 1, 3, 12, 28),
    to: fc.constantFrom(null, 0, 5, 11, 27, 59),
  }),
  fc.record({ fact: constant('turns'), not, days: fc.constantFrom(0, 60, 365) }),
  fc.record({ fact: constant('school-age'), not, from: fc.constantFrom(0, 3, 5), to: fc.constantFrom(5, 8) }),
  fc.record({ fact: constant('sex'), not, sex: fc.constantFrom('male' as const, 'female' as const) }),
  fc.record({
    fact: constant('ethnic'),
    not,
    codes: fc.constantFrom(['01'], ['14', '55']).map((codes) => [...codes]),
  }),
  fc.record({ fact: constant('minority'), not }),
  fc.record({
    fact: constant('poverty'),
    not,
    in: fc.constantFrom<('none' | 'near-poor' | 'poor')[]>(['none'], ['poor', 'near-poor']),
  }),
  fc.record({ fact: constant('disabled'), not }),
  fc.record({ fact: constant('special'), not }),
  fc.record({
    fact: constant('education'),
    not,
    in: fc.constantFrom<('none' | 'nursery' | 'kindergarten')[]>(['none'], ['nursery', 'kindergarten']),
  }),
  fc.record({
    fact: constant('service'),
    not,
    items: fc.constantFrom(['IMM-BCG'], ['IMM-PENTA'], ['IMM-PENTA', 'BIRTH-REG']).map((codes) => [...codes]),
    doses: fc.constantFrom(1, 2, 3),
    within,
    days: fc.constantFrom(null, 1, 60, 365),
  }),
  fc.record({ fact: constant('measured'), not, within }),
  fc.record({
    fact: constant('z'),
    not,
    of: fc.constantFrom('wei' as const, 'len' as const, 'wfl' as const, 'hc' as const),
    from: threshold,
    below: threshold,
  }),
  fc.record({
    fact: constant('growth'),
    not,
    classes: fc.constantFrom<('normal' | 'stunting' | 'severe-acute')[]>(
      ['normal'],
      ['severe-acute', 'stunting'],
    ),
  }),
  fc.record({ fact: constant('birth-weight'), not, below: fc.constantFrom(null, 2.5, 3) }),
  fc.record({
    fact: constant('screened'),
    not,
    tools: fc.constantFrom<string[]>([], ['warning-signs'], ['mchat-r']),
    results: fc.constantFrom<('clear' | 'suspected')[]>([], ['clear']),
    within,
  }),
  fc.record({
    fact: constant('circumstance'),
    not,
    groups: fc.constantFrom([1], [2, 13]).map((codes) => [...codes]),
  }),
)

/** More often for short: long ones are met by nobody. */
const conditions: fc.Arbitrary<Conditions> = fc.array(fc.array(randomFact, { minLength: 1, maxLength: 3 }), {
  maxLength: 3,
})
const set = fc.record({
  who: fc.constantFrom('present' as const, 'present' as const, 'born' as const, 'died' as const),
  where: conditions,
})

export const randomFormula: fc.Arbitrary<ChildFormula> = fc.oneof(
  fc.record({
    kind: fc.constant('share' as const),
    of: set,
    reached: fc.array(fc.array(randomFact, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('ratio' as const),
    numerator: set,
    denominator: set,
    per: fc.constant(1000 as const),
  }),
  fc.record({ kind: fc.constant('count' as const), of: set }),
)
