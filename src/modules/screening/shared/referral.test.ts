import { describe, expect, test } from 'vitest'
import { followRefusal, nextStates, ReferralState } from './referral.ts'

const known = { proposedOn: '2026-11-02', today: '2026-11-22' }
const step = { from: 'proposed', to: 'taken-up', on: '2026-11-10', note: null } as const

describe('steps of a referral', () => {
  test.each([
    ['taken up', {}, undefined],
    ['done at once', { to: 'done' as const }, undefined],
    ['refused with its reason', { to: 'refused' as const, note: 'Gia đình đi xa' }, undefined],
    ['refused without a reason', { to: 'refused' as const }, 'screening.referral-reason'],
    ['before it was proposed', { on: '2026-11-01' }, 'screening.referral-day'],
    ['without a day', { on: null }, 'screening.referral-day'],
    ['tomorrow', { on: '2026-11-23' }, 'screening.referral-in-future'],
    ['taken up after it was done', { from: 'done' as const }, 'screening.referral-step'],
    ['a slip taken back', { from: 'done' as const, to: 'proposed' as const, on: null }, undefined],
  ])('%s', (_, change, expected) => {
    expect(followRefusal({ ...step, ...change }, known)).toBe(expected)
  })

  test('every state leads on, and none to itself', () => {
    for (const state of ReferralState.options) {
      expect(nextStates(state).length).toBeGreaterThan(0)
      expect(nextStates(state)).not.toContain(state)
    }
  })
})
