import iconv from 'iconv-lite'
import { isVietnameseSyllable } from './vietnamese-syllable.ts'

/**
 * The two encodings that Vietnamese offices used before Unicode, as they look when their bytes are read as
 * windows-1252 (which is also how they look after a careless paste into a Unicode document).
 * TCVN3: TCVN 5712:1993, one byte per letter (fonts named .Vn...). VNI: a base letter, then a letter that stands
 * for its marks (fonts named VNI-...).
 */

const tcvn3Table = new Map<string, string>()
for (let code = 0xa1; code <= 0xfe; code += 1) {
  const letter = iconv.decode(Buffer.from([code]), 'tcvn')
  // Bytes B0-B4 are loose tone marks in the standard; the fonts never used them.
  if (/^\p{L}$/u.test(letter)) tcvn3Table.set(String.fromCharCode(code), letter)
}

/** Text typed with a TCVN3 (ABC) font, read as Latin-1, in Unicode. */
export function fromTcvn3(text: string): string {
  return text
    .replace(/[¡-þ]/g, (letter) => tcvn3Table.get(letter) ?? letter)
    .replace(capitalRun, capitals)
    .replace(/(?<!\p{L})(?:Sở|Bộ) Y Tế(?!\p{L})/gu, (body) => body.toUpperCase())
    .replace(/(?<!\p{L})ủy ban/gu, 'Ủy ban')
}

/**
 * The standard has no capitals with a tone: "KẾ HOẠCH" is stored as "Kế HOạCH". Words of one line in which no plain
 * letter is small were typed in capitals when one of them has two and is a word; the last of them may open a
 * sentence that goes on ("Số: 5/KH-BYT Hà Nội").
 */
const capitalRun = /(?<!\p{L})(?:(?![a-z])\p{L})+(?: +(?:(?![a-z])\p{L})+)*(?!\p{L})(?= *(.?))/gu

const twoCapitals = /[A-ZĐĂÂÊÔƠƯ].*[A-ZĐĂÂÊÔƠƯ]/u

function capitals(run: string, next: string): string {
  const words = run.split(/(?<= )(?=\S)/)
  const opened = /\p{L}/u.test(next) && !twoCapitals.test(words.at(-1) ?? '') ? (words.pop() ?? '') : ''
  const isPrinted = words.some((word) => twoCapitals.test(word) && isVietnameseSyllable(word.trim()))
  return isPrinted ? words.join('').toUpperCase() + opened : run
}

const acute = '\u0301'
const grave = '\u0300'
const hook = '\u0309'
const tilde = '\u0303'
const dot = '\u0323'
const circumflex = '\u0302'
const breve = '\u0306'

/** Marks that follow a base letter in VNI, lower case; upper case is the same letter's upper case. */
const vniMarks: Readonly<Record<string, string>> = {
  ù: acute,
  ø: grave,
  û: hook,
  õ: tilde,
  ï: dot,
  â: circumflex,
  á: circumflex + acute,
  à: circumflex + grave,
  å: circumflex + hook,
  ã: circumflex + tilde,
  ä: circumflex + dot,
  ê: breve,
  é: breve + acute,
  è: breve + grave,
  ú: breve + hook,
  ü: breve + tilde,
  ë: breve + dot,
}

/** Letters that stand alone in VNI. */
const vniLetters: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  Ô: 'Ơ',
  Ö: 'Ư',
  Ñ: 'Đ',
  Í: 'Í',
  Ì: 'Ì',
  Æ: 'Ỉ',
  Ó: 'Ĩ',
  Ò: 'Ị',
  Î: 'Ỵ',
}

/** A pair (base, mark) or a letter that stands alone; tried in this order at each place. */
const vniUnit = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñíìæóòî]/giu

/** Text typed with a VNI font, read as Latin-1, in Unicode (NFC). */
export function fromVni(text: string): string {
  return text.replace(vniUnit, (unit: string, base?: string, mark?: string) => {
    if (!base || !mark) return vniLetters[unit] ?? unit
    return ((vniLetters[base] ?? base) + (vniMarks[mark.toLowerCase()] ?? '')).normalize('NFC')
  })
}
