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

/** With a small first letter, as a name that opens with its kind stands in a sentence: "xã Đăk Hà", "thực hiện ...". */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** With a capital first letter, as a sentence or a title begins. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
