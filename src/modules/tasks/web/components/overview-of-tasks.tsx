import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { OverviewLine } from '#ui/overview.tsx'
import type { WorkLine } from '../../shared/contract.ts'
import { tasksMessages } from '../../shared/messages.ts'
import { byDue } from '../../shared/rules.ts'
import { planWorkQuery } from '../requests.ts'

/** More would be the list itself. */
const mostNext = 3

/** In the overview of a plan: how many of its tasks are done or late, and which must be done next by which day. */
export function OverviewOfTasks({ planId }: { planId: string }) {
  const t = useMessages(tasksMessages)
  const { data } = useQuery(planWorkQuery(planId))
  const ours = (data?.lines ?? []).filter(({ isOurs }) => isOurs)
  if (ours.length === 0) return null
  const size = (wanted: WorkLine['state']) => ours.filter(({ state }) => state === wanted).length
  const [done, late] = [size('done'), size('late')]
  const isFinished = done + size('stopped') === ours.length
  const like = late > 0 ? 'overdue' : isFinished ? 'done' : 'coming'
  const next = ours.filter(isOpen).toSorted(byDue).slice(0, mostNext)
  return (
    <>
      <OverviewLine
        what={t('tasks.overview')}
        part="tasks-of-plan"
        mark={{ like, word: t(`tasks.overview-${like}`) }}
      >
        {t('tasks.of-plan-lead', { done, late, total: ours.length })}
      </OverviewLine>
      {next.length > 0 ? (
        <OverviewLine what={t('tasks.overview-next')}>
          {next.map((line) => (
            <Next key={line.itemId} line={line} />
          ))}
        </OverviewLine>
      ) : null}
    </>
  )
}

function isOpen({ state }: WorkLine): boolean {
  return state !== 'done' && state !== 'stopped'
}

function Next({ line: { areaId, itemId, title, dueOn, daysLate } }: { line: WorkLine }) {
  const t = useMessages(tasksMessages)
  const late = daysLate > 0 ? ` (${t('tasks.days-late', { days: daysLate })})` : ''
  return (
    <div>
      <strong className="tabular">
        {dueOn === null ? t('tasks.no-due') : formatDay(dueOn)}
        {late}
      </strong>
      {': '}
      <PageLink to={`/tasks/${areaId}/${itemId}`}>{title}</PageLink>
    </div>
  )
}
