import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { webProblem } from '#platform/web/problems.ts'
import { accountsMessages } from '../../shared/messages.ts'
import { signIn, type SignInOutcome } from '../authentication.ts'

/** User name and password; `username` is fixed when a person signs in again over their page. */
export function SignInForm({ username: known, onSignedIn }: { username?: string; onSignedIn: () => void }) {
  const t = useMessages(accountsMessages)
  const [username, setUsername] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [outcome, setOutcome] = useState<SignInOutcome | 'asking' | undefined>(undefined)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    setOutcome('asking')
    const next = await signIn(username.trim().toLowerCase(), password)
    setOutcome(next)
    if (next === 'signed-in') onSignedIn()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <OutcomeNote outcome={outcome} />
        <TextInput
          label={t('accounts.username')}
          name="username"
          autoComplete="username"
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

function OutcomeNote({ outcome }: { outcome: SignInOutcome | 'asking' | undefined }) {
  const t = useMessages(accountsMessages)
  const { language } = useLanguage()
  if (outcome === undefined || outcome === 'asking' || outcome === 'signed-in') return null
  const text = {
    wrong: t('accounts.sign-in-failed'),
    'too-many': t('accounts.sign-in-too-many'),
    'no-answer': webProblem('web.no-answer').text(language),
  }[outcome]
  return (
    <Alert color="red" role="alert">
      {text}
    </Alert>
  )
}
