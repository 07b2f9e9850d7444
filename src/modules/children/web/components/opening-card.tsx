import { Button, Group, Paper, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { formatMoment } from '#base/day.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { type ServiceState, StateMark } from '#ui/state-badge.tsx'
import { Finding, type Opening } from '../../shared/contract-confidential.ts'
import { confidentialMessages } from '../../shared/messages-confidential.ts'
import { questionOpening, reviewOpening } from '../requests-confidential.ts'
import { ShortAnswer } from './short-answer.tsx'

type State = 'new' | 'asked' | 'answered' | 'right' | 'wrong'

const looks: Record<State, ServiceState> = {
  ...{ new: 'overdue', asked: 'coming', answered: 'due', right: 'done', wrong: 'declined' },
}

function stateOf({ finding, question, answer }: Opening): State {
  if (finding !== null) return finding === 'justified' ? 'right' : 'wrong'
  if (question === null) return 'new'
  return answer === null ? 'asked' : 'answered'
}

/** One opening with its whole story: who and why, what was asked back and answered, the finding and by whom. */
export function OpeningCard({ opening }: { opening: Opening }) {
  const t = useMessages(confidentialMessages)
  const { language } = useLanguage()
  const { childName: child, placeName: place, personName: person, openedAt, until } = opening
  const role = opening.roleName[language]
  const state = stateOf(opening)
  return (
    <Paper withBorder radius="md" p="md" bg="var(--card-ground)" component="article">
      <StateMark like={looks[state]}>{t(`children.opening-${state}`)}</StateMark>
      <Text fw={600} mt="xs">
        {t('children.opening-line', { person, role, at: formatMoment(openedAt) })}
      </Text>
      <Text>
        {child ? t('children.opening-of', { child, place }) : t('children.opening-place', { place })}.{' '}
        {t('children.opening-until', { until: formatMoment(until) })}
      </Text>
      <Text my="xs">“{opening.reason}”</Text>
      <Told opening={opening} />
      {opening.mayReview ? <Review opening={opening} /> : null}
      {opening.finding === null && !opening.mayReview ? <Text>{t('children.opening-own-note')}</Text> : null}
    </Paper>
  )
}

/** What was said about it since, each with the name and the moment. */
function Told({ opening }: { opening: Opening }) {
  const t = useMessages(confidentialMessages)
  const { question, questionedAt, questionedByName, answer, answeredAt, personName } = opening
  const { note, reviewedAt, reviewedByName } = opening
  return (
    <>
      {question !== null && questionedAt !== null ? (
        <Text>
          {t('children.opening-question-by', {
            ...{ name: questionedByName ?? '', at: formatMoment(questionedAt), question },
          })}
        </Text>
      ) : null}
      {answer !== null && answeredAt !== null ? (
        <Text>
          {t('children.opening-answer-by', { name: personName, at: formatMoment(answeredAt), answer })}
        </Text>
      ) : null}
      {reviewedAt === null ? null : (
        <Text>
          {t('children.opening-found-by', { name: reviewedByName ?? '', at: formatMoment(reviewedAt) })}{' '}
          {note === null ? '' : t('children.opening-found-note', { note })}
        </Text>
      )}
    </>
  )
}

function Review({ opening: { id, question } }: { opening: Opening }) {
  const t = useMessages(confidentialMessages)
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const [isAsking, setAsking] = useState(false)
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['children', 'openings'] })
  const review = useMutation({ mutationFn: reviewOpening, onSuccess })
  const ask = useMutation({ mutationFn: questionOpening, onSuccess })
  return (
    <>
      <TextInput
        mt="sm"
        label={t('children.opening-note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ProblemNote problem={review.error} />
      <Group mt="sm">
        {Finding.options.map((finding) => (
          <Button
            key={finding}
            variant="default"
            loading={review.isPending}
            onClick={() => review.mutate({ id, finding, note: note.trim() || null })}
          >
            {t(`children.opening-${finding}`)}
          </Button>
        ))}
        {question === null ? (
          <Button variant="subtle" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
            {t('children.opening-ask')}
          </Button>
        ) : null}
      </Group>
      {isAsking && question === null ? (
        <ShortAnswer
          label={t('children.opening-question')}
          description={t('children.opening-ask-lead')}
          send={t('children.opening-send')}
          sending={ask}
          onSend={(text) => ask.mutate({ id, question: text })}
        />
      ) : null}
    </>
  )
}
