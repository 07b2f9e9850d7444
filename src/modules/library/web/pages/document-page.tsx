import { Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { CorrectDocument, type LibraryPage } from '../../shared/contract.ts'
import { libraryMessages } from '../../shared/messages.ts'
import { documentFields } from '../components/document-fields.ts'
import { DocumentFiles } from '../components/document-files.tsx'
import { DocumentHistory } from '../components/document-history.tsx'
import { DocumentRelations } from '../components/document-relations.tsx'
import { DocumentState } from '../components/document-state.tsx'
import { useKeep } from '../components/use-keep.ts'
import { correctDocument, documentQuery } from '../requests.ts'
import '../library.css'

/** One document: what it is, whether it is in force, its file, what it is related to and what was corrected. */
export function Page() {
  const t = useMessages(libraryMessages)
  const { documentId } = usePageParams(z.object({ documentId: Id }))
  const { data: document, error, refetch } = useQuery(documentQuery(documentId))
  const back = { to: '/library', label: t('library.title') }
  if (!document)
    return (
      <>
        <PageHead title={t('library.title')} back={back} />
        {error ? <ProblemNote problem={error} onTryAgain={() => void refetch()} /> : <Loading />}
      </>
    )
  const { kind, number, issuedOn, issuer } = document
  const lead = [t(`library.kind-${kind}`), number, issuedOn ? formatDay(issuedOn) : null, issuer]
  return (
    <>
      <PageHead
        title={document.title}
        lead={lead.filter(Boolean).join(' · ')}
        back={back}
        actions={<CorrectButton document={document} />}
      />
      <Stack gap="lg" maw={820}>
        <Text>
          {t('library.state')}: <DocumentState document={document} />
          {document.endedNote ? ` (${document.endedNote})` : ''}
        </Text>
        {document.planId ? (
          <PageLink className="library-plan" to={`/plans/${document.planId}`}>
            {t('library.open-plan')}
          </PageLink>
        ) : null}
        <DocumentFiles document={document} />
        <DocumentRelations document={document} />
        <DocumentHistory history={document.history} />
      </Stack>
    </>
  )
}

/** Only for what a person typed: the common list and filed plans have their heading from elsewhere. */
function CorrectButton({ document }: { document: LibraryPage }) {
  const t = useMessages(libraryMessages)
  const may = useMay()
  const keep = useKeep(document.id)
  const [isOpen, open] = useState(false)
  if (!document.isOwn || document.source !== 'added' || !may('plans.write')) return null
  const { kind, title, version, ...rest } = document
  const typed = (['number', 'issuer', 'issuedOn', 'inForceOn', 'endedOn', 'endedNote'] as const).map(
    (name) => [name, rest[name] ?? undefined] as const,
  )
  return (
    <>
      <Button onClick={() => open(true)}>{t('library.correct')}</Button>
      {isOpen ? (
        <FormDialog
          title={t('library.correct')}
          fields={documentFields(t)}
          initial={{ kind, title, ...Object.fromEntries(typed) }}
          fixed={() => ({ version })}
          contract={CorrectDocument}
          send={async (input) => keep(await correctDocument(document.id, input))}
          onDone={() => open(false)}
          onClose={() => open(false)}
        />
      ) : null}
    </>
  )
}
