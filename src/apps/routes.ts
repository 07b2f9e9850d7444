import type { Route } from '#platform/http/route.ts'
import type { AccountsDoors } from '#modules/accounts/server/doors.ts'
import { accountsRoutes } from '#modules/accounts/server/routes.ts'
import { areasRoutes } from '#modules/areas/server/routes.ts'
import { childrenRoutes } from '#modules/children/server/routes.ts'
import { dutiesRoutes } from '#modules/duties/server/routes.ts'
import { facilitiesRoutes } from '#modules/facilities/server/routes.ts'
import { growthRoutes } from '#modules/growth/server/routes.ts'
import { indicatorsRoutes } from '#modules/indicators/server/routes.ts'
import { organisationsRoutes } from '#modules/organisations/server/routes.ts'
import { libraryRoutes } from '#modules/library/server/routes.ts'
import { plansRoutes } from '#modules/plans/server/routes.ts'
import { privacyRoutes } from '#modules/privacy/server/routes.ts'
import { reorganisationRoutes } from '#modules/reorganisation/server/routes.ts'
import { reportsRoutes } from '#modules/reports/server/routes.ts'
import { screeningRoutes } from '#modules/screening/server/routes.ts'
import { servicesRoutes } from '#modules/services/server/routes.ts'
import { tasksRoutes } from '#modules/tasks/server/routes.ts'
import { sampleRoutes } from './sample/routes.ts'

/** Every route of the application, in the order of the modules. */
export function allRoutes(doors: { accounts: AccountsDoors }): Route[] {
  return [
    ...areasRoutes,
    ...accountsRoutes(doors.accounts),
    ...facilitiesRoutes,
    ...organisationsRoutes,
    ...childrenRoutes,
    ...servicesRoutes,
    ...growthRoutes,
    ...screeningRoutes,
    ...libraryRoutes,
    ...plansRoutes,
    ...tasksRoutes,
    ...indicatorsRoutes,
    ...dutiesRoutes,
    ...reportsRoutes,
    ...privacyRoutes,
    ...reorganisationRoutes,
    ...sampleRoutes,
  ]
}
