/** Where the bases of a plan stand, and how a filed plan enters the library. */
export { registerPlan, standingOfBases, type StandingBasis } from './commands.ts'
export { loadLibrary } from './reference.ts'
export { listDocumentsOf, moveDocuments } from './queries-moving.ts'
