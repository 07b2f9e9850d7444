export { growthMeasurements } from './queries-merging.ts'
export { followChildren } from './follow-children.ts'
