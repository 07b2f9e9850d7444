import { lazy } from 'react'
import { childPageAdditions, childPageSections, pregnancyPageSections } from '#platform/web/slots.tsx'

/** What later modules show on the pages of a child and of a pregnancy; fetched when such a page is first opened. */
export function fillChildPage(): void {
  if (childPageSections.length > 0) return
  addSections()
  addAdditions()
  pregnancyPageSections.push({
    key: 'services',
    needs: 'services.read',
    Section: lazy(async () => ({
      default: (await import('#modules/services/web/public.tsx')).CareOfPregnancySection,
    })),
  })
}

/** What is done and due comes first, then how the child grows; what was recorded stands before the timeline. */
function addSections(): void {
  childPageSections.push(
    {
      key: 'services',
      needs: 'services.read',
      Section: lazy(async () => ({
        default: (await import('#modules/services/web/public.tsx')).ServicesOfChild,
      })),
    },
    {
      key: 'growth',
      needs: 'growth.read',
      Section: lazy(async () => ({
        default: (await import('#modules/growth/web/public.tsx')).GrowthOfChild,
      })),
    },
    {
      key: 'screening',
      needs: 'screening.read',
      Section: lazy(async () => ({
        default: (await import('#modules/screening/web/public.tsx')).ScreeningOfChild,
      })),
    },
    {
      key: 'services-recorded',
      needs: 'services.read',
      Section: lazy(async () => ({
        default: (await import('#modules/services/web/public.tsx')).RecordedOfChild,
      })),
    },
    {
      key: 'privacy',
      needs: 'children.read',
      isAtFoot: true,
      Section: lazy(async () => ({
        default: (await import('#modules/privacy/web/public.tsx')).PrivacyOfChildSection,
      })),
    },
  )
}

/** What can be written from the page of a child without leaving it. */
function addAdditions(): void {
  childPageAdditions.push(
    {
      key: 'growth',
      needs: 'growth.record',
      Items: lazy(async () => ({
        default: (await import('#modules/growth/web/public.tsx')).AddMeasurement,
      })),
    },
    {
      key: 'services',
      needs: 'services.record',
      Items: lazy(async () => ({
        default: (await import('#modules/services/web/public.tsx')).AddService,
      })),
    },
    {
      key: 'screening',
      needs: 'screening.record',
      Items: lazy(async () => ({
        default: (await import('#modules/screening/web/public.tsx')).AddScreenings,
      })),
    },
  )
}
