import { ageOn, formatDay, type Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { todayHere } from '#ui/today-here.ts'
import type { Birth } from '../../shared/birth.ts'
import { childrenMessages } from '../../shared/messages.ts'

/** `useBirthWords()(child)` is '31/03/2020', 'tháng 5/2024' or 'năm 2024'. */
export function useBirthWords(): (birth: Birth) => string {
  const t = useMessages(childrenMessages)
  return (birth) => {
    if (birth.bornPrecision === 'day') return formatDay(birth.bornOn)
    const year = birth.bornOn.slice(0, 4)
    return birth.bornPrecision === 'year'
      ? t('children.born-year', { year })
      : t('children.born-month', { year, month: Number(birth.bornOn.slice(5, 7)) })
  }
}

/** `const ageWords = useAgeWords(); ageWords('2023-07-01')` is '3 tuổi 4 tháng', or '14 tháng' below two years. */
export function useAgeWords(): (bornOn: Day) => string {
  const t = useMessages(childrenMessages)
  return (bornOn) => {
    const { years, months, days } = ageOn(bornOn, todayHere())
    if (months < 2) return t('children.age-days', { days })
    if (months < 24) return t('children.age-months', { months })
    const rest = months - years * 12
    return rest === 0
      ? t('children.age-years', { years })
      : t('children.age-years-months', { years, months: rest })
  }
}
