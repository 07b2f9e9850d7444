import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { StateMark } from '#ui/state-badge.tsx'
import type { Matter } from '../../shared/contract-matters.ts'
import { mattersMessages } from '../../shared/messages-matters.ts'

export function MatterState({ matter }: { matter: Matter }) {
  const t = useMessages(mattersMessages)
  const { withdrawnReason, concludedOn } = matter
  if (withdrawnReason !== null)
    return <StateMark like="declined">{t('organisations.matter-withdrawn')}</StateMark>
  if (concludedOn !== null)
    return (
      <StateMark like="done">{t('organisations.matter-closed', { day: formatDay(concludedOn) })}</StateMark>
    )
  return <StateMark like="due">{t('organisations.matter-open')}</StateMark>
}
