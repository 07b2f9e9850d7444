import { describe, expect, test } from 'vitest'
import type { MatterDetails } from './contract-matters.ts'
import { changesAnswerOnly, needsReason, seesMatter, whyNotMatter } from './matter-rules.ts'

const head = { validFrom: '2025-07-01', validTo: '2026-06-30' }
const today = '2026-06-15'

const matter = (more: Partial<MatterDetails> = {}): MatterDetails => ({
  ...{ postId: '00000000-0000-7000-8000-0000000000b1', kind: 'delay', about: 'report', subjectKey: null },
  ...{ subject: 'Báo cáo 6 tháng gửi chậm', happenedOn: '2026-06-01', foundOn: '2026-06-05' },
  ...{ foundBy: 'Sở Y tế', finding: 'Gửi sau hạn 10 ngày.', answer: null, answeredOn: null, measure: null },
  ...{ decision: null, decidedOn: null, conclusion: null, concludedOn: null, withdrawnReason: null },
  ...more,
})

const concluded = { conclusion: 'Đã nhắc nhở.', concludedOn: '2026-06-10' } as const

describe('a matter of responsibility', () => {
  test('stands while it is open, answered, and concluded with a measure', () => {
    expect(whyNotMatter(matter(), head, today)).toBeUndefined()
    const answered = matter({ answer: 'Do mất mạng.', answeredOn: '2026-06-08' })
    expect(whyNotMatter(answered, head, today)).toBeUndefined()
    expect(whyNotMatter({ ...answered, measure: 'reminder', ...concluded }, head, today)).toBeUndefined()
  })

  test.each([
    ['found tomorrow', { foundOn: '2026-06-16' }, 'matter-in-future'],
    ['found before it happened', { foundOn: '2026-05-31' }, 'found-before-it-happened'],
    ['of a day before the head was head', { happenedOn: '2025-06-30' }, 'not-head-then'],
    ['answered before it was found', { answer: 'x', answeredOn: '2026-06-04' }, 'answered-before-found'],
    ['with an answer and no day of it', { answer: 'x' }, 'half-answered'],
    ['with discipline and no decision', { measure: 'discipline' }, 'discipline-needs-decision'],
    ['decided before it was found', { measure: 'review', decidedOn: '2026-06-01' }, 'decided-before-found'],
    ['concluded without a measure', concluded, 'concluded-without-measure'],
    ['with a day of conclusion and no words', { concludedOn: '2026-06-10' }, 'half-concluded'],
    [
      'concluded before it was found',
      { ...concluded, measure: 'none', concludedOn: '2026-06-04' },
      'concluded-before-found',
    ],
    ['that names a child by number', { finding: 'Cháu 062322760046 bị giấu.' }, 'names-a-child'],
  ] as const)('%s is refused', (_, more, code) => {
    expect(whyNotMatter(matter(more), head, today)).toBe(`organisations.${code}`)
  })
})

test('a reason is needed for what is changed, not for what is added', () => {
  const answered = matter({ answer: 'Do mất mạng.', answeredOn: '2026-06-08' })
  expect(needsReason(matter(), answered)).toBe(false)
  expect(needsReason(answered, matter())).toBe(true)
  expect(changesAnswerOnly(matter(), answered)).toBe(true)
  expect(changesAnswerOnly(matter(), { ...answered, kind: 'cover-up' })).toBe(false)
})

test('the level above sees a matter; in the own unit only its leaders do', () => {
  const officer = { capabilities: new Set<string>(), area: { id: 'province' } }
  const leader = { capabilities: new Set(['organisations.review-own-level']), area: { id: 'province' } }
  expect(seesMatter(officer, { areaId: 'commune' })).toBe(true)
  expect(seesMatter(officer, { areaId: 'province' })).toBe(false)
  expect(seesMatter(leader, { areaId: 'province' })).toBe(true)
})
