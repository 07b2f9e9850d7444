import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { composerWarnings } from './composer-warnings.ts'
import type { PlanReading } from './contract.ts'
import { readPlan } from './read-plan.ts'

const reading = readPlan(
  readFileSync(new URL('fixtures/commune-plan-wrapped-2026.txt', import.meta.url), 'utf8'),
)
const basis = {
  number: '23/QĐ-TTg',
  date: '2021-01-07',
  issuer: 'Thủ tướng Chính phủ',
  title: 'Chương trình',
}
const whole: PlanReading = { ...reading, bases: [basis] }
const [target] = whole.targets
const [task] = whole.tasks
if (!target || !task) throw new Error('the fixture has targets and tasks')

const codes = (change: Partial<PlanReading>, told: PlanReading = whole) =>
  composerWarnings({
    reading: { ...whole, ...change },
    told,
    comparison: null,
    bases: [],
    today: '2026-01-05',
  }).map(({ code }) => code)
const lonely = { ...task, lead: [], parts: [] }

describe('what the composer warns of', () => {
  test('nothing in a whole plan', () => {
    expect(codes({})).toEqual([])
  })

  test.each<[string, Partial<PlanReading>]>([
    ['title-empty', { title: ' ' }],
    ['bases-empty', { bases: [] }],
    ['objective-empty', { objectives: { general: null, specific: [] } }],
    ['targets-empty', { targets: [] }],
    ['tasks-empty', { tasks: [] }],
    ['assignments-empty', { assignments: [] }],
    ['target-without-year', { targets: [{ ...target, year: null }] }],
    ['target-open', { targets: [{ ...target, measure: ' ' }] }],
    ['target-over-100', { targets: [{ ...target, value: 105, measure: 'trẻ khác' }] }],
    ['task-without-lead', { tasks: [lonely] }],
    ['task-open', { tasks: [{ ...task, title: '' }] }],
    ['task-without-content', { tasks: [{ ...task, solutions: [], parts: [] }] }],
    ['agency-not-existing', { tasks: [{ ...task, lead: ['Sở Lao động - Thương binh và Xã hội'] }] }],
    [
      'deadline-passed',
      { deadlines: [{ text: 'x', date: '2026-01-04', rule: null, who: null, section: null }] },
    ],
  ])('%s', (code, change) => {
    expect(codes(change)).toContain(code)
  })

  test('a task whose every part has a lead needs none of its own', () => {
    const part = { letter: 'a', title: 'Sức khỏe', solutions: [], lead: ['Trạm Y tế'], coordinating: [] }
    expect(codes({ tasks: [{ ...lonely, parts: [part] }] })).not.toContain('task-without-lead')
    expect(codes({ tasks: [{ ...lonely, parts: [part, { ...part, lead: [] }] }] })).toContain(
      'task-without-lead',
    )
  })

  test('a deadline of today or of this month has not passed', () => {
    const due = (date: string) => ({ text: 'x', date, rule: null, who: null, section: null })
    expect(codes({ deadlines: [due('2026-01-05'), due('2026-01')] })).toEqual([])
  })

  test('a sentence that says another number than the target', () => {
    expect(codes({ targets: [{ ...target, value: 95 }] })).toContain('target-contradicted')
  })

  test('what is weaker than above, missing or not to be compared; what is stricter is no warning', () => {
    const standing = ['missing', 'weaker', 'incomparable', 'stricter', 'equal'] as const
    const targets = standing.map((one) => ({
      ...{ targetId: 'x', measure: 'trẻ', demanded: '90%', isShare: false, own: '80%', standing: one },
    }))
    const comparison = { targets, missingTasks: [{ taskId: 'y', title: 'Truyền thông' }] }
    const found = composerWarnings({
      reading: whole,
      told: whole,
      comparison,
      bases: [],
      today: '2026-01-05',
    })
    expect(found.map(({ code }) => code)).toEqual([
      ...['target-missing', 'target-weaker', 'target-incomparable', 'task-missing'],
    ])
    expect(found[1]?.message).toBe('Chỉ tiêu thấp hơn cấp trên giao: trẻ; cấp trên 90%, ở đây 80%.')
  })
})
