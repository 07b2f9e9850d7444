/** `getPlan` reads plans of the places above too; `getOwnPlan` only what the actor may change. */
export { getOwnPlan, getPlan, planGuards } from './commands.ts'
export { dayOfUnits, listIssuerUnits } from './issuer-unit.ts'
export { registerOlderPlans } from './library-entries.ts'
export { type DatedValue, findPlanId, listPlans, listPlansAbove, listValuesOn } from './queries.ts'
export { movePlanDrafts, movePlans } from './queries-moving.ts'
