import { createRootRoute, createRoute, createRouter, Outlet, type AnyRoute } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { PageRoute, Place } from '#platform/web/page.tsx'
import { Loading } from '#ui/loading.tsx'
import { Allowed } from './frame/allowed.tsx'
import { BrokenPage } from './frame/broken-page.tsx'
import { NotFoundPage } from './frame/not-found-page.tsx'
import { SignedInFrame } from './frame/signed-in-frame.tsx'
import { pages } from './pages.ts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Marked in the rail while the page is open. */
    place?: Place | undefined
  }
}

/** `/children/:childId` as the router writes it: `/children/$childId`. */
function routerPath(url: string): string {
  return url.replace(/:(\w+)/g, '$$$1')
}

/** Fetched when first shown, or already when a person points at its link. */
function pageComponent({ load, needs }: PageRoute) {
  const Page = lazy(async () => ({ default: (await load()).Page }))
  const Shown = () => (
    <Suspense fallback={<Loading />}>
      {needs === 'public' ? (
        <Page />
      ) : (
        <Allowed needs={needs}>
          <Page />
        </Allowed>
      )}
    </Suspense>
  )
  const preload = async () => void (await load())
  return Object.assign(Shown, { preload })
}

function toRoute(parent: AnyRoute, page: PageRoute) {
  return createRoute({
    getParentRoute: () => parent,
    path: routerPath(page.url),
    staticData: { place: page.place },
    component: pageComponent(page),
  })
}

export function makeRouter() {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage })
  const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: SignedInFrame })
  const open = pages.filter(({ needs }) => needs === 'public').map((page) => toRoute(root, page))
  const signedIn = pages.filter(({ needs }) => needs !== 'public').map((page) => toRoute(frame, page))
  return createRouter({
    routeTree: root.addChildren([...open, frame.addChildren(signedIn)]),
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  })
}
