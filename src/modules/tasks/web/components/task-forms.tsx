import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import { TaskState } from '#modules/plans/shared/filing.ts'
import { AddActivity, ChangeWork, type TaskView } from '../../shared/contract.ts'
import { tasksMessages } from '../../shared/messages.ts'
import { addActivity, changeWork } from '../requests.ts'

type FormProps = { view: TaskView; onDone: () => void; onClose: () => void }

/** A state that only the day makes is stored as the state it was before. */
function storedState({ line: { state } }: TaskView): string {
  return state === 'late' ? 'in-progress' : state
}

/** Bodies of the unit, and of those chosen before whoever is not among them any more. */
function coordinatingChoices({ bodies, line }: TaskView): { value: string; label: string }[] {
  const gone = line.coordinating.flatMap(({ organisationId: id, name }) =>
    id !== null && line.coordinatingIds.includes(id) && bodies.every((body) => body.id !== id)
      ? [{ id, name }]
      : [],
  )
  return [...bodies, ...gone].map(({ id, name }) => ({ value: id, label: name }))
}

function useUpdateFields(view: TaskView): FormField[] {
  const { bodies, people, line } = view
  const t = useMessages(tasksMessages)
  const bodyChoices = bodies.map(({ id, name }) => ({ value: id, label: name }))
  const peopleChoices = people.map(({ id, name }) => ({ value: id, label: name }))
  const states = TaskState.options.map((value) => ({ value, label: t(`tasks.state-${value}`) }))
  return [
    { name: 'state', label: t('tasks.state'), kind: 'choice', required: true, choices: states },
    {
      ...{ name: 'doneOn', label: t('tasks.done-on'), kind: 'day', required: true },
      isShown: ({ state }) => state === 'done',
    },
    { name: 'startsOn', label: t('tasks.starts-on'), kind: 'day' },
    { name: 'dueOn', label: t('tasks.due-on'), kind: 'day', description: t('tasks.due-on-hint') },
    {
      ...{ name: 'delayReason', label: t('tasks.delay-reason'), kind: 'long' },
      description: t('tasks.delay-reason-hint'),
      isShown: ({ state }) => state === 'stopped' || line.state === 'late' || line.delayReason !== null,
    },
    { name: 'product', label: t('tasks.product'), kind: 'text' },
    { name: 'risk', label: t('tasks.risk'), kind: 'long' },
    { name: 'nextStep', label: t('tasks.next-step'), kind: 'long' },
    {
      ...{ name: 'leadId', label: t('tasks.lead-here'), kind: 'choice', choices: bodyChoices },
      description: t('tasks.lead-here-hint'),
    },
    {
      ...{ name: 'coordinatingIds', label: t('tasks.coordinating-here'), kind: 'choices' },
      choices: coordinatingChoices(view),
      description: t('tasks.coordinating-here-hint'),
    },
    { name: 'deskId', label: t('tasks.desk'), kind: 'choice', choices: bodyChoices },
    { name: 'staffId', label: t('tasks.person'), kind: 'choice', choices: peopleChoices },
  ]
}

/** Only what was set here stands in the field of the due day; a day from above or from the plan is shown beside. */
export function UpdateForm({ view, onDone, onClose }: FormProps) {
  const t = useMessages(tasksMessages)
  const { line } = view
  const fields = useUpdateFields(view)
  const ownDue = line.dueFrom === 'own' && line.dueOn !== null ? line.dueOn : undefined
  const filled = Object.entries({ ...line, state: storedState(view), dueOn: ownDue })
  const { coordinatingIds } = line
  const texts = filled.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return (
    <FormDialog
      title={t('tasks.update-title')}
      note={line.title}
      fields={fields}
      initial={{ ...Object.fromEntries(texts), coordinatingIds }}
      fixed={() => ({
        ...{ id: newId(), version: line.version },
        // Fields that are not shown go empty.
        ...{ doneOn: null, delayReason: null },
      })}
      contract={ChangeWork}
      send={(input) => changeWork(line, input)}
      {...{ onDone, onClose }}
    />
  )
}

export function ActivityForm({ view, onDone, onClose }: FormProps) {
  const t = useMessages(tasksMessages)
  const { bodies, people, line } = view
  return (
    <FormDialog
      title={t('tasks.activity-add')}
      note={line.title}
      fields={[
        { name: 'title', label: t('tasks.activity-title'), kind: 'text', required: true },
        { name: 'startsOn', label: t('tasks.starts-on'), kind: 'day' },
        { name: 'dueOn', label: t('tasks.due-on'), kind: 'day' },
        { name: 'product', label: t('tasks.product'), kind: 'text' },
        {
          ...{ name: 'leadId', label: t('tasks.lead'), kind: 'choice' },
          choices: bodies.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          ...{ name: 'staffId', label: t('tasks.person'), kind: 'choice' },
          choices: people.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      fixed={() => ({ id: newId() })}
      contract={AddActivity}
      send={(input) => addActivity(line, input)}
      {...{ onDone, onClose }}
    />
  )
}
