import type { Day } from '#base/day.ts'
import type { Sex } from './contract.ts'

/**
 * Places of birth registration in digits 1-3: the 63 statistics codes with a 0 in front
 * (TT 07/2016/TT-BCA Art. 7, TT 59/2021/TT-BCA Art. 4). They stay valid after provinces merge.
 */
const provinces = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 ' +
    '042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 ' +
    '086 087 089 091 092 093 094 095 096'
  ).split(' '),
)

export type PersonalIdReason =
  | 'personal-id-not-12-digits'
  | 'personal-id-of-adult'
  | 'personal-id-other-century'
  | 'personal-id-other-sex'
  | 'personal-id-other-year'

export type PersonalIdCheck =
  { ok: true; value: string; sex: Sex; unknownPlace: boolean } | { ok: false; reason: PersonalIdReason }

/**
 * Personal ID number of a child (NĐ 137/2015/NĐ-CP Art. 13): 12 digits; 1-3 place of registration, 4 century and
 * sex (2000-2099: 2 male, 3 female), 5-6 birth year, the rest random, no check digit. An unknown place is a
 * warning only, and a place other than the home is nothing: families move.
 */
export function checkPersonalId(
  written: string,
  { bornOn, sex }: { bornOn?: Day; sex?: Sex } = {},
): PersonalIdCheck {
  const value = written.replace(/[\s.]/g, '')
  if (/^\d{9}$/.test(value)) return { ok: false, reason: 'personal-id-of-adult' }
  if (!/^\d{12}$/.test(value)) return { ok: false, reason: 'personal-id-not-12-digits' }

  const fourth = Number(value[3])
  const century = 19 + Math.floor(fourth / 2)
  if (century !== centuryOf(bornOn)) return { ok: false, reason: 'personal-id-other-century' }
  const sexOfNumber: Sex = fourth % 2 === 0 ? 'male' : 'female'
  if (sex && sex !== sexOfNumber) return { ok: false, reason: 'personal-id-other-sex' }
  if (bornOn && bornOn.slice(2, 4) !== value.slice(4, 6))
    return { ok: false, reason: 'personal-id-other-year' }
  return { ok: true, value, sex: sexOfNumber, unknownPlace: !provinces.has(value.slice(0, 3)) }
}

/** First two digits of the birth year; every child of today was born in 20xx. */
function centuryOf(bornOn: Day | undefined): number {
  return bornOn ? Number(bornOn.slice(0, 2)) : 20
}

/**
 * Spreadsheets drop the zeros in front of a number typed as a number: 020219004317 becomes 20219004317.
 * They are put back when the number then fits the child; otherwise the text stays as it is.
 */
export function restoreLeadingZeros(written: string, child: { bornOn?: Day; sex?: Sex }): string {
  const digits = written.replace(/[\s.]/g, '')
  if (!/^\d{10,11}$/.test(digits)) return digits
  const padded = digits.padStart(12, '0')
  const check = checkPersonalId(padded, child)
  return check.ok && !check.unknownPlace ? padded : digits
}
