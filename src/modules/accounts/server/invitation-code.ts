import { createHash } from 'node:crypto'
import { randomCode, readCode } from './readable-code.ts'

/**
 * 12 letters, 60 bits: short enough to be typed from a slip of paper. Tries are slowed for each address and the code
 * lives a week, so guessing one of a thousand open codes takes longer than the age of the universe.
 */
export function newInvitationCode(): string {
  return randomCode(12)
}

/** Links of before the short codes held 24 random bytes in base64url. */
const formerToken = /^[\w-]{32}$/

/** What is kept of a code. */
export function hashInvitationCode(typed: string): string {
  return createHash('sha256')
    .update(formerToken.test(typed) ? typed : readCode(typed))
    .digest('hex')
}
