import { describe, expect, test } from 'vitest'
import { currentRegime } from './regime.ts'

const { duties } = currentRegime()

describe('the reporting regime', () => {
  test('every code stands once, and a level sends a duty once', () => {
    expect(new Set(duties.map(({ code }) => code)).size).toBe(duties.length)
    for (const { senders } of duties)
      expect(new Set(senders.map(({ level }) => level)).size).toBe(senders.length)
  })

  test('every duty names its source; only urgent ones and those after an event have no period', () => {
    expect(duties.filter(({ source }) => source.trim() === '')).toEqual([])
    for (const { urgent, cycle } of duties) if (urgent) expect(cycle).toBe('event')
  })

  test('rules that begin with an event stand only on duties after an event', () => {
    const wrong = duties.filter(({ cycle, senders }) =>
      senders.some(({ rule }) => /^(event|at-once)/.test(rule) !== (cycle === 'event')),
    )
    expect(wrong).toEqual([])
  })

  test.each([
    ['ecd-year', 'commune', 'before:11-30'],
    ['month-xa', 'commune', 'before:07-20'],
    ['month-tinh', 'province', 'before:07-31'],
    ['forum-xa', 'commune', 'event+15d'],
    ['altcare-year', 'province', 'before:12-25'],
    ['nutri-year', 'province', 'periodEnd+20wd'],
    ['epi-aefi', 'commune', 'event+24h'],
    ['epi-need', 'province', 'before:05-30'],
    ['health-month', 'commune', 'periodEnd+5wd'],
  ])('%s of a %s is %s', (code, level, rule) => {
    const duty = duties.find((one) => one.code === code)
    expect(duty?.senders.find((one) => one.level === level)?.rule).toBe(rule)
  })
})
