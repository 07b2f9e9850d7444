import { type Day, vietnamDay } from '#base/day.ts'

/** The day in Viet Nam by this device's clock: what a form begins with; the server decides by its own. */
export function todayHere(): Day {
  return vietnamDay(new Date())
}
