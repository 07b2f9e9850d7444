import { z } from 'zod'
import { query, type Route } from '#platform/http/route.ts'
import { SchoolClass } from '../shared/contract-classes.ts'
import { listClasses } from './queries-classes.ts'

/** Names schools and classes with their numbers of children, no child. */
export const classRoutes: Route[] = [
  query({
    url: '/children/classes',
    needs: 'children.read',
    reply: z.array(SchoolClass),
    handle: ({ actor, db, clock }) => listClasses(db, actor.area, clock.today()),
  }),
]
