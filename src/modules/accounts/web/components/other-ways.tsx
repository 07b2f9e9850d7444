import { Button, Divider, Stack } from '@mantine/core'
import { IconBuildingBank, IconFingerprint } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { securityMessages } from '../../shared/messages-security.ts'
import { goToIdentityServer } from '../authentication.ts'
import { canUsePasskeys, type PasskeyOutcome, signInByPasskey } from '../passkeys.ts'
import { signInMethodsQuery } from '../requests-security.ts'
import { RefusalNote } from './refusal-note.tsx'

/** Passkey, identity server, and the way in for whoever holds an invitation. */
export function OtherWays({ onSignedIn, isAgain }: { onSignedIn: () => void; isAgain: boolean }) {
  const s = useMessages(securityMessages)
  const { data: methods } = useQuery(signInMethodsQuery)
  const [outcome, setOutcome] = useState<PasskeyOutcome | undefined>(undefined)
  const byPasskey = async () => {
    const next = await signInByPasskey()
    setOutcome(next)
    if (next === 'signed-in') onSignedIn()
  }
  // Leaving for another site would lose what stands on the page underneath.
  const identityServer = isAgain ? null : methods?.identityServer
  const hasPasskeys = canUsePasskeys()
  return (
    <Stack gap="md">
      {hasPasskeys || identityServer ? <Divider label={s('accounts.sign-in-or')} /> : null}
      <RefusalNote outcome={outcome} />
      {hasPasskeys ? (
        <Button
          variant="default"
          leftSection={<IconFingerprint size={20} aria-hidden />}
          onClick={() => void byPasskey()}
        >
          {s('accounts.sign-in-passkey')}
        </Button>
      ) : null}
      {identityServer ? (
        <Button
          variant="default"
          leftSection={<IconBuildingBank size={20} aria-hidden />}
          onClick={() => void goToIdentityServer().then(setOutcome)}
        >
          {s('accounts.sign-in-province', { name: identityServer })}
        </Button>
      ) : null}
      {isAgain ? null : <PageLink to="/moi">{s('accounts.sign-in-invited')}</PageLink>}
    </Stack>
  )
}
