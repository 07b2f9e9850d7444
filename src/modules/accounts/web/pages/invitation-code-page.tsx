import { Button, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink, useGo } from '#platform/web/page-link.tsx'
import { accountsMessages } from '../../shared/messages.ts'
import { securityMessages } from '../../shared/messages-security.ts'
import { AlonePage } from '../components/alone-page.tsx'
import { focusNow } from '../components/focus-now.ts'

/** Whoever holds a printed slip types its code here; the link of the slip opens the next page at once. */
export function Page() {
  const t = useMessages(accountsMessages)
  const s = useMessages(securityMessages)
  const go = useGo()
  const [code, setCode] = useState('')
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    go(`/moi/${encodeURIComponent(code.replace(/[\s-]/g, '').toUpperCase())}`)
  }
  return (
    <AlonePage title={s('accounts.invitation-enter')} lead={s('accounts.invitation-enter-lead')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={s('accounts.invitation-code')}
            placeholder="XXXX-XXXX-XXXX"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            minLength={12}
            maxLength={40}
            ref={focusNow}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit">{s('accounts.invitation-go')}</Button>
          <PageLink to="/">{t('accounts.sign-in')}</PageLink>
        </Stack>
      </form>
    </AlonePage>
  )
}
