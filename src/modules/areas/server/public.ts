export { ensureVillages, loadSeedAreas, villageKey } from './commands.ts'
export { deleteEmptyVillages } from './queries-villages.ts'
export { findArea, findAreaByCode, searchAreas } from './queries.ts'
export { getArea } from './get-area.ts'
export {
  areaAsOf,
  isWithinOn,
  listChildAreas,
  listParentLinks,
  listPredecessors,
  listSuccessors,
  pathOn,
} from './queries-dated.ts'
export {
  createArea,
  endArea,
  type Move,
  moveArea,
  moveAreaBack,
  placeInside,
  removeCreatedArea,
  renameArea,
  reopenArea,
  undoRename,
} from './change-tree.ts'
export { deleteSuccessions, insertSuccessions, type SuccessionRow } from './queries-change.ts'
export { endAreas, holdAreas, reopenAreas } from './queries-reorganise.ts'
export { listRangesWithin } from './queries-change.ts'
