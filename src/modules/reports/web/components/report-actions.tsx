import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconDownload, IconFileTypePdf, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Report } from '../../shared/contract.ts'
import { reportsMessages } from '../../shared/messages.ts'
import { downloadReport, finishReport, refreshReport, reportQuery } from '../requests.ts'

/** What can be done with the whole report. */
export function ReportActions({ report }: { report: Report }) {
  const t = useMessages(reportsMessages)
  const may = useMay()
  const [asking, ask] = useState(false)
  const { refreshing, finishing } = useChanging(report.id)
  return (
    <Stack gap="sm" className="no-print" mb="md">
      <Group gap="sm">
        <DownloadButtons reportId={report.id} />
        <PrintButton />
        {may('reports.write') && report.state === 'draft' ? (
          <>
            <Button
              variant="default"
              leftSection={<IconRefresh size={20} aria-hidden />}
              onClick={() => refreshing.mutate()}
              loading={refreshing.isPending}
            >
              {t('reports.refresh')}
            </Button>
            <Button variant="default" onClick={() => ask(true)}>
              {t('reports.finish')}
            </Button>
          </>
        ) : null}
      </Group>
      <ProblemNote problem={refreshing.error ?? finishing.error} />
      <AskToFinish
        report={report}
        opened={asking}
        onClose={() => ask(false)}
        onFinish={() => finishing.mutate(undefined, { onSettled: () => ask(false) })}
        isFinishing={finishing.isPending}
      />
    </Stack>
  )
}

function DownloadButtons({ reportId }: { reportId: string }) {
  const t = useMessages(reportsMessages)
  const downloading = useMutation({ mutationFn: (kind: 'docx' | 'pdf') => downloadReport(reportId, kind) })
  return (
    <>
      <Button
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

function useChanging(reportId: string) {
  const queries = useQueryClient()
  const onSuccess = async (next: Report) => {
    queries.setQueryData(reportQuery(next.id).queryKey, next)
    await queries.invalidateQueries({ queryKey: ['reports'], exact: true })
  }
  return {
    refreshing: useMutation({ mutationFn: () => refreshReport(reportId), onSuccess }),
    finishing: useMutation({ mutationFn: () => finishReport(reportId), onSuccess }),
  }
}

type AskToFinishProps = {
  report: Report
  opened: boolean
  onClose: () => void
  onFinish: () => void
  isFinishing: boolean
}

function AskToFinish({ report, opened, onClose, onFinish, isFinishing }: AskToFinishProps) {
  const t = useMessages(reportsMessages)
  const empty = report.content.parts
    .flatMap((part) => part.sections)
    .filter((section) => section.text.trim() === '' && section.lines.length === 0)
  return (
    <Modal opened={opened} onClose={onClose} title={t('reports.finish')}>
      <Stack gap="md">
        <Text>{t('reports.finish-ask')}</Text>
        {empty.length > 0 ? <Text>{t('reports.finish-empty', { count: empty.length })}</Text> : null}
        <Group>
          <Button onClick={onFinish} loading={isFinishing}>
            {t('reports.finish')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('reports.keep-writing')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
