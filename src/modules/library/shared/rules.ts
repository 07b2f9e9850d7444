import type { Day } from '#base/day.ts'
import { fold, words } from '#base/text.ts'

/** `1437/qd-ttg 2018`: number and year name a document; two decisions are called 06/QĐ-TTg. */
export function citedAs(number: string | null, year: string | undefined): string | null {
  if (number === null || number.trim() === '') return null
  const own = /\/(20\d{2}|19\d{2})\//.exec(number)?.[1] ?? year
  const key = fold(number)
    .replace(/\s+/g, '')
    .replace(/^0+(?=\d)/, '')
  return own === undefined ? key : `${key} ${own}`
}

/** The words a document is found by; a number is found whole and by its parts. */
export function tokensOf(document: {
  number: string | null
  issuer: string | null
  title: string
}): string[] {
  const { number, issuer, title } = document
  const whole = number === null ? [] : [fold(number).replace(/\s+/g, '')]
  const parts = [number ?? '', issuer ?? '', title].flatMap((text) => words(text.replace(/[/,.;:()-]/g, ' ')))
  return [...new Set([...whole, ...parts])].filter((token) => token !== '').map((token) => token.slice(0, 60))
}

/** What a search asks for: each word by its beginning. */
export function searchParts(text: string): string[] {
  return fold(text)
    .split(' ')
    .map((part) => part.replace(/^[,.;:()]+|[,.;:()]+$/g, ''))
    .filter((part) => part !== '')
}

/** "UBND" and "Ủy ban nhân dân" are one body. */
function issuerKey(issuer: string | null): string {
  return fold(issuer ?? '')
    .replace(/\bubnd\b/g, 'uy ban nhan dan')
    .replace(/\bhdnd\b/g, 'hoi dong nhan dan')
}

type Named = {
  kind: string
  number: string | null
  citedAs: string | null
  issuer: string | null
  issuedOn: Day | null
  title: string
}

/**
 * One body gives a number once a year (Nghị định 30/2020/NĐ-CP, Article 15). Where one of the two does not say who
 * issued it, kind and number must do. Without numbers: same kind, body, day and title.
 */
export function isSameDocument(one: Named, other: Named): boolean {
  const isSameBody = issuerKey(one.issuer) === issuerKey(other.issuer)
  if (one.citedAs !== null || other.citedAs !== null) {
    if (one.citedAs !== other.citedAs) return false
    return isSameBody || (one.kind === other.kind && (one.issuer === null || other.issuer === null))
  }
  return (
    isSameBody &&
    one.kind === other.kind &&
    one.issuedOn === other.issuedOn &&
    fold(one.title) === fold(other.title)
  )
}

/** A document may hold from a day before it was issued; it cannot end before it was issued or in force. */
export function endsInOrder({
  issuedOn,
  inForceOn,
  endedOn,
}: Record<'issuedOn' | 'inForceOn' | 'endedOn', Day | null>): boolean {
  return [issuedOn, inForceOn].every((day) => day === null || endedOn === null || day <= endedOn)
}

export type BasisState = 'in-force' | 'not-yet' | 'ended' | 'replaced' | 'unknown'

type Dated = { inForceOn: Day | null; endedOn: Day | null; isReplaced: boolean }

/** Whether a plan may still rest on a document on a day (document-format, section 10, point 4). */
export function stateOn(document: Dated | undefined, day: Day): BasisState {
  if (!document) return 'unknown'
  if (document.isReplaced) return 'replaced'
  if (document.endedOn !== null && document.endedOn < day) return 'ended'
  return document.inForceOn !== null && document.inForceOn > day ? 'not-yet' : 'in-force'
}
