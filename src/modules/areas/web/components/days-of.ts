import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import type { Area } from '../../shared/contract.ts'
import { areasMessages } from '../../shared/messages.ts'
import { codesFrom } from '../../shared/unit-tables.ts'

type Days = Pick<Area, 'validFrom' | 'validTo'>

/** "từ 01/07/2025 đến nay". The day from which codes exist stands for a first day that no list tells. */
export function useDaysOf(): (days: Days) => string {
  const t = useMessages(areasMessages)
  return ({ validFrom, validTo }) => {
    if (validTo === null) return t('areas.until-now', { from: formatDay(validFrom) })
    if (validFrom <= codesFrom) return t('areas.to-only', { to: formatDay(validTo) })
    return t('areas.from-to', { from: formatDay(validFrom), to: formatDay(validTo) })
  }
}
