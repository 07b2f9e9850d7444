import { describe, expect, test } from 'vitest'
import { child, done, pkg } from '#test/service-package.ts'
import { coverage } from './coverage.ts'
import type { ServiceRecord } from './contract.ts'
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
