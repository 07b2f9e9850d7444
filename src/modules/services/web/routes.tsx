import { page } from '#platform/web/page.tsx'

export const servicesPages = [
  page('/services/due', () => import('./pages/due-page.tsx'), { needs: 'services.read', place: 'today' }),
  page('/services/package', () => import('./pages/package-page.tsx'), {
    needs: 'services.read',
    place: 'children',
  }),
  page('/services/package/:versionId', () => import('./pages/package-version-page.tsx'), {
    needs: 'services.read',
    place: 'children',
  }),
  page('/sessions/women', () => import('./pages/care-session-page.tsx'), {
    needs: 'services.record',
    place: 'today',
  }),
  page('/sessions', () => import('./pages/session-page.tsx'), {
    needs: 'services.record',
    place: 'children',
  }),
]
