import { daysOfMonth } from './windows.ts'

export type Lateness = { unit: 'days' | 'months' | 'years'; count: number }

/** Days late as people count them: days below three months, months below two years, then years; rounded down. */
export function latenessOf(days: number): Lateness {
  if (days < 90) return { unit: 'days', count: days }
  const months = Math.floor(days / daysOfMonth)
  return months < 24 ? { unit: 'months', count: months } : { unit: 'years', count: Math.floor(months / 12) }
}
