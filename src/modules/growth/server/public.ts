export { growthMeasurements } from './queries-merging.ts'
export { followChildren } from './follow-children.ts'
export { bookParts } from './print-book.ts'
export { growthTimeline } from './timeline.ts'
