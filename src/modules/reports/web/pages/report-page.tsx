import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { periodName } from '#base/period.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { reportsMessages } from '../../shared/messages.ts'
import { FlowSteps } from '../components/flow-steps.tsx'
import { PartDrafts } from '../components/part-drafts.tsx'
import { ReportActions } from '../components/report-actions.tsx'
import { ReportEditor } from '../components/report-editor.tsx'
import { reportQuery } from '../requests.ts'

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
            {all > 0 ? `${t('reports.reported', { done, all, lower })} · ` : ''}{' '}
            {t(`reports.state-${report.isReopened ? 'reopened' : report.state}`)}
            {content.sample ? ` · ${t('reports.sample')}` : ''}
          </>
        }
        back={back}
      />
      <FlowSteps report={report} />
      <PartDrafts report={report} />
      <ReportActions report={report} />
      <ReportEditor key={report.id} report={report} />
    </>
  )
}
