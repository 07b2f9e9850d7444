import { useMessages } from '#platform/web/language.tsx'
import { servicesMessages } from '../../shared/messages.ts'

/** Days as people say them: "32 ngày", "7 tháng", "3 năm". */
export function useLateness(): (days: number) => string {
  const t = useMessages(servicesMessages)
  return (days) => {
    if (days < 90) return t('services.days', { count: days })
    const months = Math.floor(days / 30.4375)
    return months < 24
      ? t('services.months', { count: months })
      : t('services.years', { count: Math.floor(months / 12) })
  }
}
