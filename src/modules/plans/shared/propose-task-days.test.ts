import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withoutTaskDays, withTaskDays } from './propose-task-days.ts'
import { readPlanWithPlaces } from './read-plan.ts'

const fixture = (name: string) =>
  readPlanWithPlaces(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'))

/** Days of the tasks, each followed by those of its parts. */
const daysOf = (name: string) =>
  withTaskDays(fixture(name)).tasks.map(({ due, parts }) => [due?.on, ...parts.map((part) => part.due?.on)])

test.each([
  [
    'a month and a quarter in the column of a table',
    'cells-on-lines-2026.txt',
    [['2026-04-30'], ['2026-09-30']],
  ],
  [
    'the later of two quarters',
    'ward-plan-escaped-2026.md',
    [['2026-03-31'], ['2026-06-30'], ['2026-12-31']],
  ],
  ['a line of time under the heading', 'department-plan-2025.md', [['2025-12-31'], ['2025-12-31']]],
  ['a sentence of a solution', 'decision-with-plan-2023.txt', [[undefined], ['2023-10-30']]],
  ['a month in an item of the list', 'commune-plan-wrapped-2026.txt', [['2026-06-30'], [undefined]]],
  [
    'no day from reports nor from days of each year',
    'ward-plan-2019.txt',
    [[undefined], [undefined], [undefined]],
  ],
])('proposes %s', (_, name, days) => {
  expect(daysOf(name)).toEqual(days)
})

test('says the words that the day comes from', () => {
  const [first] = withTaskDays(fixture('commune-plan-wrapped-2026.txt')).tasks
  expect(first?.due?.said).toBe('Tổ chức 09 buổi truyền thông tại các thôn trong tháng 6/2026.')
})

test('a part has the day that stands in it, and the task does not', () => {
  const text = [
    'ỦY BAN NHÂN DÂN XÃ ĐĂK HÀ',
    'Số: 12/KH-UBND',
    'Đăk Hà, ngày 05 tháng 01 năm 2026',
    'KẾ HOẠCH',
    'Công tác trẻ em năm 2026',
    'III. NHIỆM VỤ VÀ GIẢI PHÁP',
    '1. Chăm sóc sức khỏe trẻ em',
    'a) Khám sàng lọc',
    '- Khám tại các trường mầm non, hoàn thành trong quý III năm 2026.',
    '- Chủ trì: Trạm Y tế xã.',
    'b) Cân đo',
    '- Cân đo trẻ dưới 5 tuổi trước ngày 15/12/2026.',
    '- Chủ trì: Trạm Y tế xã.',
  ].join('\n')
  const [task] = withTaskDays(readPlanWithPlaces(text)).tasks
  expect([task?.due, ...(task?.parts ?? []).map(({ due }) => due?.on)]).toEqual([
    ...[null, '2026-09-30', '2026-12-15'],
  ])
})

test('the days of an earlier plan are not those of the next', () => {
  const { tasks } = withTaskDays(fixture('cells-on-lines-2026.txt'))
  expect(withoutTaskDays(tasks).map(({ due }) => due)).toEqual([null, null])
})
