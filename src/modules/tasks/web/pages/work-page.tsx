import { Button, Checkbox, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton, useChangeSearch } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { ShownState, type Work, type WorkLine } from '../../shared/contract.ts'
import { tasksMessages } from '../../shared/messages.ts'
import {
  bodyKey,
  filterWork,
  type TimeGroup,
  timeGroup,
  timeGroups,
  type WorkFilter,
} from '../../shared/rules.ts'
import { PartsOfBodies } from '../components/task-contributions.tsx'
import { Bodies, DueDay, TaskState, TaskTitle } from '../components/task-words.tsx'
import { workQuery } from '../requests.ts'

const Search = z.object({
  areaId: Id.optional().catch(undefined),
  agency: z.string().optional().catch(undefined),
  planId: z.string().optional().catch(undefined),
  state: ShownState.optional().catch(undefined),
  mine: z.boolean().optional().catch(undefined),
})

/** What this place must do by when, late things first. */
export function Page() {
  const t = useMessages(tasksMessages)
  const { areaId, agency, planId, state, mine } = usePageSearch(Search)
  const { data, error } = useQuery(workQuery(areaId))
  const filter = { agency, planId, state, mineOnly: mine }
  const groups = data ? grouped(data, filter) : undefined
  const size = (group: TimeGroup) => groups?.get(group)?.length ?? 0
  const counts = { late: size('overdue'), month: size('this-month'), later: size('later') }
  return (
    <>
      <PageHead
        title={t('tasks.work')}
        lead={
          data ? t('tasks.work-lead', { area: data.areaName, day: formatDay(data.today), ...counts }) : null
        }
        actions={
          <>
            <PageButton variant="default" to="/calendar">
              {t('tasks.to-calendar')}
            </PageButton>
            <PageButton variant="default" to="/difficulties">
              {t('tasks.to-difficulties')}
            </PageButton>
            <PageButton variant="default" to="/reminders">
              {t('tasks.to-reminders')}
            </PageButton>
            <PrintButton />
          </>
        }
      />
      <ProblemNote problem={error} />
      {!data && !error ? <Loading /> : null}
      {data && groups ? (
        <Stack gap="lg">
          <Counts size={size} />
          <Filters work={data} filter={filter} />
          {data.lines.length === 0 ? <NoWork /> : <Groups groups={groups} />}
        </Stack>
      ) : null}
    </>
  )
}

function grouped({ lines, today }: Work, filter: WorkFilter): Map<TimeGroup, WorkLine[]> {
  return Map.groupBy(filterWork(lines, filter), (line) => timeGroup(line, today))
}

function NoWork() {
  const t = useMessages(tasksMessages)
  const may = useMay()
  const actions = may('plans.write') ? <PageButton to="/plans/read">{t('tasks.read-plan')}</PageButton> : null
  return <EmptyState title={t('tasks.work-none')} why={t('tasks.work-none-why')} actions={actions} />
}

function Counts({ size }: { size: (group: TimeGroup) => number }) {
  const t = useMessages(tasksMessages)
  return (
    <div className="task-counts">
      {timeGroups
        .filter((group) => group !== 'no-day' || size(group) > 0)
        .map((group) => (
          <a
            key={group}
            className="task-count"
            href={`#${group}`}
            data-late={group === 'overdue' && size(group) > 0}
          >
            <strong>{size(group)}</strong>
            {t(`tasks.group-${group}`)}
          </a>
        ))}
    </div>
  )
}

type Option = { value: string; label: string }

/** Bodies that lead or take part in any of the work. */
function agenciesOf(lines: readonly WorkLine[]): Option[] {
  const names = new Map(
    lines
      .flatMap(({ lead, coordinating }) => [...lead, ...coordinating])
      .map((body) => [bodyKey(body), body.today ?? body.name]),
  )
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'vi'))
}

function plansOf(lines: readonly WorkLine[]): Option[] {
  return [...new Map(lines.map(({ planId, planTitle }) => [planId, planTitle]))].map(([value, label]) => ({
    value,
    label: label.slice(0, 90),
  }))
}

function Filters({ work: { lines }, filter }: { work: Work; filter: WorkFilter }) {
  const t = useMessages(tasksMessages)
  const change = useChangeSearch()
  const states = ShownState.options.map((value) => ({ value, label: t(`tasks.state-${value}`) }))
  const select = (
    name: 'agency' | 'planId' | 'state',
    words: { label: string; every: string },
    options: Option[],
  ) => (
    <NativeSelect
      label={words.label}
      value={filter[name] ?? ''}
      data={[{ value: '', label: words.every }, ...options]}
      onChange={(event) => change({ [name]: event.currentTarget.value || undefined })}
    />
  )
  if (lines.length === 0) return null
  return (
    <div className="task-filters no-print" role="group" aria-label={t('tasks.filters')}>
      {select('agency', { label: t('tasks.agency'), every: t('tasks.every-agency') }, agenciesOf(lines))}
      {select('planId', { label: t('tasks.plan'), every: t('tasks.every-plan') }, plansOf(lines))}
      {select('state', { label: t('tasks.state'), every: t('tasks.every-state') }, states)}
      <Checkbox
        label={t('tasks.mine-only')}
        checked={filter.mineOnly === true}
        onChange={(event) => change({ mine: event.currentTarget.checked || undefined })}
      />
    </div>
  )
}

function Groups({ groups }: { groups: ReadonlyMap<TimeGroup, WorkLine[]> }) {
  const t = useMessages(tasksMessages)
  const [showsFinished, showFinished] = useState(false)
  const finished = groups.get('finished')?.length ?? 0
  const shown = timeGroups.filter((group) => group !== 'finished' || showsFinished)
  if (groups.size === 0) return <Text c="dimmed">{t('tasks.filtered-none')}</Text>
  return (
    <>
      {shown.map((group) => (
        <Group key={group} group={group} lines={groups.get(group) ?? []} />
      ))}
      {finished > 0 ? (
        <Button
          id="finished"
          variant="default"
          className="no-print"
          onClick={() => showFinished(!showsFinished)}
        >
          {showsFinished ? t('tasks.finished-hide') : t('tasks.finished-show', { count: finished })}
        </Button>
      ) : null}
    </>
  )
}

function Group({ group, lines }: { group: TimeGroup; lines: readonly WorkLine[] }) {
  const t = useMessages(tasksMessages)
  const columns = useWorkColumns(lines)
  if (lines.length === 0) return null
  return (
    <section aria-labelledby={group}>
      <Title order={2} size="h3" id={group} mb="sm">
        {t(`tasks.group-${group}`)} · {t('tasks.count', { count: lines.length })}
      </Title>
      <DataList
        label={t(`tasks.group-${group}`)}
        rows={lines}
        rowKey={({ itemId }) => itemId}
        firstRows={10}
        columns={columns}
      />
    </section>
  )
}

/** Product and person have a column once any task has one. */
function useWorkColumns(lines: readonly WorkLine[]): DataListColumn<WorkLine>[] {
  const t = useMessages(tasksMessages)
  const hasProduct = lines.some(({ product }) => product !== null)
  const hasPerson = lines.some(({ staffName, deskName }) => staffName !== null || deskName !== null)
  const columns: DataListColumn<WorkLine>[] = [
    {
      key: 'task',
      heading: t('tasks.task'),
      kind: 'title',
      cell: (line) => <TaskTitle line={line} withPlan />,
    },
    { key: 'due', heading: t('tasks.due'), cell: (line) => <DueDay line={line} /> },
    {
      key: 'lead',
      heading: t('tasks.lead'),
      cell: ({ lead }) =>
        lead.length > 0 ? <Bodies bodies={lead} /> : <Text c="dimmed">{t('tasks.no-lead')}</Text>,
    },
    {
      key: 'state',
      heading: t('tasks.state'),
      cell: ({ state, daysLate }) => <TaskState state={state} daysLate={daysLate} />,
    },
    {
      ...{ key: 'coordinating', heading: t('tasks.coordinating') },
      cell: (line) => (line.coordinating.length > 0 ? <PartsOfBodies line={line} /> : null),
      wideOnly: true,
    },
    { key: 'product', heading: t('tasks.product'), cell: ({ product }) => product ?? '', wideOnly: true },
    {
      key: 'person',
      heading: t('tasks.person'),
      cell: ({ staffName, deskName }) => [staffName, deskName].filter(Boolean).join(', '),
      wideOnly: true,
    },
  ]
  return columns.filter(({ key }) => (key !== 'product' || hasProduct) && (key !== 'person' || hasPerson))
}
