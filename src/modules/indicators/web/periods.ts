import { periodName, periodRange } from '#base/period.ts'
import { useLanguage } from '#platform/web/language.tsx'
import { todayHere } from '#ui/today-here.ts'

/** Five years back with their halves, newest first. */
export function usePeriods(): { value: string; label: string }[] {
  const { language } = useLanguage()
  const today = todayHere()
  const years = Array.from({ length: 5 }, (_, back) => Number(today.slice(0, 4)) - back)
  return years
    .flatMap((year) => [`${year}`, `${year}-H2`, `${year}-H1`])
    .filter((period) => periodRange(period).from <= today)
    .map((period) => ({ value: period, label: periodName(period, language) }))
}

/** Half-years that are over. */
export function useEndedPeriods(): { value: string; label: string }[] {
  return usePeriods().filter(({ value }) => value.includes('-H') && periodRange(value).to < todayHere())
}
