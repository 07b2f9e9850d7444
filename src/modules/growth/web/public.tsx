export { AddMeasurement } from './components/add-item.tsx'
export { GrowthOfChild } from './components/growth-of-child.tsx'
