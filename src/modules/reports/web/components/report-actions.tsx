import { Button, Group, Stack } from '@mantine/core'
import { IconDownload, IconFileTypePdf, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Report } from '../../shared/contract.ts'
import { reportsMessages } from '../../shared/messages.ts'
import { downloadReport, refreshReport, reportQuery } from '../requests.ts'

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

function DownloadButtons({ reportId }: { reportId: string }) {
  const t = useMessages(reportsMessages)
  const downloading = useMutation({ mutationFn: (kind: 'docx' | 'pdf') => downloadReport(reportId, kind) })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden />}
        onClick={() => downloading.mutate('docx')}
        loading={downloading.isPending && downloading.variables === 'docx'}
      >
        {t('reports.download')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={20} aria-hidden />}
        onClick={() => downloading.mutate('pdf')}
        loading={downloading.isPending && downloading.variables === 'pdf'}
      >
        {t('reports.download-pdf')}
      </Button>
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
