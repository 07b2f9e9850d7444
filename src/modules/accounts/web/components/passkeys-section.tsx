import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { formatMoment } from '#base/day.ts'
import { useToast } from '#ui/undo-toast.tsx'
import type { Passkey, Security } from '../../shared/contract-security.ts'
import { securityMessages } from '../../shared/messages-security.ts'
import { addPasskey, canUsePasskeys } from '../passkeys.ts'
import { removePasskey, securityQuery } from '../requests-security.ts'
import { ProvePassword } from './prove-password.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { SecuritySection } from './security-section.tsx'

export function PasskeysSection({ security }: { security: Security }) {
  const s = useMessages(securityMessages)
  const { passkeys } = security
  return (
    <SecuritySection title={s('accounts.passkeys')} why={s('accounts.passkeys-why')}>
      {passkeys.length === 0 ? <Text>{s('accounts.passkeys-none')}</Text> : null}
      <Stack component="ul" gap="md" m={0} p={0} w="100%" style={{ listStyle: 'none' }}>
        {passkeys.map((passkey) => (
          <PasskeyLine key={passkey.id} passkey={passkey} />
        ))}
      </Stack>
      {canUsePasskeys() ? <AddPasskey /> : <Text c="dimmed">{s('accounts.passkeys-unable')}</Text>}
    </SecuritySection>
  )
}

function AddPasskey() {
  const s = useMessages(securityMessages)
  const toast = useToast()
  const queries = useQueryClient()
  const [name, setName] = useState(s('accounts.passkey-name-usual'))
  const [outcome, setOutcome] = useState<unknown>(undefined)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const next = await addPasskey(name.trim())
    setOutcome(next)
    if (next !== 'added') return
    toast({ text: s('accounts.passkey-added') })
    await queries.invalidateQueries(securityQuery)
  }
  return (
    <form onSubmit={(event) => void submit(event)} style={{ width: '100%', maxWidth: 420 }}>
      <Stack gap="sm">
        <RefusalNote outcome={outcome} />
        <TextInput
          label={s('accounts.passkey-name')}
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" style={{ alignSelf: 'flex-start' }}>
          {s('accounts.passkey-add')}
        </Button>
      </Stack>
    </form>
  )
}

function PasskeyLine({ passkey: { id, name, addedAt } }: { passkey: Passkey }) {
  const s = useMessages(securityMessages)
  const toast = useToast()
  const queries = useQueryClient()
  const [isRemoving, setRemoving] = useState(false)
  const removed = () => {
    toast({ text: s('accounts.passkey-removed', { name }) })
    void queries.invalidateQueries(securityQuery)
  }
  return (
    <li>
      <Group justify="space-between">
        <div>
          <Text fw={600}>{name}</Text>
          {addedAt ? (
            <Text c="dimmed">{s('accounts.passkey-since', { at: formatMoment(addedAt) })}</Text>
          ) : null}
        </div>
        {isRemoving ? null : (
          <Button
            variant="default"
            aria-label={s('accounts.passkey-remove-label', { name })}
            onClick={() => setRemoving(true)}
          >
            {s('accounts.passkey-remove')}
          </Button>
        )}
      </Group>
      {isRemoving ? (
        <ProvePassword
          action={(password) => removePasskey(id, password)}
          onDone={removed}
          onCancel={() => setRemoving(false)}
        />
      ) : null}
    </li>
  )
}
