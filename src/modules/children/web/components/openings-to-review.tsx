import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { confidentialMessages } from '../../shared/messages-confidential.ts'
import { openingsQuery } from '../requests-confidential.ts'
import { OpeningCard } from './opening-card.tsx'

/** For whoever is responsible: the openings that wait for a finding; nothing when none does. */
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

/** The way to all openings, those with a finding too. */
export function AllOpenings() {
  const t = useMessages(confidentialMessages)
  return (
    <Text>
      <PageLink to="/children/openings">{t('children.openings-all')}</PageLink>
    </Text>
  )
}
