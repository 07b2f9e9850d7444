import { Button, Stack, Text } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { securityMessages } from '../../shared/messages-security.ts'
import { sendCode, type SignInOutcome } from '../authentication.ts'
import { appAddress, beginTimeCodes, type BegunTimeCodes } from '../requests-security.ts'
import { CodeField } from './code-step.tsx'
import { ProvePassword } from './prove-password.tsx'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { RefusalNote } from './refusal-note.tsx'

export type TimeCodesSetupProps = {
  username: string
  onDone: () => void
  onCancel?: (() => void) | undefined
}

/** Password, picture for the app, first code, recovery codes: one after the other. */
export function TimeCodesSetup({ username, onDone, onCancel }: TimeCodesSetupProps) {
  const s = useMessages(securityMessages)
  const [begun, setBegun] = useState<BegunTimeCodes | undefined>(undefined)
  const [isConfirmed, setConfirmed] = useState(false)
  if (!begun) {
    return (
      <ProvePassword
        action={beginTimeCodes}
        onDone={setBegun}
        onCancel={onCancel}
        button={s('accounts.time-codes-begin')}
      />
    )
  }
  if (isConfirmed) return <RecoveryCodes codes={begun.recoveryCodes} username={username} onKept={onDone} />
  return <FirstCode keyOfApp={begun.key} username={username} onConfirmed={() => setConfirmed(true)} />
}

type FirstCodeProps = { keyOfApp: string; username: string; onConfirmed: () => void }

function FirstCode({ keyOfApp, username, onConfirmed }: FirstCodeProps) {
  const s = useMessages(securityMessages)
  const [code, setCode] = useState('')
  const [outcome, setOutcome] = useState<SignInOutcome | 'asking' | undefined>(undefined)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setOutcome('asking')
    const next = await sendCode(code.replace(/\s/g, ''), 'time-code')
    setOutcome(next)
    setCode('')
    if (next === 'signed-in') onConfirmed()
  }
  // In groups of four, as apps show it.
  const spelled = (keyOfApp.match(/.{1,4}/g) ?? []).join(' ')
  return (
    <form onSubmit={(event) => void submit(event)} style={{ width: '100%' }}>
      <Stack gap="md">
        <Text>{s('accounts.time-codes-scan')}</Text>
        <QrCode text={appAddress(keyOfApp, username)} label={s('accounts.time-codes-picture')} size={220} />
        <Text style={{ overflowWrap: 'anywhere' }}>{s('accounts.time-codes-key', { key: spelled })}</Text>
        <Text>{s('accounts.time-codes-enter')}</Text>
        <RefusalNote outcome={outcome} />
        <CodeField code={code} onChange={setCode} />
        <Button type="submit" loading={outcome === 'asking'} style={{ alignSelf: 'flex-start' }}>
          {s('accounts.code-send')}
        </Button>
      </Stack>
    </form>
  )
}
