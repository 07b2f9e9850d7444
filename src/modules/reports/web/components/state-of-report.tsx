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

/** The state as it is said to people: a report that was reopened was not sent back with faults. */
export function StateOfReport({ state, isReopened }: { state: ReportState; isReopened: boolean }) {
  const t = useMessages(reportsMessages)
  return <StateMark like={marks[state]}>{t(`reports.state-${isReopened ? 'reopened' : state}`)}</StateMark>
}
