import { Button, Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { securityMessages } from '../../shared/messages-security.ts'
import { signOut } from '../authentication.ts'
import { meQuery } from '../requests.ts'
import { securityQuery } from '../requests-security.ts'
import { AlonePage } from './alone-page.tsx'
import { TimeCodesSetup } from './time-codes-setup.tsx'

/** Instead of every page, while a second factor is due: set it up, or show the passkey. */
export function HeldBackPage() {
  const s = useMessages(securityMessages)
  const queries = useQueryClient()
  const { data: security, error } = useQuery(securityQuery)
  const leave = async () => {
    await signOut()
    globalThis.location.assign('/')
  }
  if (!security) return error ? <ProblemNote problem={error} /> : <Loading />
  const isPasskey = security.secondFactor.heldBack === 'show-passkey'
  return (
    <AlonePage
      title={s(isPasskey ? 'accounts.needed-passkey' : 'accounts.needed')}
      lead={s(isPasskey ? 'accounts.needed-passkey-why' : 'accounts.needed-why')}
    >
      <Stack gap="lg">
        {isPasskey ? null : (
          <TimeCodesSetup
            username={security.username}
            onDone={() => void queries.fetchQuery({ ...meQuery, staleTime: 0 })}
          />
        )}
        <Button variant={isPasskey ? 'filled' : 'subtle'} className="no-print" onClick={() => void leave()}>
          {s('accounts.needed-other')}
        </Button>
      </Stack>
    </AlonePage>
  )
}
