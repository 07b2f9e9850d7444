import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { securityMessages } from '../../shared/messages-security.ts'
import { PasskeysSection } from '../components/passkeys-section.tsx'
import { PasswordSection } from '../components/password-section.tsx'
import { SessionsSection } from '../components/sessions-section.tsx'
import { TimeCodesSection } from '../components/time-codes-section.tsx'
import { securityQuery } from '../requests-security.ts'

/** Everyone's own sign-in: what protects it and where it is in use. */
export function Page() {
  const s = useMessages(securityMessages)
  const { data: security, error } = useQuery(securityQuery)
  return (
    <Stack gap="md" maw={760} className="security-page">
      <PageHead
        title={s('accounts.security')}
        lead={security ? s('accounts.security-lead', { username: security.username }) : null}
      />
      <ProblemNote problem={error} />
      {security ? (
        <>
          <TimeCodesSection security={security} />
          <PasskeysSection security={security} />
          {security.hasPassword ? <PasswordSection /> : null}
          <SessionsSection security={security} />
        </>
      ) : error ? null : (
        <Loading />
      )}
    </Stack>
  )
}
