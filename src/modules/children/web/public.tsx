export { ClassSelect } from './components/class-select.tsx'
export { MovesWaiting } from './components/moves-waiting.tsx'
export { OpeningsAsked } from './components/openings-asked.tsx'
export { AllOpenings, OpeningsToReview } from './components/openings-to-review.tsx'
