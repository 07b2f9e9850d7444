import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '#base/day.ts'
import { addWorkingDays, isWorkingDay } from '#base/working-days.ts'
import { type DueFacts, type DueSettings, dueOf, parseDueRule } from './due-rule.ts'

const usual: DueSettings = { isDayItselfGood: false, movesFromDayOff: true }
const year2026: DueFacts = { periodEnd: '2026-12-31', year: 2026, eventAt: undefined, setOn: undefined }

function dueDay(rule: string, facts: Partial<DueFacts> = {}, settings: Partial<DueSettings> = {}) {
  const parsed = parseDueRule(rule)
  if (!parsed) throw new Error(`${rule} is no rule`)
  return dueOf(parsed, { ...year2026, ...facts }, { ...usual, ...settings })
}

describe('the grammar', () => {
  test.each([
    'fixed:01-20',
    'before:11-30',
    'event+15d',
    'event+5wd',
    'event+24h',
    'periodEnd+10wd',
    'periodEnd+3d',
    'set-yearly',
    'at-once',
  ])('%s is a rule', (text) => {
    expect(parseDueRule(text)).toBeDefined()
  })

  test.each([
    '',
    'before:31-11',
    'fixed:02-30',
    'before:02-29',
    'periodEnd+24h',
    'event+',
    'event+1000d',
    'yearly',
  ])('%j is none', (text) => {
    expect(parseDueRule(text)).toBeUndefined()
  })

  test('nothing that is not written in the grammar is taken for a rule', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const isWritten =
          /^((fixed|before):\d{2}-\d{2}|event\+\d{1,3}(wd|d|h)|periodEnd\+\d{1,3}(wd|d)|set-yearly|at-once)$/
        expect(parseDueRule(text) === undefined || isWritten.test(text)).toBe(true)
      }),
    )
  })
})

describe('the last good day', () => {
  test('"before 20/07" ends on 19/07; on a Sunday on the Monday after', () => {
    expect(dueDay('before:07-20', { year: 2027 })?.dueOn).toBe('2027-07-19')
    expect(dueDay('before:07-20')).toMatchObject({ nominalOn: '2026-07-19', dueOn: '2026-07-20' })
  })

  test('"before 30/11/2026" is Sunday 29/11, so Monday 30/11; where days off do not move it, 29/11', () => {
    expect(dueDay('before:11-30')).toMatchObject({ nominalOn: '2026-11-29', dueOn: '2026-11-30' })
    expect(dueDay('before:11-30', {}, { movesFromDayOff: false })?.dueOn).toBe('2026-11-29')
  })

  test('where the day itself is taken, "before" is "on or before"', () => {
    expect(dueDay('before:12-25', {}, { isDayItselfGood: true })?.dueOn).toBe('2026-12-25')
    expect(dueDay('before:12-25')?.dueOn).toBe('2026-12-24')
  })

  test('ten working days after 30/06/2026 are 14/07; five after the year go round 01/01', () => {
    expect(dueDay('periodEnd+10wd', { periodEnd: '2026-06-30' })?.dueOn).toBe('2026-07-14')
    expect(dueDay('periodEnd+5wd', { periodEnd: '2025-12-31' })?.dueOn).toBe('2026-01-08')
  })

  test('the fifth working day after January 2026 is not moved by Tết, the twentieth is', () => {
    expect(dueDay('periodEnd+5wd', { periodEnd: '2026-01-31' })?.dueOn).toBe('2026-02-06')
    expect(dueDay('periodEnd+20wd', { periodEnd: '2026-01-31' })?.dueOn).toBe('2026-03-06')
  })

  test('a Saturday that is worked in exchange counts: 04/05/2024 for 29/04', () => {
    expect(dueDay('periodEnd+3wd', { periodEnd: '2024-04-30' })?.dueOn).toBe('2024-05-04')
  })

  test('day 3 of the next month, moved from a Saturday', () => {
    expect(dueDay('periodEnd+3d', { periodEnd: '2026-09-30' })).toMatchObject({
      nominalOn: '2026-10-03',
      dueOn: '2026-10-05',
    })
  })

  test('fifteen days after a forum; the day of the event is that of Viet Nam', () => {
    expect(dueDay('event+15d', { eventAt: '2026-05-29T18:30:00.000Z' })).toMatchObject({
      nominalOn: '2026-06-14',
      dueOn: '2026-06-15',
    })
  })

  test('24 hours run through the night and through Tết', () => {
    expect(dueDay('event+24h', { eventAt: '2026-02-16T22:00:00+07:00' })).toMatchObject({
      dueAt: '2026-02-17T15:00:00.000Z',
      dueOn: '2026-02-17',
    })
  })

  test('at once is due at the very moment', () => {
    expect(dueDay('at-once', { eventAt: '2026-06-13T10:00:00+07:00' })?.dueAt).toBe(
      '2026-06-13T03:00:00.000Z',
    )
  })

  test('what a letter sets is taken as it is, on a day off too; without a letter there is no day', () => {
    expect(dueDay('set-yearly', { setOn: '2026-06-14' })?.dueOn).toBe('2026-06-14')
    expect(dueDay('set-yearly')).toBeUndefined()
    expect(dueDay('event+15d')).toBeUndefined()
  })

  test('beyond the calendar that was announced it is provisional', () => {
    expect(dueDay('periodEnd+10wd')?.isProvisional).toBe(true)
    expect(dueDay('periodEnd+10wd', { periodEnd: '2026-06-30' })?.isProvisional).toBe(false)
  })
})

const anyDay = fc.integer({ min: 0, max: 1_400 }).map((count) => addDays('2023-02-01', count))
const counts = fc.integer({ min: 1, max: 60 })

describe('for any day', () => {
  test('N working days after the period are the term that the law counts', () => {
    fc.assert(
      fc.property(anyDay, counts, (periodEnd, count) => {
        const due = dueDay(`periodEnd+${count}wd`, { periodEnd })?.dueOn ?? ''
        expect(due).toBe(addWorkingDays(periodEnd, count))
      }),
    )
  })

  test('calendar days never end on a day off, never earlier than said, and move by less than a long holiday', () => {
    fc.assert(
      fc.property(anyDay, counts, (periodEnd, count) => {
        const due = dueDay(`periodEnd+${count}d`, { periodEnd })
        expect(isWorkingDay(due?.dueOn ?? '')).toBe(true)
        const moved = daysBetween(due?.nominalOn ?? '', due?.dueOn ?? '')
        expect(moved).toBeGreaterThanOrEqual(0)
        expect(moved).toBeLessThan(10)
      }),
    )
  })

  test('more time is never due earlier, and working days are never due before calendar days', () => {
    fc.assert(
      fc.property(anyDay, counts, (periodEnd, count) => {
        const [shorter, longer] = [`periodEnd+${count}wd`, `periodEnd+${count + 1}wd`]
        expect(
          (dueDay(shorter, { periodEnd })?.dueOn ?? '') < (dueDay(longer, { periodEnd })?.dueOn ?? ''),
        ).toBe(true)
        const calendar = dueDay(`periodEnd+${count}d`, { periodEnd })?.nominalOn ?? ''
        expect(calendar <= (dueDay(shorter, { periodEnd })?.dueOn ?? '')).toBe(true)
      }),
    )
  })

  test('hours are counted to the minute, whatever the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 72 }), (day, hours) => {
        const eventAt = `${day}T16:30:00+07:00`
        const dueAt = dueDay(`event+${hours}h`, { eventAt })?.dueAt ?? ''
        expect(Date.parse(dueAt) - Date.parse(eventAt)).toBe(hours * 3_600_000)
      }),
    )
  })
})
