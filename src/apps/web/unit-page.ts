import { lazy } from 'react'
import { unitPageSections } from '#platform/web/slots.tsx'

/** What other modules say of a unit on its page; fetched when such a page is first opened. */
export function fillUnitPage(): void {
  if (unitPageSections.length > 0) return
  unitPageSections.push({
    key: 'staffing',
    needs: 'organisations.read',
    Has: lazy(async () => ({ default: (await import('#modules/organisations/web/public.tsx')).StaffingHas })),
    Lacks: lazy(async () => ({
      default: (await import('#modules/organisations/web/public.tsx')).StaffingLacks,
    })),
  })
}
