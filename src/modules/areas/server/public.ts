export { ensureVillages, loadSeedAreas, villageKey } from './commands.ts'
export { deleteEmptyVillages } from './queries-villages.ts'
export { findArea, findAreaByCode, listChildAreas, searchAreas } from './queries.ts'
export { getArea } from './get-area.ts'
