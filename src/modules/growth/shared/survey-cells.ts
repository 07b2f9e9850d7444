/** A cell of a survey file as a value, with what a person should be told about it. */
export type CellNote = 'not-a-number' | 'comma-taken' | 'not-positive' | 'unknown-word' | 'negative-age'
export type Cell<T> = { value: T; note?: CellNote }

/** What statistical programs write for "missing". */
const missing = new Set(['', 'na', 'n/a', 'nan', 'null', '.', '-'])

/** Whether a cell says that nothing was measured. */
export function isMissing(text: string): boolean {
  return missing.has(text.trim().toLowerCase())
}

/** A decimal comma ("9,5") is read as such and named; anything else that is no number is missing and named. */
export function readNumber(text: string): Cell<number | null> {
  if (isMissing(text)) return { value: null }
  const trimmed = text.trim()
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return { value: Number(trimmed) }
  if (/^[+-]?\d+,\d+$/.test(trimmed)) return { value: Number(trimmed.replace(',', '.')), note: 'comma-taken' }
  return { value: null, note: 'not-a-number' }
}

/** A measure must be above 0; 0 stands for "not measured" in many files. */
export function readMeasure(text: string): Cell<number | null> {
  const cell = readNumber(text)
  return cell.value !== null && cell.value <= 0 ? { value: null, note: 'not-positive' } : cell
}

/** Days or months; a negative age is missing and named. */
export function readAge(text: string): Cell<number | null> {
  const cell = readNumber(text)
  return cell.value !== null && cell.value < 0 ? { value: null, note: 'negative-age' } : cell
}

function readWord<T>(text: string, words: Readonly<Record<string, T>>, otherwise: T): Cell<T> {
  if (isMissing(text)) return { value: otherwise }
  const key = text.trim().toLowerCase().normalize('NFC').replace(/\.0+$/, '')
  const found = words[key]
  return found === undefined ? { value: otherwise, note: 'unknown-word' } : { value: found }
}

const male = 'male' as const
const female = 'female' as const
const sexes = {
  '1': male,
  '2': female,
  m: male,
  f: female,
  male,
  female,
  nam: male,
  nữ: female,
  nu: female,
  trai: male,
  gái: female,
}

/** 1, m, nam, trai are boys; 2, f, nữ, gái are girls; anything else is missing and named. */
export const readSex = (text: string) => readWord<'male' | 'female' | null>(text, sexes, null)

const lying = 'lying' as const
const standing = 'standing' as const
const positions = { l: lying, h: standing, lying, standing }

/** `l` lying, `h` standing; missing lets the age decide. */
export const readPosition = (text: string) => readWord<'lying' | 'standing' | null>(text, positions, null)

/** As in WHO's programs 1 and y are oedema, 2 and n are none; what is missing is none. */
const oedema = { y: true, yes: true, '1': true, có: true, n: false, no: false, '2': false, không: false }

/** Missing is none. */
export const readOedema = (text: string) => readWord<boolean>(text, oedema, false)
