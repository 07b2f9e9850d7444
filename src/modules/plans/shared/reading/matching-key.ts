const toneMoves = new Map([
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
])

/**
 * The text in lower case with the tone mark on one agreed vowel ("hoà" and "hòa" are equal).
 * As long as the text itself, so a place found in the key is a place in the text.
 */
export function matchingKey(text: string): string {
  const known = keys.get(text)
  if (known !== undefined) return known
  if (keys.size >= mostKeys) keys.clear()
  const key = keyOf(text)
  if (text.length < longestKept) keys.set(text, key)
  return key
}

/** Each rule asks for the key of the same line; the last lines are kept, a few hundred kB at most. */
const keys = new Map<string, string>()
const mostKeys = 500
const longestKept = 1000

function keyOf(text: string): string {
  const lower = text.toLowerCase()
  const key = lower.length === text.length ? lower : [...text].map(lowerOfSameLength).join('')
  return key.replace(/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu, (pair) => toneMoves.get(pair) ?? pair)
}

function lowerOfSameLength(character: string): string {
  const lower = character.toLowerCase()
  return lower.length === character.length ? lower : character
}

export function startsLower(text: string): boolean {
  return /^\p{Ll}/u.test(text)
}

/** True when the letters are capitals, as headings and issuing bodies are printed. */
export function isUpperText(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  if (letters.length < 2) return false
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length
  return capitals / letters.length > 0.8
}
