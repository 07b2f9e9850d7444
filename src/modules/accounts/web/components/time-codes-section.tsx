import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { Security } from '../../shared/contract-security.ts'
import { securityMessages } from '../../shared/messages-security.ts'
import { renewRecoveryCodes, securityQuery, turnOffTimeCodes } from '../requests-security.ts'
import { ProvePassword } from './prove-password.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecuritySection } from './security-section.tsx'
import { TimeCodesSetup } from './time-codes-setup.tsx'

type Doing = 'nothing' | 'setting-up' | 'renewing' | 'stopping'

export function TimeCodesSection({ security }: { security: Security }) {
  const s = useMessages(securityMessages)
  const toast = useToast()
  const queries = useQueryClient()
  const [doing, setDoing] = useState<Doing>('nothing')
  const { isOn } = security.secondFactor
  const finish = (text?: string) => {
    if (text) toast({ text })
    setDoing('nothing')
    void queries.invalidateQueries(securityQuery)
  }
  const stop = () => setDoing('nothing')
  return (
    <SecuritySection
      title={s('accounts.time-codes')}
      why={s(isOn ? 'accounts.time-codes-on' : 'accounts.time-codes-off')}
    >
      {doing === 'nothing' ? <Choices isOn={isOn} onChoose={setDoing} /> : null}
      {doing === 'setting-up' ? (
        <TimeCodesSetup
          username={security.username}
          onDone={() => finish(s('accounts.time-codes-done'))}
          onCancel={stop}
        />
      ) : null}
      {doing === 'renewing' ? <Renewing username={security.username} onDone={stop} /> : null}
      {doing === 'stopping' ? (
        <ProvePassword
          action={turnOffTimeCodes}
          onDone={() => finish(s('accounts.time-codes-stopped'))}
          onCancel={stop}
        />
      ) : null}
    </SecuritySection>
  )
}

function Choices({ isOn, onChoose }: { isOn: boolean; onChoose: (doing: Doing) => void }) {
  const s = useMessages(securityMessages)
  if (!isOn) return <Button onClick={() => onChoose('setting-up')}>{s('accounts.time-codes-start')}</Button>
  return (
    <Group>
      <Button variant="default" onClick={() => onChoose('renewing')}>
        {s('accounts.recovery-codes-renew')}
      </Button>
      <Button variant="default" onClick={() => onChoose('stopping')}>
        {s('accounts.time-codes-stop')}
      </Button>
    </Group>
  )
}

function Renewing({ username, onDone }: { username: string; onDone: () => void }) {
  const [codes, setCodes] = useState<string[] | undefined>(undefined)
  if (codes) return <RecoveryCodes codes={codes} username={username} onKept={onDone} />
  return <ProvePassword action={renewRecoveryCodes} onDone={setCodes} onCancel={onDone} />
}
