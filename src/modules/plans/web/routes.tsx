import { page } from '#platform/web/page.tsx'

export const plansPages = [
  page('/plans', () => import('./pages/plans-page.tsx'), { needs: 'plans.read', place: 'plans' }),
  page('/plans/read', () => import('./pages/read-plan-page.tsx'), { needs: 'plans.write', place: 'plans' }),
  page('/plans/new', () => import('./pages/new-plan-page.tsx'), { needs: 'plans.write', place: 'plans' }),
  page('/plans/drafts/:draftId', () => import('./pages/draft-page.tsx'), {
    needs: 'plans.write',
    place: 'plans',
  }),
  page('/plans/:planId', () => import('./pages/plan-page.tsx'), { needs: 'plans.read', place: 'plans' }),
  page('/plans/:planId/targets/:targetId/split', () => import('./pages/split-page.tsx'), {
    needs: 'plans.read',
    place: 'plans',
  }),
]
