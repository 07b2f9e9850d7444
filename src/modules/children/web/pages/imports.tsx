import { Button, Group, Stack } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '#base/id.ts'
import { AreaSelect } from '#modules/areas/web/public.tsx'
import { useActor } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink, useGo } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { formatMoment } from '#base/day.ts'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { PageSection } from '#ui/page-section.tsx'
import { rosterMaxBytes } from '../../shared/contract-import.ts'
import { importMessages } from '../../shared/messages-import.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { runsQuery, uploadRoster } from '../requests.ts'
import '../children.css'

/** Brings a roster in: template, file, and the imports made before. */
export function Page() {
  const t = useMessages(importMessages)
  const words = useMessages(childrenMessages)
  const template = useMutation({ mutationFn: () => api.download('/children/roster-template') })
  return (
    <>
      <PageHead
        title={t('children.import')}
        lead={t('children.import-lead')}
        back={{ to: '/children', label: words('children.title') }}
      />
      <Stack gap="lg">
        <Group>
          <Button
            variant="default"
            leftSection={<IconDownload size={20} aria-hidden />}
            loading={template.isPending}
            onClick={() => template.mutate()}
          >
            {t('children.template')}
          </Button>
        </Group>
        <ProblemNote problem={template.error} />
        <UploadRoster />
        <EarlierRuns />
      </Stack>
    </>
  )
}

function UploadRoster() {
  const t = useMessages(importMessages)
  const words = useMessages(childrenMessages)
  const { area } = useActor()
  const go = useGo()
  const queries = useQueryClient()
  const [communeId, setCommuneId] = useState<string | undefined>(undefined)
  const isWide = area.kind !== 'commune'
  const upload = useMutation({
    mutationFn: (file: File) =>
      uploadRoster({ id: newId(), file, communeId: isWide ? communeId : undefined }),
    onSuccess: async (run) => {
      await queries.invalidateQueries({ queryKey: runsQuery.queryKey })
      go(`/children/imports/${run.id}`)
    },
  })
  const isReady = !isWide || communeId !== undefined
  return (
    <Stack gap="md" maw={720}>
      {isWide ? (
        <AreaSelect
          label={t('children.import-commune')}
          description={words('children.commune-how')}
          first={area}
          value={communeId}
          onChange={(id) => setCommuneId(id === area.id ? undefined : id)}
        />
      ) : null}
      {isReady ? (
        <FileDrop
          label={t('children.import-drop')}
          endings={['.xlsx', '.csv', '.tsv', '.txt']}
          maxBytes={rosterMaxBytes}
          hint={t('children.import-hint')}
          isBusy={upload.isPending}
          onFile={(file) => upload.mutate(file)}
        />
      ) : null}
      <ProblemNote problem={upload.error} />
    </Stack>
  )
}

function EarlierRuns() {
  const t = useMessages(importMessages)
  const words = useMessages(childrenMessages)
  const { data = [] } = useQuery(runsQuery)
  if (data.length === 0) return null
  return (
    <PageSection id="children-runs" title={t('children.import-earlier')}>
      <DataList
        label={t('children.import-earlier')}
        rows={data}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'file',
            heading: t('children.import-file'),
            kind: 'title',
            cell: (run) => <PageLink to={`/children/imports/${run.id}`}>{run.fileName}</PageLink>,
          },
          { key: 'at', heading: t('children.import-when'), cell: ({ createdAt }) => formatMoment(createdAt) },
          { key: 'place', heading: words('children.commune'), cell: ({ communeName }) => communeName },
          {
            key: 'status',
            heading: t('children.import-status'),
            cell: ({ status }) => t(`children.run-${status}`),
          },
          {
            key: 'imported',
            heading: t('children.import-imported'),
            kind: 'number',
            cell: ({ importedRows }) => formatNumber(importedRows),
          },
        ]}
      />
    </PageSection>
  )
}
