import { expect, test } from 'vitest'
import { hashInvitationCode, newInvitationCode } from './invitation-code.ts'

test('a code is twelve letters that are not mistaken for each other, and no two are alike', () => {
  const codes = Array.from({ length: 500 }, newInvitationCode)
  expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBe(500)
})

test('it is found however it was typed from the slip', () => {
  const kept = hashInvitationCode('A0B1CDEFGHJK')
  for (const typed of ['a0b1-cdef-ghjk', ' A0B1 CDEF GHJK ', 'aoblcdefghjk', 'AOBICDEFGHJK'])
    expect(hashInvitationCode(typed)).toBe(kept)
  expect(hashInvitationCode('A0B1CDEFGHJM')).not.toBe(kept)
})

test('a link of before the short codes still opens, letter by letter', () => {
  const former = 'aBcDeFgHiJkLmNoPqRsTuVwXyZ012345'
  expect(hashInvitationCode(former)).not.toBe(hashInvitationCode(former.toUpperCase()))
})
