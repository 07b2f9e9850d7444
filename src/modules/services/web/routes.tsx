import { page } from '#platform/web/page.tsx'

export const servicesPages = [
  page('/services/due', () => import('./pages/due-page.tsx'), { needs: 'services.read', place: 'today' }),
  page('/sessions', () => import('./pages/session-page.tsx'), {
    needs: 'services.record',
    place: 'children',
  }),
]
