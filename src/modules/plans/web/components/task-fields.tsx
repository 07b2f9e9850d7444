import { Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import type { PlanTask, PlanTaskPart, TaskDue } from '../../shared/contract.ts'
import { plansMessages } from '../../shared/messages.ts'
import { RemoveButton } from './remove-button.tsx'

export type TaskFieldsProps = {
  task: PlanTask
  /** While a document is filed: the day that was printed for the task, to be confirmed. */
  withDays?: boolean
  isChosen: boolean
  onShow?: () => void
  onChange: (task: PlanTask) => void
  onRemove: () => void
}

const toNames = (text: string) =>
  text
    .split(';')
    .map((name) => name.trimStart())
    .filter((name) => name.trim() !== '')

/** One task with its lead and coordinating bodies, and its parts below it. */
export function TaskFields(props: TaskFieldsProps) {
  const { task, withDays = false, isChosen, onShow, onChange, onRemove } = props
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
          <RemoveButton label={t('plans.task-remove', { title: task.title })} onClick={onRemove} />
        </Group>
        <RoleFields value={task} onChange={(roles) => onChange({ ...task, ...roles })} />
        {withDays ? <DueField due={task.due} onChange={(due) => onChange({ ...task, due })} /> : null}
        {task.parts.map((part, index) => (
          <PartFields
            key={index}
            part={part}
            withDays={withDays}
            onChange={(next) => onChange({ ...task, parts: replaced(task.parts, index, next) })}
            onRemove={() => onChange({ ...task, parts: task.parts.filter((_, at) => at !== index) })}
          />
        ))}
      </Stack>
    </div>
  )
}

const replaced = (parts: readonly PlanTaskPart[], index: number, next: PlanTaskPart) =>
  parts.map((part, at) => (at === index ? next : part))

type PartFieldsProps = {
  part: PlanTaskPart
  withDays: boolean
  onChange: (part: PlanTaskPart) => void
  onRemove: () => void
}

/** "a) Dịch vụ sức khỏe" below its task, with bodies of its own. */
function PartFields({ part, withDays, onChange, onRemove }: PartFieldsProps) {
  const t = useMessages(plansMessages)
  return (
    <Stack gap="sm" className="plans-part">
      <Group align="end" wrap="nowrap">
        <Textarea
          flex={1}
          label={t('plans.part-title', { letter: part.letter ?? '' })}
          autosize
          value={part.title}
          onChange={(event) => onChange({ ...part, title: event.currentTarget.value })}
        />
        <RemoveButton label={t('plans.part-remove', { title: part.title })} onClick={onRemove} />
      </Group>
      <RoleFields value={part} onChange={(roles) => onChange({ ...part, ...roles })} />
      {withDays ? <DueField due={part.due} onChange={(due) => onChange({ ...part, due })} /> : null}
    </Stack>
  )
}

type DueFieldProps = { due: TaskDue | null | undefined; onChange: (due: TaskDue | null) => void }

/** A day that is typed over loses the words of the document: they say another one. */
function DueField({ due, onChange }: DueFieldProps) {
  const t = useMessages(plansMessages)
  const said = due?.said ?? null
  return (
    <DayField
      label={t('plans.task-due')}
      description={said === null ? t('plans.task-due-none') : t('plans.task-due-said', { said })}
      value={due?.on}
      onChange={(on) => onChange(on === undefined ? null : { on, said: on === due?.on ? said : null })}
    />
  )
}

type Roles = { lead: string[]; coordinating: string[] }

function RoleFields({ value, onChange }: { value: Roles; onChange: (roles: Partial<Roles>) => void }) {
  const t = useMessages(plansMessages)
  return (
    <>
      <Bodies label={t('plans.lead')} names={value.lead} onChange={(lead) => onChange({ lead })} />
      <Bodies
        label={t('plans.coordinating')}
        names={value.coordinating}
        onChange={(coordinating) => onChange({ coordinating })}
      />
    </>
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
