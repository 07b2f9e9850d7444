import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { confidentialMessages } from '../../shared/messages-confidential.ts'
import { openingsQuery } from '../requests-confidential.ts'
import { OpeningCard } from './opening-card.tsx'

/** For whoever is responsible: what waits for a finding; the way to all openings also when nothing waits. */
export function OpeningsToReview() {
  const t = useMessages(confidentialMessages)
  const { data, error } = useQuery(openingsQuery)
  if (error) return <ProblemNote problem={error} />
  if (!data) return null
  const all = <PageLink to="/children/openings">{t('children.openings-all')}</PageLink>
  if (data.openings.length === 0) return <Text>{all}</Text>
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
        <Text>{all}</Text>
      </Stack>
    </section>
  )
}
