import { page } from '#platform/web/page.tsx'

export const screeningPages = [
  page('/screening/referrals', () => import('./pages/referrals-page.tsx'), {
    needs: 'screening.read',
    place: 'children',
  }),
  page('/children/:childId/screening/:tool', () => import('./pages/form-page.tsx'), {
    needs: 'screening.record',
    place: 'children',
  }),
]
