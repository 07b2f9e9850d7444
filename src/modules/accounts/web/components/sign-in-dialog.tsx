import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { onSessionExpired, settleSignIn } from '#platform/web/session-expiry.ts'
import { Dialog } from '#ui/dialog.tsx'
import { accountsMessages } from '../../shared/messages.ts'
import { meQuery } from '../requests.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Opens over the page when the session has ended; nothing under it is lost. */
export function SignInDialog() {
  const t = useMessages(accountsMessages)
  const { data: me } = useQuery(meQuery)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => onSessionExpired(() => setOpen(true)), [])
  const close = (signedIn: boolean) => {
    setOpen(false)
    settleSignIn(signedIn)
  }
  if (!isOpen) return null
  return (
    <Dialog onClose={() => close(false)} title={t('accounts.sign-in-again')} closeOnClickOutside={false}>
      <Text mb="md">{t('accounts.sign-in-again-why')}</Text>
      {me ? <SignInForm username={me.username} onSignedIn={() => close(true)} /> : null}
    </Dialog>
  )
}
