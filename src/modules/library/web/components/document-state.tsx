import { addDays, formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { StateMark } from '#ui/state-badge.tsx'
import { todayHere } from '#ui/today-here.ts'
import type { LibraryDocument } from '../../shared/contract.ts'
import { libraryMessages } from '../../shared/messages.ts'

/** Whether a document is in force today, in words. */
export function DocumentState({ document }: { document: Pick<LibraryDocument, 'inForceOn' | 'endedOn'> }) {
  const t = useMessages(libraryMessages)
  const today = todayHere()
  const { inForceOn, endedOn } = document
  if (endedOn !== null && endedOn < today)
    return (
      <StateMark like="overdue">
        {t('library.state-ended', { day: formatDay(addDays(endedOn, 1)) })}
      </StateMark>
    )
  if (inForceOn !== null && inForceOn > today)
    return <StateMark like="coming">{t('library.state-coming', { day: formatDay(inForceOn) })}</StateMark>
  return <>{t('library.state-open')}</>
}
