import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { type Gift, type Giver, may, whyNotGive } from './access.ts'

const commune = { lft: 100, rgt: 199, kind: 'commune' }
const village = { lft: 110, rgt: 119, kind: 'village' }
const elsewhere = { lft: 300, rgt: 399, kind: 'commune' }

const officer: Giver = {
  capabilities: new Set(['accounts.grant', 'children.read', 'services.read', 'services.record']),
  mayGrant: ['teacher', 'collaborator'],
  area: commune,
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
}
const administrator: Giver = {
  ...officer,
  capabilities: new Set(['accounts.grant', 'accounts.manage']),
  mayGrant: ['commune-officer', 'teacher', 'collaborator'],
  validTo: null,
}
const teacher: Gift = {
  role: {
    key: 'teacher',
    capabilities: ['children.read', 'services.record'],
    kinds: ['commune', 'village'],
    retired: false,
    madeAt: null,
  },
  area: commune,
  validFrom: '2026-06-15',
  validTo: '2026-12-31',
}
const role = (part: Partial<Gift['role']>): Gift => ({ ...teacher, role: { ...teacher.role, ...part } })

describe('giving a role', () => {
  test('an officer gives what the role may give, in the commune and below it', () => {
    expect(whyNotGive(officer, teacher)).toBeUndefined()
    expect(whyNotGive(officer, { ...teacher, area: village })).toBeUndefined()
  })

  const refused: [string, Giver, Gift, string][] = [
    ['elsewhere', officer, { ...teacher, area: elsewhere }, 'accounts.outside-your-area'],
    [
      'above the own place',
      officer,
      { ...teacher, area: { lft: 1, rgt: 999, kind: 'province' } },
      'accounts.outside-your-area',
    ],
    [
      'a role that theirs may not give',
      officer,
      role({ key: 'commune-officer' }),
      'accounts.role-not-yours-to-give',
    ],
    [
      'more than they hold',
      officer,
      role({ capabilities: ['growth.record'] }),
      'accounts.more-than-you-hold',
    ],
    ['a retired role', administrator, role({ retired: true }), 'accounts.role-retired'],
    [
      'a role at a place of the wrong kind',
      officer,
      role({ kinds: ['village'] }),
      'accounts.wrong-kind-of-place',
    ],
    ['past their own last day', officer, { ...teacher, validTo: '2027-01-01' }, 'accounts.beyond-your-dates'],
    ['without end when their own ends', officer, { ...teacher, validTo: null }, 'accounts.beyond-your-dates'],
    [
      'with the last day before the first',
      officer,
      { ...teacher, validTo: '2026-06-14' },
      'accounts.dates-out-of-order',
    ],
    ["a role of one's own", officer, role({ madeAt: commune }), 'accounts.role-not-yours-to-give'],
  ]
  test.each(refused)('is refused: %s', (_, giver, gift, reason) => {
    expect(whyNotGive(giver, gift)).toBe(reason)
  })

  test('an administrator appoints an officer without holding what the officer holds', () => {
    expect(whyNotGive(administrator, role({ key: 'commune-officer' }))).toBeUndefined()
  })

  test("a role of one's own counts only where it was made", () => {
    const own = role({ key: 'own-1', madeAt: village })
    expect(whyNotGive(administrator, own)).toBe('accounts.role-not-yours-to-give')
    expect(whyNotGive(administrator, { ...own, area: village })).toBeUndefined()
  })

  test('without the right to give, nothing can be given', () => {
    const reader = { ...officer, capabilities: new Set(['children.read', 'services.record']) }
    expect(whyNotGive(reader, teacher)).toBe('accounts.role-not-yours-to-give')
  })

  test("whatever is given lies within the giver's place and days, and what they hold unless they administer", () => {
    const any = fc.record({
      lft: fc.integer({ min: 90, max: 210 }),
      days: fc.integer({ min: -10, max: 400 }),
      endless: fc.boolean(),
      capabilities: fc.subarray(['children.read', 'services.record', 'growth.record']),
    })
    fc.assert(
      fc.property(any, ({ lft, days, endless, capabilities }) => {
        const validTo = endless ? null : addDays('2026-06-15', days)
        const area = { lft, rgt: lft + 1, kind: 'village' }
        const gift = { ...role({ capabilities }), area, validTo }
        if (whyNotGive(officer, gift)) return
        expect(lft).toBeGreaterThanOrEqual(commune.lft)
        expect(lft).toBeLessThanOrEqual(commune.rgt)
        expect(validTo !== null && validTo <= '2026-12-31').toBe(true)
        expect(capabilities).not.toContain('growth.record')
      }),
    )
  })
})

test('a right counts from its first to its last day, both included', () => {
  const asked = (day: string) => may(officer, 'children.read', village, day)
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(asked)).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(may(officer, 'children.read', elsewhere, '2026-06-15')).toBe(false)
  expect(may(officer, 'growth.read', village, '2026-06-15')).toBe(false)
})
