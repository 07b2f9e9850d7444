import { Button, Stack, Text, Title } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import { plansMessages } from '../../shared/messages.ts'
import { DeadlineFields } from './deadline-fields.tsx'
import { addItem, changeItem, emptyDeadline, removeItem } from './filing-draft.ts'
import type { FoundProps } from './reading-editor.tsx'

/** Deadlines as they were read, each to be corrected; they lead to their place in the text. */
export function FoundDeadlines({ filing, onChange, chosen, onChoose }: FoundProps) {
  const t = useMessages(plansMessages)
  const { deadlines } = filing.placed.reading
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('plans.deadlines', { count: deadlines.length })}
      </Title>
      {deadlines.length === 0 ? <Text c="dimmed">{t('plans.deadlines-none')}</Text> : null}
      {deadlines.map((deadline, index) => (
        <DeadlineFields
          key={index}
          deadline={deadline}
          isChosen={chosen === `deadline-${index}`}
          onShow={() => onChoose(`deadline-${index}`)}
          onChange={(item) => onChange(changeItem(filing, 'deadlines', { index, item }))}
          onRemove={() => onChange(removeItem(filing, 'deadlines', index))}
        />
      ))}
      <Button variant="default" onClick={() => onChange(addItem(filing, 'deadlines', emptyDeadline))}>
        {t('plans.deadline-add')}
      </Button>
    </Stack>
  )
}
