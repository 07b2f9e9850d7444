import { type Day, vietnamDay } from '#base/day.ts'

/** Passed in wherever time matters, so that a test can say what day it is. */
export type Clock = { now: () => Date; today: () => Day }

export const systemClock: Clock = { now: () => new Date(), today: () => vietnamDay(new Date()) }

/** A clock that stands at a moment (ISO text). */
export function clockAt(moment: string): Clock {
  return { now: () => new Date(moment), today: () => vietnamDay(new Date(moment)) }
}
