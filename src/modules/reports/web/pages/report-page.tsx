import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconDownload, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { periodName } from '#base/period.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Report } from '../../shared/contract.ts'
import { reportsMessages } from '../../shared/messages.ts'
import { ReportEditor } from '../components/report-editor.tsx'
import { downloadReport, finishReport, refreshReport, reportQuery } from '../requests.ts'

export function Page() {
  const t = useMessages(reportsMessages)
  const { language } = useLanguage()
  const { reportId } = usePageParams(z.object({ reportId: Id }))
  const { data: report, error } = useQuery(reportQuery(reportId))
  const back = { to: '/reports', label: t('reports.list') }
  if (!report) {
    return (
      <>
        <PageHead title={t('reports.list')} back={back} />
        {error ? <ProblemNote problem={error} /> : <Loading />}
      </>
    )
  }
  const { areaName: area, planName: plan, content } = report
  const { done, all, lower } = content.reported
  return (
    <>
      <PageHead
        title={t('reports.title', { period: periodName(report.period, language) })}
        lead={
          <>
            {t('reports.lead', { area, plan, day: formatDay(content.asOf) })} ·{' '}
            {t('reports.reported', { done, all, lower })} · {t(`reports.state-${report.state}`)}
            {content.sample ? ` · ${t('reports.sample')}` : ''}
          </>
        }
        back={back}
      />
      <ReportActions report={report} />
      <ReportEditor key={report.id} report={report} />
    </>
  )
}

function ReportActions({ report }: { report: Report }) {
  const t = useMessages(reportsMessages)
  const may = useMay()
  const queries = useQueryClient()
  const [asking, ask] = useState(false)
  const keep = async (next: Report) => {
    queries.setQueryData(reportQuery(next.id).queryKey, next)
    await queries.invalidateQueries({ queryKey: ['reports'], exact: true })
  }
  const refreshing = useMutation({ mutationFn: () => refreshReport(report.id), onSuccess: keep })
  const finishing = useMutation({
    mutationFn: () => finishReport(report.id),
    onSuccess: keep,
    onSettled: () => ask(false),
  })
  const downloading = useMutation({ mutationFn: () => downloadReport(report.id) })
  const mayWrite = may('reports.write') && report.state === 'draft'
  return (
    <Stack gap="sm" className="no-print" mb="md">
      <Group gap="sm">
        <Button
          leftSection={<IconDownload size={20} aria-hidden />}
          onClick={() => downloading.mutate()}
          loading={downloading.isPending}
        >
          {t('reports.download')}
        </Button>
        <PrintButton />
        {mayWrite ? (
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
      <ProblemNote problem={refreshing.error ?? finishing.error ?? downloading.error} />
      <AskToFinish
        report={report}
        opened={asking}
        onClose={() => ask(false)}
        onFinish={() => finishing.mutate()}
        isFinishing={finishing.isPending}
      />
    </Stack>
  )
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
