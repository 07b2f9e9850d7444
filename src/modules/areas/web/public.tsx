export { AreaSelect } from './components/area-select.tsx'
