import { Alert, List, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useMessages } from '#platform/web/language.tsx'
import type { PlanWarning } from '../../shared/contract.ts'
import { plansMessages } from '../../shared/messages.ts'

/** What a clerk should look at before the plan is filed; the words come from the reader. */
export function WarningList({ warnings }: { warnings: readonly PlanWarning[] }) {
  const t = useMessages(plansMessages)
  if (warnings.length === 0) {
    return (
      <Text c="var(--state-done)">
        <IconCheck size={18} aria-hidden /> {t('plans.warnings-none')}
      </Text>
    )
  }
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('plans.warnings', { count: warnings.length })}
    >
      <List spacing={4}>
        {warnings.map(({ message, section }, index) => (
          <List.Item key={index}>
            {message}
            {section === null ? '' : ` (${section})`}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
