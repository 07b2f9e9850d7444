import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { formatMoment } from '#base/day.ts'
import { securityMessages } from '../../shared/messages-security.ts'
import { asksForSecondFactor } from '../../shared/session-rules.ts'
import { meQuery } from '../requests.ts'
import { securityQuery } from '../requests-security.ts'

/** During the days of grace: until when the second factor must be set up. */
export function SecondFactorReminder() {
  const s = useMessages(securityMessages)
  const { data: me } = useQuery(meQuery)
  const isAsked = me?.grants.some(({ capabilities }) => asksForSecondFactor(capabilities)) ?? false
  const { data: security } = useQuery({ ...securityQuery, enabled: isAsked })
  if (!security?.secondFactor.isRequired || security.secondFactor.isOn || security.passkeys.length > 0)
    return null
  return (
    <Alert color="yellow" mb="sm" py="xs" className="no-print" role="status">
      {s('accounts.soon', { until: formatMoment(security.secondFactor.dueAt) })}{' '}
      <PageLink to="/security">{s('accounts.soon-go')}</PageLink>
    </Alert>
  )
}
