import { page } from '#platform/web/page.tsx'

export const plansPages = [
  page('/plans', () => import('./pages/plans-page.tsx'), { needs: 'plans.read', place: 'plans' }),
  page('/plans/read', () => import('./pages/read-plan-page.tsx'), { needs: 'plans.write', place: 'plans' }),
  page('/plans/:planId', () => import('./pages/plan-page.tsx'), { needs: 'plans.read', place: 'plans' }),
]
