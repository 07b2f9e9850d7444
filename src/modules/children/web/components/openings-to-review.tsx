import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { formatMoment } from '#ui/numbers.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { Finding, type Opening } from '../../shared/contract-confidential.ts'
import { confidentialMessages } from '../../shared/messages-confidential.ts'
import { openingsQuery, reviewOpening } from '../requests-confidential.ts'

/** For whoever is responsible: who opened a confidential part, why, and was it right. Nothing when there is none. */
export function OpeningsToReview() {
  const t = useMessages(confidentialMessages)
  const { data, error } = useQuery(openingsQuery)
  if (error) return <ProblemNote problem={error} />
  if (!data || data.openings.length === 0) return null
  return (
    <section aria-labelledby="openings-to-review">
      <Title order={2} id="openings-to-review">
        {t('children.openings')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('children.openings-why')}
      </Text>
      <Stack gap="sm">
        {data.openings.map((opening) => (
          <OpeningCard key={opening.id} opening={opening} />
        ))}
      </Stack>
    </section>
  )
}

function OpeningCard({ opening }: { opening: Opening }) {
  const t = useMessages(confidentialMessages)
  const { language } = useLanguage()
  const { childName: child, placeName: place, personName: person, openedAt } = opening
  const role = opening.roleName[language]
  return (
    <Paper withBorder radius="md" p="md" bg="var(--card-ground)">
      <Text fw={600}>{t('children.opening-line', { person, role, at: formatMoment(openedAt) })}</Text>
      <Text>
        {child ? t('children.opening-of', { child, place }) : t('children.opening-place', { place })}
      </Text>
      <Text my="xs">“{opening.reason}”</Text>
      {opening.mayReview ? <Review id={opening.id} /> : <Text>{t('children.opening-own-note')}</Text>}
    </Paper>
  )
}

function Review({ id }: { id: string }) {
  const t = useMessages(confidentialMessages)
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const review = useMutation({
    mutationFn: reviewOpening,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['children', 'openings'] }),
  })
  return (
    <>
      <TextInput
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
      </Group>
    </>
  )
}
