export { getPlan } from './commands.ts'
export { findPlanId, listPlans } from './queries.ts'
