import { Alert } from '@mantine/core'
import { Problem } from '#base/problem.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { securityMessages } from '../../shared/messages-security.ts'

/** What went wrong on the way in; nothing for every other outcome. */
export function RefusalNote({ outcome }: { outcome: unknown }) {
  const s = useMessages(securityMessages)
  const { language } = useLanguage()
  const text =
    outcome instanceof Problem
      ? outcome.text(language)
      : outcome === 'stopped'
        ? s('accounts.passkey-stopped')
        : undefined
  if (text === undefined) return null
  return (
    <Alert color="red" role="alert">
      {text}
    </Alert>
  )
}
