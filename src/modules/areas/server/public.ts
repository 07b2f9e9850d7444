export { ensureVillages, loadSeedAreas, villageKey } from './commands.ts'
export { deleteEmptyVillages } from './queries-villages.ts'
export { findArea, findAreaByCode } from './queries.ts'
export { resolveAreaByName, searchAreas } from './queries-search.ts'
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
  reparentArea,
  undoRename,
} from './change-tree.ts'
export { deleteSuccessions, insertSuccessions, type SuccessionRow } from './queries-change.ts'
export { endAreas, holdAreas, reopenAreas } from './queries-reorganise.ts'
export { type AreasChange, type Changing, onAreasChanged } from './hooks.ts'
