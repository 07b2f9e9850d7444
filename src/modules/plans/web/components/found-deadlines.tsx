import { Anchor, List, Stack, Text, Title } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import { plansMessages } from '../../shared/messages.ts'
import { deadlineWords } from './deadline-words.ts'
import type { FoundProps } from './reading-editor.tsx'

/** Deadlines and legal bases as they were read; the deadlines lead to their place in the text. */
export function FoundDeadlines({ filing, onChoose }: FoundProps) {
  const t = useMessages(plansMessages)
  const { deadlines, bases } = filing.placed.reading
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('plans.deadlines', { count: deadlines.length })}
      </Title>
      {deadlines.length === 0 ? <Text c="dimmed">{t('plans.deadlines-none')}</Text> : null}
      <List spacing={4}>
        {deadlines.map((deadline, index) => (
          <List.Item key={index}>
            <Anchor component="button" type="button" ta="start" onClick={() => onChoose(`deadline-${index}`)}>
              {deadlineWords(t, deadline)}: {deadline.text}
            </Anchor>
          </List.Item>
        ))}
      </List>
      <Title order={2} size="h4">
        {t('plans.bases', { count: bases.length })}
      </Title>
      <List spacing={4}>
        {bases.map(({ number, date, issuer, title }, index) => (
          <List.Item key={index}>
            {[number, date?.split('-').reverse().join('/'), issuer, title].filter((part) => part).join(' · ')}
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}
