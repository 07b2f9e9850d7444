import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { securityMessages } from '../../shared/messages-security.ts'
import { sendCode, type SignInOutcome } from '../authentication.ts'
import { RefusalNote } from './refusal-note.tsx'
import { focusNow } from './focus-now.ts'

/** The second step of signing in: six digits of the app, or a recovery code without the phone. */
export function CodeStep({ onSignedIn, onBack }: { onSignedIn: () => void; onBack: () => void }) {
  const s = useMessages(securityMessages)
  const [kind, setKind] = useState<'time-code' | 'recovery-code'>('time-code')
  const [code, setCode] = useState('')
  const [outcome, setOutcome] = useState<SignInOutcome | 'asking' | undefined>(undefined)
  const isRecovery = kind === 'recovery-code'
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    setOutcome('asking')
    const next = await sendCode(isRecovery ? code.trim() : code.replace(/\s/g, ''), kind)
    setOutcome(next)
    setCode('')
    if (next === 'signed-in') onSignedIn()
  }
  const change = () => {
    setKind(isRecovery ? 'time-code' : 'recovery-code')
    setCode('')
    setOutcome(undefined)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <div>
          <Title order={2}>{s('accounts.code-step')}</Title>
          <Text>{s(isRecovery ? 'accounts.recovery-code-rule' : 'accounts.code-step-why')}</Text>
        </div>
        <RefusalNote outcome={outcome} />
        <CodeField key={kind} isRecovery={isRecovery} code={code} onChange={setCode} />
        <Button type="submit" loading={outcome === 'asking'}>
          {s('accounts.code-send')}
        </Button>
        <Button variant="subtle" onClick={change}>
          {s(isRecovery ? 'accounts.code-instead' : 'accounts.recovery-instead')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          {s('accounts.back-to-password')}
        </Button>
      </Stack>
    </form>
  )
}

type CodeFieldProps = { isRecovery?: boolean; code: string; onChange: (code: string) => void }

/** Six digits of an app, offered by the device where it can; a recovery code is written with letters. */
export function CodeField({ isRecovery = false, code, onChange }: CodeFieldProps) {
  const s = useMessages(securityMessages)
  return (
    <TextInput
      label={s(isRecovery ? 'accounts.recovery-code' : 'accounts.code')}
      name={isRecovery ? 'recovery-code' : 'code'}
      inputMode={isRecovery ? 'text' : 'numeric'}
      autoComplete={isRecovery ? 'off' : 'one-time-code'}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={isRecovery ? 20 : 9}
      required
      ref={focusNow}
      value={code}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
