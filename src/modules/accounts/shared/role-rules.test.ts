import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standardRoles } from '../server/standard-roles.ts'
import { neededFor, roleFaults } from './role-rules.ts'
import { Capability } from './roles.ts'

const everything = new Set<string>(Capability.options)
const { roles } = standardRoles()
const role = (key: string) => roles.find((one) => one.key === key)?.capabilities ?? []

describe("a role of one's own", () => {
  test('can be what a standard role is, apart from managing accounts', () => {
    for (const { key, capabilities } of roles) {
      const own = capabilities.filter((one) => !one.startsWith('accounts.'))
      expect(roleFaults(own, everything), key).toEqual([])
    }
  })

  test('cannot manage accounts', () => {
    expect(roleFaults(['accounts.manage'], everything)).toEqual([
      { kind: 'not-in-own-roles', capability: 'accounts.manage' },
    ])
  })

  test('that records without seeing names what is missing', () => {
    expect(roleFaults(['growth.record'], everything)).toEqual([
      { kind: 'needs', capability: 'growth.record', needed: 'growth.read' },
      { kind: 'needs', capability: 'growth.record', needed: 'children.read' },
    ])
    expect(roleFaults(['children.confidential'], everything)).toHaveLength(1)
  })

  test('is never larger than what its maker may give', () => {
    const any = fc.subarray([...Capability.options])
    fc.assert(
      fc.property(any, any, (wanted, givable) => {
        const faults = roleFaults(wanted, new Set(givable))
        return faults.length > 0 || wanted.every((one) => givable.includes(one))
      }),
    )
  })

  test('without faults holds what each of its rights needs', () => {
    fc.assert(
      fc.property(fc.subarray([...Capability.options]), (wanted) => {
        const isSound = wanted.every((one) => neededFor(one).every((needed) => wanted.includes(needed)))
        return (
          roleFaults(wanted, everything).some(({ kind }) => kind === 'needs') ||
          isSound ||
          wanted.some((one) => one.startsWith('accounts.'))
        )
      }),
    )
  })
})

describe('the standard roles', () => {
  test('who manages accounts sees no child', () => {
    const managing = roles.filter(({ capabilities }) => capabilities.includes('accounts.manage'))
    expect(managing.map(({ key }) => key)).toEqual(['administrator'])
    expect(
      role('administrator').filter((one) => /^(children|services|growth|screening)\./.test(one)),
    ).toEqual([])
  })

  test.each(['leader', 'auditor', 'national-officer', 'specialist-education', 'specialist-sector'])(
    '%s gets numbers, no identities',
    (key) => {
      expect(role(key).length).toBeGreaterThan(0)
      expect(role(key)).not.toContain('children.read')
    },
  )

  test('the confidential part is open to protection workers only; others need a reason', () => {
    const holders = roles.filter(({ capabilities }) => capabilities.includes('children.confidential'))
    expect(holders.map(({ key }) => key)).toEqual(['protection-worker'])
  })

  test('collaborators are held at a village and see no identity numbers', () => {
    expect(roles.find(({ key }) => key === 'collaborator')?.kinds).toEqual(['village'])
    expect(role('collaborator')).not.toContain('children.identity')
  })

  test('an officer gives no role that holds more than the officer does', () => {
    for (const { key, mayGrant, capabilities } of roles) {
      if (capabilities.includes('accounts.manage')) continue
      for (const given of mayGrant) {
        const more = role(given).filter((one) => !capabilities.includes(one))
        expect(more, `${key} gives ${given}`).toEqual([])
      }
      if (mayGrant.length > 0) expect(capabilities).toContain('accounts.grant')
    }
  })

  test('every role that is given exists and is not retired', () => {
    const given = new Set(roles.flatMap(({ mayGrant }) => mayGrant))
    for (const key of given) expect(roles.find((one) => one.key === key)?.retired, key).toBe(false)
  })
})
