import { Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formatMoment } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { PageSection } from '#ui/page-section.tsx'
import type { LibraryFile, LibraryPage } from '../../shared/contract.ts'
import { libraryMessages } from '../../shared/messages.ts'
import { attachFile } from '../requests.ts'
import { useKeep } from './use-keep.ts'

const fileLimit = 20 * 1024 * 1024

/** The present file, those that it replaced, and where a new one is put. */
export function DocumentFiles({ document }: { document: LibraryPage }) {
  const t = useMessages(libraryMessages)
  const may = useMay()
  const keep = useKeep(document.id)
  const attaching = useMutation({
    mutationFn: (file: File) => attachFile(document.id, file),
    onSuccess: keep,
  })
  const mayChange = document.isOwn && may('plans.write')
  if (!mayChange && document.files.length === 0) return null
  return (
    <PageSection id="library-files" title={t('library.file')} size="h3">
      <Stack gap="sm" className="no-print">
        {document.files.map((file) => (
          <OneFile key={file.id} documentId={document.id} file={file} />
        ))}
        {mayChange ? (
          <FileDrop
            label={t(document.hasFile ? 'library.file-replace' : 'library.file-label')}
            endings={['.pdf', '.docx', '.txt']}
            maxBytes={fileLimit}
            isBusy={attaching.isPending}
            onFile={(file) => attaching.mutate(file)}
          />
        ) : null}
        <ProblemNote problem={attaching.error} />
      </Stack>
    </PageSection>
  )
}

function OneFile({ documentId, file }: { documentId: string; file: LibraryFile }) {
  const t = useMessages(libraryMessages)
  const downloading = useMutation({
    mutationFn: () => api.download(`/library/${documentId}/files/${file.id}`),
  })
  return (
    <div>
      <Button
        variant={file.replacedAt === null ? 'default' : 'subtle'}
        className="library-file"
        aria-label={t('library.file-download-of', { name: file.name })}
        loading={downloading.isPending}
        onClick={() => downloading.mutate()}
      >
        {file.name}
      </Button>
      {file.replacedAt === null ? null : (
        <Text component="span" c="dimmed" ml="sm">
          {t('library.file-old', { at: formatMoment(file.replacedAt) })}
        </Text>
      )}
      <ProblemNote problem={downloading.error} />
    </div>
  )
}
