import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type AnyRoute,
} from '@tanstack/react-router'
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

function toRoute(parent: AnyRoute, { url, load, needs, place }: PageRoute) {
  const Lazy = lazyRouteComponent(load, 'Page')
  return createRoute({
    getParentRoute: () => parent,
    path: routerPath(url),
    staticData: { place },
    component:
      needs === 'public'
        ? Lazy
        : () => (
            <Allowed needs={needs}>
              <Lazy />
            </Allowed>
          ),
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
