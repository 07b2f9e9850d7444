import { page } from '#platform/web/page.tsx'

export const tasksPages = [
  page('/my-work', () => import('./pages/work-page.tsx'), { needs: 'plans.read', place: 'work' }),
  page('/tasks/:areaId/:itemId', () => import('./pages/task-page.tsx'), {
    needs: 'plans.read',
    place: 'work',
  }),
]
