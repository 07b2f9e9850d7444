import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay, formatMoment } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink, useGo } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { PageSection } from '#ui/page-section.tsx'
import { reviewMessages } from '../../shared/messages-reviews.ts'
import {
  BeginReview,
  ReopenPlan,
  ReviewKind,
  type ReviewLine,
  type ReviewsOfPlan,
} from '../../shared/reviews.ts'
import { beginReview, reopenPlan, reviewsQuery } from '../requests-reviews.ts'

/** On the page of a plan: its reviews, and whether it is closed. */
export function ReviewsOfPlanSection({ planId }: { planId: string }) {
  const t = useMessages(reviewMessages)
  const { data, error } = useQuery(reviewsQuery(planId))
  return (
    <PageSection id="reviews-of-plan" title={t('tasks.reviews')} size="h3">
      <ProblemNote problem={error} />
      {data ? <Reviews reviews={data} /> : null}
    </PageSection>
  )
}

type Opened = 'begin' | 'reopen' | undefined

function Reviews({ reviews: { planId, reviews, closures, isOwn } }: { reviews: ReviewsOfPlan }) {
  const t = useMessages(reviewMessages)
  const may = useMay()
  const [opened, open] = useState<Opened>(undefined)
  const closed = closures.find(({ reopenedAt }) => reopenedAt === null)
  const mayWrite = isOwn && may('plans.write')
  return (
    <Stack gap="sm">
      {closed ? (
        <Alert color="blue">
          {t('tasks.plan-is-closed', { day: formatDay(closed.closedOn), by: closed.by })}
        </Alert>
      ) : null}
      <Lines reviews={reviews} />
      {closures
        .filter(({ reopenedAt }) => reopenedAt !== null)
        .map(({ id, reopenedAt, reopenedBy, reopenedWhy }) => (
          <Text key={id} c="dimmed">
            {t('tasks.plan-was-reopened', {
              ...{ at: formatMoment(reopenedAt ?? ''), by: reopenedBy ?? '', why: reopenedWhy ?? '' },
            })}
          </Text>
        ))}
      {mayWrite ? (
        <Group className="no-print">
          {closed ? (
            <Button variant="default" onClick={() => open('reopen')}>
              {t('tasks.plan-reopen')}
            </Button>
          ) : (
            <Button variant="default" onClick={() => open('begin')}>
              {t('tasks.review-begin')}
            </Button>
          )}
        </Group>
      ) : null}
      <Forms planId={planId} opened={opened} onClose={() => open(undefined)} />
    </Stack>
  )
}

function Lines({ reviews }: { reviews: readonly ReviewLine[] }) {
  const t = useMessages(reviewMessages)
  return (
    <DataList
      label={t('tasks.reviews')}
      rows={reviews}
      rowKey={({ id }) => id}
      empty={<Text c="dimmed">{t('tasks.reviews-none')}</Text>}
      columns={[
        {
          ...{ key: 'kind', heading: t('tasks.review-kind'), kind: 'title' },
          cell: ({ id, kind }) => <PageLink to={`/reviews/${id}`}>{t(`tasks.review-${kind}`)}</PageLink>,
        },
        { key: 'day', heading: t('tasks.review-as-of'), cell: ({ asOf }) => formatDay(asOf) },
        {
          ...{ key: 'targets', heading: t('tasks.review-answered') },
          cell: ({ targets, targetsAnswered }) =>
            t('tasks.of-total', { count: targetsAnswered, total: targets }),
        },
        {
          ...{ key: 'tasks', heading: t('tasks.review-tasks-answered') },
          cell: ({ tasks, tasksAnswered }) => t('tasks.of-total', { count: tasksAnswered, total: tasks }),
        },
      ]}
    />
  )
}

function Forms({ planId, opened, onClose }: { planId: string; opened: Opened; onClose: () => void }) {
  const t = useMessages(reviewMessages)
  const queries = useQueryClient()
  const go = useGo()
  const done = () => {
    onClose()
    void queries.invalidateQueries({ queryKey: ['tasks'] })
  }
  if (opened === 'begin')
    return (
      <FormDialog
        title={t('tasks.review-begin')}
        action={t('tasks.review-begin')}
        fields={[
          {
            ...{ name: 'kind', label: t('tasks.review-kind'), kind: 'choice', required: true },
            choices: ReviewKind.options.map((value) => ({ value, label: t(`tasks.review-${value}`) })),
          },
          { name: 'asOf', label: t('tasks.review-as-of'), kind: 'day', required: true },
        ]}
        initial={{ kind: 'interim', asOf: todayHere() }}
        fixed={() => ({ id: newId(), planId })}
        contract={BeginReview}
        send={async (input) => go(`/reviews/${(await beginReview(input)).id}`)}
        {...{ onDone: done, onClose }}
      />
    )
  if (opened !== 'reopen') return null
  return (
    <FormDialog
      title={t('tasks.plan-reopen')}
      action={t('tasks.plan-reopen')}
      fields={[
        {
          ...{ name: 'why', label: t('tasks.plan-reopen-why'), kind: 'long', required: true },
          description: t('tasks.plan-reopen-hint'),
        },
      ]}
      fixed={() => ({})}
      contract={ReopenPlan}
      send={(input) => reopenPlan(planId, input)}
      {...{ onDone: done, onClose }}
    />
  )
}
