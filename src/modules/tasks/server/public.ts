/** Later modules add what they remind of; the page and the daily letter name it. */
export { lateTasks, type ReminderSource, reminderSources } from './reminders.ts'
/** Later modules add the figures by which a review proposes its verdicts. */
export { type FigureSource, figureSources, type TargetFigure } from './review-subjects.ts'
/** Says no while a plan is closed. */
export { refuseClosed } from './reviews.ts'
export { digestPass } from './digest-pass.ts'
export {
  listOwnTaskRows,
  moveDifficulties,
  moveDigests,
  moveEvents,
  moveReviews,
  moveTasks,
} from './queries-moving.ts'
