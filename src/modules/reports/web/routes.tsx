import { page } from '#platform/web/page.tsx'

export const reportsPages = [
  page('/reports', () => import('./pages/reports-page.tsx'), { needs: 'reports.read', place: 'reports' }),
  page('/reports/new', () => import('./pages/new-report-page.tsx'), {
    needs: 'reports.write',
    place: 'reports',
  }),
  page('/reports/units', () => import('./pages/units-page.tsx'), {
    needs: 'reports.read',
    place: 'reports',
  }),
  page('/reports/:reportId/versions/:number', () => import('./pages/difference-page.tsx'), {
    needs: 'reports.read',
    place: 'reports',
  }),
  page('/reports/:reportId', () => import('./pages/report-page.tsx'), {
    needs: 'reports.read',
    place: 'reports',
  }),
]
