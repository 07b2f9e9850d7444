export { onChildrenChanged, onChildrenEdited } from './hooks.ts'
export { registerChildren } from './register-children.ts'
export {
  deleteSampleChildren,
  hasSampleChildren,
  listSampleChildren,
  listSampleCommunes,
} from './queries-sample.ts'
export {
  deferChildKeys,
  listImports,
  listMovesTo,
  listOpenImports,
  listOpenMovesTo,
  moveChildren,
  moveImports,
  moveResidences,
  turnMoves,
} from './queries-moving.ts'
export { type SeenSource, seenSources } from './seen-sources.ts'
export { presentPass } from './keep-present.ts'
export { birthRecords, movePregnancies } from './queries-pregnancies.ts'
export { moveHouseholds } from './queries-households.ts'
export { attendsClass } from './queries-classes.ts'
export { pairsPass } from './find-pairs.ts'
export { type KeptRecords, recordKeepers } from './record-keepers.ts'
export { eraseChild } from './erase-child.ts'
export { circumstanceRecords, factRecords } from './queries-merging.ts'
export { listMergedInto } from './queries-erase.ts'
export { timelineSources } from './timeline.ts'
