import { Text } from '@mantine/core'
import { Day, formatDay, formatMoment } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageSection } from '#ui/page-section.tsx'
import { AddDocument, type LibraryChange, LibraryKind, RelationKind } from '../../shared/contract.ts'
import { libraryMessages } from '../../shared/messages.ts'

/** Who corrected what and when, the latest first. */
export function DocumentHistory({ history }: { history: readonly LibraryChange[] }) {
  const t = useMessages(libraryMessages)
  if (history.length === 0) return null
  return (
    <PageSection id="library-history" title={t('library.history')} size="h3">
      <ol className="library-history">
        {history.map((change) => (
          <li key={change.id}>
            <Text fw={600}>{t('library.history-by', { by: change.by, at: formatMoment(change.at) })}</Text>
            <Changed change={change} />
          </li>
        ))}
      </ol>
    </PageSection>
  )
}

const Field = AddDocument.omit({ id: true }).keyof()

const labels = {
  ...({ kind: 'library.kind', number: 'library.number', issuedOn: 'library.issued' } as const),
  ...({ inForceOn: 'library.in-force', endedOn: 'library.ended', endedNote: 'library.ended-note' } as const),
  ...({ issuer: 'library.issuer', title: 'library.name' } as const),
} as const satisfies Record<ReturnType<typeof Field.parse>, string>

function Changed({ change: { kind, before, after } }: { change: LibraryChange }) {
  const t = useMessages(libraryMessages)
  const words = useValueWords()
  if (kind === 'file')
    return <p>{t('library.change-file', { before: before['name'] ?? '', after: after['name'] ?? '' })}</p>
  if (kind === 'related' || kind === 'unrelated')
    return Object.entries(kind === 'related' ? after : before).map(([relation, name]) => {
      const known = RelationKind.safeParse(relation).data
      const holes = { relation: known ? t(`library.to-${known}`) : relation, name: name ?? '' }
      return <p key={relation}>{t(`library.change-${kind}`, holes)}</p>
    })
  return Object.keys(after).map((name) => {
    const field = Field.safeParse(name).data
    if (!field) return null
    const holes = { field: t(labels[field]), before: words(before[name]), after: words(after[name]) }
    return <p key={name}>{t('library.changed-from', holes)}</p>
  })
}

function useValueWords(): (value: string | null | undefined) => string {
  const t = useMessages(libraryMessages)
  return (value) => {
    if (value === null || value === undefined) return t('library.empty-value')
    const kind = LibraryKind.safeParse(value).data
    if (kind) return t(`library.kind-${kind}`)
    const day = Day.safeParse(value).data
    return day ? formatDay(day) : value
  }
}
