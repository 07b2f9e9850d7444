import { expect, test } from 'vitest'
import { takeOver } from './merge-parts.ts'

const typed = (key: string, value: number) => ({
  ...{ key, value, source: 'typed' as const, by: 'Y Hoa', at: '2026-05-01T00:00:00Z', reason: 'Theo sổ' },
  version: 1,
})
const written = (key: string, text: string) => ({ key, text, version: 1, by: 'Y Hoa', at: '' })

test('numbers of a village come over, a total of the part does not, and nothing is written over', () => {
  const own = { typed: [typed('children.b.male', 9)], written: [written('1.1', 'Của xã mới.')] }
  const part = {
    name: 'Xã Đăk Pne',
    typed: [
      typed('children.a.male', 5),
      typed('children.b.male', 4),
      typed('children.total.poor', 7),
      typed('special.1.number', 2),
    ],
    written: [written('1.1', 'Đã ban hành 2 văn bản.'), written('1.2', ' '), written('1.3', 'Họp 1 lần.')],
  }
  expect(takeOver(own, part)).toEqual({
    typed: [typed('children.a.male', 5)],
    texts: [
      { key: '1.1', text: 'Của xã mới.\nXã Đăk Pne:\nĐã ban hành 2 văn bản.' },
      { key: '1.3', text: 'Xã Đăk Pne:\nHọp 1 lần.' },
    ],
    left: ['children.total.poor', 'special.1.number'],
  })
})
