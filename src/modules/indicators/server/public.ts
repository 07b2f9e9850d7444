export { loadIndicatorDefinitions } from './definitions.ts'
export { indicatorsPass } from './worker.ts'
export { listIndicatorValues } from './values.ts'
export { listRecountsOf, moveRecounts } from './queries-moving.ts'
