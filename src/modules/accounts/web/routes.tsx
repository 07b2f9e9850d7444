import { page } from '#platform/web/page.tsx'

export const accountsPages = [
  page('/security', () => import('./pages/security-page.tsx')),
  page('/setup', () => import('./pages/setup-page.tsx'), { needs: 'public' }),
  page('/moi', () => import('./pages/invitation-code-page.tsx'), { needs: 'public' }),
  page('/moi/:token', () => import('./pages/invitation-page.tsx'), { needs: 'public' }),
  page('/audit', () => import('./pages/audit-page.tsx'), { needs: 'audit.read', place: 'privacy' }),
  page('/accounts', () => import('./pages/accounts-page.tsx'), {
    needs: 'accounts.grant',
    place: 'administration',
  }),
  page('/accounts/new', () => import('./pages/new-account-page.tsx'), {
    needs: 'accounts.grant',
    place: 'administration',
  }),
  page('/accounts/roles', () => import('./pages/roles-page.tsx'), {
    needs: 'accounts.grant',
    place: 'administration',
  }),
  page('/accounts/roles/new', () => import('./pages/new-role-page.tsx'), {
    needs: 'accounts.manage',
    place: 'administration',
  }),
  page('/accounts/:personId', () => import('./pages/person-page.tsx'), {
    needs: 'accounts.grant',
    place: 'administration',
  }),
]
