export { ClassSelect } from './components/class-select.tsx'
export { OpeningsToReview } from './components/openings-to-review.tsx'
