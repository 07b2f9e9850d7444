export { consentRecords } from './queries-merging.ts'
