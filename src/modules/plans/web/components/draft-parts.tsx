import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import type { PlanAssignment, PlanTask } from '../../shared/contract.ts'
import type { DraftContent } from '../../shared/drafting.ts'
import { plansMessages } from '../../shared/messages.ts'
import { draftMessages } from '../../shared/messages-drafts.ts'
import { DeadlineFields } from './deadline-fields.tsx'
import {
  addDraftTarget,
  addDraftTask,
  removeDraftTarget,
  removeDraftTask,
  replaced,
  without,
  withReading,
} from './draft-state.ts'
import { emptyDeadline } from './filing-draft.ts'
import { LinesField } from './lines-field.tsx'
import { RemoveButton } from './remove-button.tsx'
import { TargetFields } from './target-fields.tsx'
import { TaskFields } from './task-fields.tsx'

export type PartProps = { content: DraftContent; onChange: (content: DraftContent) => void }

export function TargetsPart({ content, onChange }: PartProps) {
  const t = useMessages(plansMessages)
  const { targets } = content.reading
  return (
    <Stack gap="sm">
      {targets.map((target, index) => (
        <TargetFields
          key={index}
          target={target}
          link={content.links[index] ?? { way: 'open', indicatorCode: null }}
          proposed={false}
          isChosen={false}
          onChange={(next) => onChange(withReading(content, { targets: replaced(targets, index, next) }))}
          onLink={(link) => onChange({ ...content, links: replaced(content.links, index, link) })}
          onRemove={() => onChange(removeDraftTarget(content, index))}
        />
      ))}
      <Button variant="default" onClick={() => onChange(addDraftTarget(content))}>
        {t('plans.target-add')}
      </Button>
    </Stack>
  )
}

export function TasksPart({ content, onChange }: PartProps) {
  const t = useMessages(plansMessages)
  const { tasks } = content.reading
  const change = (index: number, task: PlanTask) =>
    onChange(withReading(content, { tasks: replaced(tasks, index, task) }))
  return (
    <Stack gap="lg">
      {tasks.map((task, index) => (
        <div key={index}>
          <TaskFields
            task={task}
            isChosen={false}
            onChange={(next) => change(index, next)}
            onRemove={() => onChange(removeDraftTask(content, index))}
          />
          <TaskText task={task} onChange={(next) => change(index, next)} />
        </div>
      ))}
      <Button variant="default" onClick={() => onChange(addDraftTask(content))}>
        {t('plans.task-add')}
      </Button>
    </Stack>
  )
}

/** What a task is for and how it is done; parts say it for themselves. */
function TaskText({ task, onChange }: { task: PlanTask; onChange: (task: PlanTask) => void }) {
  const t = useMessages(draftMessages)
  return (
    <Stack gap="sm" mt="sm" className="plans-part">
      <Textarea
        label={t('plans.purpose')}
        autosize
        value={task.purpose ?? ''}
        onChange={(event) => onChange({ ...task, purpose: event.currentTarget.value || null })}
      />
      <LinesField
        label={t('plans.solutions')}
        description={t('plans.one-a-line')}
        lines={task.solutions}
        onChange={(solutions) => onChange({ ...task, solutions })}
      />
      {task.parts.map((part, index) => (
        <LinesField
          key={index}
          label={`${t('plans.solutions')}: ${part.title}`}
          description={t('plans.one-a-line')}
          lines={part.solutions}
          onChange={(solutions) =>
            onChange({ ...task, parts: replaced(task.parts, index, { ...part, solutions }) })
          }
        />
      ))}
    </Stack>
  )
}

export function AssignmentsPart({ content, onChange }: PartProps) {
  const t = useMessages(draftMessages)
  const { assignments } = content.reading
  const keep = (next: PlanAssignment[]) => onChange(withReading(content, { assignments: next }))
  return (
    <Stack gap="sm">
      {assignments.map((one, index) => (
        <Stack key={index} gap="sm" className="plans-card">
          <Group align="end" wrap="nowrap">
            <TextInput
              flex={1}
              label={t('plans.assignment-unit')}
              value={one.unit}
              onChange={(event) =>
                keep(replaced(assignments, index, { ...one, unit: event.currentTarget.value }))
              }
            />
            <RemoveButton
              label={t('plans.assignment-remove', { unit: one.unit })}
              onClick={() => keep(without(assignments, index))}
            />
          </Group>
          <LinesField
            label={t('plans.assignment-duties')}
            description={t('plans.one-a-line')}
            lines={one.duties}
            onChange={(duties) => keep(replaced(assignments, index, { ...one, duties }))}
          />
        </Stack>
      ))}
      <Button variant="default" onClick={() => keep([...assignments, { unit: '', duties: [] }])}>
        {t('plans.assignment-add')}
      </Button>
    </Stack>
  )
}

export function DeadlinesPart({ content, onChange }: PartProps) {
  const t = useMessages(plansMessages)
  const { deadlines } = content.reading
  const keep = (next: typeof deadlines) => onChange(withReading(content, { deadlines: next }))
  return (
    <Stack gap="sm">
      {deadlines.map((deadline, index) => (
        <DeadlineFields
          key={index}
          deadline={deadline}
          isChosen={false}
          onChange={(next) => keep(replaced(deadlines, index, next))}
          onRemove={() => keep(without(deadlines, index))}
        />
      ))}
      <Button variant="default" onClick={() => keep([...deadlines, emptyDeadline])}>
        {t('plans.deadline-add')}
      </Button>
    </Stack>
  )
}
