import { expect, test } from 'vitest'
import { nextDeadline } from './next-deadline.ts'

test.each([
  ['2026-11-23', { date: null, rule: 'before:12-15' }, { day: '2026-12-15', daysLeft: 22 }],
  ['2026-12-20', { date: null, rule: 'before:12-15' }, { day: '2026-12-15', daysLeft: -5 }],
  ['2026-12-20', { date: null, rule: 'fixed:01-10' }, { day: '2027-01-10', daysLeft: 21 }],
  ['2026-11-23', { date: '2026-11-30', rule: null }, { day: '2026-11-30', daysLeft: 7 }],
  ['2026-11-23', { date: '2026-03-31', rule: null }, undefined],
  ['2026-11-23', { date: null, rule: 'before:06-15' }, undefined],
  ['2026-11-23', { date: null, rule: null }, undefined],
])('on %s, %o comes as %o', (today, deadline, upcoming) => {
  expect(nextDeadline(today, deadline)).toEqual(upcoming)
})
