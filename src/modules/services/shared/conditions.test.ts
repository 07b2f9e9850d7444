import { expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { conditionsHold, factHolds } from './conditions.ts'
import type { ChildFacts, Condition, Fact } from './contract.ts'

/** Of whom the register holds nothing that may be left open. */
const unasked: ChildFacts = {
  ...{ id: newId(), bornOn: '2023-02-10', sex: 'female', minority: null, poverty: null, disabled: false },
  ...{ specialCircumstance: false, education: null, areaFeatures: null, leftOn: null },
}
const poor: Fact = { fact: 'poverty', is: ['poor', 'near-poor'] }
const minority: Fact = { fact: 'minority' }
const disabled: Fact = { fact: 'disabled' }

test.each([
  ['poor', 'yes'],
  ['near-poor', 'yes'],
  ['none', 'no'],
  [null, 'unknown'],
] as const)('a household that is %s: %s', (poverty, expected) => {
  expect(factHolds(poor, { ...unasked, poverty })).toBe(expected)
})

test('a place holds the fact by any of its features; of a place nobody described nothing is known', () => {
  const remote: Fact = { fact: 'area', is: ['remote', 'special-difficulty'] }
  expect(factHolds(remote, { ...unasked, areaFeatures: ['minority-mountain', 'remote'] })).toBe('yes')
  expect(factHolds(remote, { ...unasked, areaFeatures: [] })).toBe('no')
  expect(factHolds(remote, unasked)).toBe('unknown')
})

test('what the register cannot hold is unknown for everybody', () => {
  expect(factHolds({ fact: 'unknown', text: 'cha mẹ có hợp đồng lao động' }, unasked)).toBe('unknown')
})

const any = (...facts: Fact[]): Condition => ({ anyOf: facts })

// Three values (Kleene): yes wins within a condition, no wins among conditions, otherwise unknown stays unknown.
test.each([
  ['nothing asked', [], {}, 'yes'],
  ['one of two facts', [any(poor, disabled)], { disabled: true }, 'yes'],
  ['neither, one of them unknown', [any(poor, disabled)], {}, 'unknown'],
  ['neither, both known', [any(poor, disabled)], { poverty: 'none' }, 'no'],
  ['both conditions', [any(disabled), any(minority)], { disabled: true, minority: true }, 'yes'],
  ['one holds, the other is unknown', [any(disabled), any(minority)], { disabled: true }, 'unknown'],
  ['one is unknown, the other does not hold', [any(minority), any(disabled)], {}, 'no'],
] as const)('%s: %o of %o', (_, conditions, facts, expected) => {
  expect(conditionsHold(conditions, { ...unasked, ...facts })).toBe(expected)
})
