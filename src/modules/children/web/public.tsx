export { ClassSelect } from './components/class-select.tsx'
export { OpeningsAsked } from './components/openings-asked.tsx'
export { OpeningsToReview } from './components/openings-to-review.tsx'
