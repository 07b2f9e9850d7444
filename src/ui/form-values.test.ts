import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formValues, joined, wrongFields } from './form-values.ts'

const fields = [
  { name: 'name', kind: 'text' },
  { name: 'land', kind: 'number' },
  { name: 'open', kind: 'tick' },
  { name: 'from', kind: 'day' },
  { name: 'post.title', kind: 'text' },
  { name: 'post.allowance', kind: 'number' },
  { name: 'with', kind: 'choices' },
] as const

describe('what was typed', () => {
  test('is read as the contract takes it', () => {
    const draft = {
      name: ' Trạm y tế ',
      land: '1.200,5',
      open: true,
      from: '2026-01-01',
      'post.title': 'CTV',
      with: ['hội phụ nữ', 'đoàn'],
    }
    expect(formValues(fields, draft)).toEqual({
      name: 'Trạm y tế',
      land: 1200.5,
      open: true,
      from: '2026-01-01',
      post: { title: 'CTV', allowance: null },
      with: ['hội phụ nữ', 'đoàn'],
    })
  })

  test('empty fields are null, an empty tick is no, nothing chosen is an empty list', () => {
    expect(formValues(fields, { name: '  ' })).toMatchObject({
      name: null,
      land: null,
      open: false,
      from: null,
      with: [],
    })
  })

  test.each([
    ['450.000', 450_000],
    ['450 000', 450_000],
    ['3,5', 3.5],
    ['3.5', 3.5],
    ['nhiều', 'nhiều'],
  ])('the number %s is %s', (text, value) => {
    expect(formValues([{ name: 'n', kind: 'number' }], { n: text })).toEqual({ n: value })
  })
})

test('ids are added inside the parts they belong to', () => {
  expect(joined({ id: '1', post: { id: '2' } }, { name: 'a', post: { title: 'b' } })).toEqual({
    id: '1',
    name: 'a',
    post: { id: '2', title: 'b' },
  })
})

test('wrong fields are named, inside parts too', () => {
  const contract = z.object({ name: z.string(), post: z.object({ title: z.string() }) })
  const parsed = contract.safeParse({ name: null, post: { title: 3 } })
  expect(parsed.error && [...wrongFields(parsed.error)]).toEqual(['name', 'post', 'post.title'])
})
