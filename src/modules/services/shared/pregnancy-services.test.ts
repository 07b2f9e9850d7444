import { describe, expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { pkg } from '#test/service-package.ts'
import type { ServiceRecord } from './contract.ts'
import { pregnancyServices } from './pregnancy-services.ts'

/** The first day of the last period; the package counts from it. */
const start = '2026-01-01'
const expectedOn = addDays(start, 280)

type Given = [itemCode: string, day: number, answer?: ServiceRecord['answer']]

function on(day: number, given: readonly Given[] = [], endedOn: string | null = null) {
  const records = given.map(([itemCode, at, answer = 'done']): ServiceRecord => ({
    ...{ id: newId(), itemCode, dose: null, answer },
    doneOn: addDays(start, at),
  }))
  return pregnancyServices(pkg, { expectedOn, endedOn }, records, addDays(start, day))
}

const states = (day: number, given?: readonly Given[]) =>
  on(day, given).map(({ itemCode, state }) => `${itemCode} ${state}`)

describe('the ten services of a pregnancy (service-package.csv)', () => {
  test.each([
    [
      'week 8',
      56,
      ['ANC-1 due', 'ANC-2 coming', 'ANC-SCR coming', 'ANC-TET coming', 'ANC-NUT due', 'ANC-NUT coming'],
    ],
    ['week 12: the screening has begun', 84, ['ANC-1 due', 'ANC-2 coming', 'ANC-SCR due', 'MCH-BOOK due']],
    ['week 20: the first visit was missed', 140, ['ANC-1 not-applicable', 'ANC-2 due', 'ANC-TET due']],
    ['week 20: the book is still owed', 140, ['MCH-BOOK overdue', 'ANC-PREP due']],
    ['week 23: voluntary screening is over', 161, ['ANC-SCR not-applicable', 'ANC-2 due']],
    ['week 36', 252, ['ANC-3 not-applicable', 'ANC-4 due', 'ANC-TET overdue']],
    ['three days after term', 283, ['ANC-4 overdue', 'MCH-BOOK overdue']],
    ['five weeks after term nobody has written the birth down', 315, ['ANC-4 not-applicable']],
  ])('%s', (_, day, expected) => {
    expect(states(day)).toEqual(expect.arrayContaining(expected))
  })

  test('a window says its days and why', () => {
    const visit = on(140).find(({ itemCode }) => itemCode === 'ANC-2')
    expect(visit).toMatchObject({
      ...{ opensOn: addDays(start, 98), deadline: addDays(start, 195), daysLate: 0, mandatory: true },
      why: { vi: 'từ tuần 14 đến tuần 27 của thai kỳ' },
    })
    expect(on(140).find(({ itemCode }) => itemCode === 'MCH-BOOK')?.daysLate).toBe(140 - 97)
  })

  test('talks belong to the visits: one is answered within its visit only', () => {
    const given: Given[] = [['ANC-COUN', 50]]
    expect(states(56, given)).toContain('ANC-COUN done')
    expect(states(100, given)).toContain('ANC-COUN due')
    expect(states(90, given).filter((one) => one.startsWith('ANC-COUN'))).toEqual([
      'ANC-COUN done',
      'ANC-COUN coming',
    ])
  })

  test('tablets are of each month; a visit and tetanus are done whenever they were', () => {
    const given: Given[] = [
      ['ANC-NUT', 40],
      ['ANC-TET', 120],
      ['ANC-2', 97],
    ]
    expect(states(130, given)).toEqual(
      expect.arrayContaining(['ANC-NUT due', 'ANC-TET done', 'ANC-2 done', 'ANC-1 not-applicable']),
    )
  })

  test('a refusal answers; done later, it is done', () => {
    const refused: Given[] = [['ANC-TET', 120, 'refused']]
    expect(states(130, refused)).toContain('ANC-TET declined')
    expect(states(130, [...refused, ['ANC-TET', 125]])).toContain('ANC-TET done')
  })

  test('nothing is owed after the end: what was given stands', () => {
    const left = on(150, [['ANC-1', 60]], addDays(start, 145))
    expect(left.map(({ itemCode, state }) => [itemCode, state])).toEqual([['ANC-1', 'done']])
  })
})
