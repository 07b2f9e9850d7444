import { page } from '#platform/web/page.tsx'

export const childrenPages = [
  page('/children', () => import('./pages/children-list.tsx'), { needs: 'children.read', place: 'children' }),
  page('/children/new', () => import('./pages/new-child.tsx'), {
    needs: 'children.write',
    place: 'children',
  }),
  page('/children/cleaning', () => import('./pages/cleaning.tsx'), {
    needs: 'children.read',
    place: 'children',
  }),
  page('/children/moves', () => import('./pages/moves.tsx'), { needs: 'children.read', place: 'children' }),
  page('/children/steps', () => import('./pages/steps.tsx'), { needs: 'children.read', place: 'children' }),
  page('/households/:householdId', () => import('./pages/household.tsx'), {
    needs: 'children.read',
    place: 'children',
  }),
  page('/children/pregnancies', () => import('./pages/pregnancies.tsx'), {
    needs: 'children.read',
    place: 'children',
  }),
  page('/children/pregnancies/:pregnancyId', () => import('./pages/pregnancy.tsx'), {
    needs: 'children.read',
    place: 'children',
  }),
  page('/children/pairs', () => import('./pages/pairs.tsx'), { needs: 'children.merge', place: 'children' }),
  page('/children/pairs/:childId/:otherId', () => import('./pages/compare-pair.tsx'), {
    needs: 'children.merge',
    place: 'children',
  }),
  page('/children/openings', () => import('./pages/openings.tsx'), {
    needs: 'children.review-openings',
    place: 'privacy',
  }),
  page('/children/imports', () => import('./pages/imports.tsx'), {
    needs: 'children.import',
    place: 'children',
  }),
  page('/children/imports/:runId', () => import('./pages/import-run.tsx'), {
    needs: 'children.import',
    place: 'children',
  }),
  page('/children/:childId', () => import('./pages/child.tsx'), {
    needs: 'children.read',
    place: 'children',
  }),
  page('/children/:childId/edit', () => import('./pages/edit-child.tsx'), {
    needs: 'children.write',
    place: 'children',
  }),
]
