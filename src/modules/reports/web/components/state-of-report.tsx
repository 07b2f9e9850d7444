import { useMessages } from '#platform/web/language.tsx'
import { StateMark, type ServiceState } from '#ui/state-badge.tsx'
import type { ReportState } from '../../shared/flow.ts'
import { reportsMessages } from '../../shared/messages.ts'

const marks: Record<ReportState, ServiceState> = {
  draft: 'not-applicable',
  sent: 'coming',
  returned: 'due',
  accepted: 'done',
  signed: 'done',
  merged: 'not-applicable',
}

export function StateOfReport({ state }: { state: ReportState }) {
  const t = useMessages(reportsMessages)
  return <StateMark like={marks[state]}>{t(`reports.state-${state}`)}</StateMark>
}
