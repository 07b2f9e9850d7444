import { describe, expect, test } from 'vitest'
import { formValues } from '#ui/form-values.ts'
import { item, pkg } from '#test/service-package.ts'
import { formOf, ItemForm, NewItemForm, ownItemOf, patchOf, whomOf } from './item-form.ts'
import type { OwnItem } from './package-change.ts'

const fields = [
  { name: 'unit', kind: 'choice' },
  { name: 'from', kind: 'number' },
  { name: 'to', kind: 'number' },
  { name: 'rhythm', kind: 'choice' },
  { name: 'months', kind: 'number' },
  { name: 'rounds', kind: 'text' },
  { name: 'who', kind: 'choice' },
  { name: 'learning', kind: 'choice' },
  { name: 'place', kind: 'choice' },
  { name: 'mandatory', kind: 'tick' },
] as const

const typed = (draft: Record<string, string | boolean>) => ItemForm.safeParse(formValues(fields, draft))

describe('the form of an item', () => {
  test.each(pkg.items.map((one) => [one.code, one] as const))(
    '%s opened and saved changes nothing',
    (_, one) => {
      const parsed = typed(formOf(one))
      expect(parsed.success && patchOf(one, parsed.data)).toBe(parsed.success ? undefined : false)
    },
  )

  test.each([
    ['a letter for a number', { from: 'sáu' }],
    ['an end before the beginning', { from: '36', to: '6' }],
    ['a round without its days', { rhythm: 'campaign', rounds: 'tháng 6' }],
    ['one of two rounds not readable', { rhythm: 'campaign', rounds: '01/06-30/06; tháng 12' }],
    ['every so many months without the number', { rhythm: 'every', months: '' }],
  ])('%s is not taken', (_, change) => {
    expect(typed({ ...formOf(item('VITA')), unit: 'month', ...change }).success).toBe(false)
  })

  test('new days of the rounds are the only change', () => {
    const parsed = typed({ ...formOf(item('VITA')), rounds: '8/6-30/6; 8/12-31/12' })
    expect(parsed.success && patchOf(item('VITA'), parsed.data)).toEqual({
      rhythm: {
        kind: 'campaign',
        graceDays: 31,
        restDays: 120,
        windows: [
          { from: '06-08', to: '06-30' },
          { from: '12-08', to: '12-31' },
        ],
      },
    })
  })

  test('"for all" settles a condition that the register could not decide', () => {
    const parsed = typed({ ...formOf(item('VITA-60')), who: 'all' })
    expect(parsed.success && patchOf(item('VITA-60'), parsed.data)).toEqual({ conditions: [] })
  })

  test('a condition on the area is set beside those on learning, and taken off alone', () => {
    const asked = typed({ ...formOf(item('CHK-PRE')), place: 'difficult' })
    expect(asked.success && patchOf(item('CHK-PRE'), asked.data)).toEqual({
      conditions: [
        { anyOf: [{ fact: 'education', is: ['nursery', 'kindergarten'] }] },
        { anyOf: [{ fact: 'area', is: ['minority-mountain', 'special-difficulty'] }] },
      ],
    })
    const off = typed({ ...formOf(item('ALW-U3')), place: 'all' })
    expect(off.success && patchOf(item('ALW-U3'), off.data)).toEqual({
      conditions: [{ anyOf: [{ fact: 'poverty', is: ['poor', 'near-poor'] }] }],
    })
  })

  test('an own item for poor children in preschool, in months', () => {
    const form = NewItemForm.parse({
      ...{ name: 'Phát sữa', domain: 'nutrition', audience: 'child', unit: 'month', from: 36, to: 72 },
      ...{ rhythm: 'school-year', who: 'poor', learning: 'preschool', mandatory: true },
    })
    expect(ownItemOf(form)).toMatchObject({
      kind: 'add',
      item: {
        ...{ number: null, fromDays: 1096, toDays: 2191 },
        rhythm: { kind: 'school-year', fromAge: 3, toAge: 5 },
        conditions: [
          { anyOf: [{ fact: 'poverty', is: ['poor'] }] },
          { anyOf: [{ fact: 'education', is: ['nursery', 'kindergarten'] }] },
        ],
      },
    })
  })

  test('the years of school follow a changed age, the days of rest a changed round', () => {
    const parsed = typed({ ...formOf(item('EDU-INC')), unit: 'year', from: '4', to: '9' })
    expect(parsed.success && patchOf(item('EDU-INC'), parsed.data)).toMatchObject({
      rhythm: { kind: 'school-year', fromAge: 4 },
    })
  })

  const own = (more: object): OwnItem => {
    const form = NewItemForm.parse({
      ...{ name: 'Phát sữa', domain: 'nutrition', audience: 'child', unit: 'month', from: 36, to: 72 },
      ...{
        rhythm: 'every',
        months: 6,
        who: 'poor',
        learning: 'preschool',
        place: 'difficult',
        mandatory: false,
      },
    })
    const change = ownItemOf(form)
    if (change.kind !== 'add') throw new Error('no own item')
    return { ...change.item, number: 201, ...more }
  }
  const again = (one: OwnItem, more: object = {}) =>
    ownItemOf(
      NewItemForm.parse({
        ...{ ...formOf(one), ...whomOf(one), name: one.name.vi, domain: one.domain, audience: one.audience },
        ...{ from: 36, to: 72, months: 6, rounds: null, source: one.source, ...more },
      }),
      one,
    )

  test('an own item opened and saved again stays as it is, with conditions that the form has no choice for', () => {
    const poor = own({})
    expect(whomOf(poor)).toEqual({ who: 'poor', learning: 'preschool', place: 'difficult' })
    expect(again(poor)).toEqual({ kind: 'add', item: poor })
    const unusual = own({
      conditions: [{ anyOf: [{ fact: 'minority' }, { fact: 'disabled' }] }],
      ...{ providers: ['health-station'], catchUpToDays: 2500, name: { vi: 'Phát sữa', en: 'Milk' } },
    })
    expect(whomOf(unusual)).toEqual({ who: 'keep', learning: 'all', place: 'all' })
    expect(again(unusual)).toEqual({ kind: 'add', item: unusual })
  })
})
