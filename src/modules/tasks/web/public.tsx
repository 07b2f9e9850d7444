export { TasksOfPlan } from './components/tasks-of-plan.tsx'
