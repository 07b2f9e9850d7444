import { page } from '#platform/web/page.tsx'

export const libraryPages = [
  page('/library', () => import('./pages/library-page.tsx'), { needs: 'plans.read', place: 'plans' }),
  page('/library/:documentId', () => import('./pages/document-page.tsx'), {
    needs: 'plans.read',
    place: 'plans',
  }),
]
