import { Button, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { todayHere } from '#ui/today-here.ts'
import {
  AddBoard,
  AddMeeting,
  AddMember,
  type Board,
  BoardKind,
  MemberRole,
} from '../../shared/contract-boards.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import { addBoard, addMeeting, addMember } from '../requests.ts'

type Ends = { onDone: () => void; onClose: () => void }

export function BoardForm(ends: Ends) {
  const t = useMessages(organisationsMessages)
  const { area } = useActor()
  const kinds = BoardKind.options.map((kind) => ({ value: kind, label: t(`organisations.board-${kind}`) }))
  return (
    <FormDialog
      title={t('organisations.board-add')}
      fields={[
        {
          name: 'kind',
          label: t('organisations.board-kind'),
          kind: 'choice',
          required: true,
          choices: kinds,
        },
        { name: 'name', label: t('organisations.board-name'), kind: 'text', required: true },
        {
          name: 'decision',
          label: t('organisations.decision'),
          kind: 'text',
          required: true,
          description: t('organisations.decision-how'),
        },
        { name: 'decidedOn', label: t('organisations.decided-on'), kind: 'day', required: true },
        { name: 'validFrom', label: t('organisations.board-from'), kind: 'day', required: true },
      ]}
      fixed={() => ({ id: newId(), areaId: area.id })}
      contract={AddBoard}
      send={addBoard}
      {...ends}
    />
  )
}

export function MemberForm({ board, ...ends }: Ends & { board: Board }) {
  const t = useMessages(organisationsMessages)
  const roles = MemberRole.options.map((role) => ({ value: role, label: t(`organisations.role-${role}`) }))
  return (
    <FormDialog
      title={t('organisations.member-add')}
      fields={[
        { name: 'role', label: t('organisations.role'), kind: 'choice', required: true, choices: roles },
        { name: 'fullName', label: t('organisations.full-name'), kind: 'text', required: true },
        { name: 'post', label: t('organisations.member-post'), kind: 'text', required: true },
        { name: 'validFrom', label: t('organisations.from'), kind: 'day', required: true },
      ]}
      initial={{ role: 'member', validFrom: board.validFrom }}
      fixed={() => ({ id: newId() })}
      contract={AddMember}
      send={(input) => addMember(board.id, input)}
      {...ends}
    />
  )
}

type Task = { id: string; task: string; responsible: string; dueOn: Day | undefined }

const asTasks = z.array(
  z.object({ id: z.string(), task: z.string(), responsible: z.string(), dueOn: z.string().optional() }),
)

/** Minutes of a meeting with what was agreed; empty lines of tasks are left out. */
export function MeetingForm({ board, ...ends }: Ends & { board: Board }) {
  const t = useMessages(organisationsMessages)
  return (
    <FormDialog
      title={t('organisations.meeting-add')}
      fields={[
        { name: 'heldOn', label: t('organisations.held-on'), kind: 'day', required: true },
        { name: 'subject', label: t('organisations.subject'), kind: 'text', required: true },
        { name: 'attended', label: t('organisations.attended'), kind: 'number' },
        { name: 'minutes', label: t('organisations.minutes'), kind: 'long', required: true },
        {
          name: 'followups',
          label: t('organisations.followups'),
          kind: 'custom',
          render: ({ onChange, error }) => (
            <TaskFields onChange={(tasks) => onChange(JSON.stringify(tasks))} error={error} />
          ),
        },
      ]}
      initial={{ heldOn: todayHere() }}
      fixed={() => ({ id: newId() })}
      contract={z.preprocess(withTasks, AddMeeting)}
      send={(input) => addMeeting(board.id, input)}
      {...ends}
    />
  )
}

/** The form keeps the tasks as one text. */
function withTasks(input: unknown): unknown {
  const { followups, ...meeting } = z.looseObject({ followups: z.string().nullable() }).parse(input)
  const tasks = followups === null ? [] : asTasks.parse(JSON.parse(followups))
  return {
    ...meeting,
    followups: tasks.filter(({ task, responsible }) => `${task}${responsible}`.trim() !== ''),
  }
}

type TaskFieldsProps = { onChange: (tasks: Task[]) => void; error: string | undefined }

function TaskFields({ onChange, error }: TaskFieldsProps) {
  const t = useMessages(organisationsMessages)
  const [tasks, setTasks] = useState<Task[]>([])
  const change = (next: Task[]) => {
    setTasks(next)
    onChange(next)
  }
  const set = (index: number, part: Partial<Task>) =>
    change(tasks.map((task, at) => (at === index ? { ...task, ...part } : task)))
  return (
    <Stack gap="sm" role="group" aria-label={t('organisations.followups')}>
      <Text fw={600}>{t('organisations.followups')}</Text>
      {tasks.map((task, index) => (
        <TaskField key={task.id} number={index + 1} task={task} onChange={(part) => set(index, part)} />
      ))}
      {error ? (
        <Text role="alert" c="var(--state-overdue)">
          {t('organisations.followups-check')}
        </Text>
      ) : null}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={20} aria-hidden />}
        onClick={() => change([...tasks, { id: newId(), task: '', responsible: '', dueOn: undefined }])}
      >
        {t('organisations.followup-add')}
      </Button>
    </Stack>
  )
}

type TaskFieldProps = { number: number; task: Task; onChange: (part: Partial<Task>) => void }

function TaskField({ number, task, onChange }: TaskFieldProps) {
  const t = useMessages(organisationsMessages)
  return (
    <Stack gap="xs" p="sm" style={{ border: '1px solid var(--line)', borderRadius: 8 }}>
      <Textarea
        label={t('organisations.followup-number', { number })}
        autosize
        required
        value={task.task}
        onChange={(event) => onChange({ task: event.currentTarget.value })}
      />
      <TextInput
        label={t('organisations.responsible')}
        required
        value={task.responsible}
        onChange={(event) => onChange({ responsible: event.currentTarget.value })}
      />
      <DayField
        label={t('organisations.due-on')}
        required
        value={task.dueOn}
        onChange={(dueOn) => onChange({ dueOn })}
      />
    </Stack>
  )
}
