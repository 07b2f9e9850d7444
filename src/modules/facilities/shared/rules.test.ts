import { describe, expect, test } from 'vitest'
import {
  checkInspection,
  dangerState,
  featureFamily,
  lackingKinds,
  overdueDays,
  readablePhone,
} from './rules.ts'

describe('what a place lacks', () => {
  test('a commune with nothing lacks its station, its schools, a place to read and a place to play', () => {
    expect(lackingKinds('commune', new Set())).toEqual([
      'health-station',
      'preschool',
      'primary-school',
      'culture-sport',
      'play-point',
    ])
  })

  test('what is there is not lacking; a nation is asked for nothing', () => {
    expect(lackingKinds('commune', new Set(['health-station', 'play-point']))).toEqual([
      'preschool',
      'primary-school',
      'culture-sport',
    ])
    expect(lackingKinds('nation', new Set())).toEqual([])
  })
})

describe('features that exclude one another', () => {
  test('urban and rural are one family; each project is its own, however it is written', () => {
    expect(featureFamily({ kind: 'urban', project: null })).toBe(
      featureFamily({ kind: 'rural', project: null }),
    )
    expect(featureFamily({ kind: 'pilot', project: 'IECD (UNICEF)' })).toBe(
      featureFamily({ kind: 'scale-up', project: 'iecd  unicef' }),
    )
    expect(featureFamily({ kind: 'pilot', project: 'IECD' })).not.toBe(
      featureFamily({ kind: 'pilot', project: 'Nuôi dạy con' }),
    )
    expect(featureFamily({ kind: 'remote', project: null })).toBe('remote')
  })
})

describe('looking at a dangerous place', () => {
  const known = { foundOn: '2026-03-01', today: '2026-06-15' }
  const seen = { inspectedOn: '2026-06-01', repair: 'warned', nextInspectionOn: '2026-07-01' } as const

  test.each([
    [seen, undefined],
    [{ ...seen, inspectedOn: '2026-06-16' }, 'facilities.inspection-in-future'],
    [{ ...seen, inspectedOn: '2026-02-28' }, 'facilities.inspection-before-found'],
    [{ ...seen, nextInspectionOn: null }, 'facilities.next-inspection-needed'],
    [{ ...seen, nextInspectionOn: '2026-06-01' }, 'facilities.next-inspection-not-later'],
    [{ ...seen, repair: 'done', nextInspectionOn: null }, undefined],
  ] as const)('%o gives %s', (inspection, refusal) => {
    expect(checkInspection(inspection, known)).toBe(refusal)
  })

  test('what is repaired needs no further inspection', () => {
    expect(dangerState({ ...seen, repair: 'done' })).toEqual({
      repair: 'done',
      repairedOn: '2026-06-01',
      lastInspectedOn: '2026-06-01',
      nextInspectionOn: null,
    })
  })

  test('an inspection is late from the day after it was due', () => {
    expect(overdueDays('2026-06-15', '2026-06-15')).toBe(0)
    expect(overdueDays('2026-06-10', '2026-06-15')).toBe(5)
    expect(overdueDays(null, '2026-06-15')).toBe(0)
  })
})

test.each([
  ['02603822111', '0260 3822 111'],
  ['0987600123', '0987 600 123'],
  ['111', '111'],
  ['+84987600123', '+84987600123'],
])('the number %s is written %s', (phone, written) => {
  expect(readablePhone(phone)).toBe(written)
})
