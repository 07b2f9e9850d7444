import { createHash, randomInt } from 'node:crypto'

/** Crockford's letters: no I, L, O or U, so that a code can be read aloud and from bad paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/**
 * 12 letters, 60 bits: short enough to be typed from a slip of paper. Tries are slowed for each address and the code
 * lives a week, so guessing one of a thousand open codes takes longer than the age of the universe.
 */
export function newInvitationCode(): string {
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')
}

/** Links of before the short codes held 24 random bytes in base64url. */
const formerToken = /^[\w-]{32}$/

/** What is kept of a code. Case, spaces, dashes and the usual slips of reading do not matter. */
export function hashInvitationCode(typed: string): string {
  const read = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return createHash('sha256')
    .update(formerToken.test(typed) ? typed : read)
    .digest('hex')
}
