import { formatDay } from '#base/day.ts'
import type { PlanSummary } from '../../shared/filing.ts'

/** "79/KH-UBND", or undefined while the number is blank. */
export function printedNumber({
  number,
  symbol,
}: Pick<PlanSummary, 'number' | 'symbol'>): string | undefined {
  if (number === null) return undefined
  return symbol === null ? number : `${number}/${symbol}`
}

/** "26/02/2019", "03/2024" while the day is blank. */
export function printedDate(date: string | null): string | undefined {
  if (date === null) return undefined
  return date.length === 7 ? date.split('-').reverse().join('/') : formatDay(date)
}

export function periodText({ periodFrom, periodTo }: Pick<PlanSummary, 'periodFrom' | 'periodTo'>): string {
  if (periodFrom === null || periodTo === null) return ''
  return periodFrom === periodTo ? String(periodTo) : `${String(periodFrom)}-${String(periodTo)}`
}

/** `12. 79/KH-UBND · 10/01/2019 · UBND tỉnh Kon Tum · Triển khai ...` for a list or a choice. */
export function planLine(plan: PlanSummary): string {
  const { no, title, date, issuer, areaName } = plan
  const words = [printedNumber(plan), printedDate(date), issuer ?? areaName, title].filter(Boolean)
  return `${no}. ${words.join(' · ')}`
}
