/** Later modules add what they remind of; the page and the daily letter name it. */
export { type ReminderSource, reminderSources } from './reminders.ts'
export { digestPass } from './digest-pass.ts'
export {
  listOwnTaskRows,
  listTaskRows,
  listTasksRowsOf,
  moveDifficulties,
  moveDigests,
  moveEvents,
  moveReviews,
  moveTasks,
} from './queries-moving.ts'
