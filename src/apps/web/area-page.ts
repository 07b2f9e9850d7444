import { lazy } from 'react'
import { areaPageSections } from '#platform/web/slots.tsx'

/** What later modules show on the page of a place; fetched when such a page is first opened. */
export function fillAreaPage(): void {
  if (areaPageSections.length > 0) return
  areaPageSections.push({
    key: 'old-figures',
    needs: 'indicators.read',
    Section: lazy(async () => ({
      default: (await import('#modules/reorganisation/web/public.tsx')).OldFiguresOfArea,
    })),
  })
}
