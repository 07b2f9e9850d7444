import type { FormField } from '#ui/form-dialog.tsx'
import { LibraryKind } from '../../shared/contract.ts'
import type { libraryMessages } from '../../shared/messages.ts'

type Words = (key: keyof typeof libraryMessages.vi) => string

/** What a person says of a document, when it is added and when it is corrected. */
export function documentFields(t: Words): FormField[] {
  return [
    {
      ...{ name: 'kind', label: t('library.kind'), kind: 'choice', required: true },
      choices: LibraryKind.options.map((value) => ({ value, label: t(`library.kind-${value}`) })),
    },
    { name: 'number', label: t('library.number'), kind: 'text' },
    { name: 'title', label: t('library.name'), kind: 'long', required: true },
    { name: 'issuer', label: t('library.issuer'), kind: 'text' },
    { name: 'issuedOn', label: t('library.issued'), kind: 'day' },
    { name: 'inForceOn', label: t('library.in-force'), kind: 'day' },
    { name: 'endedOn', label: t('library.ended'), kind: 'day' },
    { name: 'endedNote', label: t('library.ended-note'), kind: 'text' },
  ]
}
