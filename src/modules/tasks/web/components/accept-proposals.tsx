import { Button, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { reviewMessages } from '../../shared/messages-reviews.ts'
import type { Review } from '../../shared/reviews.ts'
import { acceptProposals, reviewQuery } from '../requests-reviews.ts'

/** One step for everything that figures and states answer by themselves; gone when nothing is left. */
export function AcceptProposals({ review }: { review: Review }) {
  const t = useMessages(reviewMessages)
  const queries = useQueryClient()
  const accepting = useMutation({
    mutationFn: () => acceptProposals(review.id),
    onSuccess: (next) => {
      queries.setQueryData(reviewQuery(review.id).queryKey, next)
      void queries.invalidateQueries({ queryKey: ['tasks', 'reviews'] })
    },
  })
  const count = review.subjects.filter(
    ({ verdict, proposed }) => verdict === null && proposed !== null,
  ).length
  if (count === 0) return null
  return (
    <section className="no-print" aria-label={t('tasks.accept-proposals', { count })}>
      <Text mb="sm">{t('tasks.accept-proposals-why')}</Text>
      <ProblemNote problem={accepting.error} />
      <Button variant="light" loading={accepting.isPending} onClick={() => accepting.mutate()}>
        {t('tasks.accept-proposals', { count })}
      </Button>
    </section>
  )
}
