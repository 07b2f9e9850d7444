import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ecdi2030Codes,
  mchatCodes,
  micsCodes,
  scoreEcdi2030,
  scoreMchat,
  scoreMics,
} from './survey-scores.ts'

/** UNICEF's cut scores. */
const scoring = {
  kind: 'cut-scores' as const,
  cuts: [
    { fromMonths: 24, score: 7 },
    { fromMonths: 30, score: 9 },
    { fromMonths: 36, score: 11 },
    { fromMonths: 42, score: 13 },
    { fromMonths: 48, score: 15 },
  ],
}

const all = (codes: readonly string[], answer: string, more: Record<string, string> = {}) =>
  new Map([...codes.map((code): [string, string] => [code, answer]), ...Object.entries(more)])

describe('ECDI2030', () => {
  /** The first `count` plain items are reached, EC39 and EC40 are not. */
  const reached = (count: number) =>
    new Map(
      ecdi2030Codes.map((code, place): [string, string] => [
        code,
        code === 'EC40' ? '5' : place < count ? '1' : '2',
      ]),
    )
  const without39 = (count: number) => new Map(reached(count)).set('EC39', '1')

  test.each([
    [24, 7],
    [29.99, 7],
    [30, 9],
    [36, 11],
    [42, 13],
    [48, 15],
    [59.9, 15],
  ])('at %d months the cut score is %d', (months, cut) => {
    expect(scoreEcdi2030(scoring, months, without39(cut))).toEqual({
      milestones: cut,
      cutScore: cut,
      onTrack: true,
    })
    expect(scoreEcdi2030(scoring, months, without39(cut - 1))?.onTrack).toBe(false)
  })

  test.each([23.99, 60, 0])('at %d months there is no score', (months) => {
    expect(scoreEcdi2030(scoring, months, all(ecdi2030Codes, '1'))).toBeUndefined()
  })

  test('without an age there is no score', () => {
    expect(scoreEcdi2030(scoring, null, all(ecdi2030Codes, '1'))).toBeUndefined()
  })

  test('sadness counts from weekly on, hitting up to the same as others', () => {
    const none = all(ecdi2030Codes, '8', { EC39: '1', EC40: '5' })
    const milestones = (more: Record<string, string>) =>
      scoreEcdi2030(scoring, 40, new Map([...none, ...Object.entries(more)]))?.milestones
    expect(['1', '2', '3', '4', '5', '8', ''].map((EC39) => milestones({ EC39 }))).toEqual([
      0, 1, 1, 1, 1, 0, 0,
    ])
    expect(['1', '2', '3', '4', '5', '8', ''].map((EC40) => milestones({ EC40 }))).toEqual([
      1, 1, 1, 0, 0, 0, 0,
    ])
  })

  test("don't know and missing are not reached", () => {
    expect(scoreEcdi2030(scoring, 30, all(ecdi2030Codes, '8'))?.milestones).toBe(0)
    expect(scoreEcdi2030(scoring, 30, new Map())?.milestones).toBe(0)
  })

  test('one more item reached never lowers the score', () => {
    const answers = fc.array(fc.constantFrom('1', '2', '8', ''), { minLength: 18, maxLength: 18 })
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 17 }), (given, place) => {
        const of = (list: string[]) =>
          scoreEcdi2030(scoring, 45, new Map(list.map((one, at) => [`EC${at + 21}`, one])))
        const better = of(given.with(place, '1'))?.milestones ?? 0
        return better >= (of(given)?.milestones ?? 0)
      }),
    )
  })
})

describe('the older index of ten items', () => {
  test('all good answers: on track in the four domains', () => {
    const good = all(micsCodes, '1', { EC10: '2', EC14: '2', EC15: '2' })
    expect(scoreMics(36, good)).toEqual({
      literacy_numeracy: true,
      physical: true,
      learning: true,
      social_emotional: true,
      onTrack: true,
    })
  })

  test('on track as a whole by three of four domains', () => {
    const base = all(micsCodes, '8', { EC9: '1', EC11: '1' })
    expect(scoreMics(40, base)).toMatchObject({ physical: true, learning: true, onTrack: false })
    expect(scoreMics(40, new Map([...base, ['EC13', '1'], ['EC14', '2']]))).toMatchObject({
      social_emotional: true,
      literacy_numeracy: false,
      onTrack: true,
    })
  })

  test("reversed items: no is good, don't know is not", () => {
    const only = (more: Record<string, string>) => scoreMics(40, all(micsCodes, '', more))
    expect([
      only({ EC10: '2' })?.physical,
      only({ EC10: '1' })?.physical,
      only({ EC10: '8' })?.physical,
    ]).toEqual([true, false, false])
  })

  test('only from 36 to 59 months', () => {
    const good = all(micsCodes, '1')
    expect([scoreMics(35.9, good), scoreMics(60, good)]).toEqual([undefined, undefined])
    expect(scoreMics(59.9, good)).toBeDefined()
  })
})

describe('M-CHAT-R', () => {
  /** Nothing of concern: yes everywhere but in 2, 5 and 12. */
  const fine = all(mchatCodes, 'Y', { Q2: 'N', Q5: 'N', Q12: 'N' })
  const with_ = (...codes: string[]) =>
    new Map(
      [...fine].map(([code, answer]): [string, string] => [
        code,
        codes.includes(code) ? (answer === 'Y' ? 'N' : 'Y') : answer,
      ]),
    )

  test.each([
    [[], 0, 'low'],
    [['Q1', 'Q2'], 2, 'low'],
    [['Q1', 'Q2', 'Q5'], 3, 'moderate'],
    [['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7'], 7, 'moderate'],
    [['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q12'], 8, 'high'],
    [mchatCodes, 20, 'high'],
  ])('%j score %d: %s', (codes, score, risk) => {
    expect(scoreMchat(with_(...codes))).toEqual({ score, risk })
  })

  test('small letters count; a missing answer leaves no score', () => {
    expect(scoreMchat(new Map([...fine].map(([code, answer]) => [code, answer.toLowerCase()])))?.score).toBe(
      0,
    )
    expect(scoreMchat(new Map([...fine, ['Q7', '']]))).toBeUndefined()
  })
})
