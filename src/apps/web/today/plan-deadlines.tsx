import { Text } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { formatDay, type Day } from '#base/day.ts'
import { FiledPlan, type PlanSummary } from '#modules/plans/shared/filing.ts'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { useDaysLeft } from '#ui/time-words.ts'
import { PageSection } from '#ui/page-section.tsx'
import { todayMessages } from './messages.ts'
import { nextDeadline, type Upcoming } from './next-deadline.ts'

/** Plans looked through: the newest; older ones are opened from their list. */
const mostPlans = 5

type Line = Upcoming & { key: string; planId: string; text: string }

function linesOf(plan: FiledPlan, today: Day): Line[] {
  return plan.deadlines.flatMap((deadline) => {
    const upcoming = nextDeadline(today, deadline)
    return upcoming ? [{ ...upcoming, key: deadline.id, planId: plan.id, text: deadline.text }] : []
  })
}

/** What the filed plans ask for within the next three months, late things first. */
export function PlanDeadlines({ plans, today }: { plans: readonly PlanSummary[]; today: Day }) {
  const t = useMessages(todayMessages)
  const daysLeftOf = useDaysLeft()
  const lines = useQueries({
    queries: plans.slice(0, mostPlans).map(({ id }) => ({
      queryKey: ['plans', id],
      queryFn: () => api.get(`/plans/${id}`, FiledPlan),
    })),
    combine: (results) =>
      results
        .flatMap(({ data }) => (data ? linesOf(data, today) : []))
        .toSorted((one, other) => one.daysLeft - other.daysLeft),
  })
  return (
    <PageSection id="plan-deadlines" title={t('today.deadlines')}>
      {lines.length === 0 ? <Text c="dimmed">{t('today.deadlines-none')}</Text> : null}
      <ul className="today-deadlines">
        {lines.map(({ key, planId, text, day, daysLeft }) => (
          <li key={key}>
            <strong data-late={daysLeft < 0 || undefined}>
              {formatDay(day)} · {daysLeftOf(day, today)}
            </strong>
            <PageLink to={`/plans/${planId}`}>{text}</PageLink>
          </li>
        ))}
      </ul>
    </PageSection>
  )
}
