export { AreaMap } from './components/area-map.tsx'
export { AreaSelect } from './components/area-select.tsx'
