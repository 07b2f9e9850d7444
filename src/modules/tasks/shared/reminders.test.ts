import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { letterOf, type Reminder, sorted, waitAfter } from './reminders.ts'

const today = '2026-06-15'
const areaId = newId()

const due = (dueOn: string, text = `Việc hạn ${dueOn}`): Reminder => ({
  ...{ key: text, areaId, personId: null, text, dueOn, url: '/my-work' },
})

const writing = {
  ...{ person: 'Phạm Thị Lan', areaName: 'xã Đăk Hà', today },
  linkTo: (path: string) => `https://uommam.example.vn${path}`,
}

describe('reminders', () => {
  test('late ones stay until they are done, coming ones begin seven days before', () => {
    const given = ['2026-06-22', '2026-06-15', '2024-01-01', '2026-06-14', '2026-06-23'].map((day) =>
      due(day),
    )
    const { overdue, soon } = sorted(given, today)
    expect(overdue.map(({ dueOn }) => dueOn)).toEqual(['2024-01-01', '2026-06-14'])
    expect(soon.map(({ dueOn }) => dueOn)).toEqual(['2026-06-15', '2026-06-22'])
  })

  test('nothing is both late and coming', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -300, max: 300 })), (days) => {
        const { overdue, soon } = sorted(
          days.map((day) => due(addDays(today, day))),
          today,
        )
        return !overdue.some((one) => soon.includes(one)) && overdue.length + soon.length <= days.length
      }),
    )
  })
})

describe('a letter', () => {
  test('says how many, what and by when, where to read on, and how not to get it any more', () => {
    const letter = letterOf(
      sorted([due('2026-06-10', 'Tập huấn'), due('2026-06-20', 'Báo cáo')], today),
      writing,
    )
    expect(letter?.subject).toBe('Ươm Mầm 15/06/2026: 1 việc quá hạn, 1 việc sắp đến hạn')
    expect(letter?.text.split('\n')).toEqual([
      'Kính gửi Phạm Thị Lan,',
      '',
      'Việc của xã Đăk Hà tính đến ngày 15/06/2026:',
      '',
      'Quá hạn (1):',
      '- 10/06/2026: Tập huấn',
      '  https://uommam.example.vn/my-work',
      '',
      'Đến hạn trong 7 ngày tới (1):',
      '- 20/06/2026: Báo cáo',
      '  https://uommam.example.vn/my-work',
      '',
      'Xem tất cả: https://uommam.example.vn/my-work',
      'Không muốn nhận thư này nữa, hoặc đổi địa chỉ: https://uommam.example.vn/reminders',
    ])
  })

  test('is not written when there is nothing to say', () => {
    expect(letterOf({ overdue: [], soon: [] }, writing)).toBeUndefined()
  })

  test('stays short: what is too much is counted', () => {
    const many = Array.from({ length: 45 }, (_, index) => due('2026-06-10', `Việc ${index}`))
    expect(letterOf({ overdue: many, soon: [] }, writing)?.text).toContain('- và 5 việc nữa')
  })
})

test('a letter that cannot be sent waits longer each time, for less than a day in all', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => waitAfter(attempts) ?? 0)
  expect(waits).toEqual(waits.toSorted((one, other) => one - other))
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(24 * 3600)
  expect(waitAfter(8)).toBeUndefined()
})
