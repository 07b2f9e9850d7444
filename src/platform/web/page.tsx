import { useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'

/** Where a page stands in the frame; undefined for pages that are reached from another page only. */
export type Place =
  'today' | 'work' | 'children' | 'plans' | 'figures' | 'reports' | 'unit' | 'privacy' | 'administration'

export type PageModule = { Page: () => ReactNode }

export type PageRoute = {
  url: string
  load: () => Promise<PageModule>
  /** A capability, 'signed-in' or 'public' (shown without the frame). */
  needs: string
  place: Place | undefined
}

/**
 * A page as data: `page('/children/:childId', () => import('./pages/child.tsx'), { needs: 'children.read' })`.
 * The loaded file exports its component as `Page`; it is fetched when the address is first opened.
 */
export function page(
  url: string,
  load: () => Promise<PageModule>,
  { needs = 'signed-in', place }: { needs?: string; place?: Place } = {},
): PageRoute {
  return { url, load, needs, place }
}

/** The `:name` parts of the address, parsed: `usePageParams(z.object({ childId: Id }))`. */
export function usePageParams<Parts>(parts: z.ZodType<Parts>): Parts {
  return parts.parse(useParams({ strict: false }))
}

/** What stands after `?`, parsed; give every field a `.catch()` so that a damaged address still opens. */
export function usePageSearch<Search>(search: z.ZodType<Search>): Search {
  const given = useSearch({ strict: false })
  return search.parse(given)
}
