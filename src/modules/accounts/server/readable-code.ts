import { randomInt } from 'node:crypto'

/** Crockford's letters: no I, L, O or U, so that a code can be read aloud and from bad paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Five bits a letter. */
export function randomCode(length: number): string {
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')
}

/** A code however it was typed: case, spaces, dashes and the usual slips of reading do not matter. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}
