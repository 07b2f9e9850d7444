import { useMessages } from '#platform/web/language.tsx'
import type { PersonShown } from '../../shared/contract-people.ts'
import { accessMessages } from '../../shared/messages-access.ts'
import { accountsMessages } from '../../shared/messages.ts'

/** How it stands with an account, in words. */
export function usePersonState(): (person: PersonShown) => string {
  const t = useMessages(accountsMessages)
  const access = useMessages(accessMessages)
  return ({ disabledAt, leftOn, invited }) => {
    if (disabledAt) return t('accounts.state-disabled')
    if (leftOn) return access('accounts.state-left')
    return t(invited ? 'accounts.state-invited' : 'accounts.state-active')
  }
}
