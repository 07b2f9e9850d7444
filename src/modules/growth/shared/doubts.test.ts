import { expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import type { Assessment } from './assess.ts'
import { type Before, doubtsAbout, unitDoubts } from './doubts.ts'
import type { Measured } from './score-2006.ts'

const nothing = { headCm: null, armCm: null, tricepsMm: null, subscapularMm: null }
const none = { len: null, wei: null, wfl: null, bmi: null, hc: null, ac: null, ts: null, ss: null }
const bornOn = '2023-06-15'

type Asked = Partial<Measured> & { on?: string; before?: Before; scores?: Partial<Assessment['scores']> }

function doubts({ on = '2026-06-15', before, scores = {}, ...measured }: Asked) {
  return doubtsAbout({
    bornOn,
    measuredOn: on,
    measured: { weightKg: null, lenheiCm: null, position: null, oedema: false, ...nothing, ...measured },
    assessment: { ageDays: 0, scores: { ...none, ...scores }, classes: [] },
    before,
  })
}

const before = (daysAgo: number, weightKg: number | null, lenheiCm: number | null = null): Before => ({
  measuredOn: addDays('2026-06-15', -daysAgo),
  weightKg,
  lenheiCm,
})

test.each([
  [{ weightKg: 12.5, lenheiCm: 92 }, []],
  [{ weightKg: 12_500, lenheiCm: 92 }, ['weight-like-grams']],
  [{ weightKg: 12.5, lenheiCm: 0.92 }, ['lenhei-like-metres']],
  [{ weightKg: 150, lenheiCm: 20 }, []],
] as const)('%o looks like another unit: %o', (measured, expected) => {
  expect(unitDoubts(measured)).toEqual(expected)
})

test.each([
  ['a tenth less is believed', 9, []],
  ['more than a tenth less is not', 8.99, ['weight-dropped']],
  ['a third more within three months is not', 13.4, ['weight-jumped']],
  ['less than a third more is believed', 13.2, []],
] as const)('10 kg before: %s', (_, weightKg, expected) => {
  expect(doubts({ weightKg, before: before(92, 10) })).toEqual(expected)
})

test('a third more is believed after more than three months, and in the first year of life', () => {
  expect(doubts({ weightKg: 14, before: before(93, 10) })).toEqual([])
  const infant = { measuredOn: '2023-08-15', weightKg: 5, lenheiCm: null }
  expect(doubts({ weightKg: 7, on: '2023-09-15', before: infant })).toEqual([])
})

test('a newborn may lose a tenth of its weight in the first two weeks', () => {
  const born = { measuredOn: bornOn, weightKg: 3.2, lenheiCm: null }
  expect(doubts({ weightKg: 2.85, on: addDays(bornOn, 13), before: born })).toEqual([])
  expect(doubts({ weightKg: 2.85, on: addDays(bornOn, 14), before: born })).toEqual(['weight-dropped'])
})

test.each([
  ['1.5 cm shorter may be two measurers', 90.5, []],
  ['more is not believed', 90.4, ['shorter-than-before']],
  ['2.5 cm a month and 2 cm beside are believed', 96.4, []],
  ['more growth is not', 96.6, ['grew-too-fast']],
] as const)('92 cm a month before: %s', (_, lenheiCm, expected) => {
  expect(doubts({ lenheiCm, position: 'standing', before: before(30, null, 92) })).toEqual(expected)
})

test('nobody stands to be measured before nine months', () => {
  const standing = { lenheiCm: 70, position: 'standing' as const }
  expect(doubts({ ...standing, on: '2024-03-14' })).toEqual(['standing-too-young'])
  expect(doubts({ ...standing, on: '2024-03-15' })).toEqual([])
})

test('an implausible weight explains why weight and length do not fit: it is named alone', () => {
  const flag = { z: 9, flag: true }
  expect(doubts({ scores: { wei: flag, wfl: flag } })).toEqual(['weight-implausible'])
  expect(doubts({ scores: { wfl: flag, bmi: flag } })).toEqual(['weight-for-lenhei-implausible'])
})
