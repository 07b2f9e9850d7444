export { growthMeasurements } from './queries-merging.ts'
