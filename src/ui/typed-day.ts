/**
 * Puts the slashes while a day is typed on a number keyboard: `31032020` becomes `31/03/2020`.
 * Only at the end and only while the text grows, so that corrections are left alone.
 */
export function typedDay(before: string, after: string): string {
  if (!after.startsWith(before) || after.length <= before.length) return after
  const added = after.length - before.length
  if (added > 1) return /^\d{8}$/.test(after) ? withSlashes(after) : after
  if (/^\d{2}$/.test(after) || /^\d{1,2}\/\d{2}$/.test(after)) return `${after}/`
  if (after.endsWith('//')) return after.slice(0, -1)
  return after
}

function withSlashes(digits: string): string {
  return `${digits.slice(0, 2)}/${digits.slice(2, 4)}/${digits.slice(4)}`
}
