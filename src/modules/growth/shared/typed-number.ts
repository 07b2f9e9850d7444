/** What stands in a field for a measure: nothing, a number, or text that is none. */
export type TypedNumber = { kind: 'empty' } | { kind: 'number'; value: number } | { kind: 'wrong' }

/** Comma and point are both decimal marks for a person; "9,5" is 9.5. Signs, letters and two marks are wrong. */
export function typedNumber(text: string): TypedNumber {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'empty' }
  if (!/^\d{1,6}(?:[.,]\d{0,3})?$/.test(trimmed)) return { kind: 'wrong' }
  return { kind: 'number', value: Number(trimmed.replace(',', '.')) }
}
