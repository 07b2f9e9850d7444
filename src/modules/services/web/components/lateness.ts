import { useMessages } from '#platform/web/language.tsx'
import { latenessOf } from '../../shared/lateness.ts'
import { servicesMessages } from '../../shared/messages.ts'

/** Days as people say them: "32 ngày", "7 tháng", "3 năm". */
export function useLateness(): (days: number) => string {
  const t = useMessages(servicesMessages)
  return (days) => {
    const { unit, count } = latenessOf(days)
    return t(`services.${unit}`, { count })
  }
}
