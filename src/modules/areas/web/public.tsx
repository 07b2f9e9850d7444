export { AreaMap } from './components/area-map.tsx'
export { AreaSelect } from './components/area-select.tsx'
export { VillageFilter } from './components/village-filter.tsx'
export { areaQuery, belowQuery } from './requests.ts'
