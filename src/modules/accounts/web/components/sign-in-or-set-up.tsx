import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useLocation } from '@tanstack/react-router'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { accountsMessages } from '../../shared/messages.ts'
import { setupQuery } from '../requests.ts'
import { AlonePage } from './alone-page.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Nobody is signed in: the very first opening goes to the set-up, every other one to the sign-in form. */
export function SignInOrSetUp() {
  const t = useMessages(accountsMessages)
  const queries = useQueryClient()
  const search = useLocation({ select: (location) => location.search })
  const { data: setup, error } = useQuery(setupQuery)
  if (setup?.needed) return <Navigate to="/setup" search={search} replace />
  return (
    <AlonePage title={t('accounts.sign-in')} lead={t('accounts.sign-in-lead')}>
      <ProblemNote problem={error} />
      <SignInForm onSignedIn={() => void queries.invalidateQueries()} />
    </AlonePage>
  )
}
