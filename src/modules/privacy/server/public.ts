export { breachRecords, consentRecords } from './queries-merging.ts'
export { moveBreaches } from './queries-moving.ts'
export { privacyTimeline } from './timeline.ts'
