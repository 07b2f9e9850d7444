import { page } from '#platform/web/page.tsx'

const place = 'administration' as const

export const reorganisationPages = [
  page('/reorganisations', () => import('./pages/cases-page.tsx'), { needs: 'areas.read', place }),
  page('/reorganisations/new', () => import('./pages/new-case-page.tsx'), {
    needs: 'areas.reorganise',
    place,
  }),
  page('/reorganisations/:caseId/edit', () => import('./pages/edit-case-page.tsx'), {
    needs: 'areas.reorganise',
    place,
  }),
  page('/reorganisations/:caseId', () => import('./pages/case-page.tsx'), { needs: 'areas.read', place }),
]
