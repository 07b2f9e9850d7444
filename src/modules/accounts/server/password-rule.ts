import { fold } from '#base/text.ts'
import { accountsProblem } from '../shared/problems.ts'
import { isCommonPassword } from './common-passwords.ts'

export type Owner = { username: string; fullName: string; email?: string | null }

/** Shorter names hide in too many sentences to be refused. */
const shortestName = 3

/**
 * Refuses what is guessed first (NIST SP 800-63B-4, 3.1.1.2): passwords on the list of leaks, alone or with digits and
 * signs around them, one character or one short piece over and over, and the owner's own names. No other rules of
 * composition, and no forced change: both make passwords worse (same section).
 */
export async function refuseWeakPassword(password: string, owner: Owner): Promise<void> {
  const plain = fold(password).replace(/\s/g, '')
  const core = plain.replace(/^[^a-z]+|[^a-z]+$/g, '')
  if (isRepeated(plain) || isRun(plain) || core === '' || (await isCommonPassword([plain, core])))
    throw accountsProblem('accounts.password-common')
  if (ownNames(owner).includes(core)) throw accountsProblem('accounts.password-own-name')
}

/** "abcabcabcabc", "aaaaaaaaaa". */
function isRepeated(text: string): boolean {
  return /^(.{1,4}?)\1+.{0,3}$/.test(text)
}

/** "abcdefghij", "0123456789": each character follows the one before. */
function isRun(text: string): boolean {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return steps.every((step) => step === 1) || steps.every((step) => step === -1)
}

function ownNames({ username, fullName, email }: Owner): string[] {
  const plainName = fold(fullName)
  const parts = plainName.split(' ')
  return [
    username,
    username.replace(/[^a-z]/g, ''),
    email?.split('@')[0] ?? '',
    parts.join(''),
    parts.toReversed().join(''),
  ]
    .map((name) => fold(name).replace(/[^a-z]+$|^[^a-z]+/g, ''))
    .filter((name) => name.length >= shortestName)
}
