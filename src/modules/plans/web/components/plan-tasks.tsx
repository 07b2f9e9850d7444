import { NativeSelect, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { type FiledPlan, type FiledTask, TaskState } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'
import { changeTask, planQuery } from '../requests.ts'

/** Tasks with their parts below them, who leads, who takes part, and how far they are. */
export function PlanTasks({ plan }: { plan: FiledPlan }) {
  const t = useMessages(plansMessages)
  const rows = plan.tasks
    .filter(({ parentId }) => parentId === null)
    .flatMap((task) => [task, ...plan.tasks.filter(({ parentId }) => parentId === task.id)])
  return (
    <DataList
      label={t('plans.plan-tasks')}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Text c="dimmed">{t('plans.tasks-none')}</Text>}
      columns={[
        { key: 'title', heading: t('plans.task'), kind: 'title', cell: (task) => <TaskTitle task={task} /> },
        {
          key: 'lead',
          heading: t('plans.lead'),
          cell: ({ lead }) =>
            lead.length > 0 ? lead.join('; ') : <Text c="dimmed">{t('plans.no-lead')}</Text>,
        },
        {
          key: 'coordinating',
          heading: t('plans.coordinating'),
          cell: ({ coordinating }) => coordinating.join('; '),
        },
        {
          key: 'state',
          heading: t('plans.state'),
          cell: (task) => <TaskStateField plan={plan} task={task} />,
        },
      ]}
    />
  )
}

function TaskTitle({ task }: { task: FiledTask }) {
  const label = task.label === null ? '' : `${task.label}${task.parentId === null ? '. ' : ') '}`
  return (
    <span className={task.parentId === null ? undefined : 'plans-part'}>
      {label}
      {task.title}
    </span>
  )
}

function TaskStateField({ plan, task }: { plan: FiledPlan; task: FiledTask }) {
  const t = useMessages(plansMessages)
  const may = useMay()
  const queries = useQueryClient()
  const changing = useMutation({
    mutationFn: (state: TaskState) => changeTask(plan.id, task.id, { state, note: task.note }),
    onSuccess: (next) => queries.setQueryData(planQuery(plan.id).queryKey, next),
  })
  if (plan.isAbove || !may('plans.write')) return <>{t(`plans.state-${task.state}`)}</>
  return (
    <>
      <NativeSelect
        aria-label={t('plans.state-of', { title: task.title })}
        value={task.state}
        disabled={changing.isPending}
        data={TaskState.options.map((value) => ({ value, label: t(`plans.state-${value}`) }))}
        onChange={(event) => changing.mutate(TaskState.parse(event.currentTarget.value))}
      />
      <ProblemNote problem={changing.error} />
    </>
  )
}
