import { Button, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { z } from 'zod'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { InvitationState } from '../../shared/contract.ts'
import { accountsMessages } from '../../shared/messages.ts'
import { signIn } from '../authentication.ts'
import { AlonePage } from '../components/alone-page.tsx'
import { PasswordFields } from '../components/password-fields.tsx'
import { acceptInvitation, invitationQuery, useEnter } from '../requests.ts'

const Parts = z.object({ token: z.string() })

/** The invited person chooses a password and is signed in. */
export function Page() {
  const t = useMessages(accountsMessages)
  const { token } = usePageParams(Parts)
  const { data: invitation, error, isPending } = useQuery(invitationQuery(token))
  if (isPending) return <Loading />
  if (!invitation) {
    return (
      <AlonePage title={t('accounts.sign-in')}>
        <ProblemNote problem={error} />
      </AlonePage>
    )
  }
  const { fullName: name, username } = invitation
  return (
    <AlonePage title={t('accounts.invited', { name })} lead={t('accounts.invited-lead', { username })}>
      <PasswordForm token={token} invitation={invitation} />
    </AlonePage>
  )
}

function PasswordForm({ token, invitation }: { token: string; invitation: InvitationState }) {
  const t = useMessages(accountsMessages)
  const enter = useEnter()
  const [password, setPassword] = useState<string | undefined>(undefined)
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (chosen: string) => {
      await acceptInvitation(token, chosen)
      return signIn(invitation.username, chosen)
    },
    onSuccess: enter,
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (password) mutate(password)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <PasswordFields onChange={setPassword} />
        <ProblemNote problem={error} />
        <Button type="submit" loading={isPending}>
          {t('accounts.invited-choose')}
        </Button>
      </Stack>
    </form>
  )
}
