import { accountsPages } from '#modules/accounts/web/routes.tsx'
import { areasPages } from '#modules/areas/web/routes.tsx'
import { dutiesPages } from '#modules/duties/web/routes.tsx'
import { growthPages } from '#modules/growth/web/routes.tsx'
import { facilitiesPages } from '#modules/facilities/web/routes.tsx'
import { indicatorsPages } from '#modules/indicators/web/routes.tsx'
import { organisationsPages } from '#modules/organisations/web/routes.tsx'
import { tasksPages } from '#modules/tasks/web/routes.tsx'
import { libraryPages } from '#modules/library/web/routes.tsx'
import { plansPages } from '#modules/plans/web/routes.tsx'
import { childrenPages } from '#modules/children/web/routes.tsx'
import { reorganisationPages } from '#modules/reorganisation/web/routes.tsx'
import { privacyPages } from '#modules/privacy/web/routes.tsx'
import { reportsPages } from '#modules/reports/web/routes.tsx'
import { screeningPages } from '#modules/screening/web/routes.tsx'
import { servicesPages } from '#modules/services/web/routes.tsx'
import { page, type PageRoute } from '#platform/web/page.tsx'

/** Every page of the product: each module exports its own as data. */
export const pages: readonly PageRoute[] = [
  page('/', () => import('./today/today-page.tsx'), { place: 'today' }),
  ...childrenPages,
  ...servicesPages,
  ...growthPages,
  ...screeningPages,
  ...indicatorsPages,
  ...libraryPages,
  ...plansPages,
  ...tasksPages,
  ...dutiesPages,
  ...reportsPages,
  ...privacyPages,
  ...facilitiesPages,
  ...organisationsPages,
  ...areasPages,
  ...accountsPages,
  ...reorganisationPages,
]
