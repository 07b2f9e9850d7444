export { getPlan } from './commands.ts'
export { findPlanId, listPlans } from './queries.ts'
export { listPlansOf, movePlans } from './queries-moving.ts'
