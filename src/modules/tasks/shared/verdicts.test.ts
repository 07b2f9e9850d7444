import { describe, expect, test } from 'vitest'
import type { TaskState } from '#modules/plans/shared/filing.ts'
import { targetDueOn, verdictOnTarget, verdictOnTask } from './verdicts.ts'

const interim = { kind: 'interim', asOf: '2026-06-30' } as const
const final = { kind: 'final', asOf: '2026-06-30' } as const

describe('what the figure says of a target', () => {
  const atLeast = { comparator: 'ge', value: 90, valueTo: null } as const
  const under = { comparator: 'lt', value: 20, valueTo: null } as const
  const rise = { ...atLeast, comparator: 'increase' } as const
  test.each([
    ['reached before its day', atLeast, { ...interim, figure: 91.5, dueOn: '2030-12-31' }, 'reached'],
    ['exactly reached', atLeast, { ...interim, figure: 90, dueOn: '2026-12-31' }, 'reached'],
    ['not yet, its day to come', atLeast, { ...interim, figure: 60, dueOn: '2026-12-31' }, null],
    ['its day has come', atLeast, { ...interim, figure: 60, dueOn: '2025-12-31' }, 'missed'],
    ['a final review ends the plan', atLeast, { ...final, figure: 60, dueOn: '2026-12-31' }, 'missed'],
    ['a rate to stay under', under, { ...interim, figure: 19.9, dueOn: null }, 'reached'],
    ['nobody knows', atLeast, { ...final, figure: null, dueOn: '2025-12-31' }, null],
    ['a rise since a year nobody recorded', rise, { ...final, figure: 5, dueOn: null }, null],
  ] as const)('%s', (_name, aim, asked, verdict) => {
    expect(verdictOnTarget(aim, asked)).toBe(verdict)
  })

  test('its day is the end of its year, else of the plan', () => {
    expect([targetDueOn(2026, 2030), targetDueOn(null, 2030), targetDueOn(null, null)]).toEqual([
      '2026-12-31',
      '2030-12-31',
      null,
    ])
  })
})

describe('what the state says of a task', () => {
  const standing = (state: TaskState, more: object = {}) => ({
    ...{ state, doneOn: state === 'done' ? '2026-06-10' : null, dueOn: '2026-12-31' },
    ...{ units: { total: 0, done: 0 }, ...more },
  })
  test.each([
    ['done', standing('done'), interim, 'reached'],
    ['done after the day of the review', standing('done', { doneOn: '2026-07-02' }), interim, null],
    ['done too late for a final review', standing('done', { doneOn: '2026-07-02' }), final, 'partly'],
    ['under way in time', standing('in-progress'), interim, null],
    ['under way past its day', standing('in-progress', { dueOn: '2026-05-31' }), interim, 'partly'],
    ['not begun past its day', standing('not-started', { dueOn: '2026-05-31' }), interim, 'missed'],
    ['not begun at the end', standing('not-started'), final, 'missed'],
    ['stopped', standing('stopped'), interim, 'missed'],
    ['all units have', standing('not-started', { units: { total: 12, done: 12 } }), interim, 'reached'],
    ['some units have', standing('done', { units: { total: 12, done: 7 } }), final, 'partly'],
    ['no unit has', standing('not-started', { units: { total: 12, done: 0 } }), final, 'missed'],
  ] as const)('%s', (_name, task, asked, verdict) => {
    expect(verdictOnTask(task, asked)).toBe(verdict)
  })
})
