import { Badge } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import type { ReportState } from '../../shared/flow.ts'
import { reportsMessages } from '../../shared/messages.ts'

const colours = {
  draft: 'yellow',
  sent: 'blue',
  returned: 'orange',
  accepted: 'teal',
  signed: 'teal',
  merged: 'gray',
} as const

export function StateOfReport({ state }: { state: ReportState }) {
  const t = useMessages(reportsMessages)
  return (
    <Badge variant="light" size="lg" tt="none" color={colours[state]}>
      {t(`reports.state-${state}`)}
    </Badge>
  )
}
