import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { TaskState } from '#modules/plans/shared/filing.ts'
import { byDue, daysLate, dueOf, evidenceType, refusalOfChange, shownState, timeGroup } from './rules.ts'

const today = '2026-06-15'

describe('a task is late', () => {
  test.each([
    ['not-started', '2026-06-14', 'late', 1],
    ['in-progress', '2026-05-15', 'late', 31],
    ['in-progress', '2026-06-15', 'in-progress', 0],
    ['not-started', null, 'not-started', 0],
    ['done', '2026-01-01', 'done', 0],
    ['stopped', '2026-01-01', 'stopped', 0],
  ] as const)('%s, due %s: %s, %i days', (state, dueOn, shown, days) => {
    expect([shownState(state, dueOn, today), daysLate(state, dueOn, today)]).toEqual([shown, days])
  })

  test('exactly when there are days of delay', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TaskState.options),
        fc.integer({ min: -400, max: 400 }),
        (state, days) => {
          const dueOn = addDays(today, days)
          return (shownState(state, dueOn, today) === 'late') === daysLate(state, dueOn, today) > 0
        },
      ),
    )
  })
})

test.each([
  [
    { own: '2026-05-01', above: '2026-06-01', printed: null, periodTo: 2026 },
    { dueOn: '2026-05-01', dueFrom: 'own' },
  ],
  [
    { own: null, above: '2026-06-01', printed: '2026-09-30', periodTo: 2026 },
    { dueOn: '2026-06-01', dueFrom: 'above' },
  ],
  [
    { own: null, above: null, printed: '2026-09-30', periodTo: 2026 },
    { dueOn: '2026-09-30', dueFrom: 'printed' },
  ],
  [
    { own: null, above: null, printed: null, periodTo: 2025 },
    { dueOn: '2025-12-31', dueFrom: 'plan' },
  ],
  [
    { own: null, above: null, printed: null, periodTo: null },
    { dueOn: null, dueFrom: null },
  ],
] as const)('the day of %o counts as %o', (given, due) => {
  expect(dueOf(given)).toEqual(due)
})

describe('a change', () => {
  const fine = { state: 'in-progress', doneOn: null, startsOn: null, dueOn: null, delayReason: null } as const

  test.each([
    [{}, null, undefined],
    [{}, '2026-06-14', 'tasks.late-needs-reason'],
    [{ delayReason: 'Chờ kinh phí' }, '2026-06-14', undefined],
    [{ state: 'stopped' }, null, 'tasks.stopped-needs-reason'],
    [{ state: 'stopped', delayReason: 'Trùng nhiệm vụ 3' }, null, undefined],
    [{ state: 'done' }, null, 'tasks.done-needs-day'],
    [{ state: 'done', doneOn: '2026-06-16' }, null, 'tasks.done-in-future'],
    [{ state: 'done', doneOn: '2026-06-15' }, '2026-01-01', undefined],
    [{ startsOn: '2026-06-20', dueOn: '2026-06-19' }, '2026-06-19', 'tasks.dates-in-order'],
  ] as const)('%o due %s: %s', (change, due, refusal) => {
    expect(refusalOfChange({ ...fine, ...change }, { due, today })).toBe(refusal)
  })
})

test.each([
  ['late', '2026-06-01', 'overdue'],
  ['in-progress', '2026-06-30', 'this-month'],
  ['in-progress', '2026-07-01', 'later'],
  ['not-started', null, 'no-day'],
  ['done', '2026-06-01', 'finished'],
  ['stopped', null, 'finished'],
] as const)('%s due %s stands under %s', (state, dueOn, group) => {
  expect(timeGroup({ state, dueOn }, today)).toBe(group)
})

test('what has no day comes last', () => {
  const lines = [
    { dueOn: null, title: 'a' },
    { dueOn: '2026-07-01', title: 'b' },
    { dueOn: '2026-06-01', title: 'c' },
  ]
  expect(lines.toSorted(byDue).map(({ title }) => title)).toEqual(['c', 'b', 'a'])
})

describe('evidence', () => {
  const pdf = Buffer.from('%PDF-1.7\n')

  test('is known by its ending and its first bytes', () => {
    expect(evidenceType('Quyết định 12.PDF', pdf)).toEqual({ ok: true, mediaType: 'application/pdf' })
    expect(
      evidenceType('anh.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
    ).toMatchObject({ ok: true })
  })

  test.each(['tep.exe', 'tep.pdf.exe', 'khong-duoi', 'anh.png'])(
    '%s with the bytes of a PDF is refused',
    (name) => {
      expect(evidenceType(name, pdf)).toEqual({ ok: false, reason: 'tasks.evidence-kind' })
    },
  )

  test('over ten megabytes it is refused', () => {
    const large = Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)])
    expect(evidenceType('lon.pdf', large)).toEqual({ ok: false, reason: 'tasks.evidence-size' })
  })
})
