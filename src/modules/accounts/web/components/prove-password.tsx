import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { accountsMessages } from '../../shared/messages.ts'
import { securityMessages } from '../../shared/messages-security.ts'
import { RefusalNote } from './refusal-note.tsx'
import { focusNow } from './focus-now.ts'

export type ProvePasswordProps<Result> = {
  action: (password: string) => Promise<Result>
  onDone: (result: Result) => void
  onCancel?: (() => void) | undefined
  /** What the button says; "Tiếp tục" otherwise. */
  button?: string
}

/** The password once more, before something that whoever finds an open page must not do. */
export function ProvePassword<Result>({ action, onDone, onCancel, button }: ProvePasswordProps<Result>) {
  const t = useMessages(accountsMessages)
  const s = useMessages(securityMessages)
  const [password, setPassword] = useState('')
  const { mutate, error, isPending } = useMutation({ mutationFn: action, onSuccess: onDone })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(password)
  }
  return (
    <form onSubmit={submit} style={{ width: '100%', maxWidth: 420 }}>
      <Stack gap="sm">
        <RefusalNote outcome={error} />
        <PasswordInput
          label={s('accounts.prove')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('accounts.password-show') }}
          required
          ref={focusNow}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={isPending}>
            {button ?? s('accounts.prove-go')}
          </Button>
          {onCancel ? (
            <Button variant="default" onClick={onCancel}>
              {s('accounts.cancel')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  )
}
