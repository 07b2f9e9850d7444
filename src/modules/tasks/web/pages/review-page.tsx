import { Alert, Button, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { type Day, formatDay } from '#base/day.ts'
import { Id, newId } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { PageSection } from '#ui/page-section.tsx'
import { tasksMessages } from '../../shared/messages.ts'
import { reviewMessages } from '../../shared/messages-reviews.ts'
import {
  Conclude,
  type Review,
  type Subject,
  unanswered,
  Verdict,
  WriteReview,
} from '../../shared/reviews.ts'
import { AcceptProposals } from '../components/accept-proposals.tsx'
import { Known } from '../components/known-of-subject.tsx'
import { closePlan, conclude, reviewQuery, writeReview } from '../requests-reviews.ts'

/** One review: each target and task with its conclusion, lessons, and the closing of the plan. */
export function Page() {
  const t = useMessages(reviewMessages)
  const all = useMessages(tasksMessages)
  const { reviewId } = usePageParams(z.object({ reviewId: Id }))
  const { data, error, refetch } = useQuery(reviewQuery(reviewId))
  if (data) return <Whole review={data} />
  return (
    <>
      <PageHead title={t('tasks.review')} back={{ to: '/plans', label: all('tasks.plan') }} />
      <ProblemNote problem={error} onTryAgain={() => void refetch()} />
      {error ? null : <Loading />}
    </>
  )
}

function Whole({ review }: { review: Review }) {
  const t = useMessages(reviewMessages)
  const may = useMay()
  const [opened, open] = useState<Subject | 'words' | undefined>(undefined)
  const { kind, asOf, planId, planTitle, subjects, isClosed } = review
  const targets = subjects.filter((subject) => subject.kind === 'target')
  const count = targets.length - unanswered(subjects).length
  const words = { kind: t(`tasks.review-${kind}`), day: formatDay(asOf), count, total: targets.length }
  const mayWrite = may('plans.write') && !isClosed
  return (
    <>
      <PageHead
        title={planTitle}
        lead={t('tasks.review-lead', words)}
        back={{ to: `/plans/${planId}`, label: t('tasks.reviews') }}
        actions={<PrintButton />}
      />
      <Stack gap="xl">
        {mayWrite ? <AcceptProposals review={review} /> : null}
        <Subjects
          {...{ asOf }}
          title={t('tasks.targets')}
          subjects={targets}
          onConclude={mayWrite ? open : undefined}
        />
        <Subjects
          {...{ asOf }}
          title={t('tasks.tasks-of-review')}
          subjects={subjects.filter((subject) => subject.kind === 'task')}
          onConclude={mayWrite ? open : undefined}
        />
        <Words review={review} onWrite={mayWrite ? () => open('words') : undefined} />
        {kind === 'final' ? <Closing review={review} mayClose={mayWrite} /> : null}
      </Stack>
      <Forms review={review} opened={opened} onClose={() => open(undefined)} />
    </>
  )
}

type SubjectsProps = {
  title: string
  asOf: Day
  subjects: readonly Subject[]
  onConclude: ((subject: Subject) => void) | undefined
}

function Subjects({ title, asOf, subjects, onConclude }: SubjectsProps) {
  const columns = useColumns({ onConclude, asOf })
  if (subjects.length === 0) return null
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      <DataList label={title} rows={subjects} rowKey={({ id }) => id} columns={columns} />
    </section>
  )
}

function useColumns({
  onConclude,
  asOf,
}: Pick<SubjectsProps, 'onConclude' | 'asOf'>): DataListColumn<Subject>[] {
  const t = useMessages(reviewMessages)
  return [
    { key: 'text', heading: t('tasks.subject'), kind: 'title', cell: ({ text }) => text },
    { key: 'known', heading: t('tasks.known'), cell: (subject) => <Known subject={subject} asOf={asOf} /> },
    {
      ...{ key: 'verdict', heading: t('tasks.verdict') },
      cell: ({ verdict, conclusion, lessons }) => (
        <>
          {verdict === null ? (
            <Text c="dimmed">{t('tasks.verdict-none')}</Text>
          ) : (
            <strong>{t(`tasks.verdict-${verdict}`)}</strong>
          )}
          {conclusion === null ? null : <Text component="div">{conclusion}</Text>}
          {lessons === null ? null : (
            <Text component="div" c="dimmed">
              {t('tasks.lessons')}: {lessons}
            </Text>
          )}
        </>
      ),
    },
    {
      ...{ key: 'actions', heading: '', kind: 'actions' },
      cell: (subject) =>
        onConclude ? (
          <Button
            variant="default"
            className="no-print"
            aria-label={t('tasks.conclude-of', { text: subject.text })}
            onClick={() => onConclude(subject)}
          >
            {t('tasks.conclude')}
          </Button>
        ) : null,
    },
  ]
}

function Words({ review, onWrite }: { review: Review; onWrite: (() => void) | undefined }) {
  const t = useMessages(reviewMessages)
  const words = useMessages(tasksMessages)
  return (
    <PageSection id="summary" title={t('tasks.summary')} size="h3">
      <dl className="task-facts">
        <dt>{t('tasks.summary')}</dt>
        <dd>{review.summary ?? words('tasks.none')}</dd>
        <dt>{t('tasks.lessons')}</dt>
        <dd>{review.lessons ?? words('tasks.none')}</dd>
      </dl>
      {onWrite ? (
        <Button variant="default" className="no-print" mt="sm" onClick={onWrite}>
          {t('tasks.review-write')}
        </Button>
      ) : null}
    </PageSection>
  )
}

function Closing({ review, mayClose }: { review: Review; mayClose: boolean }) {
  const t = useMessages(reviewMessages)
  const queries = useQueryClient()
  const [id] = useState(() => newId())
  const closing = useMutation({
    mutationFn: () => closePlan(review.id, id),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['tasks'] }),
  })
  if (review.isClosed) return <Alert color="blue">{t('tasks.plan-close-why')}</Alert>
  if (!mayClose) return null
  return (
    <section className="no-print" aria-label={t('tasks.plan-close')}>
      <Text mb="sm">{t('tasks.plan-close-why')}</Text>
      <ProblemNote problem={closing.error} />
      <Button loading={closing.isPending} onClick={() => closing.mutate()}>
        {t('tasks.plan-close')}
      </Button>
    </section>
  )
}

type FormsProps = { review: Review; opened: Subject | 'words' | undefined; onClose: () => void }

function Forms({ review, opened, onClose }: FormsProps) {
  const t = useMessages(reviewMessages)
  const queries = useQueryClient()
  const { id, summary, lessons, version } = review
  const done = () => {
    onClose()
    void queries.invalidateQueries({ queryKey: ['tasks'] })
  }
  if (opened === undefined) return null
  if (opened === 'words')
    return (
      <FormDialog
        title={t('tasks.review-write')}
        fields={[
          { name: 'summary', label: t('tasks.summary'), kind: 'long' },
          { name: 'lessons', label: t('tasks.lessons'), kind: 'long' },
        ]}
        initial={{ summary: summary ?? undefined, lessons: lessons ?? undefined }}
        fixed={() => ({ version })}
        contract={WriteReview}
        send={(input) => writeReview(id, input)}
        {...{ onDone: done, onClose }}
      />
    )
  const verdict = opened.verdict ?? opened.proposed ?? undefined
  const texts = { conclusion: opened.conclusion ?? undefined, lessons: opened.lessons ?? undefined }
  return (
    <FormDialog
      title={t('tasks.conclude')}
      note={opened.text}
      fields={[
        {
          ...{ name: 'verdict', label: t('tasks.verdict'), kind: 'choice', required: true },
          choices: Verdict.options.map((value) => ({ value, label: t(`tasks.verdict-${value}`) })),
        },
        {
          ...{ name: 'conclusion', label: t('tasks.conclusion'), kind: 'long' },
          description: t('tasks.conclusion-hint'),
        },
        { name: 'lessons', label: t('tasks.lessons'), kind: 'long' },
      ]}
      initial={{ verdict, ...texts }}
      fixed={() => ({ version: opened.version })}
      contract={Conclude}
      send={(input) => conclude(id, opened.id, input)}
      {...{ onDone: done, onClose }}
    />
  )
}
