export { RemindersToday } from './components/reminders-today.tsx'
export { ReviewsOfPlanSection } from './components/reviews-of-plan.tsx'
export { TasksOfPlan } from './components/tasks-of-plan.tsx'
export { WorkBadge } from './components/work-badge.tsx'
