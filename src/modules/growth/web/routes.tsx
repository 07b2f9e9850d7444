import { page } from '#platform/web/page.tsx'

export const growthPages = [
  page('/growth/weighing', () => import('./pages/weighing-page.tsx'), {
    needs: 'growth.record',
    place: 'children',
  }),
  page('/growth/attention', () => import('./pages/attention-page.tsx'), {
    needs: 'growth.read',
    place: 'children',
  }),
  page('/children/:childId/growth', () => import('./pages/chart-page.tsx'), {
    needs: 'growth.read',
    place: 'children',
  }),
]
