import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { accountsMessages } from '../../shared/messages.ts'
import { securityMessages } from '../../shared/messages-security.ts'
import { signIn, type SignInOutcome } from '../authentication.ts'
import { RefusalNote } from './refusal-note.tsx'

export type PasswordStepProps = {
  username: string | undefined
  onSignedIn: () => void
  onNeedsCode: () => void
}

/** User name (or e-mail) and password. */
export function PasswordStep({ username: known, onSignedIn, onNeedsCode }: PasswordStepProps) {
  const t = useMessages(accountsMessages)
  const s = useMessages(securityMessages)
  const [username, setUsername] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [outcome, setOutcome] = useState<SignInOutcome | 'asking' | undefined>(undefined)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    setOutcome('asking')
    const next = await signIn(username.trim(), password)
    setOutcome(next)
    if (next === 'signed-in') onSignedIn()
    if (next === 'needs-code') onNeedsCode()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <RefusalNote outcome={outcome} />
        <TextInput
          label={s('accounts.sign-in-login')}
          name="username"
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
          required
          readOnly={known !== undefined}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('accounts.password')}
          name="password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('accounts.password-show') }}
          required
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={outcome === 'asking'}>
          {t('accounts.sign-in')}
        </Button>
      </Stack>
    </form>
  )
}
