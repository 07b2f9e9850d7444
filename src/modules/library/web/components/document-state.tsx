import { addDays, formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { todayHere } from '#ui/today-here.ts'
import type { LibraryDocument } from '../../shared/contract.ts'
import { libraryMessages } from '../../shared/messages.ts'

/** Whether a document is in force today, in words. */
export function DocumentState({ document }: { document: Pick<LibraryDocument, 'inForceOn' | 'endedOn'> }) {
  const t = useMessages(libraryMessages)
  const today = todayHere()
  const { inForceOn, endedOn } = document
  if (endedOn !== null && endedOn < today)
    return <strong>{t('library.state-ended', { day: formatDay(addDays(endedOn, 1)) })}</strong>
  if (inForceOn !== null && inForceOn > today)
    return <>{t('library.state-coming', { day: formatDay(inForceOn) })}</>
  return <>{t('library.state-open')}</>
}
