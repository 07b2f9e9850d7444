import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import { servicesOfChildQuery } from '../requests.ts'
import { CareOfMother } from './care-of-mother.tsx'
import { ServiceHistory } from './service-history.tsx'

/** What was written down of the child's services, and of its mother's before the birth. */
export function RecordedOfChild({ childId }: { childId: string }) {
  const t = useMessages(servicesMessages)
  // Waiting and refusals are shown where the same reply is shown first (`ServicesOfChild`).
  const { data } = useQuery(servicesOfChildQuery(childId))
  if (!data) return null
  return (
    <Stack gap="lg">
      <ServiceHistory childId={childId} services={data} />
      <CareOfMother childId={childId} />
      <Text className="services-quiet">
        {t('services.package-note', { version: data.packageVersion })}{' '}
        <PageLink to="/services/package" className="no-print">
          {t('services.open-package')}
        </PageLink>
      </Text>
    </Stack>
  )
}
