import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SendUrgent } from './urgent.ts'
import {
  emergencyHours,
  identifyingIn,
  isEmergency,
  legalClock,
  momentFault,
  stateOf,
  timeToSend,
} from './urgent-rules.ts'

const friday = '2026-06-12T16:30:00+07:00'
const violence = {
  kind: 'violence' as const,
  inDanger: true,
  harmedBy: 'parent' as const,
  learnedAt: friday,
  measureAt: null,
}
const at = (moment: string) => Date.parse(moment)

describe('the clock of 12 hours', () => {
  test('learned on Friday at 16:30, it ends on Saturday at 04:30', () => {
    expect(legalClock(violence, at('2026-06-13T04:00:00+07:00'))).toEqual({
      kind: 'running',
      dueAt: '2026-06-12T21:30:00.000Z',
      minutesLeft: 30,
    })
    expect(legalClock(violence, at('2026-06-13T05:30:00+07:00'))).toMatchObject({
      kind: 'over',
      minutesOver: 60,
    })
  })

  test('a measure stops it, in time or not', () => {
    const taken = (measureAt: string) => legalClock({ ...violence, measureAt }, at('2026-06-20T00:00:00Z'))
    expect(taken('2026-06-12T21:30:00.000Z')).toMatchObject({ kind: 'stopped', isInTime: true })
    expect(taken('2026-06-12T21:31:00.000Z')).toMatchObject({ kind: 'stopped', isInTime: false })
  })

  test.each([
    ['harm by a parent, not in danger', 'violence', false, 'parent', true],
    ['harm by a carer', 'neglect', false, 'carer', true],
    ['danger, by somebody unknown', 'sexual-abuse', true, 'unknown', true],
    ['no danger, by another child', 'violence', false, 'peer', false],
    ['a child that died', 'injury-death', true, null, false],
  ] as const)('%s', (...[, kind, inDanger, harmedBy, expected]) => {
    expect(isEmergency({ kind, inDanger, harmedBy })).toBe(expected)
    expect(legalClock({ ...violence, kind, inDanger, harmedBy }, at(friday)).kind === 'none').toBe(!expected)
  })

  test('nights, weekends and holidays do not stop it', () => {
    const start = at('2026-02-10T00:00:00Z')
    fc.assert(
      fc.property(fc.nat(40_000), fc.nat(3_000), (begin, passed) => {
        const learnedAt = new Date(start + begin * 60_000).toISOString()
        const clock = legalClock({ ...violence, learnedAt }, start + (begin + passed) * 60_000)
        if (clock.kind === 'running') expect(clock.minutesLeft + passed).toBe(emergencyHours * 60)
        else expect(clock).toMatchObject({ kind: 'over', minutesOver: passed - emergencyHours * 60 })
      }),
    )
  })
})

describe('nobody is named', () => {
  test.each([
    ['Cháu Y Hoa bị ngã xuống suối', 'name'],
    ['em Nguyễn Thị Lan', 'name'],
    ['nạn nhân tên là A Thiên', 'name'],
    ['Số định danh 062322760046', 'number'],
    ['gọi 0987 600 123', 'number'],
    ['Trẻ 5 tuổi bị đuối nước tại suối Đăk Uy, thôn Kon Trang Long Loi', undefined],
    ['Sự việc lúc 16 giờ 30 ngày 12/06/2026', undefined],
    ['Em ở nhà một mình', undefined],
  ])('%s: %s', (text, expected) => {
    expect(identifyingIn(text)).toBe(expected)
  })

  test('marks written apart are the same', () => {
    expect(identifyingIn('cháu Nguyễn Bé'.normalize('NFD'))).toBe('name')
  })
})

describe('moments', () => {
  const now = { at: at('2026-06-15T09:00:00+07:00'), today: '2026-06-15' }
  const known = { happenedAt: friday, learnedAt: '2026-06-12T18:00:00+07:00', diedOn: null }

  test('in their order they are right', () => {
    expect(momentFault(known, now)).toBeUndefined()
    expect(momentFault({ ...known, happenedAt: null }, now)).toBeUndefined()
  })

  test.each([
    [{ learnedAt: '2026-06-15T09:01:00+07:00' }, 'duties.urgent-in-future'],
    [{ diedOn: '2026-06-16' }, 'duties.urgent-in-future'],
    [{ learnedAt: '2026-06-12T16:00:00+07:00' }, 'duties.urgent-before-it-happened'],
  ])('%j: %s', (more, fault) => {
    expect(momentFault({ ...known, ...more }, now)).toBe(fault)
  })

  test('the time to send is shown in hours and minutes', () => {
    expect(timeToSend({ learnedAt: friday, sentAt: '2026-06-12T18:40:30+07:00' })).toEqual({
      hours: 2,
      minutes: 10,
    })
  })
})

test.each([
  [null, null, null, 'waiting'],
  ['x', null, null, 'received'],
  ['x', 'x', null, 'acknowledged'],
  ['x', null, 'x', 'withdrawn'],
] as const)(
  'received %s, answered %s, withdrawn %s: %s',
  (receivedAt, acknowledgedAt, withdrawnAt, state) => {
    expect(stateOf({ receivedAt, acknowledgedAt, withdrawnAt })).toBe(state)
  },
)

describe('what belongs together', () => {
  const base = {
    ...{ id: '00000000-0000-7000-8000-000000000001', kind: 'injury-death', sex: 'male', ageYears: 4 },
    ...{
      happenedAt: null,
      learnedAt: friday,
      placeKind: 'community',
      place: null,
      cause: '08',
      activity: null,
    },
    ...{ supervised: 'no', diedOn: '2026-06-12', harmedBy: null, inDanger: false, what: 'Đuối nước' },
    ...{ measures: 'Đã báo công an', source: 'station', told: [] },
  }

  test.each([
    ['a death with its cause and day', {}, true],
    ['a death without cause', { cause: null }, false],
    ['a death without day', { diedOn: null }, false],
    ['violence with a cause of injury', { kind: 'violence', harmedBy: 'peer' }, false],
    ['violence by somebody', { kind: 'violence', cause: null, diedOn: null, harmedBy: 'peer' }, true],
    ['violence by nobody', { kind: 'violence', cause: null, diedOn: null }, false],
    ['a person of 16', { ageYears: 16 }, false],
    ['nothing told', { what: ' ' }, false],
  ])('%s: %s', (_, more, isWhole) => {
    expect(SendUrgent.safeParse({ ...base, ...more }).success).toBe(isWhole)
  })
})
