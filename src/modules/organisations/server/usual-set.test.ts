import { describe, expect, test } from 'vitest'
import { usualAgencies } from './usual-set.ts'

const { agencies, successions } = usualAgencies()

describe('the usual set of agencies', () => {
  test('codes are once a level; each body above is of the same level and stands before', () => {
    const seen = new Set<string>()
    for (const { level, code, parent } of agencies) {
      expect(seen.has(`${level} ${code}`), code).toBe(false)
      if (parent !== null) expect(seen.has(`${level} ${parent}`), `${code} below ${parent}`).toBe(true)
      seen.add(`${level} ${code}`)
    }
    for (const { level, from, to } of successions) {
      expect(seen.has(`${level} ${from}`), from).toBe(true)
      expect(seen.has(`${level} ${to}`), to).toBe(true)
    }
  })

  test('every body of a district ends on 30 June 2025 (Luật 72/2025/QH15)', () => {
    const ends = agencies.filter(({ level }) => level === 'district').map(({ to }) => to)
    expect(new Set(ends)).toEqual(new Set(['2025-06-30']))
  })

  test('child affairs go from labour to health on 1 March 2025; what provinces did is marked as unverified', () => {
    const labour = successions.filter(({ from }) => from.startsWith('labour-'))
    expect(labour.map(({ level, to, on, certain }) => [level, to, on, certain])).toEqual([
      ['nation', 'health-ministry', '2025-03-01', true],
      ['province', 'health-department', '2025-03-01', false],
      ['commune', 'culture-social-division', '2025-07-01', true],
    ])
  })

  test('a day that is not certain says where it comes from', () => {
    for (const { code, fromCertain, toCertain, source } of agencies)
      if (!fromCertain || !toCertain) expect(source, code).toContain('chưa kiểm chứng')
  })
})
