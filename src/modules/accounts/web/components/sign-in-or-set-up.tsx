import { Alert, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useLocation } from '@tanstack/react-router'
import { z } from 'zod'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { accountsMessages } from '../../shared/messages.ts'
import { securityMessages } from '../../shared/messages-security.ts'
import { setupQuery } from '../requests.ts'
import { AlonePage } from './alone-page.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** The identity server sent somebody back who may not come in. */
const Refused = z.object({ signin: z.string().catch('') })

/** Nobody is signed in: the very first opening goes to the set-up, every other one to the sign-in form. */
export function SignInOrSetUp() {
  const t = useMessages(accountsMessages)
  const s = useMessages(securityMessages)
  const queries = useQueryClient()
  const refused = usePageSearch(Refused)
  const search = useLocation({ select: (location) => location.search })
  const { data: setup, error } = useQuery(setupQuery)
  if (setup?.needed) return <Navigate to="/setup" search={search} replace />
  return (
    <AlonePage title={t('accounts.sign-in')} lead={t('accounts.sign-in-lead')}>
      <ProblemNote problem={error} />
      {refused.signin === 'refused' ? (
        <Alert color="red" role="alert" mb="md">
          {s('accounts.sign-in-province-refused')}
        </Alert>
      ) : null}
      <SignInForm onSignedIn={() => void queries.invalidateQueries()} />
      <Text mt="lg" ta="center">
        <PageLink to="/quyen-rieng-tu">{t('accounts.privacy-notice')}</PageLink>
      </Text>
    </AlonePage>
  )
}
