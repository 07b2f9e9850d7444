import { tidy } from './text.ts'

/** The 29 letters of Vietnamese, and f j w z at their Latin places for foreign names. */
const letters = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
/** Tones in dictionary order: none, huyền, hỏi, ngã, sắc, nặng. */
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const toneMarks = /[\u0300\u0309\u0303\u0301\u0323]/gu

/**
 * Letters are coded by their place in the alphabet, so that `ă` comes behind every `a`. The tone stands apart: it
 * decides only between words of the same letters.
 */
function wordKey(word: string): { letters: string; tone: string } {
  const decomposed = word.toLowerCase().normalize('NFD')
  const tone = tones.findIndex((mark) => mark !== '' && decomposed.includes(mark))
  const plain = decomposed.replace(toneMarks, '').normalize('NFC')
  const coded = Array.from(plain, (letter) => {
    const place = letters.indexOf(letter)
    return place < 0 ? letter : String.fromCharCode(65 + place)
  })
  return { letters: coded.join(''), tone: String(Math.max(tone, 0)) }
}

/**
 * Letters of all words, then their tones. A blank ends the letters and `!` parts the words: both come before every
 * letter, and the blank first, so that "An" stands before "An Bình".
 */
function textKey(words: string[]): string {
  const keys = words.map(wordKey)
  return `${keys.map((key) => key.letters).join('!')} ${keys.map((key) => key.tone).join('')}`
}

/**
 * Sort key of a person's name: given name first, then family and middle names; Vietnamese letter order,
 * then tone. Compare keys by code unit (collation "C").
 */
export function nameSortKey(fullName: string): string {
  const words = tidy(fullName).split(' ')
  const given = words.at(-1) ?? ''
  return `${textKey([given])}|${textKey(words.slice(0, -1))}`
}

/** Digits of a number that a name holds: "Thôn 2" comes before "Thôn 10". */
const digits = 6

function wordsOf(text: string): string[] {
  return tidy(text)
    .replace(/\d+/g, (number) => number.padStart(digits, '0'))
    .split(' ')
}

/** For `sort`: as a Vietnamese dictionary, by letters first and by tones when all letters are equal; numbers by value. */
export function compareVietnamese(left: string, right: string): number {
  const [a, b] = [textKey(wordsOf(left)), textKey(wordsOf(right))]
  if (a === b) return 0
  return a < b ? -1 : 1
}
