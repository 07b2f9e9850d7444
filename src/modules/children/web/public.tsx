export { OpeningsToReview } from './components/openings-to-review.tsx'
