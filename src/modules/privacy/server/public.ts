export { consentRecords } from './queries-merging.ts'
export { listBreachesOf, moveBreaches } from './queries-moving.ts'
