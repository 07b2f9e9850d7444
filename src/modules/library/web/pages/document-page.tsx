import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { AddRelation, type LibraryPage, RelationKind } from '../../shared/contract.ts'
import { libraryMessages } from '../../shared/messages.ts'
import { DocumentState } from '../document-state.tsx'
import { attachFile, documentQuery, libraryQuery, relate } from '../requests.ts'

const fileLimit = 20 * 1024 * 1024

/** One document: what it is, whether it is in force, its file and what it is related to. */
export function Page() {
  const t = useMessages(libraryMessages)
  const { documentId } = usePageParams(z.object({ documentId: Id }))
  const { data: document, error } = useQuery(documentQuery(documentId))
  const back = { to: '/library', label: t('library.title') }
  if (!document)
    return (
      <>
        <PageHead title={t('library.title')} back={back} />
        {error ? <ProblemNote problem={error} /> : <Loading />}
      </>
    )
  const { kind, number, issuedOn, issuer } = document
  const lead = [t(`library.kind-${kind}`), number, issuedOn ? formatDay(issuedOn) : null, issuer]
  return (
    <>
      <PageHead title={document.title} lead={lead.filter(Boolean).join(' · ')} back={back} />
      <Stack gap="lg" maw={820}>
        <Text>
          {t('library.state')}: <DocumentState document={document} />
          {document.endedNote ? ` (${document.endedNote})` : ''}
        </Text>
        {document.planId ? (
          <PageLink to={`/plans/${document.planId}`}>{t('library.open-plan')}</PageLink>
        ) : null}
        <DocumentFile document={document} />
        <Relations document={document} />
      </Stack>
    </>
  )
}

function useKeep(id: string) {
  const queries = useQueryClient()
  return (next: LibraryPage) => queries.setQueryData(documentQuery(id).queryKey, next)
}

function DocumentFile({ document }: { document: LibraryPage }) {
  const t = useMessages(libraryMessages)
  const may = useMay()
  const keep = useKeep(document.id)
  const attaching = useMutation({
    mutationFn: (file: File) => attachFile(document.id, file),
    onSuccess: keep,
  })
  const downloading = useMutation({ mutationFn: () => api.download(`/library/${document.id}/file`) })
  return (
    <Stack gap="sm" className="no-print">
      {document.hasFile ? (
        <Group>
          <Button variant="default" loading={downloading.isPending} onClick={() => downloading.mutate()}>
            {t('library.file-download')}
          </Button>
        </Group>
      ) : null}
      {document.isOwn && may('plans.write') ? (
        <FileDrop
          label={t('library.file-label')}
          endings={['.pdf', '.docx', '.txt']}
          maxBytes={fileLimit}
          isBusy={attaching.isPending}
          onFile={(file) => attaching.mutate(file)}
        />
      ) : null}
      <ProblemNote problem={attaching.error ?? downloading.error} />
    </Stack>
  )
}

function Relations({ document }: { document: LibraryPage }) {
  const t = useMessages(libraryMessages)
  const may = useMay()
  return (
    <section aria-labelledby="library-relations">
      <Title order={2} size="h3" mb="sm" id="library-relations">
        {t('library.relations')}
      </Title>
      {document.relations.length === 0 ? <Text c="dimmed">{t('library.relations-none')}</Text> : null}
      <ul>
        {document.relations.map(({ kind, direction, other }) => (
          <li key={`${kind} ${direction} ${other.id}`}>
            {t(`library.${direction}-${kind}`)}:{' '}
            <PageLink to={`/library/${other.id}`}>
              {[other.number, other.title].filter(Boolean).join(' · ')}
            </PageLink>
          </li>
        ))}
      </ul>
      {document.isOwn && may('plans.write') ? <RelateButton document={document} /> : null}
    </section>
  )
}

function RelateButton({ document }: { document: LibraryPage }) {
  const t = useMessages(libraryMessages)
  const keep = useKeep(document.id)
  const [isOpen, open] = useState(false)
  const { data: others = [] } = useQuery({ ...libraryQuery({}), enabled: isOpen })
  return (
    <>
      <Button variant="default" onClick={() => open(true)}>
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
              ...{ name: 'toId', label: t('library.relate-other'), kind: 'choice', required: true },
              choices: others
                .filter(({ id }) => id !== document.id)
                .map(({ id, number, title }) => ({
                  value: id,
                  label: [number, title].filter(Boolean).join(' · '),
                })),
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
