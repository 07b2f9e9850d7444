import { page } from '#platform/web/page.tsx'

const seen = { needs: 'facilities.read', place: 'unit' } as const
const changed = { needs: 'facilities.manage', place: 'unit' } as const

export const facilitiesPages = [
  page('/units', () => import('./pages/own-unit-page.tsx'), seen),
  page('/units/:areaId', () => import('./pages/unit-page.tsx'), seen),
  page('/facilities', () => import('./pages/facilities-page.tsx'), seen),
  page('/facilities/import', () => import('./pages/import-page.tsx'), changed),
  page('/facilities/dangers', () => import('./pages/dangers-page.tsx'), seen),
  page('/facilities/directory', () => import('./pages/directory-page.tsx'), seen),
  page('/facilities/projects', () => import('./pages/projects-page.tsx'), seen),
]
