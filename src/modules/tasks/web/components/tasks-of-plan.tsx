import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { PageSection } from '#ui/page-section.tsx'
import type { PlanWork, WorkLine } from '../../shared/contract.ts'
import { tasksMessages } from '../../shared/messages.ts'
import { planWorkQuery } from '../requests.ts'
import { Bodies, DueDay, TaskState, TaskTitle } from './task-words.tsx'

/** On the page of a plan: how far each of its tasks is, here and in the units below. */
export function TasksOfPlan({ planId }: { planId: string }) {
  const t = useMessages(tasksMessages)
  const { data, error } = useQuery(planWorkQuery(planId))
  return (
    <PageSection id="tasks-of-plan" title={t('tasks.of-plan')} size="h3">
      <ProblemNote problem={error} />
      {!data && !error ? <Loading /> : null}
      {data ? <PlanTasks work={data} /> : null}
    </PageSection>
  )
}

function PlanTasks({ work }: { work: PlanWork }) {
  const t = useMessages(tasksMessages)
  const { lines, units, closedOn } = work
  const count = (wanted: string) => lines.filter(({ state }) => state === wanted).length
  const unitsOf = (line: WorkLine) => {
    const counted = units.find(({ itemId }) => itemId === line.itemId)
    if (!counted || counted.total === 0) return null
    return <div className="task-units tabular">{t('tasks.units-count', counted)}</div>
  }
  if (lines.length === 0) return <Text c="dimmed">{t('tasks.of-plan-none')}</Text>
  return (
    <Stack gap="sm">
      <Text>
        {t('tasks.of-plan-lead', { done: count('done'), total: lines.length, late: count('late') })}{' '}
        {closedOn === null ? null : t('tasks.closed', { day: formatDay(closedOn) })}{' '}
        <PageLink to="/my-work" search={{ planId: lines[0]?.planId }} className="task-link no-print">
          {t('tasks.my-work-all')}
        </PageLink>
      </Text>
      <DataList
        label={t('tasks.of-plan')}
        rows={lines}
        firstRows={4}
        rowKey={({ itemId }) => itemId}
        columns={[
          {
            ...{ key: 'task', heading: t('tasks.task'), kind: 'title' },
            cell: (line) => <TaskTitle line={line} withPlan={false} />,
          },
          { key: 'lead', heading: t('tasks.lead'), cell: ({ lead }) => <Bodies bodies={lead} /> },
          { key: 'due', heading: t('tasks.due'), cell: (line) => <DueDay line={line} /> },
          {
            ...{ key: 'state', heading: t('tasks.state') },
            cell: ({ isOurs, state, daysLate }) =>
              isOurs ? (
                <TaskState state={state} daysLate={daysLate} />
              ) : (
                <Text c="dimmed">{t('tasks.not-ours')}</Text>
              ),
          },
          ...(units.some(({ total }) => total > 0)
            ? [{ key: 'units', heading: t('tasks.units'), cell: (line: WorkLine) => unitsOf(line) }]
            : []),
        ]}
      />
    </Stack>
  )
}
