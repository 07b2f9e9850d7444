import type { ReactNode } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useRoleName } from '#modules/accounts/web/public.tsx'
import { frameMessages } from '../messages.ts'

/** Hides a page that the server would refuse, and says why. */
export function Allowed({ needs, children }: { needs: string; children: ReactNode }) {
  const t = useMessages(frameMessages)
  const may = useMay()
  const role = useRoleName()
  if (may(needs)) return children
  return <EmptyState title={t('frame.not-allowed')} why={t('frame.not-allowed-why', { role })} />
}
