import { page } from '#platform/web/page.tsx'

export const indicatorsPages = [
  page('/indicators', () => import('./pages/board-page.tsx'), { needs: 'indicators.read', place: 'figures' }),
  page('/indicators/list', () => import('./pages/list-page.tsx'), {
    needs: 'indicators.read',
    place: 'figures',
  }),
  page('/indicators/compare', () => import('./pages/compare-page.tsx'), {
    needs: 'indicators.read',
    place: 'figures',
  }),
  page('/indicators/results', () => import('./pages/results-page.tsx'), {
    needs: 'indicators.read',
    place: 'figures',
  }),
  page('/indicators/leader', () => import('./pages/leader-page.tsx'), {
    needs: 'indicators.read',
    place: 'figures',
  }),
  page('/indicators/own', () => import('./pages/own-page.tsx'), {
    needs: 'indicators.read',
    place: 'figures',
  }),
  page('/indicators/own/new', () => import('./pages/own-form-page.tsx'), {
    needs: 'indicators.define',
    place: 'figures',
  }),
  page('/indicators/typed/:code', () => import('./pages/typed-page.tsx'), {
    needs: 'indicators.read',
    place: 'figures',
  }),
  page('/indicators/children/:code/:period/:areaId/:group', () => import('./pages/children-page.tsx'), {
    needs: 'children.read',
    place: 'figures',
  }),
]
