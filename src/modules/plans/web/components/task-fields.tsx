import { ActionIcon, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMessages } from '#platform/web/language.tsx'
import type { PlanTask } from '../../shared/contract.ts'
import { plansMessages } from '../../shared/messages.ts'

export type TaskFieldsProps = {
  task: PlanTask
  isChosen: boolean
  onShow: () => void
  onChange: (task: PlanTask) => void
  onRemove: () => void
}

const toNames = (text: string) =>
  text
    .split(';')
    .map((name) => name.trimStart())
    .filter((name) => name.trim() !== '')

/** One task with its lead and coordinating bodies; its parts are shown below it. */
export function TaskFields({ task, isChosen, onShow, onChange, onRemove }: TaskFieldsProps) {
  const t = useMessages(plansMessages)
  const heading = t('plans.task-title', { label: task.number ?? '' })
  return (
    <div className="plans-card" data-chosen={isChosen || undefined}>
      <Stack gap="sm">
        <Group align="end" wrap="nowrap">
          <Textarea
            flex={1}
            label={heading}
            autosize
            value={task.title}
            onFocus={onShow}
            onChange={(event) => onChange({ ...task, title: event.currentTarget.value })}
          />
          <ActionIcon
            size={44}
            variant="default"
            onClick={onRemove}
            aria-label={t('plans.task-remove', { title: task.title })}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </Group>
        <Bodies label={t('plans.lead')} names={task.lead} onChange={(lead) => onChange({ ...task, lead })} />
        <Bodies
          label={t('plans.coordinating')}
          names={task.coordinating}
          onChange={(coordinating) => onChange({ ...task, coordinating })}
        />
        {task.parts.map((part, index) => (
          <Text key={index} className="plans-part">
            {part.letter}) {part.title}. {t('plans.lead')}: {part.lead.join('; ') || t('plans.no-lead')}
          </Text>
        ))}
      </Stack>
    </div>
  )
}

function Bodies({
  label,
  names,
  onChange,
}: {
  label: string
  names: readonly string[]
  onChange: (names: string[]) => void
}) {
  const t = useMessages(plansMessages)
  return (
    <TextInput
      key={names.join('|')}
      label={label}
      description={t('plans.lead-hint')}
      defaultValue={names.join('; ')}
      onBlur={(event) => onChange(toNames(event.currentTarget.value))}
    />
  )
}
