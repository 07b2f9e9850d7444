import { expect, test } from 'vitest'
import { failureLines } from './start-failure.ts'

test.each([
  [
    'a full disk',
    new Error('initdb failed', { cause: new Error('write: No space left on device') }),
    'Ổ đĩa đã đầy',
  ],
  [
    'a folder of another person',
    new Error("EACCES: permission denied, mkdir '/x/data'"),
    'Không có quyền ghi',
  ],
  ['a server that is away', new AggregateError([new Error('connect ECONNREFUSED ::1:1')]), 'không trả lời'],
  ['a wrong password', new Error('password authentication failed for user "a"'), 'tài khoản hoặc mật khẩu'],
  ['a database nobody made', new Error('database "uommam" does not exist'), 'Hãy tạo nó'],
])('%s: its own words, then what to do, in Vietnamese and English', (_, error, told) => {
  const lines = failureLines(error)
  expect(lines[0]).toMatch(/^Không khởi động được: \S/)
  expect(lines.at(-2)).toContain(told)
  expect(lines.at(-1)).toMatch(/^The /)
})

test('what nobody foresaw is said as it is', () => {
  expect(failureLines(new Error('x', { cause: new Error('y') }))).toEqual(['Không khởi động được: x', 'y'])
  expect(failureLines('z')).toEqual(['Không khởi động được: z'])
})
