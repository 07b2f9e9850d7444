import { describe, expect, test } from 'vitest'
import { screeningTools } from './tools.ts'
import { isInForceOn, itemsForAge, nextLook, resultOf, screeningAge } from '../shared/result.ts'
import { offeredTools } from '../shared/offer.ts'
import type { Answer, Tool } from '../shared/tool.ts'

function toolNamed(name: string): Tool {
  const tool = screeningTools().find((one) => one.tool === name)
  if (!tool) throw new Error(`no tool ${name}`)
  return tool
}

const signs = toolNamed('warning-signs')
const answersOf = (tool: Tool, months: number, answer: Answer, more: Record<string, Answer> = {}) => ({
  ...Object.fromEntries(itemsForAge(tool, months).map(({ code }) => [code, answer])),
  ...more,
})

describe('the reference data', () => {
  test('codes are unique within a tool, and every item can be asked', () => {
    for (const { items, toMonths } of screeningTools()) {
      expect(new Set(items.map(({ code }) => code)).size).toBe(items.length)
      expect(items.every(({ fromMonths }) => fromMonths <= toMonths)).toBe(true)
    }
  })

  test('M-CHAT-R holds numbers and no text', () => {
    expect(toolNamed('mchat-r').items.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, () => null))
  })
})

describe('warning signs (QĐ 2254/QĐ-BYT)', () => {
  test.each([
    [6, ['W06-smile', 'WANY-loss']],
    [9, ['W06-smile', 'W09-share', 'WANY-loss']],
    [12, ['W06-smile', 'W09-share', 'W12-babble', 'W12-gesture', 'WANY-loss']],
    [72, ['W06-smile', 'W09-share', 'W12-babble', 'W12-gesture', 'W16-word', 'W24-phrase', 'WANY-loss']],
  ])('at %d months the signs of that age and all younger ones are asked', (months, codes) => {
    expect(itemsForAge(signs, months).map(({ code }) => code)).toEqual(codes)
  })

  test('one sign is suspicion and a referral; none is clear', () => {
    expect(resultOf(signs, 12, answersOf(signs, 12, 'no'))).toEqual({
      result: 'clear',
      score: 0,
      refers: false,
    })
    expect(resultOf(signs, 12, answersOf(signs, 12, 'no', { 'W12-babble': 'yes' }))).toEqual({
      result: 'suspected',
      score: 1,
      refers: true,
    })
  })

  test('a lost skill is urgent', () => {
    expect(resultOf(signs, 30, answersOf(signs, 30, 'no', { 'WANY-loss': 'yes' }))?.result).toBe('urgent')
  })

  test('not seen is not no', () => {
    expect(resultOf(signs, 12, answersOf(signs, 12, 'no', { 'W12-gesture': 'not-seen' }))?.result).toBe(
      'incomplete',
    )
  })

  test('a sign of an older age does not count for a younger child', () => {
    expect(resultOf(signs, 9, answersOf(signs, 9, 'no', { 'W24-phrase': 'yes' }))?.result).toBe('clear')
  })
})

describe('other tools', () => {
  test('milestones: one behind is watched, two are referred', () => {
    const tool = toolNamed('milestones')
    const result = (more: Record<string, Answer>) =>
      resultOf(tool, 18, answersOf(tool, 18, 'yes', more))?.result
    expect([
      result({}),
      result({ 'M18-word': 'no' }),
      result({ 'M18-word': 'no', 'M12-wave': 'no' }),
    ]).toEqual(['clear', 'watch', 'suspected'])
  })

  test('readiness: enough skills and one in each field', () => {
    const tool = toolNamed('school-readiness')
    const result = (more: Record<string, Answer>) => resultOf(tool, 70, answersOf(tool, 70, 'yes', more))
    expect(result({ 'R-think-sort': 'no', 'R-lang-ask': 'no' })).toEqual({
      result: 'ready',
      score: 10,
      refers: false,
    })
    expect(result({ 'R-self-care': 'no' })?.result).toBe('support')
  })

  test('M-CHAT-R: cut-offs, and no risk from an unfinished form unless it is high already', () => {
    const tool = toolNamed('mchat-r')
    const fine = answersOf(tool, 20, 'yes', { Q2: 'no', Q5: 'no', Q12: 'no' })
    expect(resultOf(tool, 20, fine)).toEqual({ result: 'low', score: 0, refers: false })
    expect(resultOf(tool, 20, { ...fine, Q1: 'no', Q3: 'no', Q5: 'yes' })?.result).toBe('moderate')
    expect(resultOf(tool, 20, { ...fine, Q1: 'not-seen' })?.result).toBe('incomplete')
  })

  test('ECDI2030 says nothing of one child', () => {
    expect(resultOf(toolNamed('ecdi2030'), 40, {})).toBeUndefined()
  })
})

describe('ages and days', () => {
  test('weeks born early are taken off until two years', () => {
    expect(screeningAge('2025-11-22', '2026-11-22', 0)).toBeCloseTo(11.99, 2)
    expect(screeningAge('2025-11-22', '2026-11-22', 8)).toBeCloseTo(10.15, 2)
    expect(screeningAge('2023-11-22', '2026-11-22', 8)).toBeCloseTo(36.01, 2)
  })

  test('next: a month after a doubt, else the next age of the timetable, nothing after the last', () => {
    const child = { bornOn: '2025-11-22' }
    expect(nextLook(signs, child, '2026-11-22', 'suspected')).toBe('2026-12-22')
    expect(nextLook(signs, child, '2026-11-22', 'clear')).toBe('2027-03-22')
    expect(nextLook(signs, child, '2031-11-22', 'clear')).toBeNull()
  })

  test('a retired version is in force up to its last day', () => {
    const retired = { inForceFrom: '2021-01-01', retiredOn: '2026-06-30' }
    expect([isInForceOn(retired, '2026-06-30'), isInForceOn(retired, '2026-07-01')]).toEqual([true, false])
  })

  test('offered by age, what is due first; never a measure of groups', () => {
    const offered = offeredTools(screeningTools(), { bornOn: '2025-05-22' }, [], '2026-11-22')
    expect(offered.map(({ tool }) => tool)).toEqual([
      'warning-signs',
      'milestones',
      'vision-hearing',
      'mchat-r',
    ])
    expect(offered[0]?.dueOn).toBe('2026-09-22')
    const four = offeredTools(screeningTools(), { bornOn: '2022-05-22' }, [], '2026-11-22')
    expect(four.map(({ tool }) => tool)).not.toContain('ecdi2030')
  })
})
