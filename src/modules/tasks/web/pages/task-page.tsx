import { Button, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { TaskView, UnitState } from '../../shared/contract.ts'
import { tasksMessages } from '../../shared/messages.ts'
import { contributionMessages } from '../../shared/messages-contributions.ts'
import { difficultyMessages } from '../../shared/messages-difficulties.ts'
import { TaskComments } from '../components/task-comments.tsx'
import { TaskContributions } from '../components/task-contributions.tsx'
import { SendDifficultyForm } from '../components/send-difficulty-form.tsx'
import { TaskEvidence } from '../components/task-evidence.tsx'
import { ActivityForm, UpdateForm } from '../components/task-forms.tsx'
import { TaskHistory } from '../components/task-history.tsx'
import { Bodies, DueDay, TaskState, TaskTitle } from '../components/task-words.tsx'
import { taskQuery } from '../requests.ts'

const Params = z.object({ areaId: Id, itemId: Id })

/** One task as one place carries it out: how far, by whom, proof, what was said, what changed. */
export function Page() {
  const t = useMessages(tasksMessages)
  const { data: view, error, refetch } = useQuery(taskQuery(usePageParams(Params)))
  if (view) return <Task view={view} />
  return (
    <>
      <PageHead title={t('tasks.page')} back={{ to: '/my-work', label: t('tasks.work') }} />
      <ProblemNote problem={error} onTryAgain={() => void refetch()} />
      {error ? null : <Loading />}
    </>
  )
}

function Task({ view }: { view: TaskView }) {
  const t = useMessages(tasksMessages)
  const difficulties = useMessages(difficultyMessages)
  const may = useMay()
  const [opened, setOpened] = useState<'update' | 'activity' | 'difficulty' | undefined>(undefined)
  const queries = useQueryClient()
  const close = () => setOpened(undefined)
  const after = () => {
    close()
    void queries.invalidateQueries({ queryKey: ['tasks'] })
  }
  const mayChange = may('plans.write') && view.isOpen
  return (
    <>
      <PageHead
        title={view.line.title}
        lead={<Lead view={view} />}
        back={{ to: '/my-work', label: t('tasks.work') }}
        actions={
          <>
            <PrintButton />
            {mayChange ? (
              <>
                <Button variant="default" onClick={() => setOpened('difficulty')}>
                  {difficulties('tasks.difficulty-send-of-task')}
                </Button>
                <Button onClick={() => setOpened('update')}>{t('tasks.update')}</Button>
              </>
            ) : null}
          </>
        }
      />
      <Parts view={view} onDone={after} onAdd={mayChange ? () => setOpened('activity') : undefined} />
      {opened === 'update' ? <UpdateForm view={view} onDone={after} onClose={close} /> : null}
      {opened === 'difficulty' ? (
        <SendDifficultyForm areaId={view.line.areaId} about={view.line} onClose={close} />
      ) : null}
      {opened === 'activity' ? <ActivityForm view={view} onDone={after} onClose={close} /> : null}
    </>
  )
}

function Lead({ view: { line, areaName } }: { view: TaskView }) {
  return (
    <>
      <TaskState state={line.state} daysLate={line.daysLate} /> {areaName} ·{' '}
      <PageLink to={`/plans/${line.planId}`}>{line.planTitle}</PageLink>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  )
}

type PartsProps = { view: TaskView; onDone: () => void; onAdd: (() => void) | undefined }

function Parts({ view, onDone, onAdd }: PartsProps) {
  const t = useMessages(tasksMessages)
  const contributions = useMessages(contributionMessages)
  return (
    <Stack gap="xl">
      <Part title={t('tasks.facts')}>
        <Facts view={view} />
      </Part>
      {view.line.isActivity ? null : (
        <Part title={t('tasks.activities')}>
          <Activities view={view} onAdd={onAdd} />
        </Part>
      )}
      {view.units.length > 0 ? (
        <Part title={t('tasks.units')}>
          <Units view={view} />
        </Part>
      ) : null}
      {view.line.coordinating.length > 0 ? (
        <Part title={contributions('tasks.parts')}>
          <TaskContributions view={view} onDone={onDone} />
        </Part>
      ) : null}
      <Part title={t('tasks.evidence')}>
        <TaskEvidence view={view} onDone={onDone} />
      </Part>
      <Part title={t('tasks.comments')}>
        <TaskComments view={view} onDone={onDone} />
      </Part>
      <Part title={t('tasks.history')}>
        <TaskHistory history={view.history} names={view.names} />
      </Part>
    </Stack>
  )
}

function Facts({ view: { line, purpose, solutions } }: { view: TaskView }) {
  const t = useMessages(tasksMessages)
  const facts: [string, ReactNode][] = [
    [t('tasks.due'), <DueDay key="due" line={line} withWords />],
    [t('tasks.starts-on'), line.startsOn === null ? null : formatDay(line.startsOn)],
    [t('tasks.done-on'), line.doneOn === null ? null : formatDay(line.doneOn)],
    [t('tasks.lead'), line.lead.length > 0 ? <Bodies key="lead" bodies={line.lead} /> : t('tasks.no-lead')],
    [
      t('tasks.coordinating'),
      line.coordinating.length > 0 ? <Bodies key="with" bodies={line.coordinating} /> : null,
    ],
    [t('tasks.desk'), line.deskName],
    [t('tasks.person'), line.staffName],
    [t('tasks.product'), line.product ?? t('tasks.none')],
    [t('tasks.delay-reason'), line.delayReason],
    [t('tasks.risk'), line.risk],
    [t('tasks.next-step'), line.nextStep ?? t('tasks.none')],
    [t('tasks.purpose'), purpose],
    [t('tasks.solutions'), solutions.length > 0 ? solutions.join('\n') : null],
  ]
  return (
    <dl className="task-facts">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Activities({ view, onAdd }: { view: TaskView; onAdd: (() => void) | undefined }) {
  const t = useMessages(tasksMessages)
  return (
    <Stack gap="sm" align="stretch">
      <DataList
        label={t('tasks.activities')}
        rows={view.activities}
        rowKey={({ itemId }) => itemId}
        empty={<Text c="dimmed">{t('tasks.activities-none')}</Text>}
        columns={[
          {
            key: 'title',
            heading: t('tasks.activity'),
            kind: 'title',
            cell: (line) => <TaskTitle line={line} withPlan={false} />,
          },
          { key: 'due', heading: t('tasks.due'), cell: (line) => <DueDay line={line} /> },
          { key: 'lead', heading: t('tasks.lead'), cell: ({ lead }) => <Bodies bodies={lead} /> },
          { key: 'person', heading: t('tasks.person'), cell: ({ staffName }) => staffName ?? '' },
          {
            ...{ key: 'state', heading: t('tasks.state') },
            cell: ({ state, daysLate }) => <TaskState state={state} daysLate={daysLate} />,
          },
        ]}
      />
      {onAdd ? (
        <Button variant="default" className="no-print" style={{ alignSelf: 'flex-start' }} onClick={onAdd}>
          {t('tasks.activity-add')}
        </Button>
      ) : null}
    </Stack>
  )
}

/** Who is to be reminded stands first. */
function lateFirst(one: UnitState, other: UnitState): number {
  return Number(other.state === 'late') - Number(one.state === 'late') || other.daysLate - one.daysLate
}

function Units({ view: { units, line } }: { view: TaskView }) {
  const t = useMessages(tasksMessages)
  const count = (wanted: string) => units.filter(({ state }) => state === wanted).length
  const lead = t('tasks.units-lead', { done: count('done'), total: units.length, late: count('late') })
  return (
    <>
      <Text mb="sm">{lead}</Text>
      <DataList
        label={t('tasks.units')}
        rows={units.toSorted(lateFirst)}
        rowKey={({ areaId }) => areaId}
        firstRows={8}
        columns={[
          {
            ...{ key: 'unit', heading: t('tasks.unit'), kind: 'title' },
            cell: ({ areaId, areaName }) => (
              <PageLink to={`/tasks/${areaId}/${line.itemId}`}>{areaName}</PageLink>
            ),
          },
          {
            key: 'due',
            heading: t('tasks.due'),
            cell: ({ dueOn }) => (dueOn === null ? '' : formatDay(dueOn)),
          },
          {
            ...{ key: 'state', heading: t('tasks.state') },
            cell: ({ state, daysLate }) => <TaskState state={state} daysLate={daysLate} />,
          },
          {
            key: 'why',
            heading: t('tasks.delay-reason'),
            cell: ({ delayReason }) => delayReason ?? '',
            wideOnly: true,
          },
        ]}
      />
    </>
  )
}
