export { loadIndicatorDefinitions } from './definitions.ts'
export { indicatorsPass } from './worker.ts'
/** Unsuppressed, for what is kept; whatever a person sees goes through `listSeenValues`. */
export { listIndicatorValues, listTypedValues } from './values.ts'
/** For annexes of reports that say it by group. */
export { reachedItems } from './definitions.ts'
/** What a review of a plan proposes its verdicts by. */
export { planFigures } from './for-plan.ts'
export { listSeenValues, seesSmall } from './seen-values.ts'
export { moveOwn, moveRecounts, moveTyped } from './queries-moving.ts'
/** Later modules tell for which communes something holds; an indicator counts them. */
export { type UnitSource, unitSources } from './unit-sources.ts'
