import { page } from '#platform/web/page.tsx'

const needs = 'plans.read'
const place = 'work'

export const tasksPages = [
  page('/my-work', () => import('./pages/work-page.tsx'), { needs, place }),
  page('/tasks/:areaId/:itemId', () => import('./pages/task-page.tsx'), { needs, place }),
  page('/calendar', () => import('./pages/calendar-page.tsx'), { needs, place }),
  page('/reminders', () => import('./pages/reminders-page.tsx'), { place }),
  page('/difficulties', () => import('./pages/difficulties-page.tsx'), { needs, place }),
  page('/difficulties/:difficultyId', () => import('./pages/difficulty-page.tsx'), { needs, place }),
  page('/reviews/:reviewId', () => import('./pages/review-page.tsx'), { needs, place: 'plans' }),
]
