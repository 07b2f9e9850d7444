import { type Day, daysBetween } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'

export type TimeSpan = { unit: 'days' | 'months' | 'years'; count: number }

/** A span of days in the unit people would say: 32 days, 5 months, 8 years (completed ones). */
export function timeSpan(days: number): TimeSpan {
  if (days < 61) return { unit: 'days', count: days }
  // Mean lengths of the Gregorian month and year; the result is for reading, not for rules.
  if (days < 731) return { unit: 'months', count: Math.floor(days / 30.4375) }
  return { unit: 'years', count: Math.floor(days / 365.25) }
}

/** `const timeWords = useTimeWords(); timeWords(32)` is '32 ngày'. */
export function useTimeWords(): (days: number) => string {
  const t = useMessages(uiMessages)
  return (days) => {
    const { unit, count } = timeSpan(days)
    return t(`ui.${unit}`, { count })
  }
}

/** `const daysLeft = useDaysLeft(); daysLeft('2026-07-20', '2026-07-15')` is 'còn 5 ngày'; a past day is 'quá 3 ngày'. */
export function useDaysLeft(): (dueOn: Day, today: Day) => string {
  const t = useMessages(uiMessages)
  return (dueOn, today) => {
    const days = daysBetween(today, dueOn)
    if (days === 0) return t('ui.due-today')
    return days > 0 ? t('ui.days-left', { count: days }) : t('ui.days-late', { count: -days })
  }
}
