import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { accountsMessages } from '../../shared/messages.ts'
import { securityMessages } from '../../shared/messages-security.ts'
import { changePassword, securityQuery } from '../requests-security.ts'
import { PasswordFields } from './password-fields.tsx'
import { SecuritySection } from './security-section.tsx'
import { focusNow } from './focus-now.ts'

export function PasswordSection() {
  const s = useMessages(securityMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <SecuritySection title={s('accounts.password-change')} why={s('accounts.password-change-why')}>
      {isOpen ? (
        <PasswordForm onDone={() => setOpen(false)} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {s('accounts.password-change')}
        </Button>
      )}
    </SecuritySection>
  )
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const t = useMessages(accountsMessages)
  const s = useMessages(securityMessages)
  const toast = useToast()
  const queries = useQueryClient()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState<string | undefined>(undefined)
  const { mutate, error, isPending } = useMutation({
    mutationFn: changePassword,
    onSuccess: ({ ended }) => {
      toast({ text: s('accounts.password-changed', { ended }) })
      onDone()
      return queries.invalidateQueries(securityQuery)
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (password) mutate({ current, password })
  }
  return (
    <form onSubmit={submit} style={{ width: '100%', maxWidth: 420 }}>
      <Stack gap="md">
        <PasswordInput
          label={s('accounts.password-current')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('accounts.password-show') }}
          required
          ref={focusNow}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordFields onChange={setPassword} />
        <ProblemNote problem={error} />
        <Button type="submit" loading={isPending} style={{ alignSelf: 'flex-start' }}>
          {s('accounts.password-change')}
        </Button>
      </Stack>
    </form>
  )
}
