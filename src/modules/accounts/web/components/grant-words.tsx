import { formatDay, type Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { accessMessages } from '../../shared/messages-access.ts'

/** "từ 01/07/2025" or "01/07/2025 đến 31/12/2026". */
export function useGrantDates(): (grant: { validFrom: Day; validTo: Day | null }) => string {
  const t = useMessages(accessMessages)
  return ({ validFrom, validTo }) =>
    validTo
      ? t('accounts.until-day', { from: formatDay(validFrom), to: formatDay(validTo) })
      : t('accounts.from-day', { from: formatDay(validFrom) })
}
