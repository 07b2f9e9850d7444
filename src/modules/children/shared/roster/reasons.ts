import { z } from 'zod'
import { RosterField } from './headings.ts'

/** Why a row is refused. Each has a sentence in the messages under `children.row.<code>`. */
export const RefusalCode = z.enum([
  'name-missing',
  'name-too-long',
  'name-not-letters',
  'birth-missing',
  'birth-not-a-day',
  'birth-month-first',
  'birth-unreadable',
  'born-in-future',
  'too-old',
  'sex-missing',
  'sex-unreadable',
  'sex-both',
  'ethnic-unknown',
  'poverty-unreadable',
  'personal-id-not-12-digits',
  'personal-id-of-adult',
  'personal-id-other-century',
  'personal-id-other-sex',
  'personal-id-other-year',
  'personal-id-taken',
  'formula-broken',
  'example-mark',
])
export type RefusalCode = z.infer<typeof RefusalCode>

/** What a person should know about a row that is taken all the same. */
export const NoteCode = z.enum([
  'birth-year-only',
  'birth-month-only',
  'phone-unreadable',
  'education-unreadable',
  'personal-id-unknown-place',
  'village-new',
])
export type NoteCode = z.infer<typeof NoteCode>

/** Why a row waits for a person's decision, or needs none. */
export const HeldCode = z.enum(['possibly-row', 'possibly-child', 'known-row', 'known-child'])
export type HeldCode = z.infer<typeof HeldCode>

/** `value` is the text of the cell, shortened; it stands in the sentence. */
export const RowReason = z.object({
  code: z.union([RefusalCode, NoteCode, HeldCode]),
  field: RosterField.nullable(),
  value: z.string(),
})
export type RowReason = z.infer<typeof RowReason>

/** Texts of a cell are cut to 60 characters: they stand in a sentence. */
export function reason(code: RowReason['code'], field: RosterField | null = null, value = ''): RowReason {
  return { code, field, value: value.length > 60 ? `${value.slice(0, 59)}…` : value }
}
