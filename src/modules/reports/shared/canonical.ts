/**
 * One text for one value: keys in order, no spaces. The hash of a frozen report is taken of this text, so that the same
 * content always has the same hash, whatever wrote it down.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
