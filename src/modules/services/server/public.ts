export { loadServicePackage, packagesOf } from './package.ts'
export {
  type ChildRow,
  childColumnsOf,
  insertRecords,
  listRecords,
  markStale,
  toKnownChild,
} from './queries.ts'
export { markRangeStale } from './queries-package.ts'
export { placeChildren } from './areas-around.ts'
export { forgetChildren } from './forget.ts'
export { drainBatch } from './drain.ts'
export { servicesPass } from './worker.ts'
export { recountDifferences } from './recount.ts'
export { listCounters } from './queries-recount.ts'
export { counterKeys, counterPlace, summedPlaces } from './counters.ts'
export { moveStatus } from './move-status.ts'
export { waitForStatusLock } from './queries-status.ts'
export { answerServices, takeBackAnswers } from './answer-services.ts'
export { serviceRecords } from './queries-merging.ts'
export { eraseNotes } from './queries-erase.ts'
export { eraseCareNotes } from './queries-pregnancies.ts'
export { raiseNeeds } from './raise-needs.ts'
export { servicesOfChild } from './services-of-child.ts'
export { servicesTimeline } from './timeline.ts'
