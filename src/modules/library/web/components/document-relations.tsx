import { Button, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { PageSection } from '#ui/page-section.tsx'
import { AddRelation, type LibraryPage, type LibraryRelation, RelationKind } from '../../shared/contract.ts'
import { libraryMessages } from '../../shared/messages.ts'
import { libraryQuery, relate, unrelate } from '../requests.ts'
import { useKeep } from './use-keep.ts'

const nameOf = ({ number, title }: { number: string | null; title: string }) =>
  [number, title].filter(Boolean).join(' · ')

/** What the document rests on and what rests on it; what the own unit said can be taken back. */
export function DocumentRelations({ document }: { document: LibraryPage }) {
  const t = useMessages(libraryMessages)
  const may = useMay()
  const keep = useKeep(document.id)
  const removing = useMutation({
    mutationFn: ({ kind, other }: LibraryRelation) => unrelate(document.id, { kind, toId: other.id }),
    onSuccess: keep,
  })
  const mayChange = document.isOwn && may('plans.write')
  return (
    <PageSection id="library-relations" title={t('library.relations')} size="h3">
      {document.relations.length === 0 ? <Text c="dimmed">{t('library.relations-none')}</Text> : null}
      <ul className="library-relations">
        {document.relations.map((relation) => (
          <li key={`${relation.kind} ${relation.direction} ${relation.other.id}`}>
            <span>
              {t(`library.${relation.direction}-${relation.kind}`)}:{' '}
              <PageLink to={`/library/${relation.other.id}`}>{nameOf(relation.other)}</PageLink>
            </span>
            {mayChange && relation.direction === 'to' ? (
              <Button
                variant="subtle"
                className="no-print"
                aria-label={t('library.unrelate-of', { name: nameOf(relation.other) })}
                loading={removing.isPending && removing.variables === relation}
                onClick={() => removing.mutate(relation)}
              >
                {t('library.unrelate')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemNote problem={removing.error} />
      {mayChange ? <RelateButton document={document} /> : null}
    </PageSection>
  )
}

function RelateButton({ document }: { document: LibraryPage }) {
  const t = useMessages(libraryMessages)
  const keep = useKeep(document.id)
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button variant="default" className="no-print" onClick={() => open(true)}>
        {t('library.relate')}
      </Button>
      {isOpen ? (
        <FormDialog
          title={t('library.relate')}
          fields={[
            {
              ...{ name: 'kind', label: t('library.relate-kind'), kind: 'choice', required: true },
              choices: RelationKind.options.map((value) => ({ value, label: t(`library.to-${value}`) })),
            },
            {
              ...{ name: 'toId', label: t('library.relate-other'), kind: 'custom', required: true },
              render: (field) => <DocumentChoice {...field} without={document.id} />,
            },
          ]}
          fixed={() => ({})}
          contract={AddRelation}
          send={async (input) => keep(await relate(document.id, input))}
          onDone={() => open(false)}
          onClose={() => open(false)}
        />
      ) : null}
    </>
  )
}

type DocumentChoiceProps = {
  value: string | undefined
  onChange: (value: string | undefined) => void
  error: string | undefined
  without: string
}

/** The library is searched as one types: it may hold more documents than a list can show. */
function DocumentChoice({ value, onChange, error, without }: DocumentChoiceProps) {
  const t = useMessages(libraryMessages)
  const [text, setText] = useState('')
  const [kept, setKept] = useState<{ value: string; label: string } | undefined>(undefined)
  // A choice writes its own label into the field: that is no search.
  const asked = useDeferredValue(text === kept?.label ? '' : text)
  const { data: found = [] } = useQuery({
    ...libraryQuery({ text: asked }),
    placeholderData: keepPreviousData,
  })
  const choices = found
    .filter(({ id }) => id !== without)
    .map((document) => ({ value: document.id, label: nameOf(document) }))
  const all = kept && !choices.some((choice) => choice.value === kept.value) ? [kept, ...choices] : choices
  return (
    <SearchSelect
      label={t('library.relate-other')}
      description={t('library.relate-search')}
      nothingFound={t('library.relate-none')}
      choices={all}
      value={value}
      error={error}
      required
      onSearch={setText}
      onChange={(next) => {
        setKept(all.find((choice) => choice.value === next))
        onChange(next)
      }}
    />
  )
}
