import { page } from '#platform/web/page.tsx'

const reports = { needs: 'reports.read', place: 'reports' } as const
const urgent = { needs: 'duties.send-urgent', place: 'reports' } as const

export const dutiesPages = [
  page('/duties', () => import('./pages/duties-page.tsx'), reports),
  page('/duties/regime', () => import('./pages/regime-page.tsx'), reports),
  page('/duties/below/:code/:period', () => import('./pages/senders-page.tsx'), reports),
  page('/duties/urgent', () => import('./pages/urgent-page.tsx'), urgent),
  page('/duties/urgent/:urgentId', () => import('./pages/urgent-report-page.tsx'), {
    ...urgent,
    needs: 'children.confidential',
  }),
]
