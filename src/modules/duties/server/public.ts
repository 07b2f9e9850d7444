export { dutyFor, listDuties, listOpenDuties, listSenders } from './read.ts'
export { markAccepted, markReturned, markSent } from './marks.ts'
export { listDutyRows, moveDutyRows } from './queries-moving.ts'
export { dutyReminders, lateReports } from './reminders.ts'
