import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { newId } from '#base/id.ts'
import { officeFiles } from '#base/file-kinds.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Report } from '../../shared/contract.ts'
import type { ReportFile } from '../../shared/contract-check.ts'
import { maxFileBytes } from '../../shared/files.ts'
import { reportsFlowMessages } from '../../shared/messages-flow.ts'
import { attachFile, filesQuery, openFile, removeFile } from '../requests-flow.ts'

const endings = officeFiles.map((ending) => `.${ending}`)

/** Files of the report: while it is written any, after signing the scan of the signed document. */
export function ReportFiles({ report }: { report: Report }) {
  const t = useMessages(reportsFlowMessages)
  const { area } = useActor()
  const queries = useQueryClient()
  const { data, error } = useQuery(filesQuery(report.id))
  const mayAttach = report.may.includes('write')
  const maySigned = report.state === 'signed' && area.id === report.areaId
  const attaching = useMutation({
    mutationFn: (file: File) =>
      attachFile(report.id, file, { id: newId(), kind: mayAttach ? 'attached' : 'signed' }),
    onSuccess: (files) => queries.setQueryData(filesQuery(report.id).queryKey, files),
  })
  if ((data ?? []).length === 0 && !mayAttach && !maySigned) return null
  return (
    <Stack gap="sm" mt="xl" className="no-print">
      <Title order={2} size="h4">
        {t('reports.files')}
      </Title>
      <ProblemNote problem={error} />
      {(data ?? []).map((file) => (
        <FileLine key={file.id} report={report} file={file} mayRemove={mayAttach} />
      ))}
      {mayAttach || maySigned ? (
        <FileDrop
          label={t(mayAttach ? 'reports.file-add' : 'reports.file-add-signed')}
          endings={endings}
          maxBytes={maxFileBytes}
          onFile={(file) => attaching.mutate(file)}
          isBusy={attaching.isPending}
        />
      ) : null}
      <ProblemNote problem={attaching.error} />
    </Stack>
  )
}

function FileLine({ report, file, mayRemove }: { report: Report; file: ReportFile; mayRemove: boolean }) {
  const t = useMessages(reportsFlowMessages)
  const queries = useQueryClient()
  const opening = useMutation({ mutationFn: () => openFile(report.id, file.id) })
  const removing = useMutation({
    mutationFn: () => removeFile(report.id, file.id),
    onSuccess: (files) => queries.setQueryData(filesQuery(report.id).queryKey, files),
  })
  const { name } = file
  return (
    <Group gap="sm">
      <Button variant="default" onClick={() => opening.mutate()} loading={opening.isPending}>
        {name}
      </Button>
      {file.kind === 'signed' ? <Text c="dimmed">{t('reports.file-signed')}</Text> : null}
      {mayRemove ? (
        <Button
          variant="subtle"
          color="red"
          loading={removing.isPending}
          onClick={() => {
            if (globalThis.confirm(t('reports.file-remove-ask', { name }))) removing.mutate()
          }}
        >
          {t('reports.file-remove', { name })}
        </Button>
      ) : null}
      <ProblemNote problem={opening.error ?? removing.error} />
    </Group>
  )
}
