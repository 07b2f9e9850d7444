import { page } from '#platform/web/page.tsx'

export const areasPages = [
  page('/areas', () => import('./pages/places-page.tsx'), { needs: 'areas.read', place: 'unit' }),
  page('/areas/import', () => import('./pages/import-page.tsx'), {
    needs: 'areas.reorganise',
    place: 'administration',
  }),
  page('/areas/:areaId', () => import('./pages/places-page.tsx'), { needs: 'areas.read', place: 'unit' }),
]
