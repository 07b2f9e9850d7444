import { moveRows } from '#modules/areas/server/public.ts'

/** A breach stays with the unit in which it happened, and gets its numbers when these change. */
export const moveBreaches = moveRows('privacy_breaches')
