import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { currentRegime } from './regime.ts'
import {
  dutiesOfUnit,
  dutyState,
  type EventRow,
  eventPeriod,
  type Known,
  noFoundDays,
  type Unit,
} from '../shared/duties-of-unit.ts'
import { dutyRange } from '../shared/periods.ts'

const commune: Unit = { id: 'c', kind: 'commune', validFrom: '2025-07-01', validTo: null }
const province: Unit = { ...commune, id: 'p', kind: 'province' }

function known(more: Partial<Known> = {}): Known {
  const nothing = { planDuties: [], sent: [], days: [], events: [] }
  return { regime: currentRegime(), ...nothing, followedFrom: '2026-01-01', today: '2026-08-03', ...more }
}

const sentOn = (code: string, period: string, at: string) => ({
  ...{ areaId: 'c', code, period, state: 'sent' as const, reportId: null, document: 'Công văn 12/UBND-VX' },
  ...{ firstSentAt: at, sentAt: at },
})

function one(code: string, period: string, more: Partial<Known> = {}, unit = commune) {
  const found = dutiesOfUnit(unit, Number(period.slice(0, 4)), known(more))
  return found.find((duty) => duty.code === code && duty.period === period)
}

describe('the duties of a commune', () => {
  test('a month, a year and a half each have their own', () => {
    const codes = dutiesOfUnit(commune, 2026, known()).map(({ code, period }) => `${code} ${period}`)
    expect(codes).toEqual(
      expect.arrayContaining(['ecd-half 2026-H1', 'ecd-year 2026', 'month-xa 2026-06', 'epi-month 2026-01']),
    )
    expect(codes).not.toContain('month-xa-old 2026-06')
    expect(codes).not.toContain('urgent-injury 2026')
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('they are in the order of their days, those without a day last', () => {
    const days = dutiesOfUnit(commune, 2026, known()).map(({ dueOn }) => dueOn ?? '9999')
    expect(days).toEqual(days.toSorted())
  })

  test('a day in the year after the period: immunization of 2026 by 13/01/2027', () => {
    expect(one('epi-year', '2026')?.dueOn).toBe('2027-01-13')
  })

  test('a merged commune inherits no duty of a period that ended before it began', () => {
    const all = dutiesOfUnit(commune, 2025, known()).map(({ period }) => dutyRange(period).to)
    expect(all.every((to) => to >= '2025-07-01')).toBe(true)
    expect(one('ecd-year', '2025')).toBeDefined()
  })

  test('one that ended leaves the period to its successor', () => {
    const ended = { ...commune, validTo: '2026-06-30' }
    expect(one('ecd-half', '2026-H1', {}, ended)).toBeDefined()
    expect(one('ecd-year', '2026', {}, ended)).toBeUndefined()
  })

  test('a rule holds only while it is in force: nutrition since July 2026, health statistics to March 2027', () => {
    expect(one('nutri-half', '2026-H1')).toBeUndefined()
    expect(one('nutri-half', '2027-H1')?.dueOn).toBe('2027-07-14')
    expect(one('health-month', '2027-02')).toBeDefined()
    expect(one('health-month', '2027-03')).toBeUndefined()
  })

  test('a province has its own days for the same duty', () => {
    const asked = known({ today: '2027-01-04' })
    const year = (unit: Unit) =>
      dutiesOfUnit(unit, 2026, asked).find(({ code }) => code === 'nutri-year')?.dueOn
    expect(year(commune)).toBe('2027-01-15')
    expect(year(province)).toBe('2027-01-29')
  })
})

describe('days that letters give', () => {
  const letter = { code: 'ecd-half', level: 'commune', period: '2026-H1', source: 'Công văn 5/SYT' }
  const far = { ...letter, dueOn: '2026-06-10', areaLft: 1, areaRgt: 900 }
  const near = { ...letter, dueOn: '2026-06-20', areaLft: 100, areaRgt: 200 }

  test('without a letter there is no day and nobody is late', () => {
    expect(one('ecd-half', '2026-H1')).toMatchObject({ dueOn: null, state: 'no-date' })
  })

  test('of two letters that of the nearer place counts', () => {
    expect(one('ecd-half', '2026-H1', { days: [far, near] })).toMatchObject({
      dueOn: '2026-06-20',
      state: 'late',
      dateSource: 'Công văn 5/SYT',
    })
  })

  test('a letter stands over the rule of the regime', () => {
    const days = [{ ...near, code: 'ecd-year', period: '2026', dueOn: '2026-12-10' }]
    expect(one('ecd-year', '2026', { days })?.dueOn).toBe('2026-12-10')
  })

  test('a letter to provinces sets no day for communes', () => {
    expect(one('ecd-half', '2026-H1', { days: [{ ...far, level: 'province' }] })?.dueOn).toBeNull()
  })
})

describe('many units asked one after the other', () => {
  test('have the same duties as each asked alone: their own letters, events, senders and days', () => {
    const letter = { code: 'ecd-half', level: 'commune', period: '2026-H1', source: 'Công văn 5/SYT' }
    const ofLetter = { days: [{ ...letter, dueOn: '2026-06-10', areaLft: 1, areaRgt: 900 }] }
    const reaction = { id: '00000000-0000-7000-8000-000000000002', areaId: 'c', code: 'epi-aefi' }
    const ofEvent = { events: [{ ...reaction, happenedAt: '2026-07-25T20:00:00+07:00' }] }
    const all: [Unit, Partial<Known>][] = [
      [commune, ofLetter],
      [commune, {}],
      [province, ofLetter],
      [commune, ofEvent],
      [{ ...commune, validTo: '2026-06-30' }, {}],
    ]
    const found = noFoundDays()
    const together = all.map(([unit, more]) => dutiesOfUnit(unit, 2026, known({ ...more, found })))
    expect(together).toEqual(all.map(([unit, more]) => dutiesOfUnit(unit, 2026, known(more))))
  })
})

describe('what was sent', () => {
  test('in time, late, and again after a return', () => {
    const inTime = { sent: [sentOn('month-xa', '2026-06', '2026-07-20T16:59:00Z')] }
    const late = { sent: [sentOn('month-xa', '2026-06', '2026-07-20T17:01:00Z')] }
    expect(one('month-xa', '2026-06', inTime)).toMatchObject({
      state: 'sent',
      isSentLate: false,
      isByHand: true,
    })
    expect(one('month-xa', '2026-06', late)).toMatchObject({ state: 'sent', isSentLate: true })
    const again = {
      sent: [{ ...sentOn('month-xa', '2026-06', '2026-07-01T02:00:00Z'), sentAt: '2026-08-01T02:00:00Z' }],
    }
    expect(one('month-xa', '2026-06', again)?.isSentLate).toBe(false)
  })

  test('what another unit sent says nothing here', () => {
    const sent = [{ ...sentOn('month-xa', '2026-06', '2026-07-01T02:00:00Z'), areaId: 'other' }]
    expect(one('month-xa', '2026-06', { sent })?.state).toBe('late')
  })
})

describe('what follows an event', () => {
  const forum: EventRow = {
    id: '00000000-0000-7000-8000-000000000001',
    areaId: 'c',
    code: 'forum-xa',
    happenedAt: '2026-07-25T08:00:00+07:00',
  }

  test('a forum calls for a report within fifteen days', () => {
    expect(one('forum-xa', eventPeriod(forum), { events: [forum] })).toMatchObject({
      dueOn: '2026-08-10',
      state: 'due-soon',
    })
  })

  test('without an event there is no duty', () => {
    expect(dutiesOfUnit(commune, 2026, known()).some(({ code }) => code === 'forum-xa')).toBe(false)
  })

  test('a severe reaction has its hour', () => {
    const reaction = { ...forum, code: 'epi-aefi', happenedAt: '2026-07-25T20:00:00+07:00' }
    const period = eventPeriod(reaction)
    expect(one('epi-aefi', period, { events: [reaction] })?.dueAt).toBe('2026-07-26T13:00:00.000Z')
    const sent = [sentOn('epi-aefi', period, '2026-07-26T13:00:01Z')]
    expect(one('epi-aefi', period, { events: [reaction], sent })?.isSentLate).toBe(true)
  })
})

describe('the state of a duty', () => {
  const anyDay = fc.integer({ min: -400, max: 400 }).map((count) => addDays('2026-06-15', count))
  const now = { followedFrom: '2026-03-01', soonDays: 10 }

  test('follows from the day alone while nothing was sent', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (dueOn, today) => {
        const state = dutyState({ dueOn }, undefined, { ...now, today })
        if (dueOn < now.followedFrom) expect(state).toBe('earlier')
        else if (dueOn < today) expect(state).toBe('late')
        else expect(state).toBe(dueOn <= addDays(today, 10) ? 'due-soon' : 'not-due')
      }),
    )
  })

  test('never goes back to "due" as days pass, and is never late once it was sent', () => {
    const order = ['not-due', 'due-soon', 'late']
    fc.assert(
      fc.property(anyDay, anyDay, fc.nat(60), (dueOn, today, more) => {
        fc.pre(dueOn >= now.followedFrom)
        const at = (day: string) => order.indexOf(dutyState({ dueOn }, undefined, { ...now, today: day }))
        expect(at(addDays(today, more))).toBeGreaterThanOrEqual(at(today))
        expect(dutyState({ dueOn }, { state: 'sent' }, { ...now, today })).toBe('sent')
      }),
    )
  })
})
