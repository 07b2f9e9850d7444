import { describe, expect, test } from 'vitest'
import { checkDates, checkSuccession, followupOverdue, makesCircle, nameInPlace } from './rules.ts'

describe('days', () => {
  test('an end before its beginning is refused', () => {
    expect(checkDates({ validFrom: '2026-01-02', validTo: '2026-01-01' })).toBe(
      'organisations.dates-in-order',
    )
    expect(checkDates({ validFrom: null, validTo: '2026-01-01' })).toBeUndefined()
  })
})

describe('who stands above whom', () => {
  const parents = new Map([
    ['desk', 'division'],
    ['division', 'committee'],
    ['committee', null],
  ])

  test('a body cannot come to stand above itself', () => {
    expect(makesCircle('committee', 'desk', parents)).toBe(true)
    expect(makesCircle('desk', 'desk', parents)).toBe(true)
    expect(makesCircle('other', 'desk', parents)).toBe(false)
    expect(makesCircle('committee', null, parents)).toBe(false)
  })
})

describe('handing work over', () => {
  const labour = { validFrom: null, validTo: '2025-02-28' }
  const health = { validFrom: null, validTo: null }

  test('1 March 2025, the day after the labour ministry ended, is right (NQ 190/2025/QH15)', () => {
    expect(checkSuccession('2025-03-01', labour, health)).toBeUndefined()
  })

  test('later than that, or before the successor exists, is refused', () => {
    expect(checkSuccession('2025-03-02', labour, health)).toBe('organisations.succession-too-late')
    const division = { validFrom: '2025-07-01', validTo: null }
    expect(checkSuccession('2025-06-30', labour, division)).toBe('organisations.succession-too-early')
  })
})

test('a task is late from the day after it was due, and never once it is closed', () => {
  const task = { state: 'open', dueOn: '2026-06-10' } as const
  expect(followupOverdue(task, '2026-06-10')).toBe(0)
  expect(followupOverdue(task, '2026-06-15')).toBe(5)
  expect(followupOverdue({ ...task, state: 'done' }, '2026-06-15')).toBe(0)
})

test('a unit stands in small letters inside the name of its body', () => {
  expect(nameInPlace('Ủy ban nhân dân {area}', 'Xã Đăk Hà')).toBe('Ủy ban nhân dân xã Đăk Hà')
  expect(nameInPlace('Phòng Văn hóa - Xã hội', 'Xã Đăk Hà')).toBe('Phòng Văn hóa - Xã hội')
})
