import { Button, Stack, Text, Title } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import type { PlanTask } from '../../shared/contract.ts'
import { plansMessages } from '../../shared/messages.ts'
import { addItem, changeItem, emptyTask, removeItem } from './filing-draft.ts'
import type { FoundProps } from './reading-editor.tsx'
import { TaskFields } from './task-fields.tsx'

export function FoundTasks({ filing, onChange, chosen, onChoose }: FoundProps) {
  const t = useMessages(plansMessages)
  const { tasks } = filing.placed.reading
  const change = (index: number, item: PlanTask) => onChange(changeItem(filing, 'tasks', { index, item }))
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('plans.tasks', { count: tasks.length })}
      </Title>
      {tasks.length === 0 ? <Text c="dimmed">{t('plans.tasks-none')}</Text> : null}
      {tasks.map((task, index) => (
        <TaskFields
          key={index}
          withDays
          task={task}
          isChosen={chosen === `task-${index}`}
          onShow={() => onChoose(`task-${index}`)}
          onChange={(next) => change(index, next)}
          onRemove={() => onChange(removeItem(filing, 'tasks', index))}
        />
      ))}
      <Button variant="default" onClick={() => onChange(addItem(filing, 'tasks', emptyTask))}>
        {t('plans.task-add')}
      </Button>
    </Stack>
  )
}
