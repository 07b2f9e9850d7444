import { lazy } from 'react'
import { planPageSections } from '#platform/web/slots.tsx'

/** What later modules show on the page of a plan; fetched when such a page is first opened. */
export function fillPlanPage(): void {
  if (planPageSections.length > 0) return
  planPageSections.push({
    key: 'units-then',
    needs: 'areas.read',
    Section: lazy(async () => ({
      default: (await import('#modules/reorganisation/web/public.tsx')).UnitsOfPlan,
    })),
  })
  planPageSections.push({
    key: 'tasks',
    needs: 'plans.read',
    Section: lazy(async () => ({ default: (await import('#modules/tasks/web/public.tsx')).TasksOfPlan })),
    Lines: lazy(async () => ({ default: (await import('#modules/tasks/web/public.tsx')).OverviewOfTasks })),
  })
  planPageSections.push({
    key: 'reviews',
    needs: 'plans.read',
    Section: lazy(async () => ({
      default: (await import('#modules/tasks/web/public.tsx')).ReviewsOfPlanSection,
    })),
  })
}
