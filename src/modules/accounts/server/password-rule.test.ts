import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NewPassword } from '../shared/contract-security.ts'
import { refuseWeakPassword } from './password-rule.ts'

const lan = { username: 'lan.dakha', fullName: 'Phạm Thị Lan', email: 'phamlan.xa@example.vn' }

const refusal = (password: string) =>
  refuseWeakPassword(password, lan).then(
    () => 'taken',
    (cause: unknown) => (cause instanceof Error ? cause.message : ''),
  )

describe('a password', () => {
  test.each([
    'password123',
    '1234567890',
    'matkhau123',
    'Mật khẩu 2026',
    'Uom Mam 2026!',
    'iloveyou!!',
    'qwertyuiop',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'abcdefghijkl',
    '0987654321',
    'anhyeuem1998',
  ])('"%s" is guessed first', async (password) => {
    expect(await refusal(password)).toBe('accounts.password-common')
  })

  test.each(['lan.dakha2026', 'Phạm Thị Lan', 'PHAMTHILAN 123', 'phamlan.xa99'])(
    '"%s" is the own name',
    async (password) => {
      expect(await refusal(password)).toBe('accounts.password-own-name')
    },
  )

  test.each([
    'hoa lan nở đầu xuân',
    'mot-cau-dai-de-nho',
    'rừng thông Măng Đen',
    'đi chợ phiên sáng chủ nhật',
  ])('"%s" is taken', async (password) => {
    expect(await refusal(password)).toBe('taken')
  })

  test('the rule never stumbles, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        expect(['taken', 'accounts.password-common', 'accounts.password-own-name']).toContain(
          await refusal(text),
        )
      }),
    )
  })
})

describe('the length of a password', () => {
  test('is counted in characters, Vietnamese ones as one', () => {
    expect(NewPassword.safeParse('ườngườngườ').success).toBe(true)
    expect(NewPassword.safeParse('ườngườngư').success).toBe(false)
    expect(NewPassword.safeParse('🌱'.repeat(9)).success).toBe(false)
    expect(NewPassword.safeParse('🌱'.repeat(128)).success).toBe(true)
    expect(NewPassword.safeParse('a'.repeat(129)).success).toBe(false)
  })

  test('two ways of typing the same letters are one password', () => {
    expect(NewPassword.parse('rừng thông'.normalize('NFD'))).toBe('rừng thông'.normalize('NFC'))
  })
})
