import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasShared, sharedPath } from '#test/shared-data.ts'
import { cascadeRows, type CascadeFacts, countCascade, findObligations, type PlanBelow } from './cascade.ts'
import { readPlan } from './read-plan.ts'

const fixture = (name: string) =>
  readPlan(readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8'))

describe('whom a plan obliges', () => {
  test('the communes by a day, from an assignment with a date', () => {
    expect(findObligations(fixture('province-plan-tables-2026'))).toMatchObject([
      { whom: { kind: 'units' }, dueOn: '2026-04-20' },
    ])
  })

  test('"các đơn vị" of a deadline, with the day the text gives, though it lies before the date of issue', () => {
    expect(findObligations(fixture('ward-plan-2019'))).toMatchObject([
      { whom: { kind: 'units' }, dueOn: '2019-01-20' },
    ])
  })

  test('nobody, when the text asks for reports only', () => {
    expect(findObligations(fixture('commune-plan-wrapped-2026'))).toEqual([])
  })

  test('a body by its name; a plan of inspection is no such duty', () => {
    const reading = fixture('commune-plan-wrapped-2026')
    const assignments = [
      { unit: 'Sở Giáo dục và Đào tạo', duties: ['xây dựng, ban hành kế hoạch thực hiện của ngành.'] },
      { unit: 'Sở Tư pháp', duties: ['xây dựng kế hoạch kiểm tra hằng năm.'] },
      { unit: 'Các cơ quan liên quan', duties: ['xây dựng kế hoạch thực hiện.'] },
    ]
    expect(findObligations({ ...reading, assignments, deadlines: [] })).toMatchObject([
      { whom: { kind: 'body', name: 'Sở Giáo dục và Đào tạo' }, dueOn: null },
    ])
  })

  test('a yearly day falls in the year of issue, or in the next when it has passed', () => {
    const reading = { ...fixture('ward-plan-2019'), assignments: [] }
    const deadline = { text: 'Các đơn vị xây dựng kế hoạch', who: 'Các đơn vị', date: null, section: null }
    const due = (rule: string) =>
      findObligations({ ...reading, date: '2019-02-26', deadlines: [{ ...deadline, rule }] })[0]?.dueOn
    expect([due('before:01-20'), due('fixed:03-31'), due('set-yearly')]).toEqual([
      '2020-01-20',
      '2019-03-31',
      null,
    ])
  })

  test.skipIf(!hasShared)('the districts of Kon Tum without a day, the department every year', () => {
    const found = findObligations(readPlan(readFileSync(sharedPath('plans/kon-tum-2018-2025.txt'), 'utf8')))
    expect(found.map(({ whom, dueOn }) => [whom.kind === 'body' ? whom.name : 'units', dueOn])).toEqual([
      ['Sở Lao động - Thương binh và Xã hội', null],
      ['units', null],
    ])
  })
})

const planOf = (areaId: string, date: string, issuer: string | null = null): PlanBelow => ({
  ...{ id: `plan of ${areaId}`, no: 1, number: '5', symbol: 'KH-UBND', date, title: 'KH', areaId, issuer },
})

const facts: CascadeFacts = {
  obligations: [
    { whom: { kind: 'units' }, dueOn: '2026-04-20', text: '' },
    { whom: { kind: 'body', name: 'Sở Giáo dục và Đào tạo' }, dueOn: null, text: '' },
  ],
  units: ['early', 'tardy', 'missing', 'excused', 'writing'].map((id) => ({ id, name: id })),
  plans: [
    planOf('early', '2026-04-20'),
    planOf('tardy', '2026-05-02'),
    planOf('province', '2026-06-01', 'Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi'),
  ],
  drafting: ['writing', 'missing'],
  exemptions: [{ key: 'excused', reason: 'Sáp nhập từ 01/5/2026' }],
  today: '2026-04-20',
}

describe('where the cascade stands', () => {
  test('on the due day nobody is late', () => {
    const states = cascadeRows(facts).map(({ name, state }) => [name, state])
    expect(states).toEqual([
      ['early', 'issued'],
      ['tardy', 'issued-late'],
      ['missing', 'drafting'],
      ['excused', 'exempt'],
      ['writing', 'drafting'],
      ['Sở Giáo dục và Đào tạo', 'issued'],
    ])
  })

  test('on the day after, who has not issued is late; who needs none is not counted', () => {
    const rows = cascadeRows({ ...facts, today: '2026-04-21' })
    expect(countCascade(rows, 'unit')).toEqual({ issued: 2, total: 4, late: 2, exempt: 1 })
    expect(countCascade(rows, 'body')).toEqual({ issued: 1, total: 1, late: 0, exempt: 0 })
    expect(rows.find(({ key }) => key === 'excused')?.reason).toBe('Sáp nhập từ 01/5/2026')
  })

  test('each unit stands once, and the counts add up, whatever was issued', () => {
    const ids = facts.units.map(({ id }) => id)
    fc.assert(
      fc.property(fc.subarray(ids), fc.subarray(ids), (issued, excused) => {
        const rows = cascadeRows({
          ...facts,
          today: '2027-01-01',
          plans: issued.map((id) => planOf(id, '2026-01-01')),
          exemptions: excused.map((key) => ({ key, reason: 'có lý do' })),
        })
        const counts = countCascade(rows, 'unit')
        expect(rows.filter(({ kind }) => kind === 'unit')).toHaveLength(ids.length)
        expect(counts.issued + counts.late + counts.exempt).toBe(ids.length)
        expect(counts.total).toBe(ids.length - counts.exempt)
      }),
    )
  })
})
