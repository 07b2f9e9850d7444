import { page } from '#platform/web/page.tsx'

export const privacyPages = [
  page('/quyen-rieng-tu', () => import('./pages/notice-page.tsx'), { needs: 'public' }),
  page('/privacy', () => import('./pages/privacy-page.tsx'), { needs: 'privacy.manage', place: 'privacy' }),
  page('/privacy/families', () => import('./pages/families-page.tsx'), {
    needs: 'children.write',
    place: 'children',
  }),
  page('/privacy/breaches', () => import('./pages/breaches-page.tsx'), {
    needs: 'privacy.manage',
    place: 'privacy',
  }),
  page('/privacy/record', () => import('./pages/record-page.tsx'), {
    needs: 'privacy.manage',
    place: 'privacy',
  }),
]
