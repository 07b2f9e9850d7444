/** NFC, every run of white space one space, trimmed. */
export function tidy(text: string): string {
  const composed = text.normalize('NFC').trim()
  // Most texts are tidy already: looking is several times faster than writing anew.
  return /\s{2}|[^\S ]/u.test(composed) ? composed.replace(/\s+/gu, ' ') : composed
}

/** Text as people search it: lower case, no marks, `đ` as `d`, one space. "Y Hoà" and "y hoa" are equal. */
export function fold(text: string): string {
  return tidy(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .normalize('NFC')
}

/** Folded words: letters and digits only. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
