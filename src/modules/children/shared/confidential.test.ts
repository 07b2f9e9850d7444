import { expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { isConfidential, seenChild, seenHistory, sightOf } from './confidential.ts'

test('groups of Luật Trẻ em 2016 Art. 10.1 that only few may know', () => {
  const secret = Array.from({ length: 14 }, (_, index) => index + 1).filter((groupNo) =>
    isConfidential({ groupNo }),
  )
  // HIV; conflict with the law; drugs; violence; exploitation; sexual abuse; trafficking.
  expect(secret).toEqual([5, 6, 7, 9, 10, 11, 12])
})

test.each([
  [[], false, { identity: false, confidential: false }],
  [['children.identity'], false, { identity: true, confidential: false }],
  [['children.confidential'], false, { identity: false, confidential: true }],
  [[], true, { identity: true, confidential: true }],
])('rights %o, opened %s: %o', (rights, isOpened, expected) => {
  expect(sightOf(new Set(rights), isOpened)).toEqual(expected)
})

test('a hidden number is absent, as if there were none', () => {
  const child = { fullName: 'Y Hoa', personalId: '062322760046' }
  const hidden = seenChild(child, { identity: false, confidential: false })
  expect(JSON.stringify(hidden)).toBe(JSON.stringify({ fullName: 'Y Hoa' }))
  expect(seenChild(child, { identity: true, confidential: false })).toEqual(child)
})

const entry = (action: string, after: Record<string, unknown>) => ({
  ...{ id: newId(), at: '2026-06-15T02:00:00Z', action, personName: 'Y Hoa', before: null, after },
})

test('the history leaves out what the viewer may not know, and entries about nothing else as a whole', () => {
  const history = [
    entry('children.changed', { fullName: 'Y Hoa', personalId: '062322760046', note: 'Theo sổ' }),
    entry('children.confidential-circumstance-recorded', { groupNo: 5 }),
  ]
  const seen = (identity: boolean, confidential: boolean) =>
    seenHistory(history, { identity, confidential }).map(({ after }) => after)
  expect(seen(false, false)).toEqual([{ fullName: 'Y Hoa' }])
  expect(seen(true, false)).toEqual([{ fullName: 'Y Hoa', personalId: '062322760046' }])
  expect(seen(false, true)).toEqual([{ fullName: 'Y Hoa', note: 'Theo sổ' }, { groupNo: 5 }])
  expect(seen(true, true)).toEqual(history.map(({ after }) => after))
})
