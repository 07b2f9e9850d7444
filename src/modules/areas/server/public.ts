export { ensureVillages, loadSeedAreas, villageKey } from './commands.ts'
export { deleteEmptyVillages } from './queries-villages.ts'
export { findArea, findAreaByCode } from './queries.ts'
export { searchAreas } from './queries-search.ts'
export { getArea } from './get-area.ts'
export { listChildAreas } from './queries-dated.ts'
export {
  createArea,
  moveArea,
  moveAreaBack,
  removeCreatedArea,
  renameArea,
  reparentArea,
  undoRename,
} from './change-tree.ts'
export { deleteSuccessions, insertSuccessions } from './queries-change.ts'
export { endAreas, holdAreas, reopenAreas } from './queries-reorganise.ts'
export { type AreasChange, type Changing, onAreasChanged } from './hooks.ts'
export { movedTo, type PlacedRow } from './queries-placed-rows.ts'
