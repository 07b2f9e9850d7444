import { moveRows } from '#modules/areas/server/public.ts'

/** Recounts are the history of a unit; they move only when the unit itself is taken back. */
export const moveRecounts = moveRows('indicators_recounts')

/** What was said of a unit stays with it; it moves only when the unit itself is taken back. */
export const moveTyped = moveRows('indicators_typed')

/** The indicators a unit made go on with its successor. */
export const moveOwn = moveRows('indicators_own')
