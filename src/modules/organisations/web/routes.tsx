import { page } from '#platform/web/page.tsx'

const seen = { needs: 'organisations.read', place: 'unit' } as const

export const organisationsPages = [
  page('/organisations', () => import('./pages/organisations-page.tsx'), seen),
  page('/organisations/heads', () => import('./pages/heads-page.tsx'), seen),
  page('/organisations/matters/:matterId', () => import('./pages/matter-page.tsx'), {
    ...seen,
    needs: 'organisations.review-heads',
  }),
  page('/organisations/staff', () => import('./pages/staff-page.tsx'), seen),
  page('/organisations/collaborators', () => import('./pages/collaborators-page.tsx'), seen),
  page('/organisations/boards', () => import('./pages/boards-page.tsx'), seen),
  page('/organisations/boards/:boardId', () => import('./pages/board-page.tsx'), seen),
]
