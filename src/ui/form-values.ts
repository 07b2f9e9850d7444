import type { z } from 'zod'

/** What stands in the fields of a form while it is filled in, by the name of the field ("post.title" for a part). */
export type FormDraft = Readonly<Record<string, FieldValue>>

/** `choices` holds several values, a tick yes or no, everything else text. */
export type FieldValue = string | boolean | readonly string[] | undefined

export type FieldKind =
  'text' | 'long' | 'phone' | 'number' | 'day' | 'choice' | 'choices' | 'tick' | 'custom'

/** The draft as a contract takes it: empty fields are null, no choice is an empty list, numbers are numbers, "post.title" is inside `post`. */
export function formValues(
  fields: readonly { name: string; kind: FieldKind }[],
  draft: FormDraft,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const { name, kind } of fields) {
    const [first = name, rest] = name.split('.')
    const value = valueOf(kind, draft[name])
    if (rest === undefined) values[first] = value
    else values[first] = { ...Object(values[first]), [rest]: value }
  }
  return values
}

function valueOf(kind: FieldKind, value: FieldValue): unknown {
  if (kind === 'tick') return value === true
  if (kind === 'choices') return Array.isArray(value) ? value : []
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '') return null
  return kind === 'number' ? numberOf(text) : text
}

/** "1.200", "1 200" and "850,5" as Vietnamese write them; what is no number stays text, so that the contract refuses it. */
function numberOf(text: string): number | string {
  const plain = text
    .replace(/\s/g, '')
    .replace(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.')
  const number = Number(plain)
  return plain === '' || Number.isNaN(number) ? text : number
}

/** Adds what the form does not ask for: ids, versions. Parts are put together field by field. */
export function joined(
  fixed: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...fixed }
  for (const [name, value] of Object.entries(values)) {
    const part = fixed[name]
    whole[name] = typeof part === 'object' && part !== null ? { ...part, ...Object(value) } : value
  }
  return whole
}

/** Names of the fields that do not fit. */
export function wrongFields(error: z.ZodError): ReadonlySet<string> {
  return new Set(error.issues.flatMap(({ path }) => [String(path[0]), path.slice(0, 2).join('.')]))
}
