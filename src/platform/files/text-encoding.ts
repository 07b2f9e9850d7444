import iconv from 'iconv-lite'
import { fromTcvn3, fromVni } from './legacy-vietnamese.ts'
import { vietnameseFit } from './vietnamese-syllable.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'tcvn3' | 'vni'

export type DecodedText =
  | { ok: true; text: string; encoding: TextEncoding }
  | { ok: false; reason: 'binary' | 'too-large' | 'empty' | 'unknown-encoding' | 'lost-letters' }

/** A plan document as text: the longest known one is under 1 MB. */
export const planTextLimit = 5 * 1024 * 1024

/** Bytes of a text file as NFC text, whatever encoding a Vietnamese office saved it in. */
export function decodeText(bytes: Uint8Array, maxBytes: number = planTextLimit): DecodedText {
  if (bytes.length > maxBytes) return { ok: false, reason: 'too-large' }
  if (isBinary(bytes)) return { ok: false, reason: 'binary' }
  const decoded = decodeUnicode(bytes) ?? decodeLegacy(bytes)
  if (!decoded) return { ok: false, reason: 'unknown-encoding' }
  if (decoded.text.trim() === '') return { ok: false, reason: 'empty' }
  if (hasLostLetters(decoded.text)) return { ok: false, reason: 'lost-letters' }
  return { ok: true, encoding: decoded.encoding, text: decoded.text.normalize('NFC') }
}

/**
 * Text that came through a clipboard or a document: TCVN3 and VNI letters that were kept as Latin letters
 * ("KÕ ho¹ch", "Keá hoaïch") are converted, and UTF-8 that was read as windows-1252 ("Káº¿ hoáº¡ch") is read again;
 * everything else comes back unchanged.
 */
export function repairLegacyText(text: string): { text: string; encoding: TextEncoding } {
  const plain = vietnameseFit(text)
  const doubtful = plain.marked >= fewestMarkedWords && plain.valid / plain.marked < 0.5
  const best = doubtful ? bestReading([...legacyReadings(text), ...readAgain(text)]) : undefined
  if (best && best.share > plain.valid / plain.marked) return { text: best.text, encoding: best.encoding }
  return { text, encoding: 'utf-8' }
}

/** So many words, and this share of all, show that letters were lost and not that somebody asks a question. */
const fewestLostWords = 10
const lostShare = 0.05

/** True when a program wrote "?" or "\uFFFD" for the letters with marks ("K? ho?ch"): nothing brings them back. */
export function hasLostLetters(text: string): boolean {
  const words = text.slice(0, 200_000).match(/\S+/gu) ?? []
  const lost = words.filter((word) => /[?\uFFFD]\p{L}|\p{L}\uFFFD/u.test(word) && !/[=/]/.test(word))
  return lost.length >= fewestLostWords && lost.length / words.length > lostShare
}

type Decoded = { text: string; encoding: TextEncoding }

/** With fewer marked words than this, statistics say nothing. */
const fewestMarkedWords = 3
/** The share of marked words that must be Vietnamese syllables before a legacy reading is believed. */
const believedShare = 0.75

const binaryHeads = [
  '%PDF',
  'PK\u0003\u0004',
  '\u00d0\u00cf\u0011\u00e0',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  '\u001f\u008b',
  'MZ',
  '\u007fELF',
  'Rar!',
]

function isBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (binaryHeads.some((magic) => head.startsWith(magic))) return true
  if (utf16Encoding(bytes)) return false
  const sample = bytes.subarray(0, 100_000)
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls += 1
  }
  return controls > sample.length / 100
}

function utf16Encoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // Without a mark: the spaces and line ends of a text make every second byte of some pairs zero.
  const sample = bytes.subarray(0, 4000)
  if (sample.length < 20) return undefined
  let zeroFirst = 0
  let zeroSecond = 0
  sample.forEach((byte, index) => {
    if (byte === 0 && index % 2 === 0) zeroFirst += 1
    if (byte === 0 && index % 2 === 1) zeroSecond += 1
  })
  if (zeroSecond > sample.length / 5 && zeroFirst === 0) return 'utf-16le'
  if (zeroFirst > sample.length / 5 && zeroSecond === 0) return 'utf-16be'
  return undefined
}

function decodeUnicode(bytes: Uint8Array): Decoded | undefined {
  const wide = utf16Encoding(bytes)
  const encoding = wide ?? 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (wide) return { text, encoding }
    return repairLegacyText(text)
  } catch (cause) {
    if (cause instanceof TypeError) return undefined
    throw cause
  }
}

function decodeLegacy(bytes: Uint8Array): Decoded | undefined {
  const latin = iconv.decode(Buffer.from(bytes), 'windows-1252')
  const vietnamese = iconv.decode(Buffer.from(bytes), 'windows-1258').normalize('NFC')
  return bestReading([{ text: vietnamese, encoding: 'windows-1258' }, ...legacyReadings(latin)])
}

function legacyReadings(latin: string): Decoded[] {
  return [
    { text: fromTcvn3(latin), encoding: 'tcvn3' },
    { text: fromVni(latin), encoding: 'vni' },
  ]
}

/** The bytes that windows-1252 showed as these letters, read as the UTF-8 they were; nothing when they were not. */
function readAgain(text: string): Decoded[] {
  const bytes = [...text].flatMap((letter) => {
    const code = letter.codePointAt(0) ?? 0
    return code < 0x100 ? [code] : [...iconv.encode(letter, 'windows-1252')]
  })
  try {
    return [{ text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes)), encoding: 'utf-8' }]
  } catch (cause) {
    if (cause instanceof TypeError) return []
    throw cause
  }
}

function bestReading(readings: readonly Decoded[]): (Decoded & { share: number }) | undefined {
  let best: (Decoded & { share: number }) | undefined
  for (const reading of readings) {
    const fit = vietnameseFit(reading.text)
    if (fit.marked === 0) continue
    const share = fit.valid / fit.marked
    if (share >= believedShare && share > (best?.share ?? 0)) best = { ...reading, share }
  }
  return best
}
