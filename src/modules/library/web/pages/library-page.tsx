import { Button, NativeSelect, Stack, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { formatDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink, useGo, useTypedText } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { AddDocument, type LibraryDocument, LibraryKind } from '../../shared/contract.ts'
import { libraryMessages } from '../../shared/messages.ts'
import { documentFields } from '../components/document-fields.ts'
import { DocumentState } from '../components/document-state.tsx'
import { addDocument, libraryQuery } from '../requests.ts'

/** Search first; every document with its number, day, issuer and whether it is in force. */
export function Page() {
  const t = useMessages(libraryMessages)
  const [text, setText] = useTypedText()
  const [kind, setKind] = useState<LibraryKind | undefined>(undefined)
  const asked = useDeferredValue(text)
  const { data, error } = useQuery({
    ...libraryQuery({ text: asked, kind }),
    placeholderData: keepPreviousData,
  })
  const columns = useColumns()
  return (
    <>
      <PageHead title={t('library.title')} lead={t('library.lead')} actions={<AddButton />} />
      <Stack gap="md">
        <TextInput
          type="search"
          label={t('library.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          maw={320}
          label={t('library.kind')}
          value={kind ?? ''}
          data={[
            { value: '', label: t('library.kind-all') },
            ...LibraryKind.options.map((value) => ({ value, label: t(`library.kind-${value}`) })),
          ]}
          onChange={(event) => setKind(LibraryKind.safeParse(event.currentTarget.value).data)}
        />
        <ProblemNote problem={error} />
        {data ? (
          <DataList
            label={t('library.title')}
            rows={data}
            columns={columns}
            rowKey={({ id }) => id}
            firstRows={15}
            empty={<EmptyState title={t('library.none')} why={t('library.none-why')} />}
          />
        ) : error ? null : (
          <Loading />
        )}
      </Stack>
    </>
  )
}

function useColumns(): DataListColumn<LibraryDocument>[] {
  const t = useMessages(libraryMessages)
  return [
    {
      key: 'title',
      heading: t('library.document'),
      kind: 'title',
      cell: ({ id, title }) => <PageLink to={`/library/${id}`}>{title}</PageLink>,
    },
    {
      key: 'number',
      heading: t('library.number'),
      cell: ({ number }) => <span className="nowrap">{number}</span>,
    },
    {
      key: 'kind',
      heading: t('library.kind'),
      cell: ({ kind }) => <span className="nowrap">{t(`library.kind-${kind}`)}</span>,
      wideOnly: true,
    },
    {
      key: 'issued',
      heading: t('library.issued'),
      cell: ({ issuedOn }) => (issuedOn ? formatDay(issuedOn) : ''),
    },
    { key: 'issuer', heading: t('library.issuer'), cell: ({ issuer }) => issuer ?? '', wideOnly: true },
    { key: 'state', heading: t('library.state'), cell: (document) => <DocumentState document={document} /> },
  ]
}

function AddButton() {
  const t = useMessages(libraryMessages)
  const may = useMay()
  const queries = useQueryClient()
  const go = useGo()
  const [isAdding, add] = useState(false)
  if (!may('plans.write')) return null
  const send = async (input: AddDocument) => {
    const document = await addDocument(input)
    await queries.invalidateQueries({ queryKey: ['library'] })
    go(`/library/${document.id}`)
  }
  return (
    <>
      <Button onClick={() => add(true)}>{t('library.add')}</Button>
      {isAdding ? (
        <FormDialog
          title={t('library.add')}
          fields={documentFields(t)}
          fixed={() => ({ id: newId() })}
          contract={AddDocument}
          send={send}
          onDone={() => add(false)}
          onClose={() => add(false)}
        />
      ) : null}
    </>
  )
}
