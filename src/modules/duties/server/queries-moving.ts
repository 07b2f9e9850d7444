import { moveRows } from '#modules/areas/server/public.ts'

/** What a unit sent, was told and saw happen stays with it, and gets its numbers when these change. */
export const moveSent = moveRows('duties_sent')
export const moveDays = moveRows('duties_days')
export const moveEvents = moveRows('duties_events')
export const moveUrgent = moveRows('duties_urgent')
