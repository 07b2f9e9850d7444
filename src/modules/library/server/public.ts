/** Where the bases of a plan stand, and how a filed plan enters the library. */
export { correctPlanEntry, registerPlan, relatePlans, standingOfBases } from './plans-in-library.ts'
export { loadLibrary } from './reference.ts'
export { moveDocuments } from './queries-moving.ts'
