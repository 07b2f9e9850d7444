import { Button, Group, Menu, Stack } from '@mantine/core'
import { IconChevronDown, IconDownload, IconFileTypePdf, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Report } from '../../shared/contract.ts'
import { reportsMessages } from '../../shared/messages.ts'
import { downloadReport, refreshReport, type ReportFileKind, reportQuery } from '../requests.ts'

/** What can be done with the whole report besides the steps of its flow. */
export function ReportActions({ report }: { report: Report }) {
  const t = useMessages(reportsMessages)
  const refreshing = useRefreshing(report.id)
  const isProvince = report.content.unit?.kind === 'province'
  return (
    <Stack gap="sm" className="no-print" mb="md">
      <Group gap="sm">
        <DownloadButtons reportId={report.id} />
        <PrintButton />
        {report.may.includes('write') && report.openParts === null ? (
          <Button
            variant="default"
            leftSection={<IconRefresh size={20} aria-hidden />}
            onClick={() => refreshing.mutate()}
            loading={refreshing.isPending}
          >
            {t(isProvince ? 'reports.consolidate' : 'reports.refresh')}
          </Button>
        ) : null}
      </Group>
      <ProblemNote problem={refreshing.error} />
    </Stack>
  )
}

type Wanted = { kind: ReportFileKind; form?: 'ecd' | 'action' }

/** Beside Word and PDF: annexes to calculate with, parts of the report, data for other programs. */
const others = [
  { name: 'xlsx', wanted: { kind: 'xlsx' } },
  { name: 'ecd', wanted: { kind: 'docx', form: 'ecd' } },
  { name: 'action', wanted: { kind: 'docx', form: 'action' } },
  { name: 'json', wanted: { kind: 'json' } },
  { name: 'csv', wanted: { kind: 'csv' } },
] as const

function DownloadButtons({ reportId }: { reportId: string }) {
  const t = useMessages(reportsMessages)
  const downloading = useMutation({
    mutationFn: ({ kind, form }: Wanted) => downloadReport(reportId, kind, form),
  })
  const isBusy = (kind: ReportFileKind) => downloading.isPending && downloading.variables.kind === kind
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden />}
        onClick={() => downloading.mutate({ kind: 'docx' })}
        loading={isBusy('docx')}
      >
        {t('reports.download')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={20} aria-hidden />}
        onClick={() => downloading.mutate({ kind: 'pdf' })}
        loading={isBusy('pdf')}
      >
        {t('reports.download-pdf')}
      </Button>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden />}>
            {t('reports.download-more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map(({ name, wanted }) => (
            <Menu.Item key={name} onClick={() => downloading.mutate(wanted)}>
              {t(`reports.file-${name}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ProblemNote problem={downloading.error} />
    </>
  )
}

function useRefreshing(reportId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => refreshReport(reportId),
    onSuccess: async (next: Report) => {
      queries.setQueryData(reportQuery(next.id).queryKey, next)
      await queries.invalidateQueries({ queryKey: ['reports'], exact: true })
      await queries.invalidateQueries({ queryKey: ['reports', reportId, 'check'] })
    },
  })
}
