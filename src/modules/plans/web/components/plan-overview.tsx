import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { planPageSections } from '#platform/web/slots.tsx'
import { Overview, OverviewLine } from '#ui/overview.tsx'
import { todayHere } from '#ui/today-here.ts'
import { PageSection } from '#ui/page-section.tsx'
import type { FiledPlan } from '../../shared/filing.ts'
import { overviewMessages } from '../../shared/messages-overview.ts'
import { type TargetProgress, targetProgress } from '../../shared/target-progress.ts'
import { valuesQuery } from '../requests.ts'
import { cascadeQuery } from '../requests-cascade.ts'
import { useCascadeWords } from './cascade-words.ts'

/** Are we on track, what is late, what must be done next: before the parts of the page tell it in full. */
export function PlanOverview({ plan }: { plan: FiledPlan }) {
  const t = useMessages(overviewMessages)
  const may = useMay()
  const lines = planPageSections.filter(({ needs }) => may(needs))
  return (
    <PageSection id="plan-overview" title={t('plans.overview')} size="h3">
      <Overview label={t('plans.overview')}>
        {plan.targets.length > 0 ? <Targets plan={plan} /> : null}
        {lines.map(({ key, Lines }) =>
          Lines ? (
            <Suspense key={key}>
              <Lines planId={plan.id} />
            </Suspense>
          ) : null,
        )}
        <NextDeadline plan={plan} />
        <Cascade plan={plan} />
      </Overview>
      <Text c="dimmed" mt="xs">
        {t('plans.overview-rule')}
      </Text>
    </PageSection>
  )
}

const progresses = ['reached', 'missed', 'under-way', 'no-figure'] as const

/** The gravest first: what is over its year counts before what has no figure yet. */
function markOf(count: Record<TargetProgress, number>, total: number): 'overdue' | 'due' | 'coming' | 'done' {
  if (count.missed > 0) return 'overdue'
  if (count['no-figure'] > 0) return 'due'
  return count.reached === total ? 'done' : 'coming'
}

function Targets({ plan }: { plan: FiledPlan }) {
  const t = useMessages(overviewMessages)
  const tied = !plan.isAbove && plan.targets.some(({ way }) => way === 'indicator')
  const { data, isLoading } = useQuery({ ...valuesQuery(plan.id), enabled: tied })
  const today = todayHere()
  const all = plan.targets.map((target) =>
    targetProgress(target, {
      counted: data?.values.find(({ targetId }) => targetId === target.id)?.value,
      today,
    }),
  )
  const size = (progress: TargetProgress) => all.filter((one) => one === progress).length
  const count = {
    ...{ reached: size('reached'), missed: size('missed') },
    ...{ 'under-way': size('under-way'), 'no-figure': size('no-figure') },
  }
  const like = markOf(count, all.length)
  const words = progresses
    .filter((progress) => progress === 'reached' || count[progress] > 0)
    .map((progress) => t(`plans.progress-${progress}`, { count: count[progress], total: all.length }))
  // The place above counts its own figures; they are not known here.
  const shown = plan.isAbove ? t('plans.overview-count', { count: all.length }) : words.join(', ')
  return (
    <OverviewLine
      what={t('plans.overview-targets')}
      part="plan-targets"
      mark={plan.isAbove || isLoading ? undefined : { like, word: t(`plans.overview-targets-${like}`) }}
    >
      {shown}
    </OverviewLine>
  )
}

function NextDeadline({ plan: { deadlines } }: { plan: FiledPlan }) {
  const t = useMessages(overviewMessages)
  const today = todayHere()
  const [next] = deadlines
    .flatMap(({ date, text }) => (date !== null && date >= today ? [{ date, text }] : []))
    .toSorted((one, other) => one.date.localeCompare(other.date))
  if (!next) return null
  return (
    <OverviewLine what={t('plans.overview-deadline')} part="plan-deadlines">
      <span className="tabular">{formatDay(next.date)}</span>: {next.text}
    </OverviewLine>
  )
}

function Cascade({ plan }: { plan: FiledPlan }) {
  const t = useMessages(overviewMessages)
  const words = useCascadeWords()
  const { data } = useQuery(cascadeQuery(plan.id))
  if (!data || data.rows.length === 0) return null
  const { units, bodies } = data
  const isDone = units.issued + bodies.issued === units.total + bodies.total
  const like = units.late + bodies.late > 0 ? 'overdue' : isDone ? 'done' : 'coming'
  return (
    <OverviewLine
      what={t('plans.overview-cascade')}
      part="plan-cascade"
      mark={{ like, word: t(`plans.overview-cascade-${like}`) }}
    >
      {words(data)}
    </OverviewLine>
  )
}
