import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asksForSecondFactor, heldBack, isStrong, lastsUnder, mayAddFactor } from './session-rules.ts'

describe('a session', () => {
  const half = { idleMinutes: 30, lifetimeHours: 12 }

  test.each([
    ['just opened', { ageSeconds: 1, idleSeconds: {} }, true],
    ['worked a minute ago', { ageSeconds: 7_200, idleSeconds: { administrator: 60 } }, true],
    ['worked half an hour ago', { ageSeconds: 7_200, idleSeconds: { administrator: 1_800 } }, false],
    ['worked under another role only', { ageSeconds: 7_200, idleSeconds: { officer: 5 } }, false],
    ['opened twelve hours ago', { ageSeconds: 43_200, idleSeconds: { administrator: 5 } }, false],
  ])('%s', (_, ages, lasts) => {
    expect(lastsUnder('administrator', ages, half)).toBe(lasts)
  })

  test('never comes back by waiting', () => {
    const numbers = fc.nat(200_000)
    fc.assert(
      fc.property(numbers, numbers, numbers, (ageSeconds, idle, more) => {
        const at = (later: number) =>
          lastsUnder('r', { ageSeconds: ageSeconds + later, idleSeconds: { r: idle + later } }, half)
        return at(0) || !at(more)
      }),
    )
  })
})

describe('a second factor', () => {
  test('is asked of those who manage accounts or see what is confidential', () => {
    expect(asksForSecondFactor(['children.read', 'accounts.manage'])).toBe(true)
    expect(asksForSecondFactor(['children.confidential'])).toBe(true)
    expect(asksForSecondFactor(['children.read', 'children.write', 'accounts.grant'])).toBe(false)
  })

  const password = { method: 'password', hasTimeCodes: false, hasPasskey: false } as const

  test('is set up when due, not before', () => {
    expect(heldBack(password, true, true)).toBe('set-up')
    expect(heldBack(password, true, false)).toBeUndefined()
    expect(heldBack(password, false, true)).toBeUndefined()
    expect(heldBack({ ...password, hasTimeCodes: true }, true, true)).toBeUndefined()
    expect(heldBack({ ...password, method: 'oidc' }, true, true)).toBeUndefined()
  })

  test('a stolen password adds none to an account that has a passkey', () => {
    const stolen = { ...password, hasPasskey: true }
    expect([mayAddFactor(stolen), isStrong(stolen), heldBack(stolen, true, true)]).toEqual([
      false,
      false,
      'show-passkey',
    ])
    expect(mayAddFactor({ ...stolen, method: 'passkey' })).toBe(true)
    expect(mayAddFactor(password)).toBe(true)
  })
})
