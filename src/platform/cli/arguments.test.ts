import { describe, expect, test } from 'vitest'
import { mostWords, parseArguments } from './arguments.ts'

const read = { usage: 'FILE [--json]', options: ['json'] }
const list = { usage: '[--area CODE] [--late] [--json]', options: ['area', 'late', 'json'] }

describe('arguments of a command', () => {
  test('words and options in any order', () => {
    expect(parseArguments(['--json', 'a.txt'], read)).toEqual({ words: ['a.txt'], options: { json: 'true' } })
    expect(parseArguments(['--late', '--area', '23500'], list).options).toEqual({
      late: 'true',
      area: '23500',
    })
    expect(parseArguments(['--area=a=b'], list).options).toEqual({ area: 'a=b' })
  })

  test.each([
    ['a second file', ['a.txt', 'b.txt'], read, 'Thừa “b.txt”.'],
    ['a word behind an option that takes none', ['--late', 'x'], list, 'Thừa “x”.'],
    ['an unknown option', ['a.txt', '--fast'], read, 'Không có tùy chọn --fast.'],
    ['an option with one hyphen', ['a.txt', '-j'], read, 'Không có tùy chọn -j;'],
    ['an option without its value', ['--area'], list, 'Thiếu giá trị cho --area.'],
    ['an option in the place of a value', ['--area', '--json'], list, 'Thiếu giá trị cho --area.'],
  ])('%s is a wrong call', (_, words, command, message) => {
    expect(() => parseArguments(words, command)).toThrow(message)
  })

  test.each([
    ['', 0],
    ['FILE [--json]', 1],
    ['THƯ_MỤC | --built-in [--json]', 1],
    ['--tool ecdi2030|mchat-r FILE.csv [--json]', 1],
    ['--area CODE --period 2026[-2030] [--earlier N | --template CODE] [--json]', 0],
    ['TỆP.topo.json [TỆP ...] [--on NGÀY]', Infinity],
  ])('%s takes %d words', (usage, count) => {
    expect(mostWords(usage)).toBe(count)
  })
})
