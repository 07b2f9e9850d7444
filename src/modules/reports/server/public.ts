export { findReportingUnit, listDraftsOf, moveDrafts, placeFinished } from './queries-moving.ts'
