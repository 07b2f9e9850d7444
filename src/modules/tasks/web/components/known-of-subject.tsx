import { Text } from '@mantine/core'
import { type Day, formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { TaskState } from '#modules/plans/shared/filing.ts'
import { tasksMessages } from '../../shared/messages.ts'
import { reviewMessages } from '../../shared/messages-reviews.ts'
import type { Subject } from '../../shared/reviews.ts'

/** The figure of a target or how far a task is on the day of the review, and what follows from it. */
export function Known({ subject, asOf }: { subject: Subject; asOf: Day }) {
  const t = useMessages(reviewMessages)
  const { units } = subject
  return (
    <>
      <KnownWords subject={subject} />
      {units ? <div>{t('tasks.known-units', units)}</div> : null}
      <Follows subject={subject} asOf={asOf} />
    </>
  )
}

function KnownWords({ subject: { kind, known } }: { subject: Subject }) {
  const t = useMessages(reviewMessages)
  const words = useMessages(tasksMessages)
  const state = kind === 'task' ? TaskState.safeParse(known).data : undefined
  if (state) return <>{words(`tasks.state-${state}`)}</>
  return known === null ? <Text c="dimmed">{t('tasks.known-none')}</Text> : <>{known}</>
}

function Follows({ subject: { proposed, verdict, known, dueOn }, asOf }: { subject: Subject; asOf: Day }) {
  const t = useMessages(reviewMessages)
  if (verdict !== null || known === null) return null
  const isDueLater = dueOn !== null && dueOn > asOf
  if (proposed === null && !isDueLater) return null
  const words =
    proposed === null
      ? t('tasks.known-not-due', { day: formatDay(dueOn ?? asOf) })
      : t('tasks.verdict-proposed', { verdict: t(`tasks.verdict-${proposed}`) })
  return (
    <Text c="dimmed" component="div">
      {words}
    </Text>
  )
}
